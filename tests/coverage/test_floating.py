"""2SFCA and E2SFCA against PySAL's `access` on the same matrix, cell by cell, and what must hold of both."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from access import Access, weights
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.adapters.city_data import CityData
from geodata.adapters.coverage_ground import offers_in
from geodata.coverage.catchments import ALL, FAR, NOWHERE, Catchments, Mask
from geodata.coverage.gap_table import GapTable
from geodata.coverage.offers import Offer, Offers
from geodata.coverage.question import Question
from geodata.coverage.stability.floating import FALLING, FLAT, floating, per_cell
from tests.coverage.generated import ASSUMED, cases, large_case, offers, table_of

Case = tuple[Question, Offers, Catchments]
Read = Callable[[str, str], Catchments]
Zones = tuple[float, Sequence[float]]
CHECKED = settings(max_examples=60)
CLOSE = {"rel": 1e-9, "abs": 1e-15}
MEASURES = pytest.mark.parametrize("zone_weights", [FLAT, FALLING], ids=["2SFCA", "E2SFCA"])


def peer(fitting: Mask, offers: Offers, catchments: Catchments, *, people: np.ndarray, zones: Zones) -> list[float]:
    """What `access` says of every cell: 0 where nothing is within reach."""
    supply = pd.Series(offers.places[fitting]).value_counts().drop(NOWHERE, errors="ignore").astype(float)
    places = supply.index.to_numpy()
    row, cell = np.nonzero(catchments.from_places(places) != FAR)
    if not len(row):
        return [0.0] * len(people)
    minutes = catchments.from_places(places)[row, cell] * 0.25
    radius, falling = zones
    measure = Access(
        demand_df=pd.DataFrame({"people": people.astype(float)}).rename_axis("cell"),
        demand_value="people",
        supply_df=pd.DataFrame({"offers": supply}).rename_axis("place"),
        supply_value=["offers"],
        cost_df=pd.DataFrame({"cell": cell, "place": places[row], "minutes": minutes}),
        cost_origin="cell",
        cost_dest="place",
        cost_name="minutes",
    )
    if falling == FLAT:
        found = measure.two_stage_fca(name="reached", max_cost=radius)
    else:
        limits = [radius * (zone + 1) / len(falling) for zone in range(len(falling))]
        by_limit = dict(zip(limits, falling, strict=True))
        found = measure.enhanced_two_stage_fca(name="reached", weight_fn=weights.step_fn(by_limit))
    return found["reached_offers"].fillna(0.0).tolist()


def assert_equal_to_peer(
    fitting: Mask, offers: Offers, catchments: Catchments, *, people: np.ndarray, zones: Zones
) -> None:
    """Equal wherever `access` has a number: it divides by nobody where only cells without people reach a place."""
    ours = per_cell(fitting, offers, catchments=catchments, people=people, zones=zones)
    theirs = peer(fitting, offers, catchments, people=people, zones=zones)
    assert np.isfinite(ours).all()
    for value, expected, residents in zip(ours.tolist(), theirs, people.tolist(), strict=True):
        if math.isfinite(expected):
            assert value == pytest.approx(expected, **CLOSE)
        else:
            assert residents == 0


@MEASURES
@CHECKED
@given(cases())
def test_generated_cities_equal_the_peer(zone_weights: Sequence[float], case: Case) -> None:
    question, made, ground = case
    table, people = table_of(case), ground.people[question.group]
    for fitting in (table.fit.sure, table.fit.possible):
        assert_equal_to_peer(fitting, made, ground, people=people, zones=(question.minutes, zone_weights))


@MEASURES
@pytest.mark.parametrize("minutes", [5, 15, 20, 60])
def test_a_larger_city_equals_the_peer(zone_weights: Sequence[float], minutes: int) -> None:
    ground, made = large_case(minutes)
    everything = np.ones(len(made), dtype=np.bool_)
    assert_equal_to_peer(everything, made, ground, people=ground.people[ALL], zones=(minutes, zone_weights))


QUESTIONS = (
    Question(),
    Question("language_education", languages=("ar",), minutes=20, group="born_abroad"),
    Question(languages=("ru", "uk"), minutes=25, mode="cycling"),
)


@MEASURES
@pytest.mark.parametrize("question", QUESTIONS, ids=["everything", "learning in Arabic", "by bicycle"])
def test_the_shipped_city_equals_the_peer(
    shipped_city: CityData, shipped_catchments: Read, question: Question, zone_weights: Sequence[float]
) -> None:
    ground = shipped_catchments(question.mode, "district")
    table = GapTable.from_question(question, offers_in(shipped_city, ground), catchments=ground)
    people, zones = ground.people[question.group], (question.minutes, zone_weights)
    reached = per_cell(table.fit.possible, table.offers, catchments=ground, people=people, zones=zones)
    assert (reached > 0).any()
    assert_equal_to_peer(table.fit.possible, table.offers, ground, people=people, zones=zones)


@MEASURES
@CHECKED
@given(cases(), st.data())
def test_more_offers_lower_nobodys_value(zone_weights: Sequence[float], case: Case, data: st.DataObject) -> None:
    question, made, ground = case
    more = Offers((*made.records, *data.draw(offers(ground, most=3)).records), ASSUMED)
    zones, people = (question.minutes, zone_weights), ground.people[question.group]
    after, before = (
        per_cell(
            GapTable.from_question(question, some, catchments=ground).fit.possible,
            some,
            catchments=ground,
            people=people,
            zones=zones,
        )
        for some in (more, made)
    )
    assert (after >= before - 1e-12).all()


@MEASURES
@CHECKED
@given(cases())
def test_all_people_together_have_the_offers_that_somebody_reaches(zone_weights: Sequence[float], case: Case) -> None:
    """Nothing is lost and nothing counted twice: offers that nobody reaches are in no sum."""
    question, made, ground = case
    people, fit = ground.people[question.group], table_of(case).fit
    reached = per_cell(fit.possible, made, catchments=ground, people=people, zones=(question.minutes, zone_weights))
    limit = question.minutes / 0.25
    somebody = [
        bool((people[ground.from_place(offer.place) <= limit] > 0).any())
        for offer, fits in zip(made.records, fit.possible, strict=True)
        if fits
    ]
    assert (reached * people).sum() == pytest.approx(sum(somebody), **CLOSE)


@MEASURES
@CHECKED
@given(cases())
def test_an_area_has_the_mean_of_its_people_by_a_thousand(zone_weights: Sequence[float], case: Case) -> None:
    question, made, ground = case
    table, people = table_of(case), ground.people[question.group]
    measure = floating(table, zone_weights)
    for values, fitting in ((measure.lower, table.fit.sure), (measure.upper, table.fit.possible)):
        reached = per_cell(fitting, made, catchments=ground, people=people, zones=(question.minutes, zone_weights))
        for area, value in enumerate(values.tolist()):
            inside = [at for at in range(len(people)) if ground.area_of[at] == area and people[at]]
            if inside:
                mean = sum(reached[at] * people[at] for at in inside) / sum(people[at] for at in inside)
                assert value == pytest.approx(1000 * mean, **CLOSE)
            else:
                assert math.isnan(value)


@CHECKED
@given(cases(), st.sampled_from([FLAT, FALLING]))
def test_the_lower_bound_is_never_above_the_upper_one(case: Case, zone_weights: Sequence[float]) -> None:
    measure = floating(table_of(case), zone_weights)
    assert ((measure.lower <= measure.upper + 1e-9) | np.isnan(measure.lower)).all()
    assert np.array_equal(np.isnan(measure.lower), np.isnan(measure.upper))


@pytest.fixture
def street() -> Catchments:
    """Seven cells with 100 people each, and one without, at and just beyond the limits of 5, 10 and 15 minutes."""
    steps = np.array([[20, 21, 40, 41, 60, 61, FAR, 20]], dtype=np.uint8)
    return Catchments(
        cells=tuple(f"100mN31000E4300{column}" for column in range(8)),
        area_keys=("01",),
        area_of=np.zeros(8, dtype=np.intp),
        people={ALL: np.array([100] * 7 + [0])},
        facility_ids=("f",),
        steps=steps,
        between=np.zeros((0, 8), dtype=np.uint8),
        limit_min=60.0,
    )


@pytest.mark.parametrize(
    ("zone_weights", "expected"),
    [(FLAT, [1, 1, 1, 1, 1, 0, 0, 1]), (FALLING, [1, 0.68, 0.68, 0.22, 0.22, 0, 0, 1])],
    ids=["2SFCA", "E2SFCA"],
)
def test_a_way_just_at_a_limit_is_within_it(
    street: Catchments, zone_weights: Sequence[float], expected: list[float]
) -> None:
    made = Offers((Offer("o", "f", 0, "01", "steps", "office"), Offer("p", "f", 0, "01", "steps", "office")))
    people = street.people[ALL]
    reached = per_cell(np.ones(2, np.bool_), made, catchments=street, people=people, zones=(15, zone_weights))
    assert reached.tolist() == pytest.approx([2 * each / (100 * sum(expected[:7])) for each in expected], **CLOSE)
    assert_equal_to_peer(np.ones(2, np.bool_), made, street, people=people, zones=(15, zone_weights))


@pytest.mark.parametrize("zone_weights", [FLAT, FALLING])
def test_a_place_that_only_empty_cells_reach_gives_nothing(street: Catchments, zone_weights: Sequence[float]) -> None:
    nobody = replace(street, people={ALL: np.array([0] * 8)})
    made = Offers((Offer("o", "f", 0, "01", "steps", "office"),))
    reached = per_cell(
        np.ones(1, np.bool_), made, catchments=nobody, people=nobody.people[ALL], zones=(15, zone_weights)
    )
    assert reached.tolist() == [0.0] * 8
    assert math.isnan(floating(GapTable.from_question(Question(), made, catchments=nobody), zone_weights).upper[0])


def test_offers_without_an_address_reach_nobody(street: Catchments) -> None:
    made = Offers((Offer("o", "f", NOWHERE, "01", "steps", "office"),))
    reached = per_cell(np.ones(1, np.bool_), made, catchments=street, people=street.people[ALL], zones=(15, FLAT))
    assert reached.tolist() == [0.0] * 8
