"""The found offers as GeoJSON (RFC 7946): one feature an offer, lon before lat in WGS 84. Same offers, same bytes.

Properties have the names of the tables' columns and hold their codes, for programs; texts and the words of codes are in
the reader's language. What is not stated is null, a list of languages too: an empty one would say "none".
"""

import json
import math
from typing import Any

from geodata.exports.places_found import Found, Row, clean, point_of
from geodata.exports.places_words import gloss_of, own_language, own_text

_OF_OFFER = (
    "section", "topic", "target_groups", "languages_spoken", "languages_interpreted", "material_languages",
    "worship_languages", "cost", "appointment", "hours_by_language",
)  # fmt: skip
_OF_PLACE = (
    "operator", "street_address", "postal_code", "city", "district_key", "address_visibility", "geocode_quality",
    "phone", "email", "website", "wheelchair", "source_url", "source_date",
)  # fmt: skip


def geojson_of(found: Found) -> bytes:
    """The offers as a feature collection; one without a point, or with a hidden one, has the geometry null."""
    document = {
        "type": "FeatureCollection",
        "title": found.about.title,
        "language": found.t.language,
        "credits": found.about.credits,
        "asked": dict(found.about.asked),
        "features": [_feature(found, offer, place=place) for offer, place in found.pairs],
    }
    text = json.dumps(_as_json(document), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return f"{text}\n".encode()


def _feature(found: Found, offer: Row, *, place: Row) -> dict[str, Any]:
    point = point_of(place)
    return {
        "type": "Feature",
        "id": offer["service_id"],
        "geometry": {"type": "Point", "coordinates": [point[1], point[0]]} if point else None,
        "properties": _or_null(_properties(found, offer, place=place)),
    }


def _properties(found: Found, offer: Row, *, place: Row) -> dict[str, Any]:
    words = found.words
    language = own_language(found, offer)
    return {
        "service_id": offer["service_id"],
        "facility_id": place["facility_id"],
        "name": own_text(found, offer, column="name"),
        "summary": own_text(found, offer, column="summary"),
        "language": language,
        "translation_status": "" if language == "de" else offer[f"translation_status_{language}"],
        "name_de": offer["name_de"],
        **{column: offer[column] for column in _OF_OFFER},
        "section_name": words["section"].get(offer["section"], ""),
        "topic_name": words["topic"].get(offer["topic"], ""),
        "place": place["name"],
        "gloss": gloss_of(found, place),
        **{column: place[column] for column in _OF_PLACE},
        "district_name": words["district_key"].get(place["district_key"], ""),
        **_hours(offer, place),
        "status": offer["status"],
        "assured_date": place["assured_date"] or offer["assured_date"],
    }


def _hours(offer: Row, place: Row) -> dict[str, str]:
    columns = ("opening_hours", "opening_hours_text")
    stated = next((row for row in (offer, place) if any(row[column] for column in columns)), offer)
    return {column: stated[column] for column in columns}


def _or_null(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: cell if cell not in ("", ()) else None for name, cell in properties.items()}


def _as_json(value: Any) -> Any:
    """Cells as JSON has them, at any depth; numbers are finite or null."""
    if isinstance(value, dict):
        return {clean(name): _as_json(cell) for name, cell in value.items()}
    if isinstance(value, list | tuple):
        return [_as_json(cell) for cell in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return clean(value) if isinstance(value, str) else value
