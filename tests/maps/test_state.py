"""What the map is told equals what the list holds: the same offers, places, numbers and sections."""

import base64
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings

from geodata.facilities import OfferIndex, Query, answer
from geodata.maps import MapState, map_state, place_table
from tests.facilities.reference import Asked, Town
from tests.facilities.strategies import questions, towns

IndexOf = Callable[..., OfferIndex]
examples = settings(max_examples=40)


def bits(mask: str, n: int) -> list[int]:
    """Rows of the place table whose bit is set, most significant bit first; bits beyond the table are zero."""
    flags = np.unpackbits(np.frombuffer(base64.b64decode(mask, validate=True), dtype=np.uint8))
    assert len(flags) == 8 * -(-n // 8)
    assert not flags[n:].any()
    return np.flatnonzero(flags).tolist()


def state(query: Query, index: OfferIndex, *, page: int = 1) -> MapState:
    shown = answer(query, index, name_ranks=np.arange(len(index)), page=page)
    return map_state(shown.selection, shown.order, first=shown.first, page=shown.rows)


def ids(index: OfferIndex, mask: str) -> set[str]:
    known = place_table(index)["id"]
    return {known[row] for row in bits(mask, len(known))}


@pytest.fixture(scope="session")
def index_of_town(index_of: IndexOf) -> Callable[[Town], OfferIndex]:
    def build(town: Town) -> OfferIndex:
        return index_of(
            [vars(place) for place in town.places],
            [vars(offer) for offer in town.offers],
            assumed_spoken=town.assumed_spoken,
        )

    return build


@examples
@given(town=towns(most=45), asked=questions())
def test_masks_are_the_located_places_of_the_list(
    index_of_town: Callable[[Town], OfferIndex], town: Town, asked: Asked
) -> None:
    index = index_of_town(town)
    drawn = state(Query(asked.chosen, asked.confirmed), index)
    assert ids(index, drawn.mask) == town.drawn(town.found(asked))
    assert ids(index, drawn.filled) == town.drawn(town.rows(asked, "states"))


@examples
@given(town=towns(most=45), asked=questions())
def test_a_place_wears_one_section_that_of_its_first_offer(
    index_of_town: Callable[[Town], OfferIndex], town: Town, asked: Asked
) -> None:
    index = index_of_town(town)
    query = Query(asked.chosen, asked.confirmed)
    drawn = state(query, index)
    shown = answer(query, index, name_ranks=np.arange(len(index)), page=1)
    first: dict[str, str] = {}
    for row in shown.order:
        first.setdefault(town.offers[row].facility_id, town.offers[row].section)
    worn = [ids(index, mask) for mask in drawn.sections]
    assert sum(map(len, worn)) == len(ids(index, drawn.mask))
    for section, places in zip(index.options["section"].codes, worn, strict=True):
        assert all(first[place] == section for place in places)


@examples
@given(town=towns(most=45), asked=questions())
def test_numbers_are_those_of_the_page(index_of_town: Callable[[Town], OfferIndex], town: Town, asked: Asked) -> None:
    index = index_of_town(town)
    query = Query(asked.chosen, asked.confirmed)
    known = place_table(index)["id"]
    pages = answer(query, index, name_ranks=np.arange(len(index)), page=1).pages
    for page in range(1, pages + 1):
        shown = answer(query, index, name_ranks=np.arange(len(index)), page=page)
        expected: dict[str, int] = {}
        for number, row in enumerate(shown.rows, start=20 * (page - 1) + 1):
            if town.place(town.offers[row]).on_map:
                expected.setdefault(town.offers[row].facility_id, number)
        numbers = state(query, index, page=page).numbers
        assert {known[row]: number for row, number in numbers.items()} == expected


# place     lat    lon   visibility
PLACES = """
  first     51.53  9.93  public
  hidden    51.50  9.90  hidden
  unknown   -      -     public
  second    51.53  9.93  public
  third     51.54  9.94  approximate
"""


@pytest.fixture(scope="module")
def index(index_of: IndexOf) -> OfferIndex:
    rows = [line.split() for line in PLACES.strip().splitlines()]
    places = [
        {
            "facility_id": name,
            "name": f"Haus {name}",
            "latitude": float(lat.replace("-", "nan")),
            "longitude": float(lon.replace("-", "nan")),
            "address_visibility": visibility,
            "geocode_quality": "house" if name == "first" else "street",
        }
        for name, lat, lon, visibility in rows
    ]
    offers = [
        {"facility_id": "third", "section": "work"},
        {"facility_id": "first", "section": "learn"},
        {"facility_id": "first", "section": "steps", "languages_spoken": ("ar",)},
        {"facility_id": "hidden", "section": "steps"},
        {"facility_id": "unknown", "section": "learn"},
        {"facility_id": "second", "section": "learn"},
    ]
    return index_of(places, offers)


def test_the_place_table_holds_located_places_only(index: OfferIndex) -> None:
    assert place_table(index) == {
        "id": ["first", "second", "third"],
        "lat": [51.53, 51.53, 51.54],
        "lon": [9.93, 9.93, 9.94],
        "name": ["Haus first", "Haus second", "Haus third"],
        "rough": [0, 1, 1],
    }


def test_several_places_at_one_point_keep_a_bit_and_a_number_each(index: OfferIndex) -> None:
    drawn = state(Query(), index)
    assert ids(index, drawn.mask) == {"first", "second", "third"}
    assert drawn.numbers == {0: 1, 1: 5, 2: 6}


def test_a_place_with_two_offers_has_its_first_number_and_section(index: OfferIndex) -> None:
    drawn = state(Query(), index)
    steps, learn, work = (ids(index, mask) for mask in drawn.sections)
    assert (steps, learn, work) == ({"first"}, {"second"}, {"third"})


def test_filled_are_places_of_which_one_offer_states_it(index: OfferIndex) -> None:
    drawn = state(Query({"spoken": ("ar",)}), index)
    assert ids(index, drawn.filled) == {"first"}
    assert ids(index, drawn.mask) == {"first", "second", "third"}


def test_nothing_found_draws_nothing(index: OfferIndex) -> None:
    drawn = state(Query({"district": ("03",)}), index)
    assert ids(index, drawn.mask) == set()
    assert drawn.numbers == {}
    assert [ids(index, mask) for mask in drawn.sections] == [set(), set(), set()]


def test_a_city_without_places_has_an_empty_table(index_of: IndexOf) -> None:
    empty = index_of([], [])
    assert place_table(empty) == {"id": [], "lat": [], "lon": [], "name": [], "rough": []}
    assert state(Query(), empty).mask == ""


@pytest.mark.parametrize(
    ("quality", "confidence", "rough"),
    [
        ("house", "high", 0),
        ("house", "medium", 0),
        ("house", "low", 1),
        ("place", "high", 0),
        ("street", "high", 1),
        ("interpolated", "high", 1),
        ("quarter", "medium", 1),
    ],
)
def test_uncertain_positions_are_marked(index_of: IndexOf, quality: str, confidence: str, rough: int) -> None:
    place = {"latitude": 51.5, "longitude": 9.9, "geocode_quality": quality, "confidence": confidence}
    assert place_table(index_of([place], [{}]))["rough"] == [rough]
