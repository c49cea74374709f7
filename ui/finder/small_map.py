"""The small map of an opened card: a still picture of a few kilobytes around one place, from the city pack."""

import base64
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from geodata.errors import MissingFileError
from geodata.exports.leaflet import Mark
from geodata.exports.leaflet_ground import Sheet
from geodata.exports.leaflet_map import UNNUMBERED, Pin, leaflet_map
from geodata.exports.leaflet_words import LOOKS
from geodata.facilities.shown import is_approximate
from geodata.i18n import Translator
from ui import loaders

_SHEET: Final = Sheet(width=332.0, height=140.0, radius=10.5)


def small_map(place: Mapping[Any, Any], section: str, *, t: Translator) -> dict[str, str] | None:
    """Picture, its words and its credits of a located place.

    None for one that may be shown roughly only, as here it would look exact, and in a city without a base map.
    """
    if is_approximate(place):
        return None
    try:
        picture = loaders.kept(("small map", place["facility_id"], section), partial(_drawn, place, section))
    except MissingFileError:
        return None
    return {
        "href": f"data:image/svg+xml;base64,{picture}",
        "label": t("Small map around {place}", place=t.isolated(place["name"])),
        "credits": " · ".join(loaders.city_data().city.attribution),
    }


def _drawn(place: Mapping[Any, Any], section: str) -> str:
    shape, colour = LOOKS[loaders.taxonomy().sections.index(section) % len(LOOKS)]
    pin = Pin(UNNUMBERED, Mark(shape, colour, ""), (place["latitude"], place["longitude"]))
    svg = leaflet_map([pin], loaders.leaflet_ground(), start=None, sheet=_SHEET)
    return base64.b64encode(svg).decode()
