"""The walking network of the source folder (of the pack, where that is not at hand) for an own search of ways."""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from pyproj import Transformer
from scipy.spatial import KDTree

from geodata.adapters.network_file import NETWORK_FILE, read_network
from tests.coverage.shipped import DATA
from tests.coverage.shortest import metres_from, neighbours_of
from tests.network.source_graph import OUTSIDE_M, SOURCE, rows

METRES_PER_MINUTE = {"walking": 80, "cycling": 250}
LIMIT_MIN = {"walking": 60, "cycling": 30}
_ON_MAP = Transformer.from_crs("EPSG:4326", "EPSG:25832")
_FROM_GRID = Transformer.from_crs("EPSG:3035", "EPSG:4326")

Edges = list[tuple[int, int, float]]
Points = Sequence[tuple[float, float]]
OnNetwork = tuple[int, float]
"""Nearest node of a place, and metres to it."""


def _of_source() -> tuple[Points, Edges]:
    nodes = {int(row["id"]): (float(row["lat"]), float(row["lon"])) for row in rows("walk_nodes.csv.gz")}
    number = {node: at for at, node in enumerate(nodes)}
    edges = ((int(row["u"]), int(row["v"]), float(row["length_m"])) for row in rows("walk_edges.csv.gz"))
    return list(nodes.values()), [(number[begin], number[end], metres) for begin, end, metres in edges]


def _of_pack() -> tuple[Points, Edges]:
    network = read_network(DATA / "pack" / NETWORK_FILE)
    ends = network.ends.tolist()
    edges = [(begin, end, metres) for (begin, end), metres in zip(ends, network.lengths_m.tolist(), strict=True)]
    return [(latitude, longitude) for latitude, longitude in network.points.tolist()], edges


class OwnWays:
    """Minutes from places to cells; every place goes to its nearest node, and the way there counts."""

    def __init__(self) -> None:
        points, edges = _of_source() if (SOURCE / "osm" / "walk_edges.csv.gz").is_file() else _of_pack()
        self._neighbours = neighbours_of(edges)
        self._tree = KDTree(self._metric(points))

    @staticmethod
    def _metric(points: Points) -> np.ndarray:
        latitudes, longitudes = zip(*points, strict=True)
        return np.column_stack(_ON_MAP.transform(latitudes, longitudes))

    def nodes_of(self, points: Points) -> list[OnNetwork]:
        """Where each place is on the network; infinite metres for one outside of it."""
        found = zip(*self._tree.query(self._metric(points)), strict=True)
        return [(int(node), float(off) if off <= OUTSIDE_M else math.inf) for off, node in found]

    def minutes(
        self, starts: Iterable[tuple[int, float]], ends: Iterable[tuple[int, float]], *, mode: str
    ) -> list[float]:
        """Minutes to each end from the nearest of the starts, both as `nodes_of` says; infinite without any way."""
        nearest: dict[int, float] = {}
        for node, off in starts:
            nearest[node] = min(off, nearest.get(node, math.inf))
        speed = METRES_PER_MINUTE[mode]
        reached: Mapping[int, float] = metres_from(nearest, self._neighbours, limit_m=(LIMIT_MIN[mode] + 1) * speed)
        return [(reached.get(node, math.inf) + off) / speed for node, off in ends]


def centres_of(codes: Sequence[str]) -> Points:
    """Latitude and longitude in the middle of cells, by their codes ("100mN31532E43169")."""
    corners = [(int(code[5:10]) * 100, int(code[11:]) * 100) for code in codes]
    return [_FROM_GRID.transform(northing + 50, easting + 50) for northing, easting in corners]
