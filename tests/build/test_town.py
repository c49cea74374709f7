"""A made-up town goes through `build` from plain tags; what comes out is known beforehand."""

import gzip
import itertools
import json
import math
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import geopandas as gpd
import networkx as nx
import numpy as np
import pytest
import shapely
from geopy.distance import geodesic

from geodata.adapters.cells_file import CELLS_FILE
from geodata.adapters.gazetteer_file import CELL_FILE, EXACT_FILE, read_gazetteer
from geodata.adapters.minutes_file import read_minutes
from geodata.adapters.network_file import NETWORK_FILE, read_network
from geodata.adapters.outlines import read_districts
from geodata.commands.build import STAGES
from geodata.network.cells import cells_of, centres_of
from geodata.network.minutes import TravelMinutes
from geodata.network.table import CYCLING, WALKING, Mode
from tests.build.conftest import Built
from tests.build.town import CELLS, FACILITIES, ISLAND, POSITIONS, LatLon, crossing, raw_graph

GRAPH = raw_graph()
WAYS = dict(nx.all_pairs_dijkstra_path_length(GRAPH, weight="metres"))


@pytest.fixture(scope="module")
def walking(town: Built) -> TravelMinutes:
    return read_minutes(town.pack)


@lru_cache
def snapped(point: LatLon) -> tuple[int, float]:
    """Nearest node by looking at all, and the metres to it."""
    distances = {node: geodesic(point, POSITIONS[node]).m for node in GRAPH}
    nearest = min(distances, key=lambda node: distances[node])
    return nearest, distances[nearest]


def minutes(begin: LatLon, end: LatLon, *, mode: Mode = WALKING) -> float:
    """Known answer, NaN where there is none within the limit."""
    (first, off), (last, on) = snapped(begin), snapped(end)
    metres = off + WAYS[first].get(last, math.inf) + on
    known = metres / {WALKING: 80, CYCLING: 250}[mode]
    return known if known <= {WALKING: 60, CYCLING: 30}[mode] and max(off, on) <= 250 else math.nan


def populated(walking: TravelMinutes) -> list[tuple[int, LatLon]]:
    cells = np.unique(cells_of(np.array(CELLS)), axis=0)
    rows = [walking.cell_at(*centre) for centre in centres_of(cells).tolist()]
    return [
        (row, tuple(centre)) for row, centre in zip(rows, centres_of(cells).tolist(), strict=True) if row is not None
    ]


def test_every_populated_cell_is_there_also_the_one_without_a_way(walking: TravelMinutes) -> None:
    cells = populated(walking)
    assert len(cells) == len({tuple(cell) for cell in cells_of(np.array(CELLS)).tolist()})
    assert [point for row, point in cells if np.isnan(walking.snap_m[row])] == [
        point for _, point in cells if snapped(point)[1] > 250
    ]


def test_snap_distances_are_those_to_the_nearest_node(walking: TravelMinutes) -> None:
    for row, point in populated(walking):
        _, metres = snapped(point)
        assert metres > 250 or walking.snap_m[row] == pytest.approx(metres, abs=0.3)


def test_cell_to_cell_is_what_networkx_finds_on_the_raw_graph(walking: TravelMinutes) -> None:
    cells = populated(walking)
    for (begin, here), (end, there) in itertools.combinations(cells, 2):
        known = minutes(here, there)
        assert walking.minutes(begin, end) == pytest.approx(known, abs=0.15, nan_ok=True), (here, there)
        assert walking.minutes(end, begin) == pytest.approx(known, abs=0.15, nan_ok=True)


def test_cell_to_facility_is_what_networkx_finds_on_the_raw_graph(walking: TravelMinutes) -> None:
    assert walking.facility_ids == tuple(key for key, point in FACILITIES.items() if point)
    for row, point in populated(walking):
        known = [minutes(point, facility) for facility in FACILITIES.values() if facility]
        assert walking.to_facilities(row).tolist() == pytest.approx(known, abs=0.15, nan_ok=True)
        assert walking.to_facility(row, "hall") == pytest.approx(known[0], abs=0.15, nan_ok=True)


def test_by_bicycle_the_hamlet_is_near(town: Built, walking: TravelMinutes) -> None:
    cycling, hamlet = read_minutes(town.pack, CYCLING), walking.cell_at(*crossing(4, 47))
    assert hamlet is not None
    near = 0
    for row, point in populated(walking):
        known = minutes(point, tuple(centres_of(walking.cells)[hamlet].tolist()), mode=CYCLING)
        assert row == hamlet or cycling.minutes(row, hamlet) == pytest.approx(known, abs=0.15, nan_ok=True)
        near += math.isnan(walking.minutes(row, hamlet)) and not math.isnan(known)
    assert near > 20


def test_no_way_is_said_and_never_nought(walking: TravelMinutes) -> None:
    rows = dict(map(reversed, populated(walking)))
    main, isle = walking.cell_at(*crossing(0, 0)), walking.cell_at(*crossing(2, 9.2))
    assert main is not None
    assert isle is not None
    assert math.isnan(walking.minutes(main, isle))
    assert math.isnan(walking.to_facility(main, "isle"))
    assert math.isnan(walking.to_facility(main, "field"))
    assert math.isnan(walking.to_facility(main, "shelter"))
    assert walking.to_facility(isle, "isle") > 0
    assert walking.minutes(main, main) == 0
    assert (walking.between.steps > 0).all()
    assert (walking.from_facilities.steps > 0).all()
    assert len(rows) > 20


def test_vectors_say_the_same_as_single_answers(walking: TravelMinutes) -> None:
    hall = walking.from_facility("hall")
    for row, _ in populated(walking):
        assert hall[row] == pytest.approx(walking.to_facility(row, "hall"), nan_ok=True)
    assert np.isnan(walking.from_facility("nobody")).all()


def test_cells_are_known_by_their_inspire_code(walking: TravelMinutes) -> None:
    row = walking.cell_at(*crossing(1, 1))
    assert row is not None
    northing, easting = walking.cells[row]
    assert walking.cell_of(f"100mN{northing}E{easting}") == row
    assert walking.code(row) == f"100mN{northing}E{easting}"
    assert walking.cell_at(*walking.centre(row)) == row
    assert walking.cell_of("100mN10000E10000") is None
    assert walking.cell_at(0, 0) is None
    with pytest.raises(ValueError, match="no code"):
        walking.cell_of("somewhere")


def test_the_network_has_the_raw_graph_s_edges(town: Built) -> None:
    network = read_network(town.pack / NETWORK_FILE)
    drawn = {frozenset(map(tuple, network.points[pair].round(6).tolist())) for pair in network.ends}
    known = {frozenset(tuple(np.round(POSITIONS[node], 6).tolist()) for node in edge) for edge in GRAPH.edges}
    assert drawn == known
    assert network.lengths_m.sum() == pytest.approx(GRAPH.size("metres"), rel=1e-4)
    assert town.finding("network", "parts that do not touch") == 2
    assert town.finding("network", "stairs") == 1
    assert set(np.bincount(network.component)) == {len(GRAPH) - len(ISLAND), len(ISLAND)}


def test_the_gazetteer_has_the_tags_addresses(town: Built) -> None:
    gazetteer = read_gazetteer(town.pack / EXACT_FILE)
    found = {(entry.kind, entry.name, entry.number, entry.district_key) for entry in gazetteer.entries}
    streets = {name for kind, name, _, _ in found if kind == "street"}
    assert streets == {*(f"Reihe {row}" for row in range(5)), *(f"Spalte {c}" for c in range(6)), "Feldweg", "Inselweg"}
    assert {entry for entry in found if entry[0] != "street"} == {
        ("house", "Reihe 0", "12a", "01"), ("house", "Reihe 0", "7", "01"), ("house", "Reihe 0", "9", "01"),
        ("house", "Spalte 1", "3", "01"), ("place", "Stadtbücherei", "", "01"), ("place", "Grundschule", "", "01"),
        ("place", "Seepark", "", "01"), ("stop", "Markt", "", "02"), ("quarter", "Oberstadt", "", "01"),
        ("quarter", "Bezirk 01", "", "01"), ("quarter", "Bezirk 02", "", "02"),
    }  # fmt: skip
    row = next(entry for entry in gazetteer.entries if entry.name == "Reihe 0" and entry.kind == "street")
    assert row.extent_m == pytest.approx(geodesic(crossing(0, 0), crossing(0, 5)).m, abs=2)
    assert geodesic(row.point, crossing(0, 2.5)).m < 2
    assert gazetteer.city == "Musterstadt"
    assert not any(entry.reference for entry in read_gazetteer(town.pack / CELL_FILE).entries if entry.kind == "house")


def test_outlines_are_simpler_near_and_meet(town: Built) -> None:
    outlines = read_districts(town.data)
    assert list(outlines["key"]) == ["01", "02"]
    assert shapely.coverage_is_valid(outlines.geometry.to_numpy())
    assert town.finding("districts", "metres by which a border moved at most") <= 10
    assert shapely.get_num_coordinates(outlines.geometry.to_numpy()).sum() < 200
    inside = [shape.covers(shapely.Point(label)) for shape, *label in
              zip(outlines.geometry, outlines["label_longitude"], outlines["label_latitude"], strict=True)]  # fmt: skip
    assert all(inside)


def test_the_map_draws_and_names_the_town(town: Built) -> None:
    drawn = gpd.read_file(town.pack / "basemap.geojson")
    told = set(zip(drawn["layer"], drawn["kind"], drawn["name"].fillna(""), strict=True))
    assert {("water", "area", ""), ("green", "landuse", ""), ("road", "minor", ""), ("road", "motorway", "")} <= told
    assert {
        ("street_name", "street", "Reihe 3"),
        ("bus_stop", "bus", "Markt"),
        ("quarter", "quarter", "Oberstadt"),
    } <= told
    assert len(drawn[drawn["name"] == "Markt"]) == 1  # two platforms, one stop
    lake, park = (
        drawn.loc[(drawn["layer"] == layer) & drawn["kind"].isin(["area", "landuse"]), "geometry"].item()
        for layer in ("water", "green")
    )
    shore = shapely.intersection(lake, park)
    assert "Line" in shore.geom_type or shore.geom_type == "GeometryCollection"
    assert shapely.intersection(lake, park).area == 0
    assert shore.length == pytest.approx(0.0021, rel=0.05)  # one column: they meet all along
    assert shapely.get_num_coordinates(lake) < 20


def test_the_same_source_gives_the_same_bytes(town: Built, build: Callable[..., int]) -> None:
    before = {path.name: path.read_bytes() for path in town.data.rglob("*") if path.is_file()}
    assert build(town.source, town.data, "--exact-house-numbers") == 0
    after = {path.name: path.read_bytes() for path in town.data.rglob("*") if path.is_file()}
    assert before == after


def test_a_stage_runs_alone_and_a_pack_stands_alone(town: Built, build: Callable[..., int], tmp_path: Path) -> None:
    out = tmp_path / "anywhere"
    assert build(town.source, out) == 0
    names = {path.name for path in out.iterdir()}
    ways = {NETWORK_FILE, "walking.xz", "cycling.xz"}
    assert names == {"districts.geojson", "basemap.geojson", CELLS_FILE, CELL_FILE, *ways}
    (out / "basemap.geojson").unlink()
    assert build(town.source, out, "--stage", "basemap") == 0
    assert {path.name for path in out.iterdir()} == names
    assert (out / "basemap.geojson").read_bytes() == (town.pack / "basemap.geojson").read_bytes()


def test_the_report_counts_and_measures(town: Built) -> None:
    assert list(town.report) == list(STAGES)
    assert town.report["walking"]["bytes"] == (town.pack / "walking.xz").stat().st_size
    content = (town.pack / "basemap.geojson").read_bytes()
    assert town.finding("basemap", "bytes gzipped") == len(gzip.compress(content, mtime=0))
    assert town.finding("basemap", "features of street_name") == len(
        [f for f in json.loads(content)["features"] if f["properties"]["layer"] == "street_name"]
    )
    assert town.finding("walking", "facilities outside the network") == 1
    assert town.finding("gazetteer", "exact house numbers") == 4
