"""What objects of OpenStreetMap are to us, by their tags: tables, read from top to bottom."""

from collections.abc import Mapping
from typing import Final

from geodata.geocoding.gazetteer import Kind
from geodata.geocoding.public_places import is_public_place

_ROAD_KINDS: Final = {
    "motorway": "motorway", "motorway_link": "motorway", "trunk": "trunk", "trunk_link": "trunk",
    "primary": "primary", "primary_link": "primary", "secondary": "secondary", "secondary_link": "secondary",
    "tertiary": "tertiary", "tertiary_link": "tertiary", "residential": "minor", "unclassified": "minor",
    "living_street": "minor", "road": "minor", "pedestrian": "pedestrian",
}  # fmt: skip
"""Ways of other kinds (service, track, path) are walked but not drawn: they would cover the shading."""

_LINES: Final = {
    "waterway": {"river": ("water", "river"), "canal": ("water", "canal"), "stream": ("water", "stream")},
    "railway": dict.fromkeys(("rail", "light_rail", "tram", "narrow_gauge"), ("rail", "rail")),
    "highway": {value: ("road", kind) for value, kind in _ROAD_KINDS.items()},
}

_AREAS: Final = {
    "natural": {"water": ("water", "area"), "wood": ("green", "wood"), "scrub": ("green", "grass"),
                "grassland": ("green", "grass"), "heath": ("green", "grass")},
    "waterway": {"riverbank": ("water", "area")},
    "landuse": {"reservoir": ("water", "area"), "basin": ("water", "area"), "forest": ("green", "wood"),
                **dict.fromkeys(("grass", "meadow", "village_green", "recreation_ground"), ("green", "grass")),
                **dict.fromkeys(("cemetery", "allotments"), ("green", "landuse"))},
    "leisure": dict.fromkeys(("park", "garden", "golf_course", "nature_reserve"), ("green", "landuse")),
}  # fmt: skip

_QUARTERS: Final = frozenset({"suburb", "quarter", "neighbourhood", "hamlet", "isolated_dwelling", "village"})
_PLACE_KEYS: Final = (
    "amenity", "building", "craft", "healthcare", "historic", "leisure", "office", "railway", "shop", "social_facility",
    "tourism",
)  # fmt: skip
_NO_PLACES: Final = frozenset({"atm", "bicycle_parking", "telephone", "recycling"})
"""Values that bear the name of what they stand beside; a reader who types the name means that."""

LayerKind = tuple[str, str]


def line_layer(tags: Mapping[str, str]) -> LayerKind | None:
    """Layer and kind of the base map for a way, or None."""
    return None if tags.get("tunnel") == "culvert" else _first(_LINES, tags)


def area_layer(tags: Mapping[str, str]) -> LayerKind | None:
    """Layer and kind of the base map for an area, or None."""
    return _first(_AREAS, tags)


def _first(table: Mapping[str, Mapping[str, LayerKind]], tags: Mapping[str, str]) -> LayerKind | None:
    return next((values[tags[key]] for key, values in table.items() if tags.get(key) in values), None)


def gazetteer_kind(tags: Mapping[str, str]) -> Kind | None:
    """What a named node or area is in the gazetteer (streets are ways), or None."""
    if tags.get("highway") == "bus_stop" or (tags.get("public_transport") == "platform" and tags.get("bus") == "yes"):
        return "stop"
    if "place" in tags:
        return "quarter" if tags["place"] in _QUARTERS else None
    key = next((key for key in _PLACE_KEYS if key in tags), None)
    if key is None or tags[key] in _NO_PLACES:
        return None
    category = key if key == "office" else tags[key]
    return "place" if is_public_place(category, tags[key], name=tags.get("name", "")) else None
