"""Shortest ways by a Dijkstra in plain Python."""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

Neighbours = Mapping[int, list[tuple[int, float]]]


def neighbours_of(edges: Iterable[tuple[int, int, float]]) -> Neighbours:
    """Neighbours of every node, with the metres to each; ways lead in both directions."""
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for begin, end, metres in edges:
        found[begin].append((end, metres))
        found[end].append((begin, metres))
    return found


def metres_from(starts: Mapping[int, float], neighbours: Neighbours, *, limit_m: float) -> dict[int, float]:
    """Metres to every node that is not farther than the limit from the nearest start, each with metres to get to it."""
    settled: dict[int, float] = {}
    best = dict(starts)
    queue = [(metres, node) for node, metres in starts.items()]
    heapq.heapify(queue)
    while queue:
        metres, node = heapq.heappop(queue)
        if node in settled:
            continue
        settled[node] = metres
        for neighbour, length in neighbours.get(node, ()):
            there = metres + length
            if there <= limit_m and there < best.get(neighbour, math.inf):
                best[neighbour] = there
                heapq.heappush(queue, (there, neighbour))
    return settled
