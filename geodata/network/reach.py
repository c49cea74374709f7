"""Shortest ways from many places to many places, in blocks of neighbours.

For origins of one tile only the part of the network around it is looked at: no way of `limit_m` leads farther. So time
grows with the number of places and the ways around each, not with the size of the whole network for each.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from scipy.sparse.csgraph import dijkstra

from geodata.network.graph import Floats, Integers, Network
from geodata.network.snapping import Snapped

_TILE_M: Final = 1500.0  # smaller: more copies of the network around; larger: more network that is not needed
_AT_ONCE: Final = 128  # origins in one call: with the ways of an hour around a tile some 50 MB


@dataclass(frozen=True, eq=False)
class Reached:
    """All targets within the limit of one origin.

    Attributes:
        origin: number of the origin.
        targets: (k,) numbers of the targets, ascending.
        metres: (k,) length of the way, both snap distances included.
    """

    origin: int
    targets: Integers
    metres: Floats


def reach(network: Network, origins: Snapped, *, targets: Snapped, limit_m: float) -> Iterator[Reached]:
    """For each origin on the network the targets within `limit_m` metres; origins come tile by tile."""
    on = np.flatnonzero(origins.nodes >= 0)
    tiles = np.floor(network.metric[origins.nodes[on]] / _TILE_M).astype(np.int64)
    _, tile_of = np.unique(tiles, axis=0, return_inverse=True)
    order = np.argsort(tile_of, kind="stable")
    for tile in np.split(on[order], np.flatnonzero(np.diff(tile_of[order])) + 1):
        if len(tile):
            around = _Surroundings(network, origins.nodes[tile], limit_m=limit_m)
            for chunk in np.split(tile, range(_AT_ONCE, len(tile), _AT_ONCE)):
                yield from around.reached(chunk, origins, targets=targets)


class _Surroundings:
    """The part of the network that can be reached from some nodes."""

    def __init__(self, network: Network, nodes: Integers, *, limit_m: float) -> None:
        low, high = network.metric[nodes].min(axis=0) - limit_m, network.metric[nodes].max(axis=0) + limit_m
        inside = ((network.metric >= low) & (network.metric <= high)).all(axis=1)
        self._ids = np.flatnonzero(inside)
        self._local = np.full(len(inside) + 1, -1)  # the last one stands for "no node", -1
        self._local[self._ids] = np.arange(len(self._ids))
        self._matrix: Any = network.matrix[self._ids][:, self._ids]
        self._limit_m = limit_m

    def reached(self, chunk: np.ndarray, origins: Snapped, *, targets: Snapped) -> Iterator[Reached]:
        starts, row_of = np.unique(self._local[origins.nodes[chunk]], return_inverse=True)
        lengths = dijkstra(self._matrix, directed=True, indices=starts, limit=self._limit_m)
        near = np.flatnonzero(self._local[targets.nodes] >= 0)
        columns = self._local[targets.nodes[near]]
        for origin, row in zip(chunk, row_of, strict=True):
            metres = lengths[row, columns] + origins.distance_m[origin] + targets.distance_m[near]
            within = metres <= self._limit_m
            yield Reached(int(origin), near[within].astype(np.int32), metres[within])
