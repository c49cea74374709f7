"""The census cells of a source folder, each with the areas it belongs to, and the settled land of these areas."""

from pathlib import Path
from typing import Final

import geopandas as gpd
import pandas as pd

from geodata.adapters.source_folder import (
    read_census,
    read_official_outlines,
    read_official_polling_districts,
    read_populated_cells,
)
from geodata.crs import METRIC, WGS84
from geodata.districts.nesting import nearest_of_district
from geodata.network.cells import centres_of
from geodata.schema import WHOLE_CITY

_M2_IN_KM2: Final = 1e6


def read_cells_in_areas(source: Path) -> pd.DataFrame:
    """The census cells as they stand, with `polling_district_key` ("" where the city has no such level).

    Raises:
        MissingFileError, DataError: the cells are not there, or their centres cannot be read.
    """
    census = read_census(source)
    polling = read_official_polling_districts(source).to_crs(METRIC)
    if polling.empty:
        return census.assign(polling_district_key="")
    centres = _centres(source, census).to_crs(METRIC).to_numpy()
    keys = nearest_of_district(centres, list(census["district_key"]), polling_districts=polling)
    return census.assign(polling_district_key=keys)


def _centres(source: Path, census: pd.DataFrame) -> gpd.GeoSeries:
    """As the table states them, else by the codes of the cells."""
    if {"latitude", "longitude"} <= set(census.columns):
        return gpd.GeoSeries.from_xy(census["longitude"], census["latitude"], crs=WGS84)
    latitude, longitude = centres_of(read_populated_cells(source)).T
    return gpd.GeoSeries.from_xy(longitude, latitude, crs=WGS84)


def read_settled_km2(source: Path) -> "pd.Series[float]":
    """Square kilometres of settled land of each area by key: a polling district's own, or the sum of them.

    Areas without any have no entry, and there is no entry at all where the city has no polling districts.
    """
    polling = read_official_polling_districts(source).to_crs(METRIC)
    districts = read_official_outlines(source).to_crs(METRIC).set_index("key").geometry
    # one outline reaches into another district (06-412 around Deppoldshausen); its people there count in that one
    own = polling.geometry.intersection(gpd.GeoSeries(districts.reindex(polling["district_key"])), align=False)
    km2 = pd.Series(own.area.to_numpy() / _M2_IN_KM2, index=polling["key"], dtype="float64")
    by_district = km2.groupby(polling["district_key"].to_numpy()).sum()
    found: pd.Series[float] = pd.concat([by_district, km2])
    if len(km2):
        found[WHOLE_CITY] = km2.sum()
    return found
