"""The walking network: nodes with positions, edges with lengths, walkable both ways."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod, Transformer
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from geodata.crs import METRIC, WGS84

Floats = NDArray[np.float64]
Integers = NDArray[np.int32]

_ELLIPSOID: Final = Geod(ellps="GRS80")
_TO_METRIC: Final = Transformer.from_crs(WGS84, METRIC, always_xy=True)
_SHORTEST_M: Final = 0.01  # nodes at one position stay two nodes: an edge of length 0 would be no edge for scipy


def to_metric(points: Floats) -> Floats:
    """(n, 2) of latitude, longitude (WGS 84) to (n, 2) of easting, northing in EPSG:25832, metres."""
    easting, northing = _TO_METRIC.transform(points[:, 1], points[:, 0])
    return np.column_stack([easting, northing]).reshape(-1, 2)


@dataclass(frozen=True, eq=False)
class Network:
    """A network of ways.

    Attributes:
        points: (n, 2) of latitude, longitude (WGS 84) of each node.
        ends: (m, 2) of node numbers: where an edge begins and ends; each pair once, smaller number first.
        lengths_m: (m,) length of each edge, metres.
    """

    points: Floats
    ends: Integers
    lengths_m: Floats

    @cached_property
    def metric(self) -> Floats:
        """(n, 2) easting, northing of each node, EPSG:25832."""
        return to_metric(self.points)

    @cached_property
    def matrix(self) -> Any:
        """Sparse (n, n) matrix of lengths in metres, both directions."""
        (u, v), count = self.ends.T, len(self.points)
        rows, columns, lengths = np.r_[u, v], np.r_[v, u], np.r_[self.lengths_m, self.lengths_m]
        return csr_array((lengths, (rows, columns)), shape=(count, count))

    @cached_property
    def component(self) -> Integers:
        """(n,) number of the connected part each node belongs to; 0 is the part with most nodes."""
        _, labels = connected_components(self.matrix, directed=False)
        sizes = np.bincount(labels, minlength=1)
        rank = np.empty(len(sizes), dtype=np.int32)
        rank[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes), dtype=np.int32)
        return np.asarray(rank[labels], dtype=np.int32)


def from_edges(points: Floats, ends: Integers, *, lengths_m: Floats) -> Network:
    """A network from edges that may repeat (the shortest counts) or begin and end at one node (left out)."""
    ordered = np.sort(ends.reshape(-1, 2), axis=1)
    lengths = np.maximum(lengths_m, _SHORTEST_M)
    order = np.lexsort((lengths, ordered[:, 1], ordered[:, 0]))
    ordered, lengths = ordered[order], lengths[order]
    first = np.ones(len(ordered), dtype=bool)
    first[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
    first &= ordered[:, 0] != ordered[:, 1]
    return Network(points, ordered[first].astype(np.int32), lengths[first])


def from_ways(ways: Sequence[Sequence[int]], positions: dict[int, tuple[float, float]]) -> Network:
    """A network in which every node of every way is a node, edges as long as on the GRS 80 ellipsoid.

    Args:
        ways: node ids along each way; a closed node splits a way beforehand.
        positions: node id → (lat, lon).
    """
    pairs = np.array([pair for way in ways for pair in pairwise(way)], dtype=np.int64).reshape(-1, 2)
    ids, found = np.unique(pairs, return_inverse=True)
    points = np.array([positions[int(node)] for node in ids], dtype=np.float64).reshape(-1, 2)
    ends = found.reshape(-1, 2).astype(np.int32)
    lat, lon = points[ends, 0], points[ends, 1]
    lengths = _ELLIPSOID.inv(lon[:, 0], lat[:, 0], lon[:, 1], lat[:, 1])[2]
    return from_edges(points, ends, lengths_m=np.asarray(lengths, dtype=np.float64))
