"""Ranks and differences: as sure as the bounds allow, held against every corner case written out."""

import math
from itertools import product
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.districts.area_keys import contains, level_of
from geodata.districts.comparison.ranks import ranks
from geodata.districts.comparison.refusal import Refusal
from geodata.districts.comparison.sides import Comparison, Difference, compare, difference
from geodata.districts.comparison.value import Value
from tests.districts.areas import ROW, bounded, rows_of

HUNDREDTHS = st.integers(0, 12).map(lambda n: n / 100)
BOUNDS = st.tuples(HUNDREDTHS, HUNDREDTHS, HUNDREDTHS).map(sorted)


def value_of(**row: Any) -> Value:
    return Value.from_row(ROW | row)


def table(bounds: list[list[float]]) -> pd.DataFrame:
    return rows_of(
        *(bounded(f"{n:02}", value, lower=low, upper=up) for n, (low, value, up) in enumerate(bounds, start=1))
    )


@given(st.lists(BOUNDS, min_size=1, max_size=6))
def test_possible_ranks_are_those_of_all_corners(bounds: list[list[float]]) -> None:
    """A rank moves only when values pass each other, so the ends of the bounds show every extreme."""
    possible: list[set[int]] = [set() for _ in bounds]
    for corner in product(*((low, up) for low, _, up in bounds)):
        for found, number in zip(possible, corner, strict=True):
            found.add(1 + sum(other > number for other in corner))
    ranked = ranks(table(bounds))
    assert list(ranked["best"]) == [min(found) for found in possible]
    assert list(ranked["worst"]) == [max(found) for found in possible]
    assert list(ranked["safe"]) == [len(found) == 1 for found in possible]
    assert ((ranked["best"] <= ranked["rank"]) & (ranked["rank"] <= ranked["worst"])).all()


def test_without_bounds_every_rank_is_safe_and_ties_share() -> None:
    values = {"01": 0.2, "02": 0.3, "03": 0.2, "04": 0.1}
    ranked = ranks(rows_of(*(bounded(key, value) for key, value in values.items())))
    assert ranked["rank"].to_dict() == {"01": 2, "02": 1, "03": 2, "04": 4}
    assert (ranked["best"] == ranked["worst"]).all()
    assert set(ranked["ranked"]) == {4}


def test_only_shown_values_are_ranked_each_level_by_itself() -> None:
    ranked = ranks(
        rows_of(
            bounded("00", 0.9),
            bounded("01", 0.1),
            bounded("01-101", 0.5),
            bounded("01-102", 0.6),
            {"district_key": "02", "suppressed": "yes"},
            {"district_key": "03"},
        )
    )
    assert ranked["rank"].to_dict() == {"01": 1, "01-101": 2, "01-102": 1}
    assert ranked["ranked"].to_dict() == {"01": 1, "01-101": 2, "01-102": 2}
    assert ranks(rows_of()).empty


@given(BOUNDS, BOUNDS)
def test_a_difference_turns_its_sign_with_the_order(first: list[float], second: list[float]) -> None:
    a, b = (
        value_of(**bounded(key, number, lower=low, upper=up))
        for key, (low, number, up) in (("01", first), ("02", second))
    )
    there, back = difference(a, b), difference(b, a)
    assert isinstance(there, Difference)
    assert isinstance(back, Difference)
    assert (there.difference, there.lower, there.upper) == (-back.difference, -back.upper, -back.lower)
    assert there.lower <= there.difference <= there.upper
    assert there.secured == back.secured == (first[2] < second[0] or second[2] < first[0])
    assert there.at_least == back.at_least


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((0.2911, 0.2666, 0.4030), (0.3005, 0.2658, 0.4591), (-0.0094, -0.1925, 0.1372, False, 0)),
        ((0.30, 0.29, 0.31), (0.20, 0.10, 0.25), (0.10, 0.04, 0.21, True, 0.04)),
        ((0.10, 0.05, 0.12), (0.20, 0.15, 0.25), (-0.10, -0.20, -0.03, True, 0.03)),
        ((0.10, 0.05, 0.20), (0.30, 0.20, 0.40), (-0.20, -0.35, 0, False, 0)),  # they touch
        ((0.30, math.nan, math.nan), (0.10, math.nan, math.nan), (0.20, 0.20, 0.20, True, 0.20)),
        ((0.10, math.nan, math.nan), (0.10, math.nan, math.nan), (0, 0, 0, False, 0)),
        ((0.30, math.nan, math.nan), (0.10, 0.05, 0.35), (0.20, -0.05, 0.25, False, 0)),
    ],
)
def test_differences(a: tuple[float, ...], b: tuple[float, ...], expected: tuple[float, ...]) -> None:
    first, second = (
        value_of(**bounded(key, row[0], lower=row[1], upper=row[2])) for key, row in (("09", a), ("05", b))
    )
    found = difference(first, second)
    assert isinstance(found, Difference)
    assert (found.difference, found.lower, found.upper, found.secured, found.at_least) == expected
    assert found.exact == (math.isnan(a[1]) and math.isnan(b[1]))


@pytest.mark.parametrize(
    ("row", "reason", "keys"),
    [
        ({"district_key": "01"}, "same_area", ("01", "01")),
        ({"suppressed": "yes", "value": math.nan}, "withheld", ("02",)),
        ({"value": math.nan}, "no_data", ("02",)),
        ({"definition": "extended_2018"}, "different_definition", ("01", "02")),
        ({"unit": "people"}, "different_unit", ("01", "02")),
        ({"reference_date": "2022-05-15"}, "different_date", ("01", "02")),
        ({"indicator": "born_abroad_share"}, "different_indicator", ("01", "02")),
    ],
)
def test_what_does_not_belong_together_is_refused(row: dict[str, Any], reason: str, keys: tuple[str, str]) -> None:
    found = difference(value_of(value=0.1), value_of(**({"district_key": "02", "value": 0.2} | row)))
    assert isinstance(found, Refusal)
    assert (found.reason, found.keys) == (reason, keys)


def test_a_hidden_value_gives_nothing_away() -> None:
    """Whatever a table holds beside the mark: none of it comes out."""
    value = value_of(suppressed="yes", value=0.04, lower=0.03, upper=0.05, numerator=2.0, denominator=50.0)
    assert value.state == "withheld"
    assert all(math.isnan(number) for number in (value.value, value.lower, value.upper))
    assert value.denominator == 50


@pytest.mark.parametrize(
    ("outer", "inner", "inside"),
    [
        ("00", "04", True),
        ("00", "04-301", True),
        ("04", "04-301", True),
        ("04", "00", False),
        ("04", "14-301", False),
        ("04", "04", False),
        ("0", "04-301", False),
    ],
)
def test_areas_in_areas(outer: str, inner: str, *, inside: bool) -> None:
    assert contains(outer, inner) is inside
    found = difference(value_of(district_key=outer, value=0.1), value_of(district_key=inner, value=0.2))
    assert isinstance(found, Refusal) or found.part_of == (contains(outer, inner) or contains(inner, outer))


def test_levels() -> None:
    assert [level_of(key) for key in ("00", "04", "04-301")] == ["city", "district", "polling_district"]


def test_areas_side_by_side_with_the_city() -> None:
    rows = rows_of(bounded("00", 0.2), bounded("01", 0.1), bounded("02", 0.3), bounded("03", 0.25))
    found = compare(rows, ["03", "00", "01", "03", "09"])
    assert isinstance(found, Comparison)
    assert list(found.table.index) == ["03", "01", "09", "00"]
    assert list(found.table["state"]) == ["shown", "shown", "no_data", "shown"]
    assert list(found.table["rank"].astype(object).where(found.table["rank"].notna(), 0)) == [2, 3, 0, 0]
    assert [getattr(each, "difference", None) for each in found.differences] == [0.15, None, None]
    assert [each.state for each in found.areas] == ["shown", "shown", "no_data"]


def test_one_area_alone_is_held_against_the_city() -> None:
    found = compare(rows_of(bounded("00", 0.2), bounded("01", 0.1)), ["01"])
    assert isinstance(found, Comparison)
    (only,) = found.differences
    assert isinstance(only, Difference)
    assert (only.a.key, only.b.key, only.difference, only.part_of) == ("01", "00", -0.1, True)
    nothing = compare(rows_of(bounded("00", 0.2)), [])
    assert isinstance(nothing, Comparison)
    assert nothing.differences == ()


def test_two_definitions_are_never_compared() -> None:
    rows = rows_of(bounded("01", 0.1), bounded("02", 0.2) | {"definition": "extended_2018"})
    assert compare(rows, ["01", "02"]) == Refusal("different_definition", ("01", "02"), ("city_first", "extended_2018"))


@pytest.mark.parametrize(
    ("row", "people"),
    [
        ({"unit": "share", "denominator": 900.0}, 900),
        ({"unit": "people", "value": 800.0}, 800),
        ({"unit": "people_per_km2", "numerator": 700.0, "denominator": 0.5}, 700),
        ({"unit": "places", "value": 3.0}, 55),
    ],
)
def test_people_beside_the_value(row: dict[str, Any], people: float) -> None:
    found = compare(rows_of({"value": 0.1} | row), ["01"], people={"01": 55.0})
    assert isinstance(found, Comparison)
    assert found.table.loc["01", "people"] == people
