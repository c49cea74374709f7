"""Build step: `pack/basemap.geojson`, the map around the shaded districts and the names on it.

Features have `layer`, `kind` and, where they carry one, `name`:
    water         area | river | stream | canal      polygons and lines
    green         wood | grass | landuse             polygons; not to be drawn over the shading, where its tint would be
                                                     read as a class
    rail, road    the kind of road                   lines, one feature for each kind
    street_name   line along which the name is written, for high zoom
    bus_stop, quarter   a point
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.adapters.osm_extract import Box
from geodata.adapters.outlines import Feature, write_features
from geodata.adapters.source_folder import frame_around, read_official_outlines
from geodata.adapters.source_map import Named, read_drawn, read_named
from geodata.crs import METRIC, WGS84
from geodata.districts.coverage import faces_by_kind

BASEMAP_FILE: Final = "basemap.geojson"

_DECIMALS: Final = 5
"""About 1 m, finer than a line is wide on the closest zoom."""

_AREA_TOLERANCE_M: Final = 6.0  # areas are soft-edged; neighbours keep one common edge
_LINE_TOLERANCE_M: Final = 2.0  # a street moves by less than it is wide
_NAME_TOLERANCE_M: Final = 8.0  # the line under a name is not drawn
_SMALLEST_M2: Final = 1500.0  # smaller green is no more than a dot at zoom 15
_ONE_STOP_M: Final = 250.0  # platforms of one name within this are one stop
_SHORTEST_NAMED_M: Final = 40.0  # a shorter piece has no room for a name


def build_basemap(source: Path, out: Path) -> Path:
    """Write the base map, clipped to the districts' box and a margin; returns the written file.

    Raises:
        MissingFileError, DataError: outlines or map of the source folder are not there or cannot be read.
    """
    outlines = read_official_outlines(source)
    frame = frame_around(outlines)
    drawn = read_drawn(source, frame).to_crs(METRIC)
    features = [*_areas(drawn), *_lines(drawn), *_names(read_named(source, frame), outlines)]
    return write_features(out / "pack" / BASEMAP_FILE, _clipped(features, frame), decimals=_DECIMALS)


def _areas(drawn: gpd.GeoDataFrame) -> Iterator[Feature]:
    """Water and green, generalised together so that a lake fits its park; water lies above, wood above grass."""
    polygons = drawn[drawn.geometry.geom_type.str.contains("Polygon")]
    groups = dict(iter(polygons.groupby(["layer", "kind"])))
    order = sorted(groups, key=lambda key: (key[0] != "water", key[1] != "wood", key))
    merged = [shapely.union_all(groups[key].geometry.make_valid().to_numpy()) for key in order]
    simpler = shapely.coverage_simplify(np.asarray(faces_by_kind(merged), dtype=object), _AREA_TOLERANCE_M)
    for (layer, kind), shape in zip(order, simpler, strict=True):
        parts = [part for part in shapely.get_parts(shape) if layer == "water" or part.area >= _SMALLEST_M2]
        yield {"layer": layer, "kind": kind}, shapely.MultiPolygon(parts)


def _lines(drawn: gpd.GeoDataFrame) -> Iterator[Feature]:
    lines = drawn[drawn.geometry.geom_type.str.contains("Line")]
    for (layer, kind), group in lines.groupby(["layer", "kind"], sort=True):
        merged = shapely.line_merge(shapely.union_all(group.geometry.to_numpy()))
        # Part by part: as one shape every line would be held against every other, which takes n² for a large city.
        simpler = shapely.simplify(shapely.get_parts(merged), _LINE_TOLERANCE_M)
        yield {"layer": layer, "kind": kind}, shapely.MultiLineString(list(simpler))


def _names(named: list[Named], outlines: gpd.GeoDataFrame) -> Iterator[Feature]:
    city = shapely.union_all(outlines.to_crs(METRIC).geometry.to_numpy())
    shapely.prepare(city)
    groups: defaultdict[tuple[str, str], list[BaseGeometry]] = defaultdict(list)
    kinds: dict[tuple[str, str], str] = {}
    shapes = gpd.GeoSeries([thing.shape for thing in named], crs=WGS84).to_crs(METRIC)
    for thing, shape in zip(named, shapes, strict=True):
        if city.intersects(shape):
            groups[thing.layer, thing.name].append(shape)
            kinds.setdefault((thing.layer, thing.name), thing.kind)
    for (layer, name), parts in sorted(groups.items(), key=lambda item: item[0]):
        for shape in _along(parts) if layer == "street_name" else _at(parts):
            yield {"layer": layer, "kind": kinds[layer, name], "name": name}, shape


def _along(parts: list[BaseGeometry]) -> Iterator[BaseGeometry]:
    """The longest piece of a street, where its name is written once."""
    pieces = shapely.get_parts(shapely.line_merge(shapely.union_all(parts)))
    longest = max(pieces, key=lambda piece: piece.length)
    if longest.length >= _SHORTEST_NAMED_M:
        yield shapely.simplify(longest, _NAME_TOLERANCE_M)


def _at(parts: list[BaseGeometry]) -> Iterator[BaseGeometry]:
    """One point for what lies together, in the middle of it."""
    for group in shapely.get_parts(shapely.union_all(shapely.buffer(parts, _ONE_STOP_M / 2))):
        yield shapely.centroid(shapely.union_all([part for part in parts if group.covers(part)]))


def _clipped(features: list[Feature], frame: Box) -> Iterator[Feature]:
    box = shapely.box(*frame)
    shapes = gpd.GeoSeries([shape for _, shape in features], crs=METRIC).to_crs(WGS84)
    for (properties, _), shape in zip(features, shapes, strict=True):
        rounded = shapely.set_precision(shapely.intersection(shape, box), 10**-_DECIMALS)
        kept = rounded if rounded.geom_type != "GeometryCollection" else _like(shape, rounded)
        if not kept.is_empty:
            yield properties, shapely.normalize(kept)


def _like(shape: BaseGeometry, mixed: BaseGeometry) -> BaseGeometry:
    """The parts that are areas where an area was clipped, and lines where a line was."""
    dimension = shapely.get_dimensions(shape)
    return shapely.union_all([part for part in shapely.get_parts(mixed) if shapely.get_dimensions(part) == dimension])
