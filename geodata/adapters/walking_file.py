"""`pack/walking.xz`: walking minutes; see `packed_arrays` for the container.

First line: kind "walking-minutes 1", step_min, facility_ids. Arrays:
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

from pathlib import Path
from typing import Any, Final

import numpy as np

from geodata.adapters.packed_arrays import read_arrays, write_arrays
from geodata.network.graph import Floats
from geodata.network.minutes import WalkingMinutes
from geodata.network.table import STEP_MIN, Table

WALKING_FILE: Final = "walking.xz"
_KIND: Final = "walking-minutes 1"
_MILLIONTHS: Final = 1e6


def write_walking(path: Path, walking: WalkingMinutes) -> Path:
    """Write the minutes; returns the path."""
    in_use = np.zeros(len(walking.cells), dtype=np.uint8)
    in_use[walking.in_use] = 1
    arrays = {
        "cells": walking.cells.astype("<i4"),
        "snap_dm": _decimetres(walking.snap_m),
        "in_use": in_use,
        "facility_points": np.rint(walking.facility_points * _MILLIONTHS).astype("<i4"),
        "facility_snap_dm": _decimetres(walking.facility_snap_m),
        **_packed("between", walking.between),
        **_packed("from_facilities", walking.from_facilities),
    }
    about = {"kind": _KIND, "step_min": STEP_MIN, "facility_ids": list(walking.facility_ids)}
    return write_arrays(path, about, arrays=arrays)


def read_walking(path: Path) -> WalkingMinutes:
    """Read the minutes of a pack.

    Raises:
        MissingFileError, DataError: as `packed_arrays.read_arrays`.
    """
    about, arrays = read_arrays(path, _KIND)
    return WalkingMinutes(
        cells=arrays["cells"],
        snap_m=_metres(arrays["snap_dm"]),
        in_use=np.flatnonzero(arrays["in_use"]).astype(np.int32),
        facility_ids=tuple(about["facility_ids"]),
        facility_points=arrays["facility_points"] / _MILLIONTHS,
        facility_snap_m=_metres(arrays["facility_snap_dm"]),
        between=_table("between", arrays),
        from_facilities=_table("from_facilities", arrays),
    )


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
