"""What lies under the numbers of the leaflet's map: land, water, green, streets, railways, borders of districts."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geodata.crs import METRIC
from geodata.districts.shading.palette import BORDER
from geodata.exports.figure_map import Frame
from geodata.exports.figure_text import element

_LAND: Final = "#f1f0ec"
_AREAS: Final = {"green": "#e0ead4", "water": "#bfd7e3"}
_ROADS: Final = {
    "minor": 1.4, "pedestrian": 2.0, "tertiary": 2.6, "secondary": 3.4, "primary": 4.0, "trunk": 5.0, "motorway": 5.0,
}  # fmt: skip
"""Width in units, in the order of drawing."""

_SMALL_ROADS_BELOW_M: Final = 14.0
"""Metres a unit: on a smaller map all small streets together are a grey cloud."""

_FINEST_M: Final = 2.5
"""Metres a unit: on a larger map of a few places nobody recognises what is around them."""

_RIM: Final = 8.0  # units that are drawn beyond the edge: half of the widest line, and more


@dataclass(frozen=True, eq=False)
class Ground:
    """What there is, in the metric reference system.

    Attributes:
        outlines: the districts, with their `name`.
        basemap: `layer`, `kind` and shape, as `pack/basemap.geojson` has them.
    """

    outlines: gpd.GeoDataFrame
    basemap: gpd.GeoDataFrame

    @classmethod
    def from_wgs84(cls, districts: gpd.GeoDataFrame, basemap: gpd.GeoDataFrame) -> "Ground":
        """From outlines and base map in WGS 84, once a process; what is not drawn is left out."""
        drawn = basemap[basemap["layer"].isin((*_AREAS, "road", "rail"))]
        return cls(districts.to_crs(METRIC), drawn.to_crs(METRIC))


@dataclass(frozen=True)
class Sheet:
    """Size of the picture in units, and radius of a mark."""

    width: float
    height: float
    radius: float


@dataclass(frozen=True)
class View:
    """The part of the city that a picture shows."""

    frame: Frame
    sheet: Sheet

    @classmethod
    def of(cls, metres: NDArray[np.float64], sheet: Sheet) -> "View":
        """All points (n, 2: metres east and north) with room for a mark around each."""
        (west, south), (east, north) = metres.min(axis=0), metres.max(axis=0)
        room = 6 * sheet.radius
        across, along = (east - west) / (sheet.width - room), (north - south) / (sheet.height - room)
        metres_a_unit = max(float(across), float(along), _FINEST_M)
        left = float(west + east - sheet.width * metres_a_unit) / 2
        top = float(south + north + sheet.height * metres_a_unit) / 2
        return cls(Frame(left, top, 1 / metres_a_unit, 0.0, 0.0, sheet.height), sheet)

    def seen(self, shape: BaseGeometry) -> BaseGeometry:
        """The part of a shape that is seen, as exact as half a unit."""
        metres, frame = 1 / self.frame.scale, self.frame
        rim = _RIM * metres
        east, south = frame.west + self.sheet.width * metres, frame.north - self.sheet.height * metres
        clipped = shapely.clip_by_rect(shape, frame.west - rim, south - rim, east + rim, frame.north + rim)
        return shapely.simplify(clipped, metres / 2, preserve_topology=False)  # as a picture, in a third of the time

    def line(self, shape: BaseGeometry) -> str:
        """Path data of lines, to a tenth of a unit."""
        parts = [part for part in shapely.get_parts(shape) if not part.is_empty]
        return "".join(
            "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in self.frame.placed(shapely.get_coordinates(part)))
            for part in parts
        )


Seen = tuple[str, str, BaseGeometry]
"""Layer, kind and shape."""


def add_ground(picture: ET.Element, ground: Ground, *, view: View) -> None:
    """Areas, water, streets from small to large, railways, borders."""
    element(picture, "rect", width=view.sheet.width, height=view.sheet.height, fill=_LAND)
    group = element(picture, "g", id="ground", fill="none", stroke_linecap="round", stroke_linejoin="round")
    columns = (ground.basemap[name] for name in ("layer", "kind", "geometry"))
    seen = [(layer, kind, view.seen(shape)) for layer, kind, shape in zip(*columns, strict=True)]
    _add_areas(group, seen, view=view)
    for road, width in _ROADS.items():
        if road != "minor" or 1 / view.frame.scale < _SMALL_ROADS_BELOW_M:
            roads = [shape for layer, kind, shape in seen if (layer, kind) == ("road", road)]
            _add_lines(group, roads, view=view, stroke="#ffffff", stroke_width=width)
    rails = [shape for layer, _, shape in seen if layer == "rail"]
    _add_lines(group, rails, view=view, stroke="#8c9299", stroke_width=1.3, stroke_dasharray="5 3")
    borders = [view.seen(shape.boundary) for shape in ground.outlines.geometry]
    _add_lines(group, borders, view=view, stroke="#ffffff", stroke_width=2.6)
    _add_lines(group, borders, view=view, stroke=BORDER, stroke_width=1.1)


def _add_areas(group: ET.Element, seen: Iterable[Seen], *, view: View) -> None:
    """Green below water."""
    ordered = sorted(seen, key=lambda entry: entry[0] == "water")
    for layer, kind, shape in ordered:
        if layer in _AREAS and shapely.get_dimensions(shape) == 2:
            element(group, "path", d=view.frame.path([shape]), fill=_AREAS[layer], fill_rule="evenodd")
        elif layer in _AREAS:
            _add_lines(group, [shape], view=view, stroke=_AREAS[layer], stroke_width=3.0 if kind == "river" else 1.2)


def _add_lines(group: ET.Element, shapes: Iterable[BaseGeometry], *, view: View, **look: object) -> None:
    data = "".join(map(view.line, shapes))
    if data:
        element(group, "path", d=data, **look)
