"""Rules across the columns of one place or one offer."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from geodata.schema.cells import number
from geodata.schema.city import City
from geodata.schema.spoken_hours import spoken_then

_LOCATING: Final = (
    "street_address", "postal_code", "district_key", "latitude", "longitude", "osm_ref", "geocode_check_m",
)  # fmt: skip
"""Columns from which a place can be found."""

_TEXTS: Final = ("name", "operator", "opening_hours_text", "notes", "geocode_reason", "source_url", "website",
                 "gloss_en", "gloss_ru", "gloss_ar")  # fmt: skip

_LOCATION_IN_TEXT: Final = re.compile(
    r"\b\d{5}\s+[A-ZÄÖÜ]\w+"  # postal code and town
    r"|\d{1,2}[.,]\d{4,}"  # degrees
    r"|(?i:\w*(stra(ß|ss)e|str\.|weg|platz|allee|gasse|ring|wall|graben|ufer|anger|markt|breite))\s+\d{1,3}\b"
    r"|\b(node|way|relation)/\d+"  # OpenStreetMap object
)
_NOTHING: Final = "nothing, because address_visibility is hidden"


def location_in(text: str) -> bool:
    """Whether a text looks as if it says where something is: a street with number, postal code, degrees, OSM object."""
    return _LOCATION_IN_TEXT.search(text) is not None


def _hidden(row: Mapping[str, str], _city: City) -> Iterator[tuple[str, str]]:
    if row["address_visibility"] == "hidden":
        yield from ((name, _NOTHING) for name in _LOCATING if row[name])
        without = "a text without a location, because the place is hidden"
        yield from ((name, without) for name in _TEXTS if location_in(row[name]))


def _coordinate_pair(row: Mapping[str, str], city: City) -> Iterator[tuple[str, str]]:
    latitude, longitude = row["latitude"], row["longitude"]
    if bool(latitude) != bool(longitude):
        yield ("longitude" if latitude else "latitude"), "both latitude and longitude, or neither"
    elif latitude and _swapped(latitude, longitude, city=city):
        yield "latitude", "latitude first, then longitude; these two look swapped"


def _swapped(latitude: str, longitude: str, *, city: City) -> bool:
    north, east, box = number(longitude), number(latitude), city.bounding_box
    if north is None or east is None:
        return False
    return box.south <= north <= box.north and box.west <= east <= box.east


def _origin_of_coordinate(row: Mapping[str, str], _city: City) -> Iterator[tuple[str, str]]:
    """Every coordinate says how, by whom, how well and when it was found; a place without one says why."""
    words = ("geocode_method", "geocode_quality")
    if row["latitude"] and row["longitude"]:
        yield from ((name, "how the coordinate was found, not “none”") for name in words if row[name] == "none")
        origin = ("geocode_provider", "geocode_date", "district_key")
        yield from ((name, "filled, because there is a coordinate") for name in origin if not row[name])
    else:
        yield from ((name, "none, because there is no coordinate") for name in words if row[name] not in ("none", ""))
        if not row["geocode_reason"]:
            yield "geocode_reason", "why there is no coordinate"


def _gloss_status(row: Mapping[str, str], _city: City) -> Iterator[tuple[str, str]]:
    if row["gloss_translation_status"] == "" and any(row[f"gloss_{language}"] for language in ("en", "ru", "ar")):
        yield "gloss_translation_status", "machine or reviewed, because there is a translated gloss"


def _translation_status(row: Mapping[str, str], _city: City) -> Iterator[tuple[str, str]]:
    for language in ("en", "ru", "ar"):
        translated = row[f"name_{language}"] or row[f"summary_{language}"]
        if translated and not row[f"translation_status_{language}"]:
            yield f"translation_status_{language}", "machine or reviewed, because there is a translation"


FACILITY_RULES: Final = (_hidden, _coordinate_pair, _origin_of_coordinate, _gloss_status)
SERVICE_RULES: Final = (_translation_status, spoken_then)
