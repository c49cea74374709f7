"""Marks of the offers that fit a coverage question: which places wear one, filled or open, and of which section."""

from collections.abc import Callable, Collection

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.adapters.city_data import CityData
from geodata.adapters.coverage_ground import areas_in, offers_in, read_catchments
from geodata.coverage.catchments import NOWHERE, Catchments
from geodata.coverage.offers import Fit, Offer, Offers, fits
from geodata.coverage.question import Question
from geodata.coverage.scenario import Add, Close, Move, Scenario, Speak, applied
from geodata.facilities import OfferIndex
from geodata.maps import MapState
from geodata.maps.offer_marks import offer_marks
from tests.conftest import CODES, DATA
from tests.maps.test_state import ids

IndexOf = Callable[..., OfferIndex]
CELL = "100mN31000E43000"
# place     lat    visibility
PLACES = """
  hidden    51.50  hidden
  first     51.53  public
  unknown   -      public
  second    51.54  public
  third     51.55  approximate
"""
LOCATED = ("first", "second", "third")


@pytest.fixture(scope="session")
def index(index_of: IndexOf) -> OfferIndex:
    rows = [line.split() for line in PLACES.strip().splitlines()]
    places = [
        {
            "facility_id": name,
            "latitude": float(lat.replace("-", "nan")),
            "longitude": float("nan") if lat == "-" else 9.93,
            "address_visibility": visibility,
        }
        for name, lat, visibility in rows
    ]
    return index_of(places, [{"facility_id": row[0]} for row in rows])


def offer(at: str, section: str = "steps", **says: object) -> Offer:
    """An offer at a place of `PLACES`, or in a cell."""
    place = LOCATED.index(at) if at in LOCATED else len(LOCATED) if at == CELL else NOWHERE
    return Offer(f"{at} {section} {says}", at, place, "01", section, "office", **says)


def marks(offers: Collection[Offer], index: OfferIndex, question: Question | None = None) -> MapState:
    made = Offers(tuple(offers))
    return offer_marks(fits(question or Question(languages=("ar",)), made), made, index=index)


def worn(found: MapState, index: OfferIndex) -> dict[str, set[str]]:
    """Places that wear the mark of each section."""
    return {
        code: places
        for code, mask in zip(CODES["section"], found.sections, strict=True)
        if (places := ids(index, mask))
    }


def test_filled_is_where_one_offer_surely_fits_and_open_where_none_says_so(index: OfferIndex) -> None:
    silent, arabic, russian = {"languages": ()}, {"languages": ("ar",)}, {"languages": ("ru",)}
    offers = [offer("first", **silent), offer("first", **arabic), offer("second", **silent), offer("third", **russian)]
    found = marks(offers, index)
    assert ids(index, found.mask) == {"first", "second"}
    assert ids(index, found.filled) == {"first"}
    assert found.numbers == {}


def test_a_place_wears_the_section_of_its_first_offer_that_fits(index: OfferIndex) -> None:
    offers = [
        offer("first", "work", languages=("ru",)),
        offer("first", "learn"),
        offer("first", "steps", languages=("ar",)),
        offer("second", "steps"),
        offer("third", "work"),
    ]
    assert worn(marks(offers, index), index) == {"learn": {"first"}, "steps": {"second"}, "work": {"third"}}


@pytest.mark.parametrize("at", ["hidden", "unknown", CELL, "no such place"])
def test_what_has_no_point_on_the_map_is_no_mark(index: OfferIndex, at: str) -> None:
    found = marks([offer(at, languages=("ar",)), offer("second")], index)
    assert ids(index, found.mask) == {"second"}
    assert ids(index, found.filled) == set()
    assert worn(found, index) == {"steps": {"second"}}


def test_nothing_that_fits_draws_nothing(index: OfferIndex) -> None:
    found = marks([offer("first", languages=("ru",)), offer("second", status="defunct")], index)
    assert [ids(index, mask) for mask in (found.mask, found.filled, *found.sections)] == [set()] * 5


def test_a_city_without_places_has_empty_masks(index_of: IndexOf) -> None:
    found = marks([offer(CELL)], index_of([], []))
    assert (found.mask, found.filled, found.sections) == ("", "", ("", "", ""))


@st.composite
def judged(draw: st.DrawFn) -> tuple[Offers, Fit]:
    """Offers anywhere, and whether each surely, possibly or not fits."""
    places = st.sampled_from((*LOCATED, "hidden", "unknown", CELL))
    drawn = draw(st.lists(st.tuples(places, st.sampled_from(CODES["section"]), st.integers(0, 2)), max_size=12))
    verdicts = np.array([verdict for _, _, verdict in drawn], dtype=np.int64)
    return Offers(tuple(offer(at, section) for at, section, _ in drawn)), Fit(verdicts == 2, verdicts >= 1, {})


@settings(max_examples=100)
@given(judged())
def test_bits_are_those_of_a_plain_loop(index: OfferIndex, drawn: tuple[Offers, Fit]) -> None:
    made, fit = drawn
    expected: dict[str, str] = {}
    filled = set()
    for each, possible, sure in zip(made.records, fit.possible.tolist(), fit.sure.tolist(), strict=True):
        if possible and each.facility_id in LOCATED:
            expected.setdefault(each.facility_id, each.section)
            filled |= {each.facility_id} if sure else set()
    found = offer_marks(fit, made, index=index)
    assert ids(index, found.mask) == set(expected)
    assert ids(index, found.filled) == filled
    places = worn(found, index)
    assert {place: section for section in places for place in places[section]} == expected


@pytest.fixture(scope="module")
def ground(shipped_city: CityData) -> Catchments:
    return read_catchments(DATA, shipped_city)


def lone_offer(offers: Offers, index: OfferIndex) -> Offer:
    """One on the map that has its place for itself."""
    at = [each.facility_id for each in offers.records]
    located = set(index.facilities["facility_id"].to_numpy()[index.located_rows])
    alone = (each for each in offers.records if each.facility_id in located and at.count(each.facility_id) == 1)
    return next(each for each in alone if not each.languages and each.status == "active")


def test_a_scenario_moves_closes_and_fills_marks_of_the_shipped_city(
    shipped_city: CityData, shipped_index: OfferIndex, ground: Catchments
) -> None:
    offers = offers_in(shipped_city, ground)
    lone, question = lone_offer(offers, shipped_index), Question(languages=("ar",))
    other = next(name for name in ground.facility_ids if name != lone.facility_id)

    def drawn(*changes: object) -> tuple[set[str], set[str]]:
        made = applied(Scenario("", changes), offers, catchments=ground, areas=areas_in(shipped_city, ground))
        found = offer_marks(fits(question, made), made, index=shipped_index)
        return ids(shipped_index, found.mask), ids(shipped_index, found.filled)

    mask, filled = drawn()
    assert lone.facility_id in mask - filled
    assert mask <= set(ground.facility_ids)
    assert drawn(Speak(lone.id, ("ar",))) == (mask, filled | {lone.facility_id})
    assert drawn(Close(lone.id)) == (mask - {lone.facility_id}, filled)
    assert drawn(Move(lone.id, ground.cells[0])) == (mask - {lone.facility_id}, filled)
    assert drawn(Move(lone.id, other)) == (mask - {lone.facility_id} | {other}, filled)
    assert drawn(Add("new-1", ground.cells[0], "first_steps", "", ("ar",))) == (mask, filled)
