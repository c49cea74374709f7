"""What lies where in a source folder, and how much of the map around the city is used."""

from pathlib import Path
from typing import Final

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.adapters.outlines import read_features
from geodata.crs import METRIC, WGS84
from geodata.errors import DataError, MissingFileError
from geodata.network.cells import Cells, cells_from_codes, cells_of
from geodata.schema import Fault

MARGIN_M: Final = 2000.0
"""So much is used around the districts: the map's edge is no end of the world, and ways may lead around outside."""

_OUTLINES: Final = "stadtbezirke.geojson"
_POLLING_DISTRICTS: Final = "wahlbezirke_2025.geojson"
_POLLING_COLUMNS: Final = ("wahlbezirk", "name", "stadtbezirk_key")
_CELLS: Final = "cells_100m.csv"


def read_official_outlines(source: Path) -> gpd.GeoDataFrame:
    """`key`, `name`, `label_lat`, `label_lon` and outline (WGS 84) of each district, by key.

    They are in `districts/stadtbezirke.geojson`, or in the only `*.geojson` of `districts/`. Without a place for the
    label it stands at a point inside.

    Raises:
        MissingFileError, DataError: the outlines are not there, no GeoJSON, or without key and name.
    """
    others = sorted((source / "districts").glob("*.geojson"))
    expected = source / "districts" / _OUTLINES
    path = others[0] if not expected.is_file() and len(others) == 1 else expected
    outlines = read_features(path)
    missing = [name for name in ("key", "name") if name not in outlines.columns]
    if missing:
        raise DataError([Fault(path.name, 0, name, "", "every feature has this property") for name in missing])
    if "label_lat" not in outlines.columns:
        inside = outlines.geometry.representative_point()
        outlines = outlines.assign(label_lat=inside.y, label_lon=inside.x)
    return outlines.sort_values("key").reset_index(drop=True)


def read_official_polling_districts(source: Path) -> gpd.GeoDataFrame:
    """`key`, `name`, `district_key` and outline (WGS 84) of each polling district with a number, by key.

    They are in `districts/wahlbezirke_2025.geojson`, areas of settled land; a city may have none. Those without a
    number are land where nobody lives.

    Raises:
        DataError: the file is no GeoJSON, or its features lack number, name or district.
    """
    path = source / "districts" / _POLLING_DISTRICTS
    if not path.is_file():
        return gpd.GeoDataFrame({"key": [], "name": [], "district_key": []}, geometry=[], crs=WGS84)
    outlines = read_features(path)
    missing = [name for name in _POLLING_COLUMNS if name not in outlines.columns]
    if missing:
        raise DataError([Fault(path.name, 0, name, "", "every feature has this property") for name in missing])
    numbered = outlines[outlines["wahlbezirk"].notna()]
    keys = numbered["stadtbezirk_key"] + "-" + numbered["wahlbezirk"]
    named = numbered.assign(key=keys, district_key=numbered["stadtbezirk_key"])
    return named[["key", "name", "district_key", "geometry"]].sort_values("key").reset_index(drop=True)


def frame_around(outlines: gpd.GeoDataFrame) -> tuple[float, float, float, float]:
    """West, south, east, north (degrees) of the box around the districts and the margin."""
    bounds = shapely.box(*outlines.to_crs(METRIC).total_bounds).buffer(MARGIN_M, join_style="mitre")
    west, south, east, north = gpd.GeoSeries([bounds], crs=METRIC).to_crs(WGS84).total_bounds
    return float(west), float(south), float(east), float(north)


def read_census(source: Path) -> pd.DataFrame:
    """The census cells as they stand in `census/cells_100m.csv`; `cell_id` and `district_key` are str.

    Raises:
        MissingFileError: they are not there.
    """
    path = source / "census" / _CELLS
    if not path.is_file():
        raise MissingFileError(f"{path} is not there")
    return pd.read_csv(path, dtype={"cell_id": str, "district_key": str})


def read_populated_cells(source: Path) -> Cells:
    """The cells of the census: around `latitude`, `longitude` where the table has them, else by their INSPIRE codes.

    Raises:
        MissingFileError, DataError: they are not there, or neither codes nor centres can be read.
    """
    census = read_census(source)
    try:
        if {"latitude", "longitude"} <= set(census.columns):
            return cells_of(census[["latitude", "longitude"]].to_numpy(dtype=np.float64))
        return cells_from_codes(list(census["cell_id"]))
    except (ValueError, KeyError) as error:
        raise DataError([Fault(_CELLS, 0, "cell_id", str(error), "INSPIRE codes of 100 m cells")]) from error
