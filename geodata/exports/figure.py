"""The shaded map with its legend as one SVG picture, to be taken away: real text, no script, nothing from elsewhere.

Only what both browsers and `geodata.exports.lettering` understand is used, so that SVG, PNG and PDF look the same.
"""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import Final

import geopandas as gpd

from geodata.crs import METRIC
from geodata.districts.shading.shade import Shading
from geodata.exports.figure_legend import META, Side, add_block, add_patterns_key, add_ramp, add_title, pins_of
from geodata.exports.figure_map import Frame, MapAreas, add_map, add_patterns
from geodata.exports.figure_text import QUIET, Style, element, wrapped
from geodata.exports.figure_words import FigureWords

__all__ = ["FigureWords", "map_figure"]

WIDTH: Final = 600
_MARGIN: Final = 16.0
_PAD: Final = 14.0  # between the map's panel and its outlines
_HIGHEST: Final = 480.0  # of the map
_CREDITS: Final = Style(size=11.0, fill=QUIET)
_FAMILIES: Final = "'Source Sans 3', 'Source Sans', 'Source Sans Pro', Almarai, 'Noto Sans Arabic', sans-serif"


def map_figure(
    words: FigureWords,
    shading: Shading,
    *,
    outlines: gpd.GeoDataFrame,
    chosen: Sequence[str] = (),
    compared: Sequence[str] = (),
    borders: gpd.GeoDataFrame | None = None,
) -> bytes:
    """Draw the map and its legend; the same arguments give the same bytes.

    Args:
        outlines: the level's areas, WGS 84, with key, name, label_latitude, label_longitude.
        chosen, compared: keys of the areas with a solid and with a dashed border.
        borders: as `outlines`: larger areas that hold those of the level; they are named then instead.

    Raises ValueError where there is not one pair of words for every class, KeyError where an area has no outline.
    """
    if len(words.classes) != len(shading.classes):
        raise ValueError(f"words for {len(words.classes)} classes; there are {len(shading.classes)}")
    larger = None if borders is None else _metric(borders)
    areas = MapAreas(_metric(outlines), larger, tuple(chosen), tuple(compared))
    return _drawn(words, shading, areas=areas)


def _metric(outlines: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return outlines.to_crs(METRIC).set_index("key")


def _drawn(words: FigureWords, shading: Shading, *, areas: MapAreas) -> bytes:
    picture = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "xml:lang": words.language})
    picture.attrib.update({"font-family": _FAMILIES, "direction": words.direction})
    element(picture, "title").text = " ".join(wrapped(words.title, 1e9, style=META))
    add_patterns(picture)
    ground = element(picture, "rect", width=WIDTH, fill="#ffffff")
    bottom = _add_panel(picture, areas, shading=shading)
    side = Side(WIDTH, _MARGIN, rtl=words.direction == "rtl")
    bottom = add_block(picture, words.credits, style=_CREDITS, side=side, top=bottom + 4)
    bottom = add_title(picture, words, side=side, top=bottom + 10)
    pins = pins_of(areas, words, shading=shading)
    bottom = add_ramp(picture, words, shading=shading, pins=pins, side=side, top=bottom)
    bottom = add_patterns_key(picture, words, pins=pins, side=side, top=bottom)
    bottom = add_block(picture, " ".join(words.notes), style=META, side=side, top=bottom)
    height = str(round(bottom + _MARGIN))
    ground.set("height", height)
    picture.attrib.update({"viewBox": f"0 0 {WIDTH} {height}", "width": str(WIDTH), "height": height})
    return bytes(ET.tostring(picture, encoding="utf-8", xml_declaration=True))


def _add_panel(picture: ET.Element, areas: MapAreas, *, shading: Shading) -> float:
    """The map on its panel, and where the panel ends."""
    room = WIDTH - 2 * (_MARGIN + _PAD)
    frame = Frame.around(areas.named, left=_MARGIN + _PAD, top=_MARGIN + _PAD, width=room, most=_HIGHEST)
    high = frame.height + 2 * _PAD
    look = {"fill": "#f6f5f1", "stroke": "#d8d5cc", "rx": 8}
    element(picture, "rect", x=_MARGIN, y=_MARGIN, width=WIDTH - 2 * _MARGIN, height=high, **look)
    add_map(picture, areas, shading=shading, frame=frame)
    return _MARGIN + high
