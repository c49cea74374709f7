"""`python -m geodata geocode`: a coordinate, or a reason why none, for every row of a table.

The facilities table (known by its columns) is completed in place by the rule of `geodata.geocoding.facility_points`;
any other table gets columns `latitude, longitude, quality, uncertainty_m, matched, provider, district_key, reason`
after its own.
"""

import argparse
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from geodata.adapters.csv_rows import read_rows, write_rows
from geodata.adapters.progress import shown
from geodata.commands.geocode_report import print_report
from geodata.commands.open_chain import Wired, add_chain_options, open_chain
from geodata.config import read_settings
from geodata.errors import ConfigurationError
from geodata.geocoding import facility_points
from geodata.geocoding.district_lookup import district_of
from geodata.geocoding.match import Match

NEW_COLUMNS: Final = (
    "latitude", "longitude", "quality", "uncertainty_m", "matched", "provider", "district_key", "reason",
)  # fmt: skip
_FACILITY_COLUMNS: Final = {"facility_id", "street_address", "address_visibility", "geocode_method", "geocode_quality"}

Row = dict[str, str]


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the subcommand."""
    command = subparsers.add_parser("geocode", help="find coordinates for the rows of a table")
    command.add_argument(
        "table", type=Path, nargs="?", help="CSV file; the facilities table or one with a query column"
    )
    command.add_argument("-o", "--out", type=Path, help="where to write (default for facilities: in place)")
    command.add_argument("--query-column", default="query", help="column with the address (default: query)")
    command.add_argument("--report", action="store_true", help="print how good the coordinates are and what to check")
    add_chain_options(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Geocode the table; 0 when every row is settled, 1 when some are open because somebody could not be asked."""
    if arguments.report:
        table = arguments.table or (arguments.data or read_settings().data_directory) / "facilities.csv"
        print_report(read_rows(table)[1])
        return 0
    if not arguments.table:
        raise ConfigurationError("Which table is to be geocoded? For instance: geocode data/facilities.csv")
    columns, rows = read_rows(arguments.table)
    if columns and set(columns) >= _FACILITY_COLUMNS:
        return _run_facilities(arguments, columns, rows=rows)
    return _run_table(arguments, columns, rows=rows)


def _run_facilities(arguments: argparse.Namespace, columns: tuple[str, ...], *, rows: list[Row]) -> int:
    wired = open_chain(arguments)
    still_open: list[str] = []
    done = [_facility(row, wired, still_open=still_open) for row in shown(rows, "addresses", total=len(rows))]
    write_rows(arguments.out or arguments.table, columns, rows=done)
    print_report(done)
    return _say_open(still_open)


def _facility(row: Row, wired: Wired, *, still_open: list[str]) -> Row:
    if facility_points.is_hidden(row):
        return row
    match = _asked(row, wired)
    if match is None or match.reason.code == "open":
        still_open.extend([f"{row['facility_id']}: {match.reason}"] if match else [])
        return _kept(row) if facility_points.point_of(row) else facility_points.without_point(row, match)
    if facility_points.is_better(match, row):
        key, note = district_of(match.point or (0.0, 0.0), wired.districts)
        row = facility_points.with_match(row, match, district_key=key, notes=str(note or ""))
    elif facility_points.point_of(row) is None or match.provider == "hand":
        return facility_points.without_point(row, match)
    row = _kept(row)
    return _checked(row, match, wired=wired) if wired.gazetteer.exact else row


def _kept(row: Row) -> Row:
    return facility_points.with_origin(row, today=datetime.now(UTC).date().isoformat())


def _asked(row: Row, wired: Wired) -> Match | None:
    query = facility_points.question(row)
    if not query:
        return wired.chain.decisions.find("", facility_id=row["facility_id"])
    return wired.chain.locate(query, facility_id=row["facility_id"])


def _checked(row: Row, match: Match, *, wired: Wired) -> Row:
    near = facility_points.point_of(row)
    named = facility_points.same_named(row["name"], wired.gazetteer, near=near) if near else None
    return facility_points.with_check(row, address=match, named=named)


def _run_table(arguments: argparse.Namespace, columns: tuple[str, ...], *, rows: list[Row]) -> int:
    if arguments.query_column not in columns:
        raise ConfigurationError(
            f"{arguments.table} has no column {arguments.query_column!r}; name it with --query-column."
        )
    if not arguments.out:
        raise ConfigurationError("Say with -o where the result is to be written; your own table is left as it is.")
    wired = open_chain(arguments)
    still_open: list[str] = []
    done = [
        row | _answer(row[arguments.query_column], wired, still_open=still_open)
        for row in shown(rows, "addresses", total=len(rows))
    ]
    write_rows(arguments.out, (*columns, *(name for name in NEW_COLUMNS if name not in columns)), rows=done)
    return _say_open(still_open)


def _answer(query: str, wired: Wired, *, still_open: list[str]) -> Row:
    match = wired.chain.locate(query)
    if match.reason.code == "open":
        still_open.append(f"{query}: {match.reason}")
    return answer_cells(match, wired)


def answer_cells(match: Match, wired: Wired) -> Row:
    """The answer as cells of `NEW_COLUMNS`; empty coordinates for none."""
    cells = dict.fromkeys(NEW_COLUMNS, "") | {
        "quality": str(match.quality),
        "reason": str(match.reason),
        "provider": match.provider,
    }
    if match.point is None:
        return cells
    key, note = district_of(match.point, wired.districts)
    return cells | {
        "latitude": f"{match.latitude:.6f}",
        "longitude": f"{match.longitude:.6f}",
        "uncertainty_m": f"{match.uncertainty_m:.0f}",
        "matched": match.label,
        "district_key": key,
        "reason": f"{match.reason} {note or ''}".strip(),
    }


def _say_open(still_open: Iterable[str]) -> int:
    listed = list(still_open)
    if listed:
        print(f"Open, ask again later ({len(listed)}):", *listed, sep="\n  ", file=sys.stderr)
    return 1 if listed else 0
