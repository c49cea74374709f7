"""`python -m geodata walk`: minutes and metres on foot for each pair of points of a table.

Works from the pack alone, along its network and from the exact points; a point is put to the nearest node of the
network, at most 250 m off, and the straight way there is walked too. The app's own minutes are those of 100 m cells
(`pack/walking.xz`), so the two differ by the way to the centre of the cell, 71 m or 0.9 minutes at most at either end.
"""

import argparse
import math
from pathlib import Path
from typing import Final

import numpy as np

from geodata.adapters.csv_rows import read_rows, write_rows
from geodata.adapters.network_file import NETWORK_FILE, read_network
from geodata.config import read_settings
from geodata.errors import ConfigurationError
from geodata.network.graph import Floats
from geodata.network.walks import Walk, walks

START: Final = ("from_latitude", "from_longitude")
END: Final = ("to_latitude", "to_longitude")
NEW_COLUMNS: Final = ("minutes", "metres", "reason")
_NOWHERE: Final = (math.nan, math.nan)


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the subcommand."""
    command = subparsers.add_parser("walk", help="minutes and metres on foot for pairs of points")
    command.add_argument("table", type=Path, help=f"CSV file with the columns {', '.join((*START, *END))}")
    command.add_argument("-o", "--out", type=Path, required=True, help="where to write")
    command.add_argument("--pack", type=Path, help="the pack directory (default: the app's own)")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the table with `NEW_COLUMNS` after its own; a pair without a way gets a reason instead."""
    columns, rows = read_rows(arguments.table)
    missing = [name for name in (*START, *END) if name not in columns]
    if missing:
        raise ConfigurationError(f"{arguments.table} lacks {', '.join(missing)}")
    network = read_network((arguments.pack or read_settings().data_directory / "pack") / NETWORK_FILE)
    found = walks(_points(rows, START), _points(rows, END), network=network)
    done = [row | _cells(walk) for row, walk in zip(rows, found, strict=True)]
    write_rows(arguments.out, (*columns, *(name for name in NEW_COLUMNS if name not in columns)), rows=done)
    return 0


def _points(rows: list[dict[str, str]], names: tuple[str, str]) -> Floats:
    points = [_point(row[names[0]], row[names[1]]) for row in rows]
    return np.array(points, dtype=np.float64).reshape(-1, 2)


def _point(latitude: str, longitude: str) -> tuple[float, float]:
    try:
        point = float(latitude), float(longitude)
    except ValueError:
        return _NOWHERE
    return point if abs(point[0]) <= 90 and abs(point[1]) <= 180 else _NOWHERE


def _cells(walk: Walk) -> dict[str, str]:
    if walk.reason:
        return {"minutes": "", "metres": "", "reason": walk.reason}
    return {"minutes": f"{walk.minutes:.2f}", "metres": f"{walk.metres:.1f}", "reason": ""}
