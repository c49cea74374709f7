"""Networks and places on them: examples and properties."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.network.cells import cells_from_codes, cells_of, centres_of, codes_of
from geodata.network.graph import Network, from_edges, to_metric
from geodata.network.reach import reach
from geodata.network.snapping import Snapped, snap
from geodata.network.table import WALKING, from_reached

METRE = 1 / 111_200  # degrees of latitude
HERE = np.array([51.5, 9.9])


def north(*metres: float) -> np.ndarray:
    """Points on a meridian, metres north of HERE."""
    return np.array([[HERE[0] + metre * METRE, HERE[1]] for metre in metres])


def line(*metres: float, pairs: list[tuple[int, int]]) -> Network:
    lengths = [abs(metres[end] - metres[begin]) for begin, end in pairs]
    return from_edges(north(*metres), np.array(pairs, np.int32).reshape(-1, 2), lengths_m=np.array(lengths, float))


def test_of_two_edges_between_the_same_nodes_the_shorter_counts() -> None:
    ends = np.array([[0, 1], [1, 0], [1, 1], [1, 2]], np.int32)
    network = from_edges(north(0, 100, 200), ends, lengths_m=np.array([120.0, 100.0, 5.0, 0.0]))
    assert network.ends.tolist() == [[0, 1], [1, 2]]
    assert network.lengths_m.tolist() == [100.0, 0.01]


def test_a_place_goes_to_the_nearest_node_and_not_too_far() -> None:
    network = line(0, 100, 200, pairs=[(0, 1), (1, 2)])
    snapped = snap(np.vstack([north(90, 440, 460), [[np.nan, 9.9]]]), network)
    assert snapped.nodes.tolist() == [1, 2, -1, -1]
    assert snapped.distance_m[:2] == pytest.approx([10, 240], abs=1)
    assert np.isnan(snapped.distance_m[2:]).all()


def test_a_stray_footway_does_not_cut_off_the_house_beside_it_but_an_island_is_one() -> None:
    network = line(0, 100, 200, 240, 260, 500, 600, pairs=[(0, 1), (1, 2), (3, 4), (5, 6)])
    assert network.component.tolist() == [0, 0, 0, 1, 1, 2, 2]
    assert snap(north(239, 262, 540), network).nodes.tolist() == [2, 4, 5]


def test_without_any_way_everything_is_outside() -> None:
    empty = from_edges(np.empty((0, 2)), np.empty((0, 2), np.int32), lengths_m=np.empty(0))
    snapped = snap(north(0, 10), empty)
    assert snapped.nodes.tolist() == [-1, -1]
    assert list(reach(empty, snapped, targets=snapped, limit_m=4800)) == []


def strewn(chance: np.random.Generator) -> Network:
    """Thirty points over several tiles, forty edges somewhat longer than straight."""
    points, ends = HERE + chance.uniform(0, 0.06, (30, 2)), chance.integers(0, 30, (40, 2)).astype(np.int32)
    spots = to_metric(points)
    straight = np.hypot(*(spots[ends[:, 0]] - spots[ends[:, 1]]).T)
    return from_edges(points, ends, lengths_m=straight * chance.uniform(1.001, 1.5, 40))


@given(st.integers(0, 2**32 - 1))
def test_reach_is_what_networkx_finds(seed: int) -> None:
    """Same lengths, nothing missing, nothing beyond the limit; the first place is outside the network."""
    chance = np.random.default_rng(seed)
    network, graph = strewn(chance), nx.empty_graph(30)
    edges = zip(network.ends.tolist(), network.lengths_m, strict=True)
    graph.add_weighted_edges_from((*pair, length) for pair, length in edges)
    off = np.append(np.nan, chance.uniform(0, 200, 30))
    places = Snapped(np.arange(-1, 30, dtype=np.int32), off)
    rows = reach(network, places, targets=places, limit_m=4800)
    found = {row.origin: dict(zip(row.targets.tolist(), row.metres, strict=True)) for row in rows}
    assert set(found) == set(range(1, 31))
    for origin, reached in found.items():
        ways = nx.single_source_dijkstra_path_length(graph, origin - 1)
        known = {node + 1: off[origin] + metres + off[node + 1] for node, metres in ways.items()}
        assert reached == pytest.approx({node: metres for node, metres in known.items() if metres <= 4800})


def test_no_row_of_any_origin_is_lost() -> None:
    assert from_reached([], origins=3, mode=WALKING).starts.tolist() == [0, 0, 0, 0]


@given(st.floats(51.4, 51.7), st.floats(9.7, 10.1))
def test_a_cell_is_known_by_its_code_and_its_centre(latitude: float, longitude: float) -> None:
    cells = cells_of(np.array([[latitude, longitude]]))
    assert cells_from_codes(codes_of(cells)).tolist() == cells.tolist()
    assert cells_of(centres_of(cells)).tolist() == cells.tolist()
    northing, easting = cells[0]
    assert cells_from_codes([f"CRS3035RES100mN{northing}00E{easting}00"]).tolist() == cells.tolist()
