"""Dates: whole days, and source dates in the part of EDTF (ISO 8601-2) that sources need."""

import re
from datetime import date

from geodata.schema.city import City

_EDTF = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?~?", re.ASCII)


def day(cell: str, _city: City) -> str | None:
    """A calendar day."""
    return None if re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell, re.ASCII) and _exists(cell) else "a day as YYYY-MM-DD"


def edtf_date(cell: str, _city: City) -> str | None:
    """A year, month or day; `~` behind it says "about"."""
    match = _EDTF.fullmatch(cell)
    if match and _exists(f"{match['year']}-{match['month'] or '01'}-{match['day'] or '01'}"):
        return None
    return "YYYY, YYYY-MM or YYYY-MM-DD, with ~ behind it for “about”"


def _exists(iso_date: str) -> bool:
    try:
        date.fromisoformat(iso_date)
    except ValueError:
        return False
    return True
