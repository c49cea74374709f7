"""The dense matrix between some cells, held against the whole table and against what was written."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.adapters.cells_file import read_cells
from geodata.adapters.minutes_file import read_between, read_minutes, write_minutes
from geodata.adapters.packed_arrays import read_arrays
from geodata.errors import DataError, MissingFileError
from geodata.network.cells import Cells, cells_from_codes
from geodata.network.minutes import TravelMinutes
from geodata.network.table import CYCLING, STEP_MIN, WALKING, Mode, Table
from tests.network.source_graph import ROOT

PACK = ROOT / "data" / "pack"
KNOWN = 9
NOWHERE = np.array([[10_000, 10_000], [10_000, 31_000]], np.int32)
FAR = 255


def steps_of(minutes: TravelMinutes, rows: np.ndarray) -> np.ndarray:
    """The same matrix by asking for all the minutes of each cell."""
    found = np.array([minutes.to_cells(row)[rows] for row in rows]) / STEP_MIN
    return np.where(np.isnan(found), FAR, found)


@pytest.mark.parametrize("mode", [WALKING, CYCLING], ids=lambda mode: mode.name)
def test_drawn_cells_of_the_city_are_as_far_apart_as_the_whole_table_says(mode: Mode) -> None:
    minutes = read_minutes(PACK, mode)
    chance = np.random.default_rng(6)
    rows = chance.permutation(chance.choice(len(minutes.cells), 600, replace=False))  # in use or not, in any order
    assert 100 < np.isin(rows, minutes.in_use).sum() < 500
    between = read_between(PACK, minutes.cells[rows], mode=mode)
    assert between.dtype == np.uint8
    np.testing.assert_array_equal(between, steps_of(minutes, rows))
    assert 0.005 < ((between > 0) & (between < FAR)).mean() < 0.9


def test_all_populated_cells_of_the_city() -> None:
    minutes, cells = read_minutes(PACK), cells_from_codes(list(read_cells(PACK)["cell"]))
    between = read_between(PACK, cells)
    assert between.shape == (len(cells), len(cells))
    assert (between == between.T).all()
    assert ((between == 0) == np.eye(len(cells), dtype=bool)).all()
    rows = {tuple(cell): row for row, cell in enumerate(minutes.cells.tolist())}
    at = np.random.default_rng(7).choice(len(cells), 50)
    own = np.array([rows[tuple(cell)] for cell in cells.tolist()])
    whole = np.array([minutes.to_cells(row)[own] for row in own[at]]) / STEP_MIN
    np.testing.assert_array_equal(between[at], np.where(np.isnan(whole), FAR, whole))


def most_bytes(read: Callable[[], object]) -> int:
    """The most memory that was in use at once."""
    tracemalloc.start()
    try:
        read()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_the_ways_take_no_more_memory_than_opening_the_file_and_the_result() -> None:
    cells = cells_from_codes(list(read_cells(PACK)["cell"]))
    opening = most_bytes(lambda: read_arrays(PACK / "walking.xz", "walking-minutes 1"))
    assert most_bytes(lambda: read_between(PACK, cells)) < opening + len(cells) ** 2 + 1_000_000
    assert most_bytes(lambda: read_minutes(PACK).to_cells(0)) > 3 * opening  # what is spared


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, KNOWN - 1), st.integers(0, KNOWN - 1)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(1, 240),
)


def written(pack: Path, pairs: dict[tuple[int, int], int], *, mode: Mode) -> Cells:
    """Write minutes between `KNOWN` cells; returns these."""
    ordered = sorted(pairs.items())
    counts = [sum(begin == row for begin, _ in pairs) for row in range(KNOWN)]
    starts = np.cumsum([0, *counts]).astype(np.int64)
    targets = np.array([end for (_, end), _ in ordered], np.int32)
    cells = np.array([[31_000 + at % 3, 43_000 + at // 3] for at in range(KNOWN)], np.int32)
    minutes = TravelMinutes(
        mode=mode,
        cells=cells,
        snap_m=np.zeros(KNOWN),
        in_use=np.arange(KNOWN, dtype=np.int32),
        facility_ids=(),
        facility_points=np.empty((0, 2)),
        facility_snap_m=np.empty(0),
        between=Table(starts, targets, np.array([step for _, step in ordered], np.uint8)),
        from_facilities=Table(np.zeros(1, np.int64), np.empty(0, np.int32), np.empty(0, np.uint8)),
    )
    write_minutes(pack, minutes)
    return cells


@given(PAIRS, st.permutations(range(KNOWN + 2)), st.integers(0, KNOWN + 2), st.sampled_from([WALKING, CYCLING]))
def test_any_choice_of_cells_in_any_order(tmp_path_factory, pairs, order, count: int, mode: Mode) -> None:  # noqa: ANN001
    pack = tmp_path_factory.mktemp("pack")
    cells = np.concatenate([written(pack, pairs, mode=mode), NOWHERE])  # the file does not know the last two
    chosen = order[:count]
    known = {frozenset(pair): step for pair, step in pairs.items()}
    expected = [[0 if a == b else known.get(frozenset((a, b)), FAR) for b in chosen] for a in chosen]
    found = read_between(pack, cells[chosen], mode=mode)
    assert found.tolist() == expected
    assert found.shape == (count, count)


def test_a_file_that_is_not_there_or_not_of_this_mode_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="python -m geodata build"):
        read_between(tmp_path, NOWHERE)
    written(tmp_path, {}, mode=CYCLING)
    (tmp_path / "cycling.xz").rename(tmp_path / "walking.xz")
    with pytest.raises(DataError, match="walking-minutes"):
        read_between(tmp_path, NOWHERE)
