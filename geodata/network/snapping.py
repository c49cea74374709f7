"""Putting places onto the network: each goes to its nearest node, and the way there is walked too.

Nodes, not the lines between them: the ready network has no shapes, only lengths. Lines drawn straight between its nodes
would choose another way for some places; of 280 pairs of cells an hour apart at most, 23 differed by more than 5 % and
a minute, as many longer as shorter.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.spatial import KDTree

from geodata.network.graph import Floats, Integers, Network, to_metric

SNAP_LIMIT_M: Final = 250.0
"""Farther from any way than this, a place is outside the network; the farthest populated cell lies 150 m off."""

_STRAY_M: Final = 50.0
"""A place goes to the main part of the network unless another part is nearer by more than this: a footway that was
mapped without its joints would otherwise cut off the houses beside it."""


@dataclass(frozen=True, eq=False)
class Snapped:
    """Places on the network.

    Attributes:
        nodes: (k,) node of each place, -1 where it is outside the network.
        distance_m: (k,) straight distance to that node in metres, NaN outside.
    """

    nodes: Integers
    distance_m: Floats


def snap(points: Floats, network: Network, *, limit_m: float = SNAP_LIMIT_M) -> Snapped:
    """Snap (k, 2) points of latitude, longitude; a point that is not finite is outside the network."""
    here = np.isfinite(points).all(axis=1)
    metric = np.full(points.shape, np.inf)
    metric[here] = to_metric(points[here])
    main = np.flatnonzero(network.component == 0)
    nodes, distance = _nearest(metric, np.arange(len(network.points)), network=network)
    main_nodes, main_distance = _nearest(metric, main, network=network)
    take_main = main_distance <= distance + _STRAY_M
    nodes, distance = np.where(take_main, main_nodes, nodes), np.where(take_main, main_distance, distance)
    outside = ~(distance <= limit_m)
    return Snapped(np.where(outside, -1, nodes).astype(np.int32), np.where(outside, np.nan, distance))


def _nearest(metric: Floats, among: np.ndarray, *, network: Network) -> tuple[np.ndarray, Floats]:
    """Node and distance; infinite for points without a position or when there is no node."""
    nodes, distance = np.full(len(metric), -1), np.full(len(metric), np.inf)
    here = np.isfinite(metric).all(axis=1)
    if len(among) and here.any():
        distance[here], found = KDTree(network.metric[among]).query(metric[here])
        nodes[here] = among[found]
    return nodes, distance
