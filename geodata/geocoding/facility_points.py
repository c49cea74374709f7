"""Which point of a facility is better founded: the one in the table, or the one its address gives.

The rule, in this order:

1. A hand decision stands always.
2. A row without a point takes what the address gives (house, interpolated, place or street), or the reason why nothing
   does.
3. A row whose point is only at street level takes a strictly better answer (house, interpolated or place).
4. Every other point stays: it is an OpenStreetMap object of that name, or an address point whose link was checked. On
large grounds the place itself is the better point than its address. How far the two lie apart is kept as the check
distance, and listed above 75 m.

A number whose link to its street is weak never counts as a house.
"""

from collections.abc import Mapping
from typing import Final

from geodata.geocoding.distance import LatLon, distance_m
from geodata.geocoding.gazetteer import Gazetteer
from geodata.geocoding.match import Match, Quality
from geodata.geocoding.reasons import reason

SAME_PLACE_M: Final = 250.0
"""A place of the same name farther away than this is another one."""

DISAGREEMENT_M: Final = 75.0
"""Two points of one facility farther apart than this are for a person to decide."""

DERIVED: Final = "Adresspunkt abgeleitet"
"""In the notes of rows whose address was taken from the nearest address point: comparing both proves nothing."""

_FROM_OSM: Final = frozenset({"osm_place", "osm_address", "street"})
_KEPT: Final = {
    "place": "kept_place", "house": "kept_address", "interpolated": "kept_address", "street": "kept_street",
}  # fmt: skip
_POINT_COLUMNS: Final = ("latitude", "longitude", "district_key")

Row = Mapping[str, str]


def question(row: Row) -> str:
    """The address of a facility as one line, "" when it has none."""
    if not row["street_address"]:
        return ""
    place = f"{row['postal_code']} {row['city']}".strip()
    return f"{row['street_address']}, {place}" if place else row["street_address"]


def is_hidden(row: Row) -> bool:
    """Whether the place must not be known: it is never geocoded."""
    return row["address_visibility"] == "hidden"


def point_of(row: Row) -> LatLon | None:
    """(lat, lon) of a row, or None."""
    if not row["latitude"] or not row["longitude"]:
        return None
    return float(row["latitude"]), float(row["longitude"])


def is_better(match: Match, row: Row) -> bool:
    """Whether the answer is to replace the row's point, by the rule above."""
    if match.point is None:
        return False
    if match.provider == "hand" or point_of(row) is None:
        return True
    return row["geocode_quality"] in ("street", "quarter", "none", "") and match.quality.is_settled


def with_match(row: Row, match: Match, *, district_key: str, notes: str = "") -> dict[str, str]:
    """The row with the answer's point and all that is known about it; a point that has not moved keeps its date."""
    found = {
        "latitude": f"{match.latitude:.6f}",
        "longitude": f"{match.longitude:.6f}",
        "district_key": district_key,
        "geocode_method": match.provider,
        "geocode_provider": match.provider,
        "geocode_quality": str(match.quality),
        "geocode_reason": f"{match.reason} {notes}".strip(),
    }
    same = all(row[column] == value for column, value in found.items())
    return {**row, **found, "geocode_date": row["geocode_date"] if same and row["geocode_date"] else match.date}


def without_point(row: Row, match: Match | None) -> dict[str, str]:
    """The row with the reason why it has no point: what the chain said, or no address (a better reason stays)."""
    why = str(match.reason) if match else row["geocode_reason"] or str(reason("no_address"))
    emptied = dict.fromkeys((*_POINT_COLUMNS, "geocode_provider", "geocode_date", "geocode_check_m"), "")
    return {**row, **emptied, "geocode_method": "none", "geocode_quality": "none", "geocode_reason": why}


def with_origin(row: Row, *, today: str) -> dict[str, str]:
    """The row, whose point stays, with provider, date and reason of it where they are missing."""
    method = row["geocode_method"]
    missing = {
        "geocode_provider": "osm" if method in _FROM_OSM else method,
        "geocode_date": today,
        "geocode_reason": str(reason(_KEPT.get(row["geocode_quality"], "kept"))),
    }
    return {**row, **{column: row[column] or value for column, value in missing.items()}}


def with_check(row: Row, *, address: Match, named: LatLon | None) -> dict[str, str]:
    """The row with the distance between its address and the place of its name, in whole metres, where both are known.

    Args:
        row: a facility; where its point is of quality "place", that point is the place of its name.
        address: the answer to its address; counts only at house level.
        named: (lat, lon) of the place of the same name within 250 m, or None.
    """
    place = point_of(row) if row["geocode_quality"] == "place" else named
    if DERIVED in row["notes"]:
        return dict(row)
    if place is None or address.point is None or address.quality is not Quality.HOUSE:
        return dict(row)
    return {**row, "geocode_check_m": f"{distance_m(address.point, place):.0f}"}


def same_named(name: str, gazetteer: Gazetteer, *, near: LatLon) -> LatLon | None:
    """(lat, lon) of the nearest place of this name within 250 m, or None."""
    points = [entry.point for entry in gazetteer.places.exact(name).entries]
    nearest = min(points, key=lambda point: distance_m(point, near), default=None)
    return nearest if nearest and distance_m(nearest, near) <= SAME_PLACE_M else None
