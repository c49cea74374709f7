"""A country in parts says what it says as a whole, whichever way it is cut and put together."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.stage.partitions import CELLS, FACILITIES, LANGUAGES, ROWS, SECTIONS, Country
from geodata.coverage.catchments import ALL, FAR, NOWHERE, Catchments
from geodata.coverage.gap_table import GapTable
from geodata.coverage.offers import ACTIVE, UNVERIFIED, Offer, Offers
from geodata.coverage.partition import Answer, Partition, answered, partition_of, put_together, tables
from geodata.coverage.question import Question

RADII = (5, 10, 15)
KEYS = ("01", "02", "03", "04")
QUESTIONS = [
    *(Question(section=section, languages=(code,)) for section in SECTIONS[:2] for code in LANGUAGES[:3]),
    Question(group="born_abroad", verified=True),
]


def small_country(seed: int) -> tuple[Catchments, Offers]:
    """Four areas, the third without cells; a place of an offer may be a facility, a cell, or nowhere."""
    chance = np.random.default_rng(seed)
    cells, facilities = int(chance.integers(1, 30)), int(chance.integers(1, 9))
    people = chance.integers(0, 90, cells)
    between = chance.choice([1, 9, 20, 40, 60, FAR], (cells, cells)).astype(np.uint8)
    catchments = Catchments(
        cells=tuple(f"cell {row}" for row in range(cells)),
        area_keys=KEYS,
        area_of=np.sort(chance.choice([0, 1, 3], cells)).astype(np.intp),
        people={ALL: people, "born_abroad": people // 4},
        facility_ids=tuple(f"facility {row}" for row in range(facilities)),
        steps=chance.choice([1, 9, 20, 40, 60, FAR], (facilities, cells), p=[0.05, 0.05, 0.1, 0.1, 0.1, 0.6]).astype(
            "u1"
        ),
        between=np.minimum(between, between.T),
        limit_min=60.0,
    )
    return catchments, Offers(tuple(_offer(chance, row, places=facilities + cells) for row in range(14)), "de")


def _offer(chance: np.random.Generator, row: int, *, places: int) -> Offer:
    languages = tuple(code for code in LANGUAGES[:3] if chance.random() < 0.2)
    status = str(chance.choice([ACTIVE, UNVERIFIED, "defunct"]))
    place = int(chance.integers(NOWHERE, places))
    return Offer(f"offer {row}", "", place, "", str(chance.choice(SECTIONS[:2])), "", languages, "", status)


@settings(max_examples=60)
@given(seed=st.integers(0, 10_000), owners=st.lists(st.integers(0, 2), min_size=4, max_size=4))
def test_parts_put_together_are_the_whole_whichever_way_it_is_cut(seed: int, owners: list[int]) -> None:
    catchments, offers = small_country(seed)
    cuts = [{key for key, own in zip(KEYS, owners, strict=True) if own == owner} for owner in (2, 0, 1)]
    parts = [partition_of(catchments, offers, area_keys=keys) for keys in cuts]
    together = put_together(answered(lambda part=part: part, QUESTIONS, radii=RADII) for part in parts)
    assert together.area_keys == KEYS
    assert np.array_equal(together.people, tables(Partition(catchments, offers), QUESTIONS, radii=RADII))


@settings(max_examples=30)
@given(seed=st.integers(0, 10_000))
def test_a_partition_says_what_the_gap_table_says(seed: int) -> None:
    catchments, offers = small_country(seed)
    people = tables(Partition(catchments, offers), QUESTIONS, radii=RADII)
    for number, asked in enumerate(QUESTIONS):
        for column, minutes in enumerate(RADII):
            table = GapTable.from_question(replace(asked, minutes=minutes), offers, catchments=catchments)
            rows = table.rows[:-1]
            assert people[number, 0, :, column].tolist() == [row.lower for row in rows]
            assert people[number, 1, :, column].tolist() == [row.upper for row in rows]


def test_an_offer_across_the_border_counts_and_one_too_far_away_is_left_out() -> None:
    catchments = Catchments(
        cells=("west", "east"),
        area_keys=("01", "02"),
        area_of=np.array([0, 1], dtype=np.intp),
        people={ALL: np.array([10, 20])},
        facility_ids=("border", "far east", "nobody's"),
        steps=np.array([[4, 8], [FAR, 4], [FAR, FAR]], dtype=np.uint8),
        between=np.empty((0, 2), dtype=np.uint8),
        limit_min=60.0,
    )
    places = [0, 1, 2, NOWHERE]
    offers = Offers(tuple(Offer(str(place), "", place, "02", "first_steps", "") for place in places))
    west = partition_of(catchments, offers, area_keys=["01"])
    assert west.catchments.facility_ids == ("border",)
    assert [offer.id for offer in west.offers.records] == ["0"]
    assert tables(west, [Question()], radii=[1]).tolist() == [[[[10]], [[10]]]]


def test_an_area_in_two_parts_is_refused() -> None:
    answer = Answer(("01",), np.zeros((1, 2, 1, 1), dtype=np.int64))
    with pytest.raises(ValueError, match="two parts"):
        put_together([answer, answer])


def test_a_made_up_square_is_the_same_whoever_makes_it_and_as_dense_as_the_city() -> None:
    first, again = (Country(squares=9).partition(4) for _ in range(2))
    catchments = first.catchments
    assert catchments.steps.tobytes() == again.catchments.steps.tobytes()
    assert first.offers.records == again.offers.records
    assert len(catchments.cells) == len(set(catchments.cells)) == CELLS
    assert len(catchments.facility_ids) > FACILITIES  # those of the squares around that are near enough
    assert len(catchments.area_keys) == ROWS * 6
    assert not set(catchments.cells) & set(Country(squares=9).partition(5).catchments.cells)
