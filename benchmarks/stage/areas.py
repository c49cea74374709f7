"""A data directory with any number of polling districts: squares inside the districts, with made-up shares."""

import json
import shutil
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

SEED = 7  # the same areas in every run
INDICATORS = ("born_abroad_share", "foreign_nationals_share")
DEFINITIONS = ("census_2011_born_abroad", "census_2011_foreign_nationals")


def write_areas(source: Path, target: Path, *, areas: int) -> Path:
    """Copy `source` to `target` with about `areas` squares as its polling districts and rows for two shares."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.sqlite*"))
    squares = _squares(gpd.read_file(source / "districts.geojson"), areas)
    (target / "polling_districts.geojson").write_text(_geojson(squares), "utf-8")
    table = pd.read_csv(source / "indicators.csv", dtype=str, keep_default_na=False)
    own = table[~table["district_key"].str.contains("-")]
    made = pd.concat(
        [
            own,
            *(
                _rows(squares, code, definition=definition)
                for code, definition in zip(INDICATORS, DEFINITIONS, strict=True)
            ),
        ]
    )
    made.to_csv(target / "indicators.csv", index=False, lineterminator="\n")
    return target


def _geojson(squares: gpd.GeoDataFrame) -> str:
    names = [name for name in squares.columns if name != "geometry"]
    features = [
        {
            "type": "Feature",
            "properties": {name: row[name] for name in names},
            "geometry": shapely.geometry.mapping(row["geometry"]),
        }
        for row in squares.to_dict("records")
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def _squares(districts: gpd.GeoDataFrame, areas: int) -> gpd.GeoDataFrame:
    """Squares whose centre lies in a district, named by its key; in degrees, wide as they are high on the ground."""
    west, south, east, north = districts.total_bounds
    narrow = np.cos(np.radians((south + north) / 2))
    city = shapely.area(districts.geometry.to_numpy()).sum()
    side = float(np.sqrt(city * narrow / areas))
    x, y = np.meshgrid(np.arange(west, east, side / narrow), np.arange(south, north, side))
    boxes = shapely.box(x.ravel(), y.ravel(), x.ravel() + side / narrow, y.ravel() + side)
    grid = gpd.GeoDataFrame(geometry=boxes, crs=districts.crs)
    centres = gpd.GeoDataFrame(geometry=shapely.centroid(boxes), crs=districts.crs)
    joined = centres.sjoin(districts[["key", "geometry"]], predicate="within")
    found = grid.loc[joined.index].assign(district_key=joined["key"])
    keys = [f"{district}-{number}" for number, district in enumerate(found["district_key"], start=1)]
    points = shapely.centroid(found.geometry.to_numpy())
    return found.assign(
        key=keys,
        name=keys,
        label_latitude=shapely.get_y(points).round(5),
        label_longitude=shapely.get_x(points).round(5),
    )


def _rows(squares: gpd.GeoDataFrame, indicator: str, *, definition: str) -> pd.DataFrame:
    chance = np.random.default_rng([SEED, len(indicator)])
    people = chance.integers(200, 2000, size=len(squares))
    counted = (people * chance.beta(2, 12, size=len(squares))).astype(int) + 5
    return pd.DataFrame(
        {
            "district_key": squares["key"],
            "indicator": indicator,
            "reference_date": "2011-05-09",
            "value": [f"{part / whole:.6f}" for part, whole in zip(counted, people, strict=True)],
            "unit": "share",
            "numerator": counted.astype(str),
            "denominator": people.astype(str),
            "lower": "",
            "upper": "",
            "suppressed": "",
            "status": "aggregated",
            "definition": definition,
            "source": "census_2011",
        }
    )
