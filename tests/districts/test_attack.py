"""Nobody can work out a withheld count from what is published, and without secondary suppression anybody could."""

from dataclasses import replace

import pandas as pd
import pytest

from geodata.districts import calibration, estimated_shares
from geodata.districts.disclosure import Counts, hidden, primary, with_hidden
from tests.districts.attack import BORN, ESTIMATE, FOREIGN, conclusions
from tests.districts.census_truth import INDICATOR_OF, needs_source, people_counted
from tests.districts.small_tables import RULE, counts, published, too_tight, truth_of

COUNTED = {name: (name,) for name in INDICATOR_OF.values()} | {ESTIMATE: (BORN, FOREIGN)}


def primary_only(table: Counts) -> pd.DataFrame:
    mask = primary(table, **RULE)
    mask.loc["00"] = False
    return mask


EXAMPLE = counts(
    {FOREIGN: {"00": 260, "04": 160, "04-1": 3, "04-2": 57, "04-3": 100, "05": 100}},
    {"00": 8000, "04": 5000, "04-1": 900, "04-2": 1100, "04-3": 3000, "05": 3000},
)
"""Foreign nationals, in two districts:

    area    people  counted    primary rule only    with secondary suppression
    00        8000      260             260                 260
    04        5000      160             160                 160
    04-1       900        3               ·  = 3              ·  0 to 60
    04-2      1100       57              57                   ·  0 to 60
    04-3      3000      100             100                 100
    05        3000      100             100                 100
"""


def test_in_the_example_the_primary_rule_alone_hides_nothing() -> None:
    alone = conclusions(published(EXAMPLE, primary_only(EXAMPLE)))
    assert alone.to_dict("index") == {("04-1", FOREIGN): {"low": 3, "high": 3}}
    assert not too_tight(alone, truth_of(EXAMPLE)).empty
    protected = conclusions(published(EXAMPLE, hidden(EXAMPLE, **RULE)))
    assert protected.to_dict("index") == {(key, FOREIGN): {"low": 0, "high": 60} for key in ("04-1", "04-2")}
    assert too_tight(protected, truth_of(EXAMPLE)).empty


def test_in_the_example_it_does_not_help_to_know_the_program() -> None:
    """Whoever tries all counts that add up, and keeps those for which the same cells go, still has 1, 2, 3 and 4.

    They also know that the other one may be the small one. Were the partner chosen by its count, fewer would be left.
    """
    mask = hidden(EXAMPLE, **RULE)
    possible = set()
    for count in range(61):
        people = EXAMPLE.people.copy()
        people.loc[["04-1", "04-2"], FOREIGN] = [count, 60 - count]
        if hidden(replace(EXAMPLE, people=people), **RULE).equals(mask):
            possible.add(count)
    assert possible == {1, 2, 3, 4, 56, 57, 58, 59}


def test_the_attack_reads_estimates() -> None:
    """Were an estimate published beside a withheld count, its digits would say how many it was: so it goes, too."""
    table = counts(
        {BORN: {"00": 500, "01": 100, "02": 400}, FOREIGN: {"00": 203, "01": 3, "02": 200}},
        {"00": 2500, "01": 1000, "02": 1500},
    )
    mask = hidden(table, **RULE)
    assert mask[FOREIGN].drop("00").all()
    rows = with_estimates(published(table, mask), table, share=0.21)
    found = conclusions(rows)
    assert found.loc[("01", FOREIGN)].round().tolist() == [3, 3]
    kept = conclusions(with_hidden(rows, mask, counted=COUNTED))
    assert too_tight(kept, truth_of(table)).empty


def with_estimates(rows: pd.DataFrame, table: Counts, *, share: float) -> pd.DataFrame:
    """The rows, and the estimate of migration background for every area, to the digits in which it is published."""
    people = table.people[[BORN, FOREIGN]].set_axis(["born_abroad", "foreign_nationals"], axis=1)
    people = people.assign(population=table.population)
    estimates = estimated_shares(people, calibration(people.loc[["00"]], share)).round(4)
    estimates["numerator"] = estimates["numerator"].round()
    fixed = {"denominator": table.population.astype(float), "indicator": ESTIMATE, "unit": "share", "suppressed": ""}
    more = estimates.assign(**fixed).rename_axis("district_key").reset_index()
    return pd.concat([rows, more], ignore_index=True)


@pytest.fixture(scope="module")
def census() -> Counts:
    people = people_counted()
    return counts(people.drop(columns="population").to_dict(), people["population"].to_dict())


@needs_source
def test_on_the_census_the_primary_rule_alone_hides_hardly_anything(census: Counts) -> None:
    """Most withheld counts follow to the person, and none has the room that the rule asks for."""
    mask = primary_only(census)
    rows = with_hidden(with_estimates(published(census, mask), census, share=0.185), mask, counted=COUNTED)
    found = conclusions(rows)
    assert len(too_tight(found, truth_of(census))) == len(found) == mask.to_numpy().sum()
    assert (found["low"] == found["high"]).sum() > 0.8 * len(found)


@needs_source
def test_on_the_census_nothing_withheld_follows(census: Counts) -> None:
    mask = hidden(census, **RULE)
    rows = with_hidden(with_estimates(published(census, mask), census, share=0.185), mask, counted=COUNTED)
    found = conclusions(rows)
    assert len(found) == mask.to_numpy().sum()
    assert too_tight(found, truth_of(census)).empty
