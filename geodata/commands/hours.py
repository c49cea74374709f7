"""`python -m geodata hours`: whether each rule of a table is open at a time, and when that changes.

`at_local` is a time by the clocks of the city, in ISO form: 2026-10-31T10:00. `state` is open, closed or unknown;
`next_change` is written as `at_local` is, or empty when nothing changes.
"""

import argparse
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import Final

from geodata.adapters.city_files import read_city_settings
from geodata.adapters.csv_rows import read_rows, write_rows
from geodata.config import read_settings
from geodata.errors import ConfigurationError
from geodata.hours import Place, state_at

COLUMNS: Final = ("opening_hours", "at_local")
NEW_COLUMNS: Final = ("state", "next_change")
_WITH_SECONDS: Final = re.compile(r"\d\d:\d\d:\d\d")
_YEARS: Final = range(1900, 2200)  # the notation knows none before; who means a later one slipped

Row = dict[str, str]


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the subcommand."""
    command = subparsers.add_parser("hours", help="open, closed or unknown, for opening hours at a time")
    command.add_argument("table", type=Path, help=f"CSV file with the columns {', '.join(COLUMNS)}")
    command.add_argument("-o", "--out", type=Path, required=True, help="where to write")
    command.add_argument("--data", type=Path, help="the data directory (default: the app's own)")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the table with `NEW_COLUMNS` after its own; 1 when some times cannot be read: their state is unknown."""
    columns, rows = read_rows(arguments.table)
    missing = [name for name in COLUMNS if name not in columns]
    if missing:
        raise ConfigurationError(f"{arguments.table} lacks {', '.join(missing)}")
    place = Place.from_city(read_city_settings(arguments.data or read_settings().data_directory))
    times = [_time(row["at_local"], place=place) for row in rows]
    done = [row | _cells(row, at, place=place) for row, at in zip(rows, times, strict=True)]
    write_rows(arguments.out, (*columns, *(name for name in NEW_COLUMNS if name not in columns)), rows=done)
    unread = [
        f"row {number}: {rows[number - 1]['at_local']!r}" for number, at in enumerate(times, start=1) if at is None
    ]
    if unread:
        print("Not a time such as 2026-10-31T10:00:", *unread, sep="\n  ", file=sys.stderr)
    return 1 if unread else 0


def _time(cell: str, *, place: Place) -> datetime | None:
    try:
        at = datetime.fromisoformat(cell.strip())
    except ValueError:
        return None
    if at.year not in _YEARS:
        return None
    return at if at.tzinfo else at.replace(tzinfo=place.zone)


def _cells(row: Row, at: datetime | None, *, place: Place) -> Row:
    if at is None:
        return {"state": "unknown", "next_change": ""}
    answer = state_at(row["opening_hours"], at, place=place)
    return {
        "state": answer.state,
        "next_change": _written(answer.next_change, like=row["at_local"]) if answer.next_change else "",
    }


def _written(change: datetime, *, like: str) -> str:
    """A time with seconds, and with an offset from UTC, where the other one has them."""
    has_offset = datetime.fromisoformat(like.strip()).tzinfo is not None
    shown = change if has_offset else change.replace(tzinfo=None)
    return shown.isoformat(timespec="seconds" if _WITH_SECONDS.search(like) else "minutes")
