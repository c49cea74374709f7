"""The table at several radii, whose order depends on them, and which districts lie at the city's border."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, permutations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import rankdata

from geodata.adapters.city_data import CityData
from geodata.adapters.coverage_ground import offers_in
from geodata.coverage.catchments import Catchments
from geodata.coverage.gap_table import GapTable
from geodata.coverage.offers import Offers
from geodata.coverage.question import LEAST_MIN, MOST_MIN_OF, Question
from geodata.coverage.stability.border import at_the_border
from geodata.coverage.stability.radii import Radii, at_radii, radii_around, ranks
from tests.coverage.generated import cases, table_of

Case = tuple[Question, Offers, Catchments]
CHECKED = settings(max_examples=60)
METRIC = "EPSG:25832"


@pytest.mark.parametrize("mode", MOST_MIN_OF)
def test_three_radii_at_least_are_around_what_was_asked_as_far_as_ways_are_known(mode: str) -> None:
    most = MOST_MIN_OF[mode]
    for minutes in range(LEAST_MIN, most + 1):
        radii = radii_around(minutes, most)
        assert minutes in radii
        assert len(radii) >= 3
        assert list(radii) == sorted(set(radii))
        assert radii[0] >= LEAST_MIN
        assert radii[-1] <= most


@pytest.mark.parametrize(
    ("minutes", "most", "expected"),
    [
        (15, 60, (10, 15, 20, 30)),
        (5, 60, (5, 10, 15)),
        (60, 60, (50, 55, 60)),
        (30, 30, (20, 25, 30)),
        (7, 30, (7, 12, 14)),
    ],
)
def test_radii_are_the_next_ones_and_twice_as_far(minutes: int, most: int, expected: tuple[int, ...]) -> None:
    assert radii_around(minutes, most) == expected


def assert_as_asked_one_by_one(found: Radii, case: Case) -> None:
    question, made, ground = case
    for number, minutes in enumerate(found.minutes):
        asked = GapTable.from_question(replace(question, minutes=minutes), made, catchments=ground)
        assert np.array_equal(found.lower[number], [row.share_lower for row in asked.rows[:-1]], equal_nan=True)
        assert np.array_equal(found.upper[number], [row.share_upper for row in asked.rows[:-1]], equal_nan=True)


@CHECKED
@given(cases())
def test_each_radius_is_the_table_asked_with_it(case: Case) -> None:
    table = table_of(case)
    found = at_radii(table, radii_around(table.question.minutes, 60))
    assert found.area_keys == case[2].area_keys
    assert_as_asked_one_by_one(found, case)


QUESTIONS = (
    Question("language_education", languages=("ar",)),
    Question("first_steps", group="age_80_plus", minutes=30),
    Question("work_career", group="born_abroad", mode="cycling", minutes=10, verified=True),
)


@pytest.mark.parametrize("question", QUESTIONS, ids=["Arabic", "80 and more", "by bicycle"])
def test_each_radius_of_the_shipped_city_is_the_table_asked_with_it(
    shipped_city: CityData, shipped_catchments: Callable[[str, str], Catchments], question: Question
) -> None:
    ground = shipped_catchments(question.mode, "district")
    case = question, offers_in(shipped_city, ground), ground
    found = at_radii(table_of(case), radii_around(question.minutes, MOST_MIN_OF[question.mode]))
    assert_as_asked_one_by_one(found, case)
    assert found.flips == plain_flips(found)


def plain_flips(radii: Radii) -> set[str]:
    """Areas of pairs of which one is ahead at one radius, and the other at another; NaN is never ahead."""
    turned = set()
    for bound in (radii.lower.tolist(), radii.upper.tolist()):
        for one, other in combinations(range(len(radii.area_keys)), 2):
            for first, second in permutations(bound, 2):
                if first[one] > first[other] and second[one] < second[other]:
                    turned |= {radii.area_keys[one], radii.area_keys[other]}
    return turned


@st.composite
def drawn_radii(draw: st.DrawFn) -> Radii:
    """Any shares of up to six areas at one to four radii, many of them alike, some of nobody."""
    areas, count = draw(st.integers(1, 6)), draw(st.integers(1, 4))
    shares = st.sampled_from((0.0, 0.25, 0.5, 0.75, 1.0, float("nan")))
    lower, upper = (np.array(draw(st.lists(shares, min_size=count * areas, max_size=count * areas))) for _ in range(2))
    minutes, keys = tuple(range(5, 5 + 5 * count, 5)), tuple(f"{area + 1:02d}" for area in range(areas))
    return Radii(minutes, keys, lower.reshape(count, areas), upper.reshape(count, areas))


@settings(max_examples=200)
@given(drawn_radii())
def test_areas_flip_whose_order_with_another_one_turns_around(radii: Radii) -> None:
    assert radii.flips == plain_flips(radii)


def test_an_area_that_only_comes_up_to_another_one_does_not_flip() -> None:
    shares = np.array([[0.5, 0.2, 0.1], [0.5, 0.5, 0.6]])
    assert Radii((5, 10), ("01", "02", "03"), shares, shares).flips == {"01", "02", "03"}
    assert Radii((5, 10), ("01", "02"), shares[:, :2], shares[:, :2]).flips == frozenset()


def test_bounds_are_not_held_against_each_other() -> None:
    """One area is ahead by the lower bound, the other by the upper one, and so at every radius: nothing turns."""
    lower, upper = np.array([[0.5, 0.2]] * 2), np.array([[0.6, 0.9]] * 2)
    assert Radii((5, 10), ("01", "02"), lower, upper).flips == frozenset()


@settings(max_examples=200)
@given(st.lists(st.sampled_from((0.0, 0.1, 0.5, 0.9, 1.0, float("nan"))), max_size=12))
def test_ranks_are_those_of_scipy(values: list[float]) -> None:
    shares = np.array(values, dtype=np.float64)
    known = ~np.isnan(shares)
    expected = np.full(len(shares), None, dtype=object)
    expected[known] = [int(rank) for rank in rankdata(-shares[known], method="min")]
    assert ranks(shares) == expected.tolist()


def districts(outlines: dict[str, shapely.Polygon]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"key": list(outlines)}, geometry=list(outlines.values()), crs=METRIC)


def squares(side: float, *, without: tuple[str, ...] = ()) -> dict[str, shapely.Polygon]:
    """Three by three squares with keys "00" to "22", row and column, near Göttingen."""
    x, y = 565_000, 5_709_000
    found = {
        f"{row}{column}": shapely.box(x + column * side, y + row * side, x + (column + 1) * side, y + (row + 1) * side)
        for row in range(3)
        for column in range(3)
    }
    return {key: square for key, square in found.items() if key not in without}


@pytest.mark.parametrize("crs", [METRIC, "EPSG:4326"])
def test_of_nine_squares_the_inner_one_is_not_at_the_border(crs: str) -> None:
    outlines = districts(squares(500)).to_crs(crs)
    assert at_the_border(outlines, metric_crs=METRIC) == set(squares(500)) - {"11"}


def test_around_a_hole_is_a_border_too() -> None:
    """What lies in it is another town, and its offers are not in the tables."""
    ring = squares(500, without=("11",))
    around = {"01", "10", "12", "21"}
    outer = shapely.box(564_500, 5_708_500, 567_000, 5_711_000)
    frame = outer.difference(shapely.union_all([*ring.values(), squares(500)["11"]]))
    assert at_the_border(districts(ring | {"frame": frame}), metric_crs=METRIC) == around | {"frame"}


def test_a_corner_or_half_a_metre_at_the_border_does_not_count() -> None:
    whole = shapely.box(0, 0, 300, 300)
    diamond = shapely.Polygon([(150, 0), (250, 100), (150, 200), (50, 100)])
    assert at_the_border(districts({"around": whole.difference(diamond), "diamond": diamond}), metric_crs=METRIC) == {
        "around"
    }
    for width, touches in ((0.5, False), (5.0, True)):
        wedge = shapely.Polygon([(150, 0), (150 + width, 0), (250, 100), (50, 100)])
        found = at_the_border(districts({"around": whole.difference(wedge), "wedge": wedge}), metric_crs=METRIC)
        assert ("wedge" in found) is touches


def test_a_city_of_one_district_is_at_the_border() -> None:
    assert at_the_border(districts({"all": shapely.box(0, 0, 9, 9)}), metric_crs=METRIC) == {"all"}


def test_in_the_shipped_city_all_but_the_four_inner_districts_are_at_the_border(shipped_city: CityData) -> None:
    names = dict(zip(shipped_city.districts["key"], shipped_city.districts["name"], strict=True))
    found = at_the_border(shipped_city.districts, metric_crs=shipped_city.city.metric_crs)
    inner = {names[key] for key in set(names) - found}
    assert inner == {"Innenstadt", "Oststadt", "Weststadt", "Nordstadt"}
