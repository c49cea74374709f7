"""Generalised outlines: near the given ones, and still meeting edge to edge."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.districts import deviation_m, generalise
from geodata.errors import GeodataError


def wavy_neighbours(heights: list[float]) -> list[shapely.Polygon]:
    """Two fields of 100 m × about 500 m that share one winding border (metres)."""
    border = [(20.0 * step, height) for step, height in enumerate(heights)]
    east = border[-1][0]
    south = shapely.Polygon([(0, -500), (east, -500), *reversed(border)])
    north = shapely.Polygon([*border, (east, 500), (0, 500)])
    return [south, north]


@settings(max_examples=50)
@given(st.lists(st.floats(-40, 40), min_size=4, max_size=40), st.sampled_from([1.0, 10.0, 30.0]))
def test_borders_stay_near_and_shared(heights: list[float], tolerance_m: float) -> None:
    given_outlines = wavy_neighbours(heights)
    simpler = generalise(given_outlines, tolerance_m)
    assert deviation_m(given_outlines, simpler) <= tolerance_m
    assert shapely.coverage_is_valid(np.array(simpler, dtype=object))
    assert shapely.get_num_coordinates(simpler).sum() <= shapely.get_num_coordinates(given_outlines).sum()


def test_a_small_wave_is_straightened() -> None:
    simpler = generalise(wavy_neighbours([0, 3, -3, 3, -3, 0]), 10.0)
    assert shapely.get_num_coordinates(simpler).sum() == 10


def test_the_largest_distance_counts() -> None:
    square = shapely.box(0, 0, 100, 100)
    assert deviation_m([square, square], [square, shapely.box(0, 0, 100, 107)]) == pytest.approx(7.0)


def test_outlines_with_a_gap_in_their_borders_are_refused() -> None:
    with pytest.raises(GeodataError, match="edge to edge"):
        generalise([shapely.box(0, 0, 10, 10), shapely.box(9, 0, 20, 10)], 10.0)
