"""Which rows of the gap table are withheld: below 100 people, or made of a handful of them."""

from dataclasses import replace

import numpy as np
import pytest

from geodata.adapters.city_data import CityData
from geodata.coverage.catchments import ALL, FAR, Catchments
from geodata.coverage.disclosure import is_withheld, shown_rows, state_of
from geodata.coverage.gap_table import GapTable, Row
from geodata.coverage.offers import Offer, Offers
from geodata.coverage.question import Question
from geodata.schema import City


def row(residents: int, lower: int, *, upper: int, area: str = "07") -> Row:
    return Row(area, residents, lower, upper, (1.0, 2.0), (3.0, 4.0), (1, 1), 0)


@pytest.fixture(scope="module")
def city(shipped_city: CityData) -> City:
    return replace(shipped_city.city, suppress_below=100, suppress_count_below=5)


@pytest.mark.parametrize(
    ("residents", "lower", "upper", "withheld"),
    [
        (99, 50, 60, True),  # too few people live there
        (100, 50, 60, False),
        (100, 0, 100, False),  # nobody and everybody are no handful
        (100, 0, 0, False),
        (100, 100, 100, False),
        (500, 1, 300, True),  # a handful surely
        (500, 4, 300, True),
        (500, 5, 300, False),
        (500, 0, 4, True),  # a handful possibly
        (500, 300, 496, True),  # a handful left without an offer at least
        (500, 300, 495, False),
        (500, 499, 500, True),  # a handful left without one at most
        (1, 0, 0, True),
        (0, 0, 0, False),  # nobody of the group lives there: that is no figure about anybody
    ],
)
def test_a_row_is_withheld_when_it_is_about_few(
    city: City, residents: int, lower: int, upper: int, *, withheld: bool
) -> None:
    one = row(residents, lower, upper=upper)
    assert is_withheld(one, city) is withheld
    assert (state_of(one, 0.5, city=city) == "withheld") is withheld


def test_the_city_as_a_whole_is_always_shown(city: City) -> None:
    assert not is_withheld(row(40, 2, upper=3, area="00"), city)


def test_what_is_shown_keeps_its_state(city: City) -> None:
    states = [
        state_of(row(200, lower, upper=upper), 0.5, city=city) for lower, upper in ((100, 200), (99, 100), (0, 99))
    ]
    assert states == ["covered", "unknown", "gap"]
    assert state_of(row(0, 0, upper=0), 0.5, city=city) == "empty"


def test_thresholds_are_the_city_s(city: City) -> None:
    shy = replace(city, suppress_below=1000, suppress_count_below=20)
    assert is_withheld(row(999, 500, upper=600), shy)
    assert is_withheld(row(1000, 19, upper=600), shy)
    assert not is_withheld(row(1000, 20, upper=600), shy)


def test_rows_stay_in_their_order_and_withheld_ones_leave_a_gap(city: City) -> None:
    """Three districts: 300 people of whom all have an offer, 300 of whom 3 have none, nobody."""
    people = np.array([300, 297, 3])
    ground = Catchments(
        cells=("100mN31000E43000", "100mN31001E43000", "100mN31002E43000"),
        area_keys=("01", "02", "03"),
        area_of=np.array([0, 1, 1], dtype=np.intp),
        people={ALL: people},
        facility_ids=("house",),
        steps=np.array([[4, 8, FAR]], dtype=np.uint8),
        between=np.zeros((0, 3), dtype=np.uint8),
        limit_min=60.0,
    )
    table = GapTable.from_question(
        Question(), Offers((Offer("o", "house", 0, "01", "steps", "office"),)), catchments=ground
    )
    shown = shown_rows(table, city)
    assert [None if one is None else (one.area_key, one.lower, one.residents) for one in shown] == [
        ("01", 300, 300),
        None,
        ("03", 0, 0),
        ("00", 597, 600),
    ]
