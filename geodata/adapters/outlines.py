"""GeoJSON files: the outlines of districts and polling districts, and the one writer of features."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.adapters.tables import write_whole
from geodata.crs import WGS84
from geodata.errors import DataError, MissingFileError
from geodata.schema import DISTRICTS_FILE, POLLING_DISTRICTS_FILE, Fault

DISTRICT_COLUMNS = ("key", "name", "label_latitude", "label_longitude")
POLLING_DISTRICT_COLUMNS = ("key", "name", "district_key", "label_latitude", "label_longitude")

Feature = tuple[Mapping[str, Any], BaseGeometry]
"""Properties and geometry (WGS 84, x = longitude)."""


def read_features(path: Path) -> gpd.GeoDataFrame:
    """Features of a GeoJSON file with their properties as columns, in file order; WGS 84.

    Raises:
        MissingFileError: there is no such file.
        DataError: it is no GeoJSON feature collection.
    """
    if not path.is_file():
        raise MissingFileError(f"{path} is not there")
    try:
        features = json.loads(path.read_bytes())["features"]
        shapes = [shapely.from_geojson(json.dumps(feature["geometry"])) for feature in features]
        return gpd.GeoDataFrame([feature["properties"] for feature in features], geometry=shapes, crs=WGS84)
    except (ValueError, KeyError, TypeError, shapely.GEOSException) as error:
        raise DataError([Fault(path.name, 0, "", str(error), "a GeoJSON feature collection")]) from error


def read_districts(directory: Path) -> gpd.GeoDataFrame:
    """`key`, `name`, `label_latitude`, `label_longitude` and outline (WGS 84) of every district, in the file's order.

    Raises:
        MissingFileError, DataError: as `read_features`; a column is missing.
    """
    return _read(directory / DISTRICTS_FILE, DISTRICT_COLUMNS)


def read_polling_districts(directory: Path) -> gpd.GeoDataFrame:
    """As `read_districts`, with `district_key`, for the polling districts; empty where the city has no second level.

    Raises:
        DataError: as `read_features`; a column is missing.
    """
    path = directory / POLLING_DISTRICTS_FILE
    if not path.is_file():
        return gpd.GeoDataFrame({name: [] for name in POLLING_DISTRICT_COLUMNS}, geometry=[], crs=WGS84)
    return _read(path, POLLING_DISTRICT_COLUMNS)


def _read(path: Path, columns: tuple[str, ...]) -> gpd.GeoDataFrame:
    outlines = read_features(path)
    missing = [name for name in columns if name not in outlines.columns]
    if missing:
        raise DataError([Fault(path.name, 0, name, "", "every feature has this property") for name in missing])
    return outlines[[*columns, "geometry"]]


def write_features(path: Path, features: Iterable[Feature], *, decimals: int) -> Path:
    """Write a feature collection, one feature a line, coordinates rounded; same features, same bytes."""
    lines = ",\n".join(
        json.dumps(_feature(properties, shape, decimals=decimals), ensure_ascii=False, separators=(",", ":"))
        for properties, shape in features
    )
    return write_whole(path, f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'.encode())


def _feature(properties: Mapping[str, Any], shape: BaseGeometry, *, decimals: int) -> dict[str, Any]:
    geometry = shapely.geometry.mapping(shape)
    coordinates = _rounded(geometry["coordinates"], decimals)
    return {
        "type": "Feature",
        "properties": dict(properties),
        "geometry": {"type": geometry["type"], "coordinates": coordinates},
    }


def _rounded(coordinates: Any, decimals: int) -> Any:
    if isinstance(coordinates, float):
        return round(coordinates, decimals)
    return [_rounded(part, decimals) for part in coordinates]
