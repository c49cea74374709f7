"""The walking network of the source folder as networkx has it: an independent Dijkstra to be held against."""

import csv
import gzip
import io
import math
import os
from functools import lru_cache
from pathlib import Path

import networkx as nx
import numpy as np
from scipy.spatial import cKDTree

ROOT = Path(__file__).parents[2]
SOURCE = Path(os.environ.get("FINDER_SOURCE") or ROOT.parent / "shared" / "source-data")
LIMIT_M, OUTSIDE_M, METRES_PER_MINUTE = 4800, 250, 80


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(gzip.decompress((SOURCE / "osm" / name).read_bytes()).decode())))


class SourceGraph:
    """Nodes on a flat map around 51.53° north, which is exact to a few metres in the city."""

    def __init__(self) -> None:
        nodes = rows("walk_nodes.csv.gz")
        self._ids = [int(node["id"]) for node in nodes]
        self._tree = cKDTree([self._flat(float(node["lat"]), float(node["lon"])) for node in nodes])
        self._graph = nx.Graph()
        for edge in rows("walk_edges.csv.gz"):
            self._graph.add_edge(int(edge["u"]), int(edge["v"]), metres=float(edge["length_m"]))
        self._from = lru_cache(self._search)

    @staticmethod
    def _flat(latitude: float, longitude: float) -> tuple[float, float]:
        return latitude * 111_250, longitude * 111_320 * math.cos(math.radians(51.53))

    def _search(self, node: int) -> dict[int, float]:
        return nx.single_source_dijkstra_path_length(self._graph, node, cutoff=LIMIT_M, weight="metres")

    def minutes(self, begin: tuple[float, float], end: tuple[float, float]) -> float:
        """NaN where no way of an hour is there."""
        (off, first), (on, last) = (self._tree.query(self._flat(*point)) for point in (begin, end))
        metres = off + self._from(self._ids[first]).get(self._ids[last], np.inf) + on
        return metres / METRES_PER_MINUTE if max(off, on) <= OUTSIDE_M and metres <= LIMIT_M else math.nan
