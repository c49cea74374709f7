"""What must hold of every table, whatever a city looks like."""

import math
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.coverage.catchments import Catchments
from geodata.coverage.gap_table import GapTable
from geodata.coverage.offers import Offers
from geodata.coverage.question import Question
from geodata.coverage.reach import quantile, within
from tests.coverage.generated import ASSUMED, LANGUAGES, cases, table_of

Case = tuple[Question, Offers, Catchments]
CHECKED = settings(max_examples=60)


@CHECKED
@given(cases())
def test_the_lower_bound_is_never_above_the_upper_one(case: Case) -> None:
    table = table_of(case)
    for row in table.rows:
        assert 0 <= row.lower <= row.upper <= row.residents
        assert row.offers[0] <= row.offers[1]
        assert row.without == (row.residents - row.upper, row.residents - row.lower)
        if row.residents:
            assert 0 <= row.share_lower <= row.share_upper <= 1
            assert row.median_min[0] <= row.median_min[1]
            assert row.worst_tenth_min[0] <= row.worst_tenth_min[1]
            assert row.median_min <= row.worst_tenth_min
        else:
            unknown = (row.share_lower, row.share_upper, *row.per_1000, *row.median_min, *row.worst_tenth_min)
            assert all(math.isnan(value) for value in unknown)


@CHECKED
@given(cases())
def test_the_city_is_the_sum_of_its_areas(case: Case) -> None:
    table = table_of(case)
    areas, city = table.rows[:-1], table.city
    assert [row.area_key for row in areas] == list(case[2].area_keys)
    for name in ("residents", "lower", "upper"):
        assert sum(getattr(row, name) for row in areas) == getattr(city, name)
    assert tuple(sum(column) for column in zip(*(row.offers for row in areas), strict=True)) == city.offers
    assert max(row.unknown_offers for row in areas) <= city.unknown_offers <= sum(row.unknown_offers for row in areas)


@CHECKED
@given(cases())
def test_without_anything_left_open_the_bounds_are_one_number(case: Case) -> None:
    question, made, ground = case
    stated = [replace(offer, languages=offer.languages or LANGUAGES, status="active") for offer in made.records]
    stated = [replace(offer, hours=offer.hours or "24/7") for offer in stated]
    table = GapTable.from_question(question, Offers(tuple(stated), ASSUMED), catchments=ground)
    assert table.reach.is_certain
    assert not table.unknown_cells.any()
    assert all(row.lower == row.upper for row in table.rows)
    assert [row.unknown_offers for row in table.rows] == [0] * len(table.rows)


@CHECKED
@given(cases())
def test_bounds_are_apart_just_where_an_answer_would_make_a_difference(case: Case) -> None:
    for row in table_of(case).rows:
        assert (row.lower < row.upper) == (row.unknown_offers > 0)


@CHECKED
@given(cases(), st.integers(5, 60))
def test_one_histogram_holds_every_radius(case: Case, minutes: int) -> None:
    question, made, ground = case
    asked = GapTable.from_question(replace(question, minutes=minutes), made, catchments=ground)
    sure, possible = table_of(case).reach.histograms(question.group)
    assert within(sure, minutes).tolist() == [row.lower for row in asked.rows[:-1]]
    assert within(possible, minutes).tolist() == [row.upper for row in asked.rows[:-1]]


@CHECKED
@given(cases(), st.sampled_from([0.1, 0.5, 0.9, 1.0]))
def test_within_the_median_there_is_half_and_a_step_sooner_there_is_not(case: Case, share: float) -> None:
    table = table_of(case)
    for counts in table.reach.histograms(case[0].group):
        everybody = counts.sum(axis=1)
        for area, minutes in enumerate(quantile(counts, share)):
            assert math.isnan(minutes) == (everybody[area] == 0)
            if math.isfinite(minutes):
                assert within(counts, minutes)[area] >= share * everybody[area]
            if everybody[area]:
                sooner = min(minutes, table.catchments.limit_min + 0.25) - 0.25
                assert sooner < 0 or within(counts, sooner)[area] < share * everybody[area]


@CHECKED
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_the_offers_does_not_matter(case: Case, random: Random) -> None:
    question, made, ground = case
    shuffled = random.sample(made.records, len(made))
    one, other = (
        GapTable.from_question(question, some, catchments=ground) for some in (made, Offers(tuple(shuffled), ASSUMED))
    )
    assert repr(one.rows) == repr(other.rows)
