"""The census as it is counted per area, from the source folder: added up here once more, without the build step."""

import os
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest

ROOT = Path(__file__).parents[2]
SOURCE = Path(os.environ.get("FINDER_SOURCE") or ROOT.parent / "shared" / "source-data")
_CELLS = SOURCE / "census" / "cells_100m.csv"
_POLLING_DISTRICTS = SOURCE / "districts" / "wahlbezirke_2025.geojson"

needs_source = pytest.mark.skipif(not _CELLS.is_file(), reason="needs the source folder: see DEVELOPERS.md")

INDICATOR_OF = {
    "born_abroad": "born_abroad_share",
    "foreign_nationals": "foreign_nationals_share",
    "born_eu27": "born_eu27_share",
    "born_other_europe": "born_other_europe_share",
    "born_rest_of_world": "born_rest_of_world_share",
    "born_other_unknown": "born_other_unknown_share",
    "age_under_10": "children_under_10_share",
    "age_80_plus": "residents_80_plus_share",
}


def people_counted() -> pd.DataFrame:
    """Whole city, districts and polling districts; columns are `population` and the codes of the indicators."""
    cells = pd.read_csv(_CELLS, dtype={"district_key": str}).rename(columns=INDICATOR_OF)
    cells["polling"] = _polling_keys(cells)
    names = ["population", *INDICATOR_OF.values()]
    polling = cells[cells["polling"] != ""].groupby("polling")[names].sum()
    return pd.concat([cells[names].sum().to_frame("00").T, cells.groupby("district_key")[names].sum(), polling])


def _polling_keys(cells: pd.DataFrame) -> list[str]:
    """The nearest polling district of each cell's own district, 0 m away where it lies inside."""
    outlines = gpd.read_file(_POLLING_DISTRICTS).dropna(subset="wahlbezirk").to_crs("EPSG:25832")
    centres = gpd.GeoSeries.from_xy(cells["longitude"], cells["latitude"], crs="EPSG:4326").to_crs("EPSG:25832")
    of_district = dict(list(outlines.groupby("stadtbezirk_key")))
    keys = []
    for district, centre in zip(cells["district_key"], centres, strict=True):
        there = of_district.get(district)
        nearest = None if there is None else there.loc[there.distance(centre).idxmin(), "wahlbezirk"]
        keys.append("" if nearest is None else f"{district}-{nearest}")
    return keys
