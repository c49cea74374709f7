"""Outlines of populated cells: where the census has them, in the table's order, with corners that neighbours share."""

import json
from collections import Counter
from typing import Any

import numpy as np
import pandas as pd
import pytest
from shapely.geometry import Point, shape

from geodata.adapters.cells_file import read_cells
from geodata.maps.cell_outlines import cell_outlines
from geodata.network.cells import cells_of, codes_of
from tests.conftest import DATA

MIDDLE = (31583, 43168)
SIDE = ((0, 0), (0, 1), (1, 0), (3, 3))  # three that touch, and one alone


def table(*cells: tuple[int, int]) -> pd.DataFrame:
    return pd.DataFrame({"cell": codes_of(np.array(cells, dtype=np.int32)), "district_key": "01"})


def rings(outlines: dict[str, Any]) -> list[list[tuple[float, float]]]:
    return [[tuple(at) for at in feature["geometry"]["coordinates"][0]] for feature in outlines["features"]]


def sides(ring: list[tuple[float, float]]) -> set[tuple[Any, ...]]:
    return {(ring[i], ring[i + 1]) for i in range(4)}


@pytest.fixture(scope="module")
def shipped() -> pd.DataFrame:
    return read_cells(DATA / "pack")


@pytest.fixture(scope="module")
def city(shipped: pd.DataFrame) -> dict[str, Any]:
    return cell_outlines(shipped)


def test_features_stand_in_the_order_of_the_table(shipped: pd.DataFrame, city: dict[str, Any]) -> None:
    properties = pd.DataFrame([feature["properties"] for feature in city["features"]])
    assert properties["key"].tolist() == shipped["cell"].tolist()
    assert properties["name"].tolist() == shipped["cell"].tolist()
    assert properties["district_key"].tolist() == shipped["district_key"].tolist()
    assert cell_outlines(shipped[::-1])["features"] == city["features"][::-1]


def test_nothing_is_said_of_the_people_in_a_cell(city: dict[str, Any]) -> None:
    allowed = {"key", "name", "district_key", "label_latitude", "label_longitude"}
    assert all(set(feature["properties"]) == allowed for feature in city["features"])


def test_every_centre_and_every_place_near_a_corner_lies_in_its_own_cell(city: dict[str, Any]) -> None:
    """Longitude first, as GeoJSON has it: anything else would lie in another country."""
    for feature, ring in zip(city["features"], rings(city), strict=True):
        said = feature["properties"]
        centre = np.array([said["label_longitude"], said["label_latitude"]])
        within = [centre, *(centre + 0.98 * (np.array(corner) - centre) for corner in ring)]
        assert set(codes_of(cells_of(np.array(within)[:, ::-1]))) == {said["key"]}


def test_squares_are_closed_run_counter_clockwise_and_hold_their_centre(city: dict[str, Any]) -> None:
    for feature, ring in zip(city["features"], rings(city), strict=True):
        square, said = shape(feature["geometry"]), feature["properties"]
        assert len(ring) == 5
        assert ring[0] == ring[-1]
        assert square.exterior.is_ccw
        assert square.contains(Point(said["label_longitude"], said["label_latitude"]))


def test_neighbours_share_a_side_and_others_do_not() -> None:
    first, east, north, alone = rings(cell_outlines(table(*((MIDDLE[0] + n, MIDDLE[1] + e) for n, e in SIDE))))

    def shared(one: list[tuple[float, float]], other: list[tuple[float, float]]) -> int:
        return len(sides(one) & {side[::-1] for side in sides(other)})

    assert (shared(first, east), shared(first, north), shared(east, north), shared(first, alone)) == (1, 1, 0, 0)
    assert len(set(east) & set(north)) == 1


def test_in_the_whole_city_neighbours_by_code_are_neighbours_by_side(
    shipped: pd.DataFrame, city: dict[str, Any]
) -> None:
    cells = {(int(code[5:10]), int(code[11:])) for code in shipped["cell"]}
    pairs = sum((n + 1, e) in cells for n, e in cells) + sum((n, e + 1) in cells for n, e in cells)
    counted = Counter(frozenset(side) for ring in rings(city) for side in sides(ring))
    assert max(counted.values()) == 2
    assert sum(times == 2 for times in counted.values()) == pairs


def test_a_corner_is_written_with_six_decimals(city: dict[str, Any]) -> None:
    written = json.dumps(city, separators=(",", ":"))
    corners = json.loads(written, parse_float=str)["features"][0]["geometry"]["coordinates"][0]
    assert all(len(number.split(".")[1]) <= 6 for corner in corners for number in corner)


def test_without_cells_the_collection_is_empty() -> None:
    assert cell_outlines(pd.DataFrame({"cell": [], "district_key": []}, dtype=str)) == {
        "type": "FeatureCollection",
        "features": [],
    }


def test_what_is_no_code_is_refused() -> None:
    with pytest.raises(ValueError, match="no code of a 100 m cell"):
        cell_outlines(pd.DataFrame({"cell": ["Weende"], "district_key": ["08"]}))
