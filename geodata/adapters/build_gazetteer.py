"""Build stage: the gazetteer out of the source folder's addresses, streets, places and stops.

Written as `gazetteer.csv.gz` with house numbers at the centre of their 100 m census cell (EPSG:3035 grid), or, for an
office's own machine, as `gazetteer-exact.csv.gz` with every number at its own position.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import pandas as pd
import shapely
from pyproj import Transformer

from geodata.adapters.city_files import read_city_settings
from geodata.adapters.gazetteer_file import CELL_FILE, EXACT_FILE, write_gazetteer
from geodata.crs import CENSUS_GRID, WGS84
from geodata.errors import MissingFileError
from geodata.geocoding.distance import LatLon
from geodata.geocoding.gazetteer import Entry
from geodata.geocoding.house_numbers import from_text

SOURCE_DATE: Final = "2026-08"
"""State of the OpenStreetMap extract in the source folder."""

_CELL_M: Final = 100
_STOPS: Final = "bus"
_QUARTERS: Final = frozenset({"suburb", "quarter", "neighbourhood", "hamlet", "isolated_dwelling", "village"})
_NO_PLACES: Final = frozenset({"atm", "gate", "lift_gate", "bicycle_parking", "telephone", "recycling", "bus"})
"""Classes that bear the name of what they stand beside; a reader who types the name means that."""


def build_gazetteer(source: Path, out: Path, *, exact_house_numbers: bool = False) -> Path:
    """Write the gazetteer of a source folder into `pack/` of the data directory `out`; returns the file written.

    Raises:
        MissingFileError, DataError: a file of the source folder, or `city.toml` in `out`, is missing or faulty.
    """
    city = read_city_settings(out).name
    districts = _districts(source)
    houses = _houses(source, exact=exact_house_numbers)
    rest = [*_streets(source), *_places(source), *_stops(source), *_quarters(source), *_district_middles(districts)]
    entries = [*_with_districts(houses, districts), *_with_districts(rest, districts)]
    path = out / "pack" / (EXACT_FILE if exact_house_numbers else CELL_FILE)
    return write_gazetteer(entries, path=path, city=city, date=SOURCE_DATE, exact=exact_house_numbers)


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise MissingFileError(f"{path} is not there; the gazetteer is built from it.")
    return path


def _features(source: Path, name: str) -> Iterator[tuple[dict[str, Any], LatLon]]:
    """Properties and (lat, lon) of each point of a GeoJSON file."""
    for feature in json.loads(_existing(source / "osm" / f"{name}.geojson").read_text("utf-8"))["features"]:
        longitude, latitude = feature["geometry"]["coordinates"]
        yield feature["properties"], (latitude, longitude)


def _houses(source: Path, *, exact: bool) -> list[Entry]:
    table = pd.read_csv(_existing(source / "osm" / "addresses.csv.gz"), dtype=str, keep_default_na=False)
    table = table[(table["in_city"] == "1") & table["housenumber"].map(lambda text: from_text(text) is not None)]
    points = list(zip(table["lat"].astype(float), table["lon"].astype(float), strict=True))
    ids = table["osm_type"] + "/" + table["osm_id"]
    references = ids.where((ids != "/") & exact, "")
    entries = (
        Entry("house", street, point, number=str(from_text(number)), link=link, reference=reference)
        for street, number, link, reference, point in zip(
            table["street_inferred"], table["housenumber"], table["street_link_quality"], references,
            points if exact else cell_centres(points), strict=True,
        )
    )  # fmt: skip
    return list(dict.fromkeys(entries))


def cell_centres(points: list[LatLon]) -> list[LatLon]:
    """Centres of the 100 m cells of the census grid (EPSG:3035) around (lat, lon) points, to five decimals (1 m)."""
    to_grid = Transformer.from_crs(WGS84, CENSUS_GRID, always_xy=True)
    eastings, northings = to_grid.transform([lon for _, lon in points], [lat for lat, _ in points])
    x, y = ([(metres // _CELL_M + 0.5) * _CELL_M for metres in axis] for axis in (eastings, northings))
    longitudes, latitudes = to_grid.transform(x, y, direction="INVERSE")
    return [(round(lat, 5), round(lon, 5)) for lat, lon in zip(latitudes, longitudes, strict=True)]


def _streets(source: Path) -> Iterator[Entry]:
    table = pd.read_csv(_existing(source / "osm" / "streets.csv"), dtype=str, keep_default_na=False)
    for row in table.to_dict("records"):
        point = float(row["mid_lat"]), float(row["mid_lon"])
        yield Entry("street", row["name"], point, extent_m=float(row["length_m"]))


def _places(source: Path) -> Iterator[Entry]:
    for place, point in _features(source, "pois_named"):
        if place["class"] not in _NO_PLACES:
            yield Entry("place", place["name"], point, reference=f"{place['osm_type']}/{place['osm_id']}")


def _stops(source: Path) -> Iterator[Entry]:
    for stop, point in _features(source, "bus_stops"):
        yield Entry("stop", stop["name"], point, reference=f"{stop['osm_type']}/{stop['osm_id']}")


def _quarters(source: Path) -> Iterator[Entry]:
    for place, point in _features(source, "places"):
        if place["in_city"] and place["class"] in _QUARTERS:
            yield Entry("quarter", place["name"], point)


def _districts(source: Path) -> gpd.GeoDataFrame:
    return gpd.read_file(_existing(source / "districts" / "stadtbezirke.geojson")).to_crs(WGS84)


def _district_middles(districts: gpd.GeoDataFrame) -> Iterator[Entry]:
    middles = shapely.get_coordinates(districts.geometry.representative_point())
    for key, name, (longitude, latitude) in zip(districts["key"], districts["name"], middles, strict=True):
        point = round(float(latitude), 5), round(float(longitude), 5)
        yield Entry("quarter", name, point, district_key=key, reference=f"district/{key}")


def _with_districts(entries: Iterable[Entry], districts: gpd.GeoDataFrame) -> Iterator[Entry]:
    """The entries that lie in a district, each with its key."""
    listed = list(entries)
    points = gpd.points_from_xy([entry.point[1] for entry in listed], [entry.point[0] for entry in listed])
    found = districts.sindex.query(points, predicate="within")
    keys = dict(zip(found[0], districts["key"].iloc[found[1]], strict=True))
    return (_placed(entry, keys[at]) for at, entry in enumerate(listed) if at in keys)


def _placed(entry: Entry, key: str) -> Entry:
    return Entry(
        entry.kind,
        entry.name,
        entry.point,
        entry.number,
        entry.extent_m,
        entry.link,
        entry.district_key or key,
        entry.reference,
    )
