"""A made-up town as an OpenStreetMap extract, with what is known about it written beside.

    row 4  o--o--o--o--o--o ------------------ track of 6.4 km ------------------ o hamlet
           |  |  |  |  |  |
      …    5 rows ("Reihe"), 6 columns ("Spalte"), 150 m apart          o--o  island, reached by a ferry only
           |  |  |  |  |  |
    row 0  o--o--o--o--o--o

Across the blocks lead shortcuts; the table below says which of them may be walked.
"""

import json
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import networkx as nx
import numpy as np
import osmium
from geopy.distance import geodesic
from osmium.osm.mutable import Node, Relation, Way

from geodata.network.cells import cells_of, codes_of

LatLon = tuple[float, float]
DATA: Final = Path(__file__).parents[2] / "data"
SOUTH, WEST = 50.0, 9.0
ROWS, COLUMNS = 5, 6
HAMLET: Final = list(range(2000, 2014))
ISLAND: Final = (3000, 3001)
GATE: Final = 4000


def crossing(row: float, column: float) -> LatLon:
    """(lat, lon) of a crossing, or of a place between crossings."""
    return round(SOUTH + 0.0014 * row, 7), round(WEST + 0.0021 * column, 7)


def node_at(row: int, column: int) -> int:
    return 1000 + 10 * row + column


POSITIONS: Final[dict[int, LatLon]] = {
    **{node_at(row, column): crossing(row, column) for row in range(ROWS) for column in range(COLUMNS)},
    **{node: crossing(4, 5 + 3 * (at + 1)) for at, node in enumerate(HAMLET)},
    ISLAND[0]: crossing(2, 9),
    ISLAND[1]: crossing(2, 10),
    GATE: crossing(3.5, 0.5),
}


def _row(row: int) -> tuple[list[int], dict[str, str]]:
    return [node_at(row, column) for column in range(COLUMNS)], {"highway": "residential", "name": f"Reihe {row}"}


def _column(column: int) -> tuple[list[int], dict[str, str]]:
    return [node_at(row, column) for row in range(ROWS)], {"highway": "tertiary", "name": f"Spalte {column}"}


STREETS: Final[list[tuple[list[int], dict[str, str]]]] = [
    *map(_row, range(ROWS)),
    *map(_column, range(COLUMNS)),
    ([node_at(4, 5), *HAMLET], {"highway": "track", "name": "Feldweg"}),
    (list(ISLAND), {"highway": "living_street", "name": "Inselweg"}),
]
"""Walkable, as everybody would say."""

SHORTCUTS: Final[list[tuple[list[int], dict[str, str], bool]]] = [
    ([node_at(0, 0), node_at(1, 1)], {"highway": "steps"}, True),
    ([node_at(1, 0), node_at(0, 1)], {"highway": "footway", "foot": "no"}, False),
    ([node_at(0, 2), node_at(4, 5)], {"highway": "motorway"}, False),
    ([node_at(4, 0), node_at(2, 2)], {"highway": "trunk", "sidewalk": "both"}, True),
    ([node_at(2, 0), node_at(4, 2)], {"highway": "trunk"}, False),
    ([node_at(2, 3), node_at(3, 4)], {"highway": "service", "access": "private"}, False),
    ([node_at(1, 2), node_at(0, 3)], {"highway": "service", "access": "private", "foot": "yes"}, True),
    ([node_at(3, 0), GATE, node_at(4, 1)], {"highway": "path"}, False),
    ([node_at(0, 4), node_at(1, 5)], {"highway": "cycleway"}, True),
    ([node_at(2, 5), ISLAND[0]], {"route": "ferry", "foot": "yes"}, False),
    ([node_at(0, 5), ISLAND[0]], {"highway": "construction", "construction": "footway"}, False),
]
"""Nodes, tags, and whether the way may be walked (the path is shut by a gate in its middle)."""

NODE_TAGS: Final[list[tuple[LatLon, dict[str, str]]]] = [
    (crossing(0.1, 1.5), {"addr:street": "Reihe 0", "addr:housenumber": "12 A"}),
    (crossing(0.1, 1.9), {"addr:street": "Reihe 0", "addr:housenumber": "7;9"}),
    (crossing(30, 1), {"addr:street": "Reihe 0", "addr:housenumber": "99"}),  # north of the districts
    (crossing(2.1, 2.0), {"amenity": "library", "name": "Stadtbücherei"}),
    (crossing(2.0, 3.1), {"highway": "bus_stop", "name": "Markt"}),
    (crossing(1.9, 3.1), {"highway": "bus_stop", "name": "Markt"}),
    (crossing(3, 1), {"place": "quarter", "name": "Oberstadt"}),
    (crossing(2, 2), {"amenity": "atm", "name": "Geldautomat"}),
]

AREAS: Final[list[tuple[list[LatLon], dict[str, str]]]] = [
    ([crossing(1.2, 1.2), crossing(1.2, 1.8), crossing(1.8, 1.8), crossing(1.8, 1.2)],
     {"amenity": "school", "name": "Grundschule", "addr:street": "Spalte 1", "addr:housenumber": "3"}),
    ([crossing(-1, 0), crossing(-1, 1), *(crossing(-0.5 - 0.001 * (at % 2), 1 - at / 20) for at in range(21))],
     {"natural": "water"}),
    ([crossing(0, 0), crossing(0, 1), *(crossing(-0.5 - 0.001 * (at % 2), 1 - at / 20) for at in range(21))],
     {"leisure": "park", "name": "Seepark"}),
]  # fmt: skip
"""The park begins where the lake ends, at a shore of twenty small bends."""

DISTRICTS: Final = {"01": (-3.0, 3.0), "02": (3.0, 60.0)}
"""West and east end of each, in columns; they share a border with bends."""

FACILITIES: Final[dict[str, LatLon | None]] = {
    "hall": crossing(2.05, 2.02), "far": crossing(4.1, 47.02), "isle": crossing(2.05, 9.5), "field": crossing(-12, 2),
    "shelter": None,
}  # fmt: skip
"""A hidden place has no point; "field" is farther from any way than a place may be."""

CELLS: Final = [crossing(row, column) for row in range(ROWS) for column in range(COLUMNS)] + [
    crossing(2, 9.2), crossing(4, 47), crossing(-12, 3),
]  # fmt: skip
"""A point in each populated cell: around every crossing, on the island, in the hamlet, in a field without any way."""


def raw_graph() -> nx.Graph:
    """The walkable ways as everybody would draw them, lengths in metres by geopy."""
    graph = nx.Graph()
    for nodes, _ in [*STREETS, *((nodes, tags) for nodes, tags, walkable in SHORTCUTS if walkable)]:
        for begin, end in pairwise(nodes):
            graph.add_edge(begin, end, metres=geodesic(POSITIONS[begin], POSITIONS[end]).m)
    return graph


def write_extract(path: Path) -> None:
    """Write the town as `*.osm.pbf`."""
    nodes = [Node(id=node, location=point[::-1]) for node, point in POSITIONS.items() if node != GATE]
    nodes.append(Node(id=GATE, location=POSITIONS[GATE][::-1], tags={"barrier": "gate", "access": "private"}))
    nodes += [Node(id=5000 + at, location=point[::-1], tags=tags) for at, (point, tags) in enumerate(NODE_TAGS)]
    lines = [*STREETS, *((refs, tags) for refs, tags, _ in SHORTCUTS)]
    ways = [Way(id=100 + at, nodes=refs, tags=tags) for at, (refs, tags) in enumerate(lines)]
    for at, (corners, tags) in enumerate(AREAS):
        ids = [_corner_id(corner) for corner in corners]
        nodes += [Node(id=ref, location=corner[::-1]) for ref, corner in zip(ids, corners, strict=True)]
        ways.append(Way(id=200 + at, nodes=[*ids, ids[0]], tags=tags))
    about_lake = {"type": "multipolygon", "name": "See", "landuse": "basin"}
    lake = Relation(id=300, members=[("w", 201, "outer")], tags=about_lake)
    with osmium.SimpleWriter(str(path), overwrite=True) as writer:
        for node in sorted({node.id: node for node in nodes}.values(), key=lambda node: node.id):
            writer.add_node(node)
        for way in ways:
            writer.add_way(way)
        writer.add_relation(lake)


def _corner_id(corner: LatLon) -> int:
    return 10_000_000 + round((corner[0] - 49) * 1e6) * 1000 + round((corner[1] - 8.9) * 1e5) % 1000


def _outlines() -> Iterator[dict[str, Any]]:
    border = [crossing(-14 + 0.02 * at, 3.0 + 0.01 * (at % 2)) for at in range(1601)]
    for key, (west, east) in DISTRICTS.items():
        west_ring, east_ring = [crossing(18, west), crossing(-14, west)], [crossing(18, east), crossing(-14, east)]
        ring = [*west_ring, *border] if key == "01" else [*border, *east_ring]
        corners = [[lon, lat] for lat, lon in [*ring, ring[0]]]
        geometry = {"type": "Polygon", "coordinates": [corners]}
        yield {"type": "Feature", "properties": {"key": key, "name": f"Bezirk {key}"}, "geometry": geometry}


def write_source(folder: Path) -> Path:
    """A source folder: the extract, outlines, census cells."""
    for name in ("districts", "census"):
        (folder / name).mkdir(parents=True)
    write_extract(folder / "town.osm.pbf")
    collection = {"type": "FeatureCollection", "features": list(_outlines())}
    (folder / "districts" / "bezirke.geojson").write_text(json.dumps(collection), "utf-8")
    rows = ["cell_id,district_key,population,born_abroad,foreign_nationals"]
    codes = codes_of(np.unique(cells_of(np.array(CELLS)), axis=0))
    rows += [f"{code},01,100,15,10" for code in codes]
    (folder / "census" / "cells_100m.csv").write_text("\n".join(rows) + "\n", "utf-8")
    return folder


def write_data(folder: Path) -> Path:
    """A data directory of the town: settings, figures and facilities."""
    folder.mkdir(parents=True)
    settings = (DATA / "city.toml").read_text("utf-8").replace('name = "Göttingen"', 'name = "Musterstadt"')
    (folder / "city.toml").write_text(settings, "utf-8")
    shutil.copy(DATA / "figures.csv", folder)
    rows = ["facility_id,latitude,longitude,address_visibility"]
    for facility_id, point in FACILITIES.items():
        rows.append(f"{facility_id},{point[0]},{point[1]},public" if point else f"{facility_id},,,hidden")
    (folder / "facilities.csv").write_text("\n".join(rows) + "\n", "utf-8")
    return folder
