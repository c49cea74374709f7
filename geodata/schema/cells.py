"""Checks of single cells: each returns what would be allowed, or None if the cell can stay."""

import re
from urllib.parse import urlsplit

from geodata.schema.city import City
from geodata.schema.columns import Check
from geodata.schema.contact import email, opening_hours, phone
from geodata.schema.dates import day, edtf_date
from geodata.schema.languages import language

__all__ = [
    "code", "count", "day", "edtf_date", "email", "language", "latitude", "longitude", "metres", "not_negative",
    "one_of", "opening_hours", "osm_object", "phone", "postal_code", "slug", "web_address",
]  # fmt: skip

_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,12})?")
_COUNT = re.compile(r"\d{1,9}")
_SLUG = re.compile(r"[a-z0-9]+(-{1,2}[a-z0-9]+)*")
_CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
_OSM_OBJECT = re.compile(r"(node|way|relation)/[1-9]\d{0,18}")
_POSTAL_CODES = {"DE": re.compile(r"\d{5}")}
"""By country; where none is known, any postal code is allowed."""


def number(cell: str) -> float | None:
    """The number in plain notation with a decimal point, or None: no exponents, no `nan`, no thousands marks."""
    return float(cell) if cell.isascii() and _NUMBER.fullmatch(cell) else None


def one_of(allowed: frozenset[str]) -> Check:
    """A check that lets only these codes pass."""
    words = ", ".join(sorted(allowed))

    def check(cell: str, _city: City) -> str | None:
        return None if cell in allowed else words

    return check


def slug(cell: str, _city: City) -> str | None:
    """Identifiers: small letters, digits and hyphens."""
    return None if _SLUG.fullmatch(cell) else "small letters, digits and hyphens, such as neues-rathaus"


def code(cell: str, _city: City) -> str | None:
    """Codes: small letters, digits and underscores."""
    return None if _CODE.fullmatch(cell) else "small letters, digits and underscores, such as first_steps"


def postal_code(cell: str, city: City) -> str | None:
    """A postal code as the city's country writes them."""
    pattern = _POSTAL_CODES.get(city.country)
    return None if pattern is None or (cell.isascii() and pattern.fullmatch(cell)) else "a postal code of five digits"


def latitude(cell: str, city: City) -> str | None:
    """Degrees in WGS 84 between the south and north of the city's bounding box."""
    return _between(cell, low=city.bounding_box.south, high=city.bounding_box.north, what="latitude (degrees north)")


def longitude(cell: str, city: City) -> str | None:
    """Degrees in WGS 84 between the west and east of the city's bounding box."""
    return _between(cell, low=city.bounding_box.west, high=city.bounding_box.east, what="longitude (degrees east)")


def _between(cell: str, *, low: float, high: float, what: str) -> str | None:
    value = number(cell)
    return None if value is not None and low <= value <= high else f"{what} between {low} and {high}"


def not_negative(cell: str, _city: City) -> str | None:
    """A number of 0 or more, with a decimal point."""
    value = number(cell)
    return None if value is not None and value >= 0 else "a number of 0 or more, with a decimal point"


def metres(cell: str, _city: City) -> str | None:
    """A distance in metres, 0 or more."""
    return None if not_negative(cell, _city) is None else "metres, a number of 0 or more"


def count(cell: str, _city: City) -> str | None:
    """A whole number of 0 or more."""
    return None if cell.isascii() and _COUNT.fullmatch(cell) else "a whole number of 0 or more"


def osm_object(cell: str, _city: City) -> str | None:
    """An OpenStreetMap object."""
    return None if _OSM_OBJECT.fullmatch(cell) else "node/…, way/… or relation/… with the number of the object"


def web_address(cell: str, _city: City) -> str | None:
    """A complete web address, without spaces or user names."""
    allowed = "a complete web address starting with http:// or https://"
    if re.search(r"[\s\x00-\x1f<>\"\\]", cell):
        return allowed
    try:
        parts = urlsplit(cell)
        host = parts.hostname or ""
    except ValueError:
        return allowed
    good = parts.scheme in ("http", "https") and "." in host.strip(".") and "@" not in parts.netloc
    return None if good else allowed
