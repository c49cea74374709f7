"""What people decided about single points: `geocode_decisions.csv` in the data directory; no program writes it."""

import csv
from datetime import date
from pathlib import Path
from typing import Final

from geodata.errors import DataError
from geodata.geocoding.match import Match, Quality, no_match
from geodata.geocoding.query import store_key
from geodata.geocoding.reasons import reason
from geodata.schema import Fault

DECISIONS_FILE: Final = "geocode_decisions.csv"
_COLUMNS: Final = ("facility_id", "query", "latitude", "longitude", "quality", "reason", "date")
_HAND_M: Final = 25.0  # a person points at a building, not at its door


class HandDecisions:
    """Decisions by facility or by question; both may be empty."""

    def __init__(self, by_facility: dict[str, Match], by_query: dict[str, Match]) -> None:
        self._by_facility = by_facility
        self._by_query = by_query

    def find(self, query: str, *, facility_id: str = "") -> Match | None:
        """The decision for the facility, or else for the question, or None."""
        return self._by_facility.get(facility_id) or self._by_query.get(store_key(query))


def read_decisions(path: Path) -> HandDecisions:
    """Read the decisions; a file that is not there holds none.

    Columns: facility_id or query, latitude, longitude (both empty = there shall be no point), quality, reason
    (English), date.

    Raises:
        DataError: a row names no facility and no question, has half a point, no reason, or no date.
    """
    if not path.exists():
        return HandDecisions({}, {})
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [{column: row.get(column) or "" for column in _COLUMNS} for row in csv.DictReader(file)]
    faults = [fault for line, row in enumerate(rows, 2) for fault in _faults(path.name, line, row=row)]
    if faults:
        raise DataError(faults)
    return HandDecisions(
        {row["facility_id"]: _match(row) for row in rows if row["facility_id"]},
        {store_key(row["query"]): _match(row) for row in rows if row["query"] and not row["facility_id"]},
    )


def _faults(file: str, line: int, *, row: dict[str, str]) -> list[Fault]:
    checks = {
        "facility_id": (row["facility_id"] or row["query"], "a facility_id or a query"),
        "latitude": (_is_point(row), "latitude and longitude in degrees, or both empty"),
        "quality": (row["quality"] in set(Quality), ", ".join(Quality)),
        "reason": (row["reason"], "a sentence"),
        "date": (_is_day(row["date"]), "YYYY-MM-DD"),
    }
    return [Fault(file, line, column, row[column], allowed) for column, (fine, allowed) in checks.items() if not fine]


def _is_point(row: dict[str, str]) -> bool:
    try:
        latitude, longitude = (float(row[column] or 0) for column in ("latitude", "longitude"))
    except ValueError:
        return False
    return bool(row["latitude"]) == bool(row["longitude"]) and abs(latitude) <= 90 and abs(longitude) <= 180


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _match(row: dict[str, str]) -> Match:
    if not row["latitude"]:
        return no_match(reason("hand_none", why=row["reason"]), provider="hand", date=row["date"])
    point = float(row["latitude"]), float(row["longitude"])
    why = reason("hand", why=row["reason"])
    label = row["query"] or row["facility_id"]
    return Match(*point, label, Quality(row["quality"]), _HAND_M, "hand", "", row["date"], why)
