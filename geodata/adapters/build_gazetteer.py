"""Build stage: the gazetteer out of the source folder's addresses, streets, places and stops, or out of its extract.

Where `osm/addresses.csv.gz` lies in the source folder its tables are used; else the extract's own `addr:*` tags.

Written as `gazetteer.csv.gz` with house numbers at the centre of their 100 m census cell (EPSG:3035 grid), or, for an
office's own machine, as `gazetteer-exact.csv.gz` with every number at its own position.
"""

import json
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.adapters.city_files import read_city_settings
from geodata.adapters.extract_entries import extract_entries
from geodata.adapters.gazetteer_file import CELL_FILE, EXACT_FILE, write_gazetteer
from geodata.adapters.osm_extract import find_extract, read_extract
from geodata.adapters.source_folder import frame_around, read_official_outlines
from geodata.errors import MissingFileError
from geodata.geocoding.distance import LatLon
from geodata.geocoding.gazetteer import Entry
from geodata.geocoding.house_numbers import from_text
from geodata.geocoding.public_places import is_public_place
from geodata.network.cells import cells_of, centres_of

SOURCE_DATE: Final = "2026-08"
"""State of the tables in the source folder."""

_ADDRESSES: Final = "addresses.csv.gz"
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
    districts = read_official_outlines(source)
    found, date = _from_tables(source) if _has_tables(source) else _from_extract(source, districts)
    placed = list(dict.fromkeys(_with_districts([*found, *_district_middles(districts)], districts)))
    entries = placed if exact_house_numbers else _at_cells(placed)
    path = out / "pack" / (EXACT_FILE if exact_house_numbers else CELL_FILE)
    return write_gazetteer(entries, path=path, city=city, date=date, exact=exact_house_numbers)


def _has_tables(source: Path) -> bool:
    """Tables are used where they lie; where neither they nor an extract do, the first of them is what is missed."""
    return (source / "osm" / _ADDRESSES).is_file() or not [*source.glob("*.osm.pbf"), *source.glob("osm/*.osm.pbf")]


def _from_tables(source: Path) -> tuple[list[Entry], str]:
    rest = [*_streets(source), *_places(source), *_stops(source), *_quarters(source)]
    return [*_houses(source), *rest], SOURCE_DATE


def _from_extract(source: Path, districts: gpd.GeoDataFrame) -> tuple[list[Entry], str]:
    extract = read_extract(find_extract(source), frame_around(districts))
    return list(extract_entries(extract, districts)), extract.date


def _at_cells(entries: list[Entry]) -> list[Entry]:
    """The entries with every house at the centre of its cell, without the reference that would give it away."""
    houses = [entry for entry in entries if entry.kind == "house"]
    centres = zip(houses, cell_centres([house.point for house in houses]), strict=True)
    moved = [replace(house, point=point, reference="") for house, point in centres]
    return [*dict.fromkeys(moved), *(entry for entry in entries if entry.kind != "house")]


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise MissingFileError(f"{path} is not there; the gazetteer is built from it.")
    return path


def _features(source: Path, name: str) -> Iterator[tuple[dict[str, Any], LatLon]]:
    """Properties and (lat, lon) of each point of a GeoJSON file."""
    for feature in json.loads(_existing(source / "osm" / f"{name}.geojson").read_text("utf-8"))["features"]:
        longitude, latitude = feature["geometry"]["coordinates"]
        yield feature["properties"], (latitude, longitude)


def _houses(source: Path) -> Iterator[Entry]:
    table = pd.read_csv(_existing(source / "osm" / _ADDRESSES), dtype=str, keep_default_na=False)
    table = table[(table["in_city"] == "1") & table["housenumber"].map(lambda text: from_text(text) is not None)]
    for row in table.to_dict("records"):
        reference = f"{row['osm_type']}/{row['osm_id']}".strip("/")
        number, link, point = from_text(row["housenumber"]), row["street_link_quality"], _point(row, ("lat", "lon"))
        yield Entry("house", row["street_inferred"], point, number=str(number), link=link, reference=reference)


def _point(row: Mapping[Hashable, str], columns: tuple[str, str]) -> LatLon:
    return float(row[columns[0]]), float(row[columns[1]])


def cell_centres(points: list[LatLon]) -> list[LatLon]:
    """Centres of the 100 m cells of the census grid (EPSG:3035) around (lat, lon) points, to five decimals (1 m)."""
    centres = centres_of(cells_of(np.array(points, dtype=np.float64).reshape(-1, 2)))
    return [(round(latitude, 5), round(longitude, 5)) for latitude, longitude in centres.tolist()]


def _streets(source: Path) -> Iterator[Entry]:
    table = pd.read_csv(_existing(source / "osm" / "streets.csv"), dtype=str, keep_default_na=False)
    for row in table.to_dict("records"):
        yield Entry("street", row["name"], _point(row, ("mid_lat", "mid_lon")), extent_m=float(row["length_m"]))


def _places(source: Path) -> Iterator[Entry]:
    for place, point in _features(source, "pois_named"):
        if place["class"] not in _NO_PLACES and is_public_place(
            place["class"], place.get("subclass", ""), name=place["name"]
        ):
            yield Entry("place", place["name"], point, reference=f"{place['osm_type']}/{place['osm_id']}")


def _stops(source: Path) -> Iterator[Entry]:
    for stop, point in _features(source, "bus_stops"):
        yield Entry("stop", stop["name"], point, reference=f"{stop['osm_type']}/{stop['osm_id']}")


def _quarters(source: Path) -> Iterator[Entry]:
    for place, point in _features(source, "places"):
        if place["in_city"] and place["class"] in _QUARTERS:
            yield Entry("quarter", place["name"], point)


def _district_middles(districts: gpd.GeoDataFrame) -> Iterator[Entry]:
    middles = shapely.get_coordinates(districts.geometry.representative_point())
    for key, name, (longitude, latitude) in zip(districts["key"], districts["name"], middles, strict=True):
        point = round(float(latitude), 5), round(float(longitude), 5)
        yield Entry("quarter", name, point, district_key=key, reference=f"district/{key}")


def _with_districts(entries: Iterable[Entry], districts: gpd.GeoDataFrame) -> Iterator[Entry]:
    """The entries that lie in a district, each with its key; on a border that of the smaller key."""
    listed = list(entries)
    points = gpd.points_from_xy([entry.point[1] for entry in listed], [entry.point[0] for entry in listed])
    found = districts.sindex.query(points, predicate="intersects")
    pairs = sorted(zip(found[0], districts["key"].iloc[found[1]], strict=True), reverse=True)
    keys = dict(pairs)
    placed = ((entry, keys[at]) for at, entry in enumerate(listed) if at in keys)
    return (replace(entry, district_key=entry.district_key or key) for entry, key in placed)
