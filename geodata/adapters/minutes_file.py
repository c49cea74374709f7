"""`pack/walking.xz`, `pack/cycling.xz`: minutes on foot and by bicycle; see `packed_arrays` for the container.

First line: kind "walking-minutes 1" or "cycling-minutes 1", kmh, limit_min, step_min, facility_ids. Arrays:
    cells                int32 (n, 2)  northing, easting of the south-western corner, 100 m, EPSG:3035
    snap_dm              int16 (n,)    distance of the centre from the network in decimetres, -1 = outside the network
    in_use               uint8 (n,)    1 = has minutes to other cells in use
    facility_points      int32 (f, 2)  latitude, longitude in millionths of a degree
    facility_snap_dm     int16 (f,)
    between_*            three arrays, one row for each cell: targets are cells with a larger number
    from_facilities_*    three arrays, one row for each facility: targets are cells
        *_counts  uint32   number of entries of each row
        *_gaps    uint32   target less the target before it; the first one of a row less -1
        *_steps   uint8    minutes / step_min less the entry before it (modulo 256), the first one of a row less 0
Differences of neighbours are small and alike: that is what makes the file small.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from geodata.adapters.packed_arrays import read_arrays, write_arrays
from geodata.network.cells import Cells
from geodata.network.graph import Floats, Integers
from geodata.network.minutes import FacilityMinutes, TravelMinutes
from geodata.network.table import STEP_MIN, WALKING, Mode, Steps, Table

_MILLIONTHS: Final = 1e6
_FAR: Final = 255  # more than any step of a file, 1 to 240


def minutes_path(pack: Path, mode: Mode) -> Path:
    """The file of a mode in a pack directory."""
    return pack / f"{mode.name}.xz"


def write_minutes(pack: Path, minutes: TravelMinutes) -> Path:
    """Write the minutes into a pack directory; returns the file, named after the mode."""
    in_use = np.zeros(len(minutes.cells), dtype=np.uint8)
    in_use[minutes.in_use] = 1
    arrays = {
        "cells": minutes.cells.astype("<i4"),
        "snap_dm": _decimetres(minutes.snap_m),
        "in_use": in_use,
        "facility_points": np.rint(minutes.facility_points * _MILLIONTHS).astype("<i4"),
        "facility_snap_dm": _decimetres(minutes.facility_snap_m),
        **_packed("between", minutes.between),
        **_packed("from_facilities", minutes.from_facilities),
    }
    mode = minutes.mode
    about = {"kind": _kind(mode), "step_min": STEP_MIN, "kmh": mode.kmh, "limit_min": mode.limit_min}
    ids = list(minutes.facility_ids)
    return write_arrays(minutes_path(pack, mode), {**about, "facility_ids": ids}, arrays=arrays)


def read_minutes(pack: Path, mode: Mode = WALKING) -> TravelMinutes:
    """Read the minutes of a pack directory.

    Raises:
        MissingFileError, DataError: as `packed_arrays.read_arrays`.
    """
    about, arrays = read_arrays(minutes_path(pack, mode), _kind(mode))
    return TravelMinutes(
        mode=mode,
        cells=arrays["cells"],
        snap_m=_metres(arrays["snap_dm"]),
        in_use=np.flatnonzero(arrays["in_use"]).astype(np.int32),
        facility_ids=tuple(about["facility_ids"]),
        facility_points=arrays["facility_points"] / _MILLIONTHS,
        facility_snap_m=_metres(arrays["facility_snap_dm"]),
        between=_table("between", arrays),
        from_facilities=_table("from_facilities", arrays),
    )


def read_facility_minutes(pack: Path, mode: Mode = WALKING) -> FacilityMinutes:
    """Read only the minutes from cells to facilities, in a fifth of the memory: what the finder asks for.

    Raises:
        MissingFileError, DataError: as `packed_arrays.read_arrays`.
    """
    about, arrays = read_arrays(minutes_path(pack, mode), _kind(mode))
    cells, ids = arrays["cells"], tuple(about["facility_ids"])
    table = _table("from_facilities", arrays)
    steps = np.zeros((len(cells), len(ids)), dtype=np.uint8)
    steps[table.targets, np.repeat(np.arange(len(ids)), np.diff(table.starts))] = table.steps
    return FacilityMinutes(cells, ids, steps)


def read_between(pack: Path, cells: Cells, *, mode: Mode = WALKING) -> Steps:
    """Read only the ways between some cells, (n, 2) and each of them once, in either direction.

    The symmetric (n, n) matrix in steps of `STEP_MIN`: 0 for a cell itself, 255 where no way within the limit is known,
    or the file does not know the cell. Only their rows of the file's table are unpacked, one after the other: beside
    the packed arrays and the result no more than one of them is in memory.

    Raises:
        MissingFileError, DataError: as `packed_arrays.read_arrays`.
    """
    _, arrays = read_arrays(minutes_path(pack, mode), _kind(mode))
    rows = _rows_of(cells, arrays["cells"])
    columns = np.full(len(arrays["cells"]), -1, dtype=np.int32)  # of the result, by row of the file
    columns[rows[rows >= 0]] = np.flatnonzero(rows >= 0)
    between = np.full((len(cells), len(cells)), _FAR, dtype=np.uint8)
    np.fill_diagonal(between, 0)
    for at, targets, steps in _unpacked("between", arrays, rows=rows):
        there = columns[targets]
        between[at, there[there >= 0]] = between[there[there >= 0], at] = steps[there >= 0]
    return between


def _unpacked(name: str, arrays: dict[str, Any], *, rows: Integers) -> Iterator[tuple[int, Integers, Steps]]:
    """Targets and steps of single rows of a table, each with its place in `rows`; there are none of a row -1."""
    counts, gaps, steps = (arrays[f"{name}_{part}"] for part in ("counts", "gaps", "steps"))
    ends = np.cumsum(counts, dtype=np.int64)
    for at in np.flatnonzero(rows >= 0).tolist():
        part = slice(ends[rows[at]] - counts[rows[at]], ends[rows[at]])
        targets = np.cumsum(gaps[part], dtype=gaps.dtype) - np.uint32(1)
        yield at, targets.view(np.int32), np.cumsum(steps[part], dtype=steps.dtype)


def _rows_of(cells: Cells, known: Cells) -> Integers:
    """(n,) rows of cells among the known ones, -1 where there is none."""
    wanted, there = (pd.MultiIndex.from_arrays(list(pairs.T)) for pairs in (cells, known))
    return there.get_indexer(wanted).astype(np.int32)


def _kind(mode: Mode) -> str:
    return f"{mode.name}-minutes 1"


def _decimetres(metres: Floats) -> np.ndarray:
    return np.where(np.isnan(metres), -1, np.rint(metres * 10)).astype("<i2")


def _metres(decimetres: np.ndarray) -> Floats:
    return np.where(decimetres < 0, np.nan, decimetres / 10.0)


def _packed(name: str, table: Table) -> dict[str, np.ndarray]:
    begins = table.starts[:-1][np.diff(table.starts) > 0]
    gaps, steps = table.targets.astype("<u4"), table.steps.copy()
    for differences in (gaps, steps):  # modulo the size of their numbers, so that no wider ones are needed
        differences[1:] -= differences[:-1].copy()
    gaps[begins], steps[begins] = table.targets[begins] + 1, table.steps[begins]
    return {f"{name}_counts": np.diff(table.starts).astype("<u4"), f"{name}_gaps": gaps, f"{name}_steps": steps}


def _table(name: str, arrays: dict[str, Any]) -> Table:
    counts = arrays[f"{name}_counts"].astype(np.int64)
    starts = np.concatenate([[0], np.cumsum(counts)])
    targets, steps = (_summed(arrays[f"{name}_{part}"], starts) for part in ("gaps", "steps"))
    targets -= np.uint32(1)
    return Table(starts, targets.view(np.int32), steps)


def _summed(differences: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Sums of differences, begun anew at each start, modulo the size of their numbers."""
    sums = np.cumsum(differences, dtype=differences.dtype)
    before = np.concatenate([np.zeros(1, sums.dtype), sums])[starts[:-1]]
    sums -= np.repeat(before, np.diff(starts))
    return sums
