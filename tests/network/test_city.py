"""The committed minutes held against an independent Dijkstra on the source network, and against themselves."""

import math
import time

import numpy as np
import pandas as pd
import pytest

from geodata.adapters.minutes_file import read_minutes
from geodata.adapters.network_file import NETWORK_FILE, read_network, read_ready_network
from geodata.network.cells import centres_of
from geodata.network.minutes import TravelMinutes
from geodata.network.table import CYCLING, STEP_MIN, WALKING
from tests.network.source_graph import ROOT, SOURCE, SourceGraph

DATA = ROOT / "data"
PACK = DATA / "pack"
PAIRS = 500


@pytest.fixture(scope="module")
def walking() -> TravelMinutes:
    return read_minutes(PACK)


@pytest.fixture(scope="module")
def graph() -> SourceGraph:
    return SourceGraph()


def agree(ours: float, theirs: float) -> bool:
    """Within 5 % or one minute; at the edge of the hour one of the two may have no answer."""
    if math.isnan(ours) or math.isnan(theirs):
        return (math.isnan(ours) and math.isnan(theirs)) or min(x for x in (ours, theirs) if not math.isnan(x)) > 59
    return abs(ours - theirs) <= max(1.0, 0.05 * theirs)


def drawn(walking: TravelMinutes, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Origins come from a few cells, so that the independent search runs a few times only."""
    chance = np.random.default_rng(seed)
    return chance.choice(chance.choice(walking.in_use, 50), PAIRS), chance.choice(walking.in_use, PAIRS)


def test_random_pairs_of_cells(walking: TravelMinutes, graph: SourceGraph) -> None:
    centres = centres_of(walking.cells)
    far = 0
    for begin, end in zip(*drawn(walking, 1), strict=True):
        ours, theirs = walking.minutes(begin, end), graph.minutes(tuple(centres[begin]), tuple(centres[end]))
        assert begin == end or agree(ours, theirs), (centres[begin], centres[end], ours, theirs)
        far += math.isnan(ours)
    assert 50 < far < 450  # both kinds of answer were asked for


def test_random_pairs_of_cell_and_facility(walking: TravelMinutes, graph: SourceGraph) -> None:
    centres = centres_of(walking.cells)
    chance = np.random.default_rng(2)
    cells, facilities = drawn(walking, 3)[0], chance.integers(0, len(walking.facility_ids), PAIRS)
    for cell, facility in zip(cells, facilities, strict=True):
        ours = walking.to_facility(cell, walking.facility_ids[facility])
        theirs = graph.minutes(tuple(centres[cell]), tuple(walking.facility_points[facility]))
        assert agree(ours, theirs), (centres[cell], walking.facility_ids[facility], ours, theirs)


def test_the_way_back_is_as_long(walking: TravelMinutes) -> None:
    for begin, end in zip(*drawn(walking, 4), strict=True):
        assert walking.minutes(begin, end) == pytest.approx(walking.minutes(end, begin), nan_ok=True)


def test_no_detour_is_shorter(walking: TravelMinutes) -> None:
    """Triangle inequality; each of the three is rounded by half a step at most."""
    begins, ends = drawn(walking, 5)
    for begin, via, end in zip(begins, np.roll(ends, 1), ends, strict=True):
        around = walking.minutes(begin, via) + walking.minutes(via, end)
        direct = walking.minutes(begin, end)
        assert math.isnan(around) or around > 59 or direct <= around + 1.5 * STEP_MIN


def test_unreachable_is_stated_and_never_nought(walking: TravelMinutes) -> None:
    outside = np.flatnonzero(np.isnan(walking.snap_m))
    assert len(outside) > 0
    for cell in outside:
        others = np.delete(walking.to_cells(cell), cell)
        assert np.isnan(others).all()
        assert np.isnan(walking.to_facilities(cell)).all()
    for cell in walking.in_use[::100]:
        assert not (np.delete(walking.to_cells(cell), cell) == 0).any()
        assert not (walking.to_facilities(cell) == 0).any()


def test_by_bicycle_it_is_the_same_way_at_another_speed(walking: TravelMinutes) -> None:
    cycling = read_minutes(PACK, CYCLING)
    assert (cycling.cells == walking.cells).all()
    assert cycling.facility_ids == walking.facility_ids
    slower = CYCLING.kmh / WALKING.kmh
    for cell in walking.in_use[::50]:
        for name in ("to_cells", "to_facilities"):
            on_foot, by_bicycle = getattr(walking, name)(cell), getattr(cycling, name)(cell)
            known = ~np.isnan(on_foot)
            assert not np.isnan(by_bicycle[known]).any()
            off = np.abs(on_foot[known] - slower * by_bicycle[known])
            assert off.max(initial=0) <= STEP_MIN / 2 * (1 + slower) or by_bicycle[known][off.argmax()] == STEP_MIN


def test_every_populated_cell_and_every_shown_facility_is_in_it(walking: TravelMinutes) -> None:
    census = pd.read_csv(SOURCE / "census" / "cells_100m.csv")
    in_use = set(walking.in_use.tolist())
    assert all(walking.cell_of(code) in in_use for code in census["cell_id"])
    facilities = pd.read_csv(DATA / "facilities.csv").dropna(subset=["latitude"])
    assert list(walking.facility_ids) == list(facilities["facility_id"]), "build --stage walking anew"
    moved = np.abs(walking.facility_points - facilities[["latitude", "longitude"]].to_numpy())
    assert moved.max() < 1e-6, "build --stage walking anew"
    assert (facilities["address_visibility"] != "hidden").all()


def test_the_pack_s_network_is_the_source_s() -> None:
    ours, theirs = read_network(PACK / NETWORK_FILE), read_ready_network(SOURCE)
    assert (ours.ends == theirs.ends).all()
    assert np.abs(ours.points - theirs.points).max() < 1e-6
    assert np.abs(ours.lengths_m - theirs.lengths_m).max() <= 0.05 + 1e-9
    assert set(ours.component.tolist()) == {0}


def test_it_is_small() -> None:
    assert sum(path.stat().st_size for path in PACK.glob("*.xz")) <= 8_000_000


def test_an_answer_is_a_look_into_an_array(walking: TravelMinutes, graph: SourceGraph) -> None:
    """A hundred answers, from a point to all facilities, take less than one search for shortest ways."""
    walking.to_facilities(0)
    begin = time.thread_time()
    for cell in walking.in_use[:100]:
        assert walking.cell_at(51.5334, 9.9356) is not None
        walking.to_facilities(cell)
    looked = time.thread_time() - begin
    latitude, longitude = centres_of(walking.cells)[walking.in_use[-1]]
    begin = time.thread_time()
    graph.minutes((latitude + 1e-7, longitude), (latitude, longitude))  # an origin that nobody has asked for
    assert looked < time.thread_time() - begin
