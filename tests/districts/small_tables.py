"""Small made-up cities for the tests of disclosure control, and the rows that would be published of them."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from geodata.districts.disclosure import Counts, hidden, parents, with_hidden
from tests.districts.attack import APART, SUMS

RULE = {"suppress_below": 100, "suppress_count_below": 5}


def counts(people: Mapping[str, Mapping[str, int]], population: Mapping[str, int]) -> Counts:
    """Counts by indicator code and area; sums and exclusions as in the real table, where all of their columns exist."""
    table = pd.DataFrame(people)
    return Counts(
        people=table,
        population=pd.Series(population).reindex(table.index),
        parent=parents(table.index),
        sums={total: parts for total, parts in SUMS.items() if {total, *parts} <= set(table)},
        apart=tuple(together for together in APART if set(together) <= set(table)),
    )


def published(table: Counts, mask: pd.DataFrame) -> pd.DataFrame:
    """Typed rows of the indicator table, one for each count; the code of the indicator is the name of the count."""
    long = table.people.rename_axis("district_key").reset_index().melt("district_key", var_name="indicator")
    people = long["district_key"].map(table.population).astype(float)
    rows = long.assign(
        numerator=long["value"].astype(float),
        denominator=people,
        value=(long["value"] / people.where(people > 0)).round(4),
        unit="share",
        lower=np.nan,
        upper=np.nan,
        suppressed="",
    )
    return with_hidden(rows, mask, counted={name: (name,) for name in table.people})


def protected(table: Counts, **rule: int) -> pd.DataFrame:
    return published(table, hidden(table, **(RULE | rule)))


def too_tight(
    found: pd.DataFrame, truth: pd.Series, *, below: int = 5, best: pd.DataFrame | None = None
) -> pd.DataFrame:
    """The withheld counts about which more can be concluded than the rule allows.

    Args:
        found: conclusions: `low`, `high`.
        truth: the withheld counts, same index or more; NaN where it is not known.
        below: counts of 1 to one less than this are to stay possible, and so many values in all.
        best: what could be concluded at least, were everything but the city's totals withheld.
    """
    count = truth.reindex(found.index)
    assert not ((count < found["low"] - 0.001) | (count > found["high"] + 0.001)).any(), "a conclusion is wrong"
    few = count.between(1, below - 1)
    reach = pd.DataFrame({"low": 0.0, "high": np.inf}, index=found.index) if best is None else best.loc[found.index]
    least = reach["low"].clip(lower=1)
    most = reach["high"].clip(upper=below - 1)
    room = (reach["high"] - reach["low"]).clip(upper=below - 1)
    tight = found["high"] - found["low"] < room
    return found.assign(count=count)[tight | (few & ((found["low"] > least) | (found["high"] < most)))]


def truth_of(table: Counts) -> pd.Series:
    long = table.people.rename_axis("district_key").reset_index().melt("district_key", var_name="indicator")
    return long.set_index(["district_key", "indicator"])["value"]
