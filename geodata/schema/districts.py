"""Checks of the outlines of districts and polling districts, and of points against them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from geodata.crs import WGS84
from geodata.schema.cells import number
from geodata.schema.city import City
from geodata.schema.fault import Fault
from geodata.schema.raw import RawTable

DISTRICTS_FILE: Final = "districts.geojson"
POLLING_DISTRICTS_FILE: Final = "polling_districts.geojson"

_POINT_TOLERANCE_M: Final = 25.0
"""A point may lie this far outside its district: outlines are generalised by up to 10 m, and official borders
run along house walls."""

_OVERLAP_M2: Final = 10.0
"""Less is rounding of the coordinates along a border."""


@dataclass
class Outlines:
    """Outlines that could be read, by key, in the city's metric system; and the faults of all others.

    Attributes:
        parents: key of the district of each polling district.
    """

    file: str = DISTRICTS_FILE
    metric: dict[str, BaseGeometry] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def parse_outlines(content: bytes, city: City, *, file: str = DISTRICTS_FILE) -> Outlines:
    """Read the outlines of one of the two files; `row` of a fault is the number of the feature, starting at 1."""
    outlines = Outlines(file)
    try:
        features = json.loads(content)["features"]
    except (ValueError, KeyError, TypeError, RecursionError):
        features = None
    if not isinstance(features, list) or not features:
        outlines.faults.append(Fault(file, 0, "", "", "a GeoJSON feature collection with features"))
        return outlines
    to_metric = Transformer.from_crs(WGS84, city.metric_crs, always_xy=True)
    for row, feature in enumerate(features, start=1):
        _read_feature(feature, row=row, outlines=outlines, to_metric=to_metric)
    outlines.faults += _overlaps(outlines)
    return outlines


def _read_feature(feature: object, *, row: int, outlines: Outlines, to_metric: Transformer) -> None:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(feature, dict) or not isinstance(properties, dict):
        outlines.faults.append(Fault(outlines.file, row, "properties", "", "key, name and label position"))
        return
    outlines.faults += _properties(properties, file=outlines.file, row=row)
    key = properties.get("key")
    if not isinstance(key, str) or not key:
        return
    if key in outlines.rows:
        allowed = f"each key once; also feature {outlines.rows[key]}"
        outlines.faults.append(Fault(outlines.file, row, "key", key, allowed))
        return
    outlines.rows[key] = row
    outlines.parents[key] = str(properties.get("district_key") or "")
    shape = _shape(feature.get("geometry"))
    if shape is None:
        outlines.faults.append(Fault(outlines.file, row, "geometry", key, "a valid polygon in degrees"))
    else:
        outlines.metric[key] = _projected(shape, to_metric)


def _projected(shape: BaseGeometry, to_metric: Transformer) -> BaseGeometry:
    def project(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(to_metric.transform(points[:, 0], points[:, 1]))

    return shapely.transform(shape, project)


def _properties(properties: dict[str, Any], *, file: str, row: int) -> Iterator[Fault]:
    for name in ("key", "name"):
        value = properties.get(name)
        if not isinstance(value, str) or not value.strip():
            yield Fault(file, row, name, str(value or ""), "a text, in quotes")
    for name in ("label_latitude", "label_longitude"):
        if not isinstance(properties.get(name), float):
            yield Fault(file, row, name, str(properties.get(name, "")), "degrees in WGS 84")


def check_nesting(outlines: Mapping[str, Outlines]) -> Iterator[Fault]:
    """Polling districts that name no district, or whose key does not begin with its key and "-".

    Args:
        outlines: by file.
    """
    districts = frozenset(outlines[DISTRICTS_FILE].rows)
    polling = outlines.get(POLLING_DISTRICTS_FILE, Outlines())
    if not districts:
        return
    for key, parent in polling.parents.items():
        if parent not in districts:
            words = f"a key of {DISTRICTS_FILE}"
            yield Fault(POLLING_DISTRICTS_FILE, polling.rows[key], "district_key", parent, words)
        elif not key.startswith(f"{parent}-") or key == f"{parent}-":
            words = f"the key of its district, a hyphen and its number: {parent}-…"
            yield Fault(POLLING_DISTRICTS_FILE, polling.rows[key], "key", key, words)


def _shape(geometry: object) -> BaseGeometry | None:
    try:
        shape = shapely.from_geojson(json.dumps(geometry))
    except (shapely.GEOSException, ValueError, TypeError):
        return None
    good = isinstance(shape, shapely.Polygon | shapely.MultiPolygon) and not shape.is_empty and shape.is_valid
    return shape if good and _in_degrees(shape) else None


def _in_degrees(shape: BaseGeometry) -> bool:
    west, south, east, north = shape.bounds
    return bool(west >= -180 and east <= 180 and south >= -90 and north <= 90)


def _overlaps(outlines: Outlines) -> Iterator[Fault]:
    keys, shapes = list(outlines.metric), np.array(list(outlines.metric.values()), dtype=object)
    one, other = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pairs = sorted(
        (first, second) for first, second in zip(one.tolist(), other.tolist(), strict=True) if first < second
    )
    for first, second in pairs:
        overlap = shapes[first].intersection(shapes[second]).area
        if overlap > _OVERLAP_M2:
            words = f"no overlap with {keys[first]} ({overlap:.0f} m² now)"
            yield Fault(outlines.file, outlines.rows[keys[second]], "geometry", keys[second], words)


def check_points(raw: RawTable, *, outlines: Outlines, city: City) -> Iterator[Fault]:
    """Places that lie outside the district they name, by more than the tolerance."""
    to_metric = Transformer.from_crs(WGS84, city.metric_crs, always_xy=True)
    for row in raw.rows:
        latitude, longitude = number(row.cells["latitude"]), number(row.cells["longitude"])
        district = outlines.metric.get(row.cells["district_key"])
        if latitude is None or longitude is None or district is None or not _on_earth(latitude, longitude):
            continue
        away = district.distance(shapely.Point(to_metric.transform(longitude, latitude)))
        if not away <= _POINT_TOLERANCE_M:
            allowed = f"the district in which the point lies (it is {away:,.0f} m outside of this one)"
            yield Fault(raw.table.file, row.line, "district_key", row.cells["district_key"], allowed)


def _on_earth(latitude: float, longitude: float) -> bool:
    return abs(latitude) <= 90 and abs(longitude) <= 180
