"""Counts of people per area, and the counts that may not be shown by themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True)
class Counts:
    """Counts of people: a row an area, of one level or of several at once.

    Attributes:
        people: whole numbers; index = keys of the areas, columns = what is counted.
        population: people living in each area, same index. Always published, so taken as known.
        parent: key of the area around each area, same index: "04-301" lies in "04", that in "00". A key that is not in
            the index, as "" is not, is no area of the table.
        sums: a column that is the sum of others, with these: born abroad, and the regions of birth.
        apart: columns in which nobody is counted twice: children and old people cannot be more than all.
        figures: how many published figures are made from a column, where it is not 1. Those are spared longer.
    """

    people: pd.DataFrame
    population: "pd.Series[int]"
    parent: "pd.Series[str]"
    sums: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    apart: tuple[tuple[str, ...], ...] = ()
    figures: Mapping[str, int] = field(default_factory=dict)


def primary(counts: Counts, *, suppress_below: int, suppress_count_below: int) -> pd.DataFrame:
    """What is withheld for its own sake, as a table of bool: few people living there, or 1 to a few counted.

    Args:
        suppress_below: an area with fewer people shows no count.
        suppress_count_below: counts from 1 to one less than this are not shown.
    """
    few_counted = (counts.people > 0) & (counts.people < suppress_count_below)
    return few_counted.where(counts.population >= suppress_below, other=True)
