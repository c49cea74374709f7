"""The small map of the leaflet: streets, borders and names of districts, and the numbers of the list. North is up."""

import math
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import geopandas as gpd
import numpy as np
import shapely

from geodata.crs import METRIC, WGS84
from geodata.exports.figure_map import Box
from geodata.exports.figure_text import INK, Style, element, width_of
from geodata.exports.leaflet import Mark
from geodata.exports.leaflet_ground import Ground, Sheet, View, add_ground

Place = tuple[float, float]
"""x and y in units of the picture."""

UNNUMBERED: Final = 0
"""The number of a pin that is drawn without one."""

_NAME: Final = Style(size=11.5, weight=600)
_NAME_SHIFTS: Final = ((0, 0), (0, -24), (0, 24), (-40, 0), (40, 0), (-40, -24), (40, 24), (-80, 0), (80, 0))
_MOST_RINGS: Final = 60
_HEIGHTS: Final = ((8, 205.0), (20, 280.0))
"""Up to so many numbers, height in units; more fill half a page."""
_TALLEST: Final = 400.0


@dataclass(frozen=True)
class Pin:
    """A number of the list and where it belongs: (lat, lon) in WGS 84."""

    number: int
    mark: Mark
    point: tuple[float, float]


def sheet_for(pins: int, *, large: bool) -> Sheet:
    """A picture with room for so many numbers; in large print every unit is larger, as the paper is as wide."""
    height = next((height for most, height in _HEIGHTS if pins <= most), _TALLEST)
    return Sheet(width=332.0, height=height * 0.75, radius=12.0) if large else Sheet(640.0, height, radius=10.5)


def leaflet_map(pins: Sequence[Pin], ground: Ground, *, start: tuple[float, float] | None, sheet: Sheet) -> bytes:
    """The map as SVG; where two numbers would hide each other, one moves and a line leads to its place.

    Args:
        pins: at least one.
        start: (lat, lon) of the place that minutes are counted from; None = none.
    """
    points = [*(pin.point for pin in pins), *([start] if start else [])]
    metric = gpd.GeoSeries.from_xy([lon for _, lon in points], [lat for lat, _ in points], crs=WGS84).to_crs(METRIC)
    metres = shapely.get_coordinates(metric)
    view = View.of(metres, sheet)
    size = f"0 0 {sheet.width:g} {sheet.height:g}"
    picture = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": size})
    add_ground(picture, ground, view=view)
    places = [(float(x), float(y)) for x, y in view.frame.placed(metres)]
    taken = [_around(place, sheet.radius + 2) for place in places[len(pins) :]]
    moved = [_free(place, taken, sheet=sheet) for place in places[: len(pins)]]
    _add_names(picture, ground, view=view, taken=taken)
    ways = list(zip(places, moved, strict=False))
    _add_lines(picture, ways, radius=sheet.radius)
    for place in places[len(pins) :]:
        _add_start(picture, place, radius=sheet.radius)
    _add_pins(picture, pins, places=moved, radius=sheet.radius)
    return ET.tostring(picture)


def _around(place: Place, half: float) -> Box:
    return place[0] - half, place[1] - half, place[0] + half, place[1] + half


def _meets(box: Box, taken: Iterable[Box]) -> bool:
    return any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken)


def _inside(box: Box, sheet: Sheet) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= sheet.width and box[3] <= sheet.height


def _shifts(step: float) -> Iterator[Place]:
    """From a place outwards, ring after ring."""
    yield 0.0, 0.0
    for ring in range(1, _MOST_RINGS):
        for turn in range(6 * ring):
            angle = math.tau * turn / (6 * ring)
            yield ring * step * math.cos(angle), ring * step * math.sin(angle)


def _free(place: Place, taken: list[Box], *, sheet: Sheet) -> Place:
    """The nearest place where a mark hides no other and stays in the picture; it is taken then."""
    half = sheet.radius + 1.5
    places = ((place[0] + right, place[1] + down) for right, down in _shifts(sheet.radius / 2))
    free = (at for at in places if _inside(_around(at, half), sheet) and not _meets(_around(at, half), taken))
    found = next(free, place)
    taken.append(_around(found, half))
    return found


def _add_names(picture: ET.Element, ground: Ground, *, view: View, taken: Sequence[Box]) -> None:
    """Names of districts where there is room, from left to right as on street signs; the largest first."""
    look = {"direction": "ltr", "text_anchor": "middle", "stroke_linejoin": "round", "stroke": "#ffffff"}
    look |= {"paint_order": "stroke", "font_family": "sans-serif"}  # for browsers: a typesetter has its own ways
    font = {"font_size": _NAME.size, "font_weight": _NAME.weight, "fill": INK}
    group = element(picture, "g", id="names", stroke_width=3, **look, **font)
    shapes = map(view.seen, ground.outlines.geometry)
    seen = [(shape, str(name)) for shape, name in zip(shapes, ground.outlines["name"], strict=True) if shape.area]
    boxes = [*taken]
    for shape, name in sorted(seen, key=lambda entry: (-entry[0].area, entry[1])):
        ((x, y),) = view.frame.placed(shapely.get_coordinates(shape.representative_point()))
        half = width_of(name, _NAME) / 2 + 3
        for right, down in _NAME_SHIFTS:
            at = (float(x) + right, float(y) + down)
            box = at[0] - half, at[1] - 9, at[0] + half, at[1] + 9
            if _inside(box, view.sheet) and not _meets(box, boxes) and view.frame.inside(shape, np.array(at)):
                boxes.append(box)
                element(group, "text", x=at[0], y=at[1] + 4).text = name
                break


def _add_start(picture: ET.Element, place: Place, *, radius: float) -> None:
    """A house in a ring."""
    group = element(picture, "g", id="start", stroke=INK, fill="#ffffff", stroke_linejoin="round")
    element(group, "circle", cx=place[0], cy=place[1], r=radius + 1.5, stroke_width=1.5)
    x, y, r = *place, radius * 0.62
    roof = f"M{x - r:.1f} {y:.1f}L{x:.1f} {y - r:.1f}L{x + r:.1f} {y:.1f}"
    walls = f"M{x - r * 0.7:.1f} {y - r * 0.2:.1f}V{y + r * 0.8:.1f}H{x + r * 0.7:.1f}V{y - r * 0.2:.1f}"
    element(group, "path", d=roof + walls, fill="none", stroke_width=1.5)


def _add_lines(picture: ET.Element, ways: Sequence[tuple[Place, Place]], *, radius: float) -> None:
    """From a place to its mark, where the mark has moved; below all marks, so that none is crossed."""
    lines = element(picture, "g", id="lines", stroke=INK, stroke_width=1.0)
    for (x, y), (to_x, to_y) in ways:
        if math.hypot(to_x - x, to_y - y) > radius:
            element(lines, "line", x1=x, y1=y, x2=to_x, y2=to_y)
            element(lines, "circle", cx=x, cy=y, r=2.2, fill=INK, stroke="#ffffff", stroke_width=1)


def _add_pins(picture: ET.Element, pins: Sequence[Pin], *, places: Sequence[Place], radius: float) -> None:
    """Ink outline, white ring, the section's colour, the number."""
    look = {"fill": "#ffffff", "font_weight": 600, "text_anchor": "middle", "direction": "ltr"}
    group = element(picture, "g", id="pins", **look)
    for pin, (x, y) in zip(pins, places, strict=True):
        for colour, larger in ((INK, 1.0), ("#ffffff", 0.0), (pin.mark.colour, -2.0)):
            _add_shape(group, pin.mark.shape, place=(x, y), radius=radius + larger, colour=colour)
        if pin.number == UNNUMBERED:
            continue
        size = radius * (1.1 if pin.number < 10 else 0.98)
        low = 0.42 if pin.mark.shape == "triangle" else 0.34
        element(group, "text", x=x, y=y + size * low, font_size=size).text = str(pin.number)


def _add_shape(group: ET.Element, shape: str, *, place: Place, radius: float, colour: str) -> None:
    """All three fill about the same space; a triangle's number stands low in it."""
    (x, y), r = place, radius
    if shape == "circle":
        element(group, "circle", cx=x, cy=y, r=r, fill=colour)
    elif shape == "square":
        element(group, "rect", x=x - r * 0.9, y=y - r * 0.9, width=r * 1.8, height=r * 1.8, rx=2, fill=colour)
    else:
        corners = ((0.0, -1.25), (1.28, 0.95), (-1.28, 0.95))
        points = " ".join(f"{x + r * right:.1f},{y + r * down:.1f}" for right, down in corners)
        element(group, "polygon", points=points, fill=colour)
