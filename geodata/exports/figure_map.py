"""The map of a figure: fills, borders, areas chosen and compared, names. North is up in every language."""

import math
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geodata.crs import METRIC, WGS84
from geodata.districts.shading.palette import BORDER
from geodata.districts.shading.shade import NO_DATA, WITHHELD, Shading
from geodata.exports.figure_text import INK, QUIET, Style, element, set_lines, width_of, wrapped

Floats = NDArray[np.float64]

PATTERNS: Final = {WITHHELD: "url(#withheld)", NO_DATA: "url(#no-data)"}
"""Fill of areas without a value."""

_NAME: Final = Style(size=12.0, weight=600)
_NAME_WIDTH: Final = 96.0
_LONGEST_WORD: Final = 240.0
_STEPS: Final = (0.0, -9.0, 9.0, -18.0, 18.0, -27.0, 27.0)
_SHIFTS: Final = tuple(sorted(((x, y) for x in (*_STEPS, -36.0, 36.0) for y in _STEPS), key=lambda s: math.hypot(*s)))
"""Where a name goes, from its label point in user units, when another one stands in its way."""

EMPTY: Final = "#e9e6de"
"""Land of the city that belongs to no area of the level; no class has this colour."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in user units."""


@dataclass(frozen=True, eq=False)
class MapAreas:
    """What is drawn: outlines in the metric reference system, indexed by key.

    Attributes:
        outlines: the level's areas.
        larger: areas that hold those of the level, with stronger borders and with the names; or none.
        chosen, compared: keys of the areas with a solid and with a dashed border.
    """

    outlines: gpd.GeoDataFrame
    larger: gpd.GeoDataFrame | None
    chosen: tuple[str, ...]
    compared: tuple[str, ...]

    @property
    def named(self) -> gpd.GeoDataFrame:
        """The areas whose names are written; they cover the map."""
        return self.outlines if self.larger is None else self.larger


@dataclass(frozen=True)
class Frame:
    """From metres to user units: `to_x` and `to_y` of a point are those of the figure."""

    west: float
    north: float
    scale: float
    left: float
    top: float
    height: float

    @classmethod
    def around(cls, shapes: gpd.GeoDataFrame, *, left: float, top: float, width: float, most: float) -> "Frame":
        """The largest one for metric `shapes` in so much width and at `most` so much height, centred."""
        west, south, east, north = map(float, shapes.total_bounds)
        scale = min(width / (east - west), most / (north - south))
        middle = (width - (east - west) * scale) / 2
        return cls(west, north, scale, left + middle, top, (north - south) * scale)

    def placed(self, points: Floats) -> Floats:
        """(n, 2) metres east and north → user units right and down."""
        east, north = points[:, 0], points[:, 1]
        return np.column_stack(
            [self.left + (east - self.west) * self.scale, self.top + (self.north - north) * self.scale]
        )

    def inside(self, shape: BaseGeometry, place: Floats) -> bool:
        """Whether a place of the figure lies in a shape of the map."""
        east, north = self.west + (place[0] - self.left) / self.scale, self.north - (place[1] - self.top) / self.scale
        return bool(shapely.contains_xy(shape, east, north))

    def path(self, shapes: Iterable[BaseGeometry]) -> str:
        """Path data of polygons: every ring closed, to a tenth of a unit."""
        polygons = [part for shape in shapes for part in shapely.get_parts(shape)]
        rings = [ring for polygon in polygons for ring in (polygon.exterior, *polygon.interiors)]
        return "".join(self._ring(ring) for ring in rings)

    def _ring(self, ring: BaseGeometry) -> str:
        points = self.placed(shapely.get_coordinates(ring)[:-1])
        return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def add_patterns(picture: ET.Element) -> None:
    """Hatching and dots, to be referred to by `PATTERNS`."""
    defs = element(picture, "defs")
    size = {"patternUnits": "userSpaceOnUse", "width": 7, "height": 7}
    hatch = element(defs, "pattern", id="withheld", patternTransform="rotate(45)", **size)
    element(hatch, "rect", width=7, height=7, fill="#ffffff")
    element(hatch, "rect", width=2, height=7, fill=QUIET)
    dots = element(defs, "pattern", id="no-data", **size | {"width": 6, "height": 6})
    element(dots, "rect", width=6, height=6, fill="#ffffff")
    element(dots, "circle", cx=3, cy=3, r=1, fill=QUIET)


def add_map(picture: ET.Element, areas: MapAreas, *, shading: Shading, frame: Frame) -> None:
    """Fills, borders, areas marked, names, in this order; raises KeyError where an area has no outline."""
    if areas.larger is not None:
        element(picture, "path", id="empty", d=frame.path(areas.larger.geometry), fill=EMPTY)
    _add_fills(picture, areas, shading=shading, frame=frame)
    _add_borders(picture, areas, frame=frame)
    _add_marked(picture, areas, frame=frame)
    _add_names(picture, areas, frame=frame)


def _add_fills(picture: ET.Element, areas: MapAreas, *, shading: Shading, frame: Frame) -> None:
    """One path an area, in the order of the shading."""
    group = element(picture, "g", id="areas", fill_rule="evenodd")
    for key, fill in zip(shading.keys, shading.fills, strict=True):
        colour = PATTERNS.get(fill) or shading.palette[int(fill)]
        element(group, "path", d=frame.path([areas.outlines.geometry[key]]), fill=colour)


def _add_borders(picture: ET.Element, areas: MapAreas, *, frame: Frame) -> None:
    group = element(picture, "g", id="borders", fill="none", stroke_linejoin="round")
    outer, inner = 2.6, 1.1
    if areas.larger is not None:
        element(group, "path", d=frame.path(areas.outlines.geometry), stroke=BORDER, stroke_width=0.6)
        outer, inner = 3.2, 1.6
    data = frame.path(areas.named.geometry)
    for colour, width in (("#ffffff", outer), (BORDER, inner)):
        element(group, "path", d=data, stroke=colour, stroke_width=width)


def _add_marked(picture: ET.Element, areas: MapAreas, *, frame: Frame) -> None:
    group = element(picture, "g", id="marked", fill="none", stroke_linejoin="round")
    dashed = {"stroke_width": 3.4, "stroke_dasharray": "9 4"}
    for keys, line in ((areas.compared, dashed), (areas.chosen, {"stroke_width": 4.0})):
        for key in keys:
            data = frame.path([areas.outlines.geometry[key]])
            element(group, "path", d=data, stroke="#ffffff", stroke_width=7)
            element(group, "path", d=data, stroke=INK, **line)


def _add_names(picture: ET.Element, areas: MapAreas, *, frame: Frame) -> None:
    """Names in their areas, from left to right as written.

    None stands over another: marked areas come first, then small ones before large ones; a name for which no place is
    left in its area is left out.
    """
    look = {"direction": "ltr", "text_anchor": "middle", "paint_order": "stroke", "stroke_linejoin": "round"}
    group = element(picture, "g", id="names", stroke="#ffffff", stroke_width=3, **look)
    places, first = areas.named, {*areas.chosen, *areas.compared}
    labels = gpd.GeoSeries.from_xy(places["label_longitude"], places["label_latitude"], crs=WGS84).to_crs(METRIC)
    points = dict(zip(places.index, frame.placed(shapely.get_coordinates(labels)), strict=True))
    sizes = places.geometry.area
    taken: list[Box] = []
    for key in sorted(places.index, key=lambda key: (key not in first, sizes[key])):
        lines, shape = _name_lines(str(places["name"][key])), places.geometry[key]
        room = [shift for shift in _SHIFTS if shift == (0, 0) or frame.inside(shape, points[key] + shift)]
        box = next((box for box in _boxes(lines, points[key], shifts=room) if not _overlaps(box, taken)), None)
        if box:
            taken.append(box)
            set_lines(group, lines, at=((box[0] + box[2]) / 2, box[1]), style=_NAME)


def _name_lines(name: str) -> tuple[str, ...]:
    """At most two lines, broken between words."""
    longest = max((width_of(word, _NAME) for word in name.split()), default=0.0)
    return wrapped(name, min(max(longest, _NAME_WIDTH), _LONGEST_WORD), style=_NAME, most=2)


def _boxes(lines: Sequence[str], point: Floats, *, shifts: Iterable[tuple[float, float]]) -> Iterator[Box]:
    """Of a name around its point, at every shift."""
    half = max((width_of(line, _NAME) for line in lines), default=0.0) / 2
    height = _NAME.leading * len(lines)
    for right, down in shifts:
        x, top = float(point[0]) + right, float(point[1]) - height / 2 + down
        yield x - half, top, x + half, top + height


def _overlaps(box: Box, taken: Iterable[Box]) -> bool:
    return any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken)
