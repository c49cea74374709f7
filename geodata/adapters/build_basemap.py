"""Build step: `pack/basemap.geojson`, what is drawn above the shaded districts: water, rail and roads.

Green and built-up areas are left out: their tints would be read as classes of the shading.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.adapters.outlines import Feature, read_districts, read_features, write_features
from geodata.crs import METRIC, WGS84

_LAYERS: Final = {"water": "water", "waterway": "water", "rail": "rail", "road": "road"}
"""Layer of the source → layer of the pack; layers not named here are left out."""

_MARGIN_M: Final = 2000.0
"""So much is drawn around the city, that its edge does not look like the end of the world."""

_DECIMALS: Final = 5
"""About 1 m, finer than a line is wide on the closest zoom."""


def build_basemap(source: Path, out: Path) -> Path:
    """Write one feature per layer and kind, clipped to the city's box and a margin; returns the written file.

    Raises:
        MissingFileError, DataError: `source/osm/basemap.geojson` or the districts in `out` are not there or no GeoJSON.
    """
    drawn = read_features(source / "osm" / "basemap.geojson")
    drawn = drawn[drawn["layer"].isin(_LAYERS)]
    drawn["layer"] = drawn["layer"].map(_LAYERS)
    return write_features(out / "pack" / "basemap.geojson", _features(drawn, _frame(out)), decimals=_DECIMALS)


def _frame(out: Path) -> BaseGeometry:
    bounds = read_districts(out).to_crs(METRIC).total_bounds
    frame = gpd.GeoSeries([shapely.box(*bounds).buffer(_MARGIN_M, join_style="mitre")], crs=METRIC)
    return shapely.box(*frame.to_crs(WGS84).total_bounds)


def _features(drawn: gpd.GeoDataFrame, frame: BaseGeometry) -> Iterator[Feature]:
    for (layer, kind), group in drawn.groupby(["layer", "kind"], sort=True):
        merged = shapely.intersection(_merged(gpd.GeoSeries(group["geometry"])), frame)
        snapped = shapely.normalize(shapely.set_precision(merged, 10**-_DECIMALS))
        if not snapped.is_empty:
            yield {"layer": layer, "kind": kind}, snapped


def _merged(shapes: gpd.GeoSeries) -> BaseGeometry:
    union = shapely.union_all(shapes.make_valid().to_numpy())
    return shapely.line_merge(union) if "Line" in union.geom_type else union
