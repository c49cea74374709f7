"""Data directories of any size, made of the shipped one: places drawn by lot, each moved a little in its district."""

import shutil
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from benchmarks.stage.tables import read_places, read_table

SEED = 7  # the same places in every run
SPREAD_M = 200.0  # how far a copy stands from its original, one standard deviation
METRES_PER_DEGREE = 111_320.0


def write_dataset(source: Path, target: Path, *, places: int) -> Path:
    """Copy `source` to `target` with exactly `places` located places instead of its own; their offers come along."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.sqlite*"))
    chance = np.random.default_rng(SEED)
    originals = read_places(source)
    drawn = originals.iloc[chance.integers(len(originals), size=places)].copy()
    drawn["original"] = drawn["facility_id"]
    drawn["facility_id"] = [f"{name}-{number}" for number, name in enumerate(drawn["facility_id"])]
    _scatter(drawn, gpd.read_file(source / "districts.geojson"), chance=chance)
    offers = read_table(source, "services.csv").rename(columns={"facility_id": "original"})
    names = list(read_table(source, "services.csv").columns)
    copies = drawn[["facility_id", "original"]].merge(offers, on="original")
    copies["service_id"] = copies["facility_id"] + "--" + copies["topic"].str.replace("_", "-")
    copies["service_id"] += copies.groupby("service_id").cumcount().map(lambda copy: f"-{copy}" if copy else "")
    drawn.drop(columns="original").to_csv(target / "facilities.csv", index=False, lineterminator="\n")
    copies[names].to_csv(target / "services.csv", index=False, lineterminator="\n")
    return target


def _scatter(places: pd.DataFrame, districts: gpd.GeoDataFrame, *, chance: np.random.Generator) -> None:
    """Move the places in place; one that would leave its district stays where it was. Cells become texts."""
    outline = dict(zip(districts["key"], districts.geometry, strict=True))
    north, east = chance.normal(scale=SPREAD_M / METRES_PER_DEGREE, size=(2, len(places)))
    latitude = places["latitude"].to_numpy() + north
    longitude = places["longitude"].to_numpy() + east / np.cos(np.radians(latitude))
    inside = [
        outline[key].contains(shapely.Point(lon, lat))
        for key, lat, lon in zip(places["district_key"], latitude, longitude, strict=True)
    ]
    for column, moved in (("latitude", latitude), ("longitude", longitude)):
        places[column] = [f"{value:.6f}" for value in np.where(inside, moved, places[column])]
