"""Which counts are withheld, on tables small enough to be checked by head."""

import pandas as pd
import pytest

from geodata.adapters.city_data import CityData
from geodata.districts.disclosure import Counts, from_edition, hidden, reason, with_hidden, with_protection
from geodata.errors import GeodataError
from tests.districts.attack import APART, BORN, FOREIGN, SUMS
from tests.districts.small_tables import RULE, counts

CHILDREN, OLD = APART[0]


def column(people: dict[str, int], *, population: dict[str, int] | None = None, name: str = FOREIGN) -> Counts:
    """One count; 1,000 people wherever nothing else is said."""
    return counts({name: people}, dict.fromkeys(people, 1000) | {"00": 100_000} | (population or {}))


def withheld(table: Counts, name: str = FOREIGN) -> list[str]:
    mask = hidden(table, **RULE)
    return list(mask.index[mask[name]])


@pytest.mark.parametrize(("count", "expected"), [(0, []), (1, ["01", "02"]), (4, ["01", "02"]), (5, [])])
def test_one_to_four_people_are_few_and_nobody_is_not(count: int, expected: list[str]) -> None:
    people = {"00": count + 300, "01": count, "02": 100, "03": 200}
    assert withheld(column(people)) == expected


def test_where_few_people_live_even_zero_is_withheld() -> None:
    people = {"00": 300, "01": 0, "02": 100, "03": 200}
    assert withheld(column(people, population={"01": 99})) == ["01", "02"]
    assert withheld(column(people, population={"01": 100})) == []


def test_the_partner_is_chosen_by_what_everybody_knows() -> None:
    """02 and 03 swap their counts, and the choice does not tell: it goes by the smaller population."""
    population = {"01": 900, "02": 1100, "03": 1200}
    for people in ({"02": 50, "03": 60}, {"02": 60, "03": 50}):
        assert withheld(column({"00": 113, "01": 3} | people, population=population)) == ["01", "02"]


def test_a_polling_district_takes_its_neighbour_before_a_district() -> None:
    people = {"00": 203, "04": 103, "04-1": 3, "04-2": 40, "04-3": 60, "05": 100}
    assert withheld(column(people, population={"04": 3000})) == ["04-1", "04-2"]


def test_a_district_made_of_one_polling_district_is_withheld_with_it() -> None:
    people = {"00": 203, "13": 3, "13-1": 3, "04": 200, "04-1": 90, "04-2": 110}
    assert withheld(column(people, population={"04": 2000})) == ["13", "13-1", "04", "04-1"]


def test_two_withheld_are_not_enough_where_their_sum_is_small() -> None:
    """1 + 1 = 2 would say: neither is more than two. A third takes part, so that four stays possible."""
    people = {"00": 102, "01": 1, "02": 1, "03": 40, "04": 60}
    assert withheld(column(people)) == ["01", "02", "03"]


def test_what_cannot_be_hidden_ends_the_search() -> None:
    """The city's total is known, and two people are two people."""
    assert withheld(column({"00": 2, "01": 2, "02": 0, "03": 0})) == ["01", "02"]


@pytest.mark.parametrize(("outside", "expected"), [(0, ["04-1", "04-2"]), (1, ["04-1", "04-2"]), (2, ["04-1"])])
def test_areas_that_do_not_add_up_protect_only_as_far_as_people_are_missing(outside: int, expected: list[str]) -> None:
    """Two are counted, and `outside` elsewhere in the district: at most 2 + outside, and four is to stay possible."""
    people = {"00": 200, "04": 102 + outside, "04-1": 2, "04-2": 100, "05": 98 - outside}
    assert withheld(column(people, population={"04": 3000})) == expected


def test_few_people_elsewhere_leave_little_room_below() -> None:
    """Six were counted outside of the two areas, where six people live: so they are all of them, and 4 is 4."""
    people = {"00": 110, "01": 4, "02": 100}
    assert withheld(column(people, population={"00": 2006})) == ["01", "02"]
    assert withheld(column(people, population={"00": 2010})) == ["01"]


def test_a_count_does_not_follow_from_the_columns() -> None:
    """The regions add up to born abroad and the areas to the city: it takes two regions, and both in two areas."""
    people = {}
    for part, first, second in zip(SUMS[BORN], [3, 40, 50, 60], [30, 40, 50, 60], strict=True):
        people[part] = {"00": first + second, "01": first, "02": second}
    people[BORN] = {key: sum(people[part][key] for part in SUMS[BORN]) for key in ("00", "01", "02")}
    mask = hidden(counts(people, {"00": 2000, "01": 1000, "02": 1000}), **RULE)
    assert mask.to_numpy().sum() == 4
    assert mask.loc["01"].sum() == mask.loc["02"].sum() == 2


def test_a_column_that_other_figures_are_made_from_is_spared() -> None:
    """Born abroad would be the nearer partner; the estimate of migration background needs it, too."""
    regions = SUMS[BORN]
    people = {name: {"01": count} for name, count in zip((*regions, BORN), (3, 9, 9, 9, 30), strict=True)}
    table = counts(people, {"01": 500})
    spared = Counts(table.people, table.population, table.parent, sums=table.sums, figures={BORN: 20})
    assert not hidden(spared, **RULE)[BORN].any()
    dear = Counts(table.people, table.population, table.parent, sums=table.sums, figures=dict.fromkeys(regions, 20))
    assert hidden(dear, **RULE)[BORN].all()


def test_an_old_peoples_home_does_not_give_its_children_away() -> None:
    """Of 103 people 100 are 80 and older: at most three are children, unless that is not shown either."""
    people = {CHILDREN: {"01": 3}, OLD: {"01": 100}}
    assert hidden(counts(people, {"01": 103}), **RULE).all(axis=None)
    assert not hidden(counts(people, {"01": 300}), **RULE)[OLD].any()


def test_rows_lose_everything_but_their_denominator() -> None:
    table = column({"00": 203, "01": 3, "02": 80, "03": 120})
    rows = pd.DataFrame(
        {
            "district_key": ["00", "01", "02", "01", "01"],
            "indicator": [FOREIGN, FOREIGN, FOREIGN, "estimate", "population"],
            "denominator": ["100000", "1000", "1000", "1000", ""],
            "suppressed": "",
        }
        | dict.fromkeys(("value", "numerator", "lower", "upper"), "1")
    )
    result = with_hidden(rows, hidden(table, **RULE), counted={FOREIGN: (FOREIGN,), "estimate": (FOREIGN,)})
    assert result["suppressed"].tolist() == ["", "yes", "yes", "yes", ""]
    assert (result.loc[1:3, ["value", "numerator", "lower", "upper"]] == "").all(axis=None)
    assert (result.loc[[0, 4], ["value", "numerator", "lower", "upper"]] == "1").all(axis=None)
    assert result["denominator"].tolist() == rows["denominator"].tolist()


def edition(numerators: list[float], *, denominators: list[float] | None = None) -> pd.DataFrame:
    """Typed rows of one indicator for the districts 01, 02, …, as the office's own table gives them."""
    number = pd.Series(numerators, dtype=float)
    below = pd.Series(denominators or [1000.0] * len(number))
    keys = [f"{position:02}" for position in range(1, len(number) + 1)]
    rows = pd.DataFrame({"district_key": keys, "numerator": number, "denominator": below, "value": number / below})
    return rows.assign(indicator="own_share", lower=float("nan"), upper=float("nan"), suppressed="")


def test_an_uploaded_column_is_held_to_the_same_rule(shipped_city: CityData) -> None:
    """The city's total is not in the table, but it is taken to be known: one district alone is never withheld."""
    result = with_protection(edition([3, 80, 120, 90]), city=shipped_city.city)
    assert result["suppressed"].tolist() == ["yes", "yes", "", ""]
    assert result.loc[:1, ["value", "numerator"]].isna().all(axis=None)
    without = edition([3, 80, 120, 90]).assign(numerator=float("nan"))
    assert with_protection(without, city=shipped_city.city)["suppressed"].tolist() == ["yes", "yes", "", ""]
    empty = edition([]).assign(suppressed="")
    assert with_protection(empty, city=shipped_city.city).empty


def test_an_area_without_data_stays_without(shipped_city: CityData) -> None:
    result = with_protection(edition([80, float("nan"), 120]), city=shipped_city.city)
    assert result["suppressed"].tolist() == ["", "", ""]
    assert "02" not in from_edition(edition([80, float("nan"), 120]), "own").people.index


def test_a_share_of_nobody_knows_how_many_is_refused(shipped_city: CityData) -> None:
    rows = edition([80, 90], denominators=[1000.0, float("nan")]).assign(value=[0.08, 0.09])
    with pytest.raises(GeodataError, match="02"):
        with_protection(rows, city=shipped_city.city)


def test_the_reason_does_not_say_which_rule_it_was(shipped_city: CityData) -> None:
    city = shipped_city.city
    assert reason(city.suppress_below - 1, city=city) == "few_people"
    assert reason(city.suppress_below, city=city) == "few_counted"
