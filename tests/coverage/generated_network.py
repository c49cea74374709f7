"""Made-up towns with a network of ways: catchments by the project's own search, and the network they come from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from hypothesis import strategies as st

from geodata.coverage.catchments import FAR, Catchments, Steps
from geodata.network.graph import Floats, Network, from_edges, to_metric
from geodata.network.reach import reach
from geodata.network.snapping import Snapped
from geodata.network.table import WALKING, from_reached
from tests.coverage.generated import city


@dataclass(frozen=True)
class Town:
    """A network, and the places on it: facilities first, then cells.

    Attributes:
        edges: node, node, metres; some of them twice with other lengths.
        places: node (-1 = outside of the network) and metres to it.
        catchments: their ways were found by `geodata.network`.
    """

    edges: list[tuple[int, int, float]]
    places: list[tuple[int, float]]
    catchments: Catchments


def _edges(points: Floats, chance: np.random.Generator) -> Iterable[tuple[int, int, float]]:
    """Ways from every node to a few of the nearest ones, none shorter than the straight line."""
    metric = to_metric(points)
    for node, point in enumerate(metric):
        straight = np.hypot(*(metric - point).T)
        for other in np.argsort(straight)[1 : 1 + chance.integers(1, 4)]:
            yield node, int(other), float(straight[other] * chance.uniform(1, 1.6) + 0.01)


def _steps(network: Network, origins: Snapped, targets: Snapped) -> Steps:
    rows = reach(network, origins, targets=targets, limit_m=WALKING.limit_m)
    table = from_reached(rows, origins=len(origins.nodes), mode=WALKING)
    dense = table.matrix(len(targets.nodes)).toarray()
    return np.where(dense == 0, FAR, dense).astype(np.uint8)


def town(seed: int, *, nodes: int, sizes: list[int], facilities: int) -> Town:
    """A town of 400 m to 11 km; a part of its places lies outside of the network."""
    chance, cells = np.random.default_rng(seed), sum(sizes)
    degrees = chance.choice([0.004, 0.03, 0.1])
    points = [51.5, 9.9] + chance.random((nodes, 2)) * [degrees, 1.6 * degrees]
    edges = list(_edges(points, chance)) if nodes > 1 else []
    ends = np.array([edge[:2] for edge in edges], dtype=np.int32).reshape(-1, 2)
    network = from_edges(points, ends, lengths_m=np.array([edge[2] for edge in edges], dtype=np.float64))
    at = np.where(chance.random(facilities + cells) < 0.05, -1, chance.integers(0, nodes, facilities + cells))
    off = np.where(at < 0, np.nan, chance.choice([0.0, 90.0], len(at)) * chance.random(len(at)))
    there = Snapped(at[facilities:].astype(np.int32), off[facilities:])
    between = _steps(network, there, there)
    np.fill_diagonal(between, 0)
    ways = _steps(network, Snapped(at[:facilities].astype(np.int32), off[:facilities]), there)
    places = list(zip(at.tolist(), off.tolist(), strict=True))
    return Town(edges, places, replace(city(sizes, facilities=facilities, seed=seed), steps=ways, between=between))


@st.composite
def towns(draw: st.DrawFn) -> Town:
    """Up to 80 nodes, 30 cells and 10 facilities."""
    return town(
        draw(st.integers(0, 2**32 - 1)),
        nodes=draw(st.integers(1, 80)),
        sizes=draw(st.lists(st.integers(0, 10), min_size=2, max_size=3)),
        facilities=draw(st.integers(0, 10)),
    )
