"""What may be shown of a place: the one rule for map, cards, links, leaflet and files.

Of a place whose address is hidden only the columns that say nothing of where it is are kept. Of an approximate one the
point is known to about a hundred metres, and street, postal code and map object are left out.
"""

import math
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from geodata.schema.facility_rules import location_in

Row = Mapping[Any, Any]
"""One row of a table: column → value."""

_KEPT_OF_HIDDEN: Final = frozenset({
    "facility_id", "name", "gloss_en", "gloss_ru", "gloss_ar", "gloss_translation_status", "operator",
    "address_visibility", "phone", "email", "website", "opening_hours", "opening_hours_text", "wheelchair",
    "source_url", "source_date", "assured_date", "status",
})  # fmt: skip
_LEFT_OUT_OF_APPROXIMATE: Final = frozenset({
    "street_address", "postal_code", "osm_ref", "geocode_check_m", "geocode_reason", "notes",
})  # fmt: skip
_MAY_LOCATE: Final = frozenset({"service_id", "facility_id", "name"})
"""What an entry cannot do without; the data contract refuses a hidden place's name that says where it is."""

_ROUGH_DECIMALS: Final = 3
"""About a hundred metres."""


def is_approximate(place: Row) -> bool:
    """Whether a place may be shown roughly only."""
    return bool(place["address_visibility"] == "approximate")


def rough_degrees(value: float) -> float:
    """A latitude or longitude in degrees as exact as an approximate place may be shown; NaN stays NaN."""
    return round(float(value), _ROUGH_DECIMALS)


def shown_place(place: Row) -> Row:
    """A row of `facilities.csv` without what must not be known; the same row where all of it may be."""
    if place["address_visibility"] == "hidden":
        kept = {name: cell if name in _KEPT_OF_HIDDEN else _nothing(cell) for name, cell in place.items()}
        return _without_locations(kept)
    if is_approximate(place):
        return _without_locations({name: _roughly(name, cell) for name, cell in place.items()})
    return place


def shown_offer(offer: Row, place: Row) -> Row:
    """A row of `services.csv` without texts that say where its place is, if that must not be known."""
    return offer if place["address_visibility"] == "public" else _without_locations(offer)


def with_rough_points(facilities: pd.DataFrame) -> pd.DataFrame:
    """The table with all of each approximate place that may be shown; all other rows are as they were."""
    approximate = facilities["address_visibility"] == "approximate"
    if not approximate.any():
        return facilities
    rows = [shown_place(row) for row in facilities.to_dict("records")]
    return pd.DataFrame(
        {
            name: column.where(~approximate, pd.Series([row[name] for row in rows], index=facilities.index))
            for name, column in facilities.items()
        }
    )


def _without_locations(row: Row) -> Row:
    return {
        name: "" if name not in _MAY_LOCATE and isinstance(cell, str) and location_in(cell) else cell
        for name, cell in row.items()
    }


def _roughly(name: str, cell: object) -> object:
    if name in _LEFT_OUT_OF_APPROXIMATE:
        return _nothing(cell)
    return rough_degrees(cell) if name in ("latitude", "longitude") and isinstance(cell, float) else cell


def _nothing(cell: object) -> object:
    """Not stated, as the tables have it."""
    return math.nan if isinstance(cell, float) else () if isinstance(cell, tuple) else ""
