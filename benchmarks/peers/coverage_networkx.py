"""The minutes by networkx: Dijkstra from every facility on its own, over the same network, then pandas."""

from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Places:
    """Where cells or facilities stand on the network: node (-1 = nowhere) and metres to it."""

    nodes: Any
    metres: Any


def graph_of(ends: Any, lengths_m: Any) -> nx.Graph:
    """The network; (m, 2) nodes and (m,) metres of its edges."""
    graph = nx.Graph()
    graph.add_weighted_edges_from(zip(*ends.T.tolist(), lengths_m.tolist(), strict=True))
    return graph


def costs(graph: nx.Graph, *, facilities: Places, cells: Places, limit_m: float, step_m: float) -> pd.DataFrame:
    """origin, dest and cost in steps, of all pairs within a limit."""
    parts = []
    for facility, (node, metres) in enumerate(zip(facilities.nodes.tolist(), facilities.metres.tolist(), strict=True)):
        if node < 0 or node not in graph:
            continue
        lengths = np.full(len(graph) + 1, np.inf)  # the last one is nowhere
        reached = nx.single_source_dijkstra_path_length(graph, node, cutoff=limit_m)
        lengths[list(reached)] = list(reached.values())
        ways = lengths[cells.nodes] + cells.metres + metres
        near = np.flatnonzero(ways <= limit_m)
        parts.append(
            pd.DataFrame({"origin": near, "dest": facility, "cost": np.maximum(np.rint(ways[near] / step_m), 1)})
        )
    return pd.concat(parts, ignore_index=True)
