"""Gazetteer entries out of an extract's own tags: houses by `addr:*`, streets by the ways that bear their name."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.adapters.osm_extract import Extract
from geodata.crs import METRIC, WGS84
from geodata.geocoding.gazetteer import Entry
from geodata.geocoding.house_numbers import from_text


def extract_entries(extract: Extract, districts: gpd.GeoDataFrame) -> Iterator[Entry]:
    """Streets of the city, then houses with a number one can read, places, stops and quarters; without district."""
    yield from _streets(extract, districts)
    for entry in extract.entries:
        if entry.kind != "house":
            yield entry
        elif number := from_text(entry.number):
            yield replace(entry, number=str(number))


def _streets(extract: Extract, districts: gpd.GeoDataFrame) -> Iterator[Entry]:
    """One entry a name: the length of all its ways, and the point on them that is nearest to their middle."""
    city = shapely.union_all(districts.to_crs(METRIC).geometry.to_numpy())
    shapely.prepare(city)
    ways: defaultdict[str, list[BaseGeometry]] = defaultdict(list)
    lines = gpd.GeoSeries([line for _, line in extract.streets], crs=WGS84).to_crs(METRIC)
    for (name, _), line in zip(extract.streets, lines, strict=True):
        if city.intersects(line):
            ways[name].append(line)
    whole = gpd.GeoSeries([shapely.union_all(parts) for parts in ways.values()], crs=METRIC)
    inside = whole.intersection(city)
    middles = gpd.GeoSeries([_middle(line) for line in inside], crs=METRIC).to_crs(WGS84)
    for name, line, latitude, longitude in zip(ways, whole, middles.y, middles.x, strict=True):
        point = round(float(latitude), 6), round(float(longitude), 6)
        yield Entry("street", name, point, extent_m=float(round(line.length)))


def _middle(line: BaseGeometry) -> BaseGeometry:
    return shapely.get_point(shapely.shortest_line(line, line.centroid), 0)
