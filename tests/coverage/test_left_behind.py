"""Two groups side by side: shares as in the gap table, bounds that hold whatever is answered, parts that add up."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from geodata.adapters.city_data import CityData
from geodata.adapters.coverage_ground import offers_in
from geodata.coverage.catchments import ALL, FAR, GROUPS, Catchments
from geodata.coverage.gap_table import GapTable
from geodata.coverage.left_behind import Behind, left_behind, parts_of
from geodata.coverage.offers import Offer, Offers
from geodata.coverage.question import Question
from tests.coverage.generated import cases, table_of
from tests.coverage.open_cases import open_cases

Case = tuple[Question, Offers, Catchments]
CHECKED = settings(max_examples=60)
FEW = settings(max_examples=40)
MOST_SILENT = 5
CLOSE = 1e-12
groups = st.sampled_from(GROUPS[1:])


def table_for(case: Case, group: str) -> GapTable:
    question, made, ground = case
    return GapTable.from_question(replace(question, group=group), made, catchments=ground)


def same(one: Sequence[float], other: Sequence[float]) -> bool:
    """Equal to the last bit; NaN equals NaN."""
    return np.array_equal(one, other, equal_nan=True)


@CHECKED
@given(cases(), groups, st.sampled_from(GROUPS))
def test_shares_are_those_of_both_groups_gap_tables(case: Case, group: str, against: str) -> None:
    found = left_behind(table_of(case), group, against=against)
    tables = table_for(case, group), table_for(case, against)
    for behind, row, other in zip(found, *(table.rows for table in tables), strict=True):
        assert behind.area_key == row.area_key
        assert behind.people == (row.residents, other.residents)
        assert same(behind.shares, (row.share_lower, row.share_upper))
        assert same(behind.against, (other.share_lower, other.share_upper))


def answers(case: Case) -> Iterator[GapTable]:
    """The table after every combination of answers: each offer that leaves something open fits, or does not."""
    question, made, ground = case
    silent = np.flatnonzero(table_of(case).fit.unsure).tolist()
    for combination in product((True, False), repeat=len(silent)):
        records = list(made.records)
        for row, yes in zip(silent, combination, strict=True):
            fitting = {"languages": question.languages[:1], "hours": "24/7", "status": "active"}
            records[row] = replace(records[row], **(fitting if yes else {"status": "defunct"}))
        yield GapTable.from_question(question, Offers(tuple(records), made.assumed), catchments=ground)


def assert_held(found: Behind, after: Behind) -> None:
    """After all is answered both ends are one number, and it lies between the bounds there were before."""
    for before, known in ((found.shares, after.shares), (found.against, after.against)):
        assert same(known[:1], known[1:])
        assert math.isnan(known[0]) or before[0] <= known[0] <= before[1]
    lower, upper = after.difference
    assert same((lower,), (upper,))
    assert lower == pytest.approx(after.shares[0] - after.against[0], abs=CLOSE, nan_ok=True)
    assert math.isnan(lower) or found.difference[0] - CLOSE <= lower <= found.difference[1] + CLOSE


@FEW
@given(open_cases(4), groups)
def test_bounds_of_the_difference_hold_for_every_combination_of_answers(case: Case, group: str) -> None:
    table = table_of(case)
    assume(0 < table.fit.unsure.sum() <= MOST_SILENT)
    found = left_behind(table, group)
    for answered in answers(case):
        for before, after in zip(found, left_behind(answered, group), strict=True):
            assert_held(before, after)


@CHECKED
@given(cases(), groups)
def test_bounds_of_the_difference_are_never_wider_than_those_of_the_shares_allow(case: Case, group: str) -> None:
    for row in left_behind(table_of(case), group):
        if all(row.people):
            assert row.shares[0] - row.against[1] - CLOSE <= row.difference[0] <= row.difference[1]
            assert row.difference[1] <= row.shares[1] - row.against[0] + CLOSE


@CHECKED
@given(cases(), st.sampled_from(GROUPS))
def test_a_group_held_against_itself_differs_in_nothing(case: Case, group: str) -> None:
    table = table_of(case)
    for row in left_behind(table, group, against=group):
        assert same(row.difference, (0.0, 0.0) if row.people[0] else (math.nan, math.nan))
    for parts in parts_of(table, group, against=group):
        values = (parts.districts, parts.places, parts.total)
        assert same(values, (0.0,) * 3 if row.people[0] else (math.nan,) * 3)


@CHECKED
@given(cases(), groups, st.sampled_from(GROUPS))
def test_parts_add_up_to_the_difference_of_the_city(case: Case, group: str, against: str) -> None:
    table = table_of(case)
    city = left_behind(table, group, against=against)[-1]
    for bound, parts in enumerate(parts_of(table, group, against=against)):
        assert parts.total == pytest.approx(city.shares[bound] - city.against[bound], abs=CLOSE, nan_ok=True)


@CHECKED
@given(cases(), groups, st.sampled_from(GROUPS))
def test_seen_from_the_other_group_everything_has_the_other_sign(case: Case, group: str, against: str) -> None:
    """Neither group is the standard."""
    table = table_of(case)
    there, back = left_behind(table, group, against=against), left_behind(table, against, against=group)
    for one, other in zip(there, back, strict=True):
        assert one.difference == pytest.approx([-end for end in other.difference[::-1]], abs=CLOSE, nan_ok=True)
    pairs = zip(parts_of(table, group, against=against), parts_of(table, against, against=group), strict=True)
    for parts, others in pairs:
        assert parts.districts == pytest.approx(-others.districts, abs=CLOSE, nan_ok=True)
        assert parts.places == pytest.approx(-others.places, abs=CLOSE, nan_ok=True)


@CHECKED
@given(cases(), groups)
def test_parts_are_those_of_a_plain_loop(case: Case, group: str) -> None:
    """Kitagawa's two terms as they stand in the paper: each with the mean of the two groups as its weight."""
    tables, city = (
        (table_for(case, group), table_for(case, ALL)),
        (table_for(case, group).city, table_for(case, ALL).city),
    )
    assume(city[0].residents and city[1].residents)
    for bound, parts in zip(("lower", "upper"), parts_of(tables[0], group), strict=True):
        districts = places = 0.0
        for rows in zip(tables[0].rows[:-1], tables[1].rows[:-1], strict=True):
            if not rows[1].residents:
                continue  # everybody is in the second group: nobody lives here at all
            one, other = (row.residents / whole.residents for row, whole in zip(rows, city, strict=True))
            usual = getattr(rows[1], f"share_{bound}")
            share = getattr(rows[0], f"share_{bound}") if rows[0].residents else usual
            districts += (one - other) * (share + usual) / 2
            places += (share - usual) * (one + other) / 2
        assert (parts.districts, parts.places) == pytest.approx((districts, places), abs=CLOSE)


GROUP = "age_80_plus"


def small(people: Sequence[int], group: Sequence[int], *, near: Sequence[str]) -> GapTable:
    """Two districts of two cells each; `near` says of every cell which offer it reaches: "s"ure, "u"nsure or "-"."""
    steps = np.array([[8 if each == kind else FAR for each in near] for kind in "su"], dtype=np.uint8)
    ground = Catchments(
        cells=tuple(f"100mN31000E4300{column}" for column in range(4)),
        area_keys=("01", "02"),
        area_of=np.array([0, 0, 1, 1]),
        people={ALL: np.array(people), GROUP: np.array(group)},
        facility_ids=("s", "u"),
        steps=steps,
        between=np.zeros((0, 4), dtype=np.uint8),
        limit_min=60.0,
    )
    made = Offers(
        (
            Offer("s", "s", 0, "01", "steps", "office", languages=("ar",)),
            Offer("u", "u", 1, "02", "steps", "office"),
        )
    )
    return GapTable.from_question(Question(languages=("ar",)), made, catchments=ground)


def test_where_only_the_district_matters_all_of_it_comes_from_the_districts() -> None:
    table = small([50, 50, 50, 50], [40, 40, 10, 10], near="ss--")
    sure, possible = parts_of(table, GROUP)
    assert (sure.districts, sure.places) == pytest.approx((0.3, 0.0))
    assert possible == sure
    assert left_behind(table, GROUP)[-1].difference == pytest.approx((0.3, 0.3))


def test_where_a_group_lives_apart_in_each_district_all_of_it_comes_from_the_places() -> None:
    sure, _ = parts_of(small([50, 50, 50, 50], [10, 40, 10, 40], near="s-s-"), GROUP)
    assert (sure.districts, sure.places) == pytest.approx((0.0, -0.3))


def test_bounds_are_reached_where_one_silent_offer_decides() -> None:
    """All 20 of the group in district 02 live where only the silent offer is, and half of all residents."""
    rows = left_behind(small([50, 50, 50, 50], [0, 0, 20, 0], near="--us"), GROUP)
    assert rows[1].difference == pytest.approx((-0.5, 0.0))
    assert rows[1].shares == (0.0, 1.0)
    assert rows[1].against == (0.5, 1.0)


def test_where_nobody_of_the_group_is_there_is_no_share_and_no_difference() -> None:
    """Not even where nothing is within reach of the cells."""
    found = left_behind(small([50, 50, 0, 0], [0, 0, 0, 0], near="s---"), GROUP)
    assert [row.people for row in found] == [(0, 100), (0, 0), (0, 100)]
    for row in found:
        assert all(math.isnan(value) for value in (*row.shares, *row.difference))
    assert found[0].against == (0.5, 0.5)
    assert all(math.isnan(value) for value in found[1].against)
    assert all(math.isnan(parts.total) for parts in parts_of(small([9] * 4, [0] * 4, near="s---"), GROUP))


def test_a_district_without_the_group_leaves_the_rest_comparable() -> None:
    table = small([50, 50, 50, 50], [20, 20, 0, 0], near="s-s-")
    assert [math.isnan(row.difference[0]) for row in left_behind(table, GROUP)] == [False, True, False]
    sure, _ = parts_of(table, GROUP)
    assert sure.total == pytest.approx(0.0)


@pytest.mark.parametrize("group", GROUPS[1:])
def test_the_shipped_city_says_where_each_group_is_behind(
    shipped_city: CityData, shipped_catchments: Callable[[str, str], Catchments], group: str
) -> None:
    ground = shipped_catchments("walking", "district")
    offers = offers_in(shipped_city, ground)
    table = GapTable.from_question(Question("language_education", languages=("ar",)), offers, catchments=ground)
    city = left_behind(table, group)[-1]
    assert city.difference[0] < city.difference[1]
    for bound, parts in enumerate(parts_of(table, group)):
        difference = city.shares[bound] - city.against[bound]
        assert city.difference[0] - CLOSE <= difference <= city.difference[1] + CLOSE
        assert parts.total == pytest.approx(difference, abs=CLOSE)
