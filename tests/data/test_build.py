"""The build command on a made-up source folder: two districts, three cells, a few lines."""

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely

from geodata.adapters.outlines import read_districts
from geodata.adapters.tables import read_table
from geodata.commands.build import STAGES, add_to
from geodata.crs import METRIC, WGS84
from geodata.districts import deviation_m
from geodata.errors import DataError, GeodataError, MissingFileError
from geodata.schema import FIGURES, INDICATORS

DATA = Path(__file__).parents[2] / "data"


def collection(*features: tuple[dict[str, Any], dict[str, Any]]) -> str:
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [{"type": "Feature", "properties": told, "geometry": shape} for told, shape in features],
        }
    )


def polygon(*points: tuple[float, float]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [[*points, points[0]]]}


def line(*points: tuple[float, float]) -> dict[str, Any]:
    return {"type": "LineString", "coordinates": list(points)}


BORDER = [(9.92, 51.5), (9.92, 51.51), (9.92003, 51.5102), (9.92, 51.5104), (9.93, 51.53), (9.92, 51.54)]
WEST = polygon((9.9, 51.5), *BORDER, (9.9, 51.54))
EAST = polygon((9.94, 51.5), (9.94, 51.54), *reversed(BORDER))
CELLS = """cell_id,district_key,population,born_abroad,foreign_nationals
a,01,600,80,30
b,02,300,20,17
c,02,100,0,3
"""


def label(key: str, name: str, *, longitude: float) -> dict[str, Any]:
    return {"key": key, "name": name, "label_lat": 51.512345678, "label_lon": longitude}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    root = tmp_path / "source"
    for folder in ("districts", "census", "osm"):
        (root / folder).mkdir(parents=True)
    (root / "districts" / "stadtbezirke.geojson").write_text(
        collection((label("02", "Ost", longitude=9.935), EAST), (label("01", "West", longitude=9.905), WEST))
    )
    (root / "census" / "cells_100m.csv").write_text(CELLS)
    (root / "osm" / "basemap.geojson").write_text(
        collection(
            ({"layer": "road", "kind": "minor"}, line((9.91, 51.51), (9.911, 51.511))),
            ({"layer": "road", "kind": "minor"}, line((9.911, 51.511), (9.912345678, 51.512))),
            ({"layer": "waterway", "kind": "river"}, line((9.93, 51.51), (12.0, 51.51))),
            ({"layer": "green", "kind": "wood"}, WEST),
            ({"layer": "rail", "kind": "rail"}, line((7.0, 50.0), (7.1, 50.0))),
        )
    )
    return root


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    shutil.copy(DATA / "city.toml", folder)
    figures = (DATA / FIGURES.file).read_text().replace("2008-12-31,0.185", "2008-12-31,0.12")
    (folder / FIGURES.file).write_text(figures)
    return folder


def build(source: Path, out: Path, *more: str) -> int:
    parser = argparse.ArgumentParser()
    add_to(parser.add_subparsers())
    arguments = parser.parse_args(["build", "--source", str(source), "--out", str(out), *more])
    return int(arguments.run(arguments))


def build_mine(source: Path, out: Path) -> None:
    for stage in ("districts", "indicators", "basemap"):
        assert build(source, out, "--stage", stage) == 0


def test_the_same_source_gives_the_same_bytes(source: Path, out: Path) -> None:
    build_mine(source, out)
    first = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    build_mine(source, out)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == first


def test_districts_are_simpler_near_and_in_the_order_of_their_keys(source: Path, out: Path) -> None:
    build_mine(source, out)
    districts = read_districts(out)
    assert list(districts["key"]) == ["01", "02"]
    assert list(districts["name"]) == ["West", "Ost"]
    assert list(districts["label_latitude"]) == [51.51235, 51.51235]
    assert shapely.coverage_is_valid(districts.geometry.to_numpy())
    official = gpd.GeoSeries([shapely.geometry.shape(WEST), shapely.geometry.shape(EAST)], crs=WGS84).to_crs(METRIC)
    drawn = districts.to_crs(METRIC).geometry
    assert deviation_m(list(official), list(drawn)) < 10.0
    assert shapely.get_num_coordinates(drawn).sum() < shapely.get_num_coordinates(official).sum()


def test_indicators_follow_from_cells_and_the_city_s_share(source: Path, out: Path) -> None:
    """12 % of 1,000 people: c = (120 - 100) / 50 = 0.4; district 01: (80 + 12) / 600."""
    build_mine(source, out)
    rows = read_table(out, INDICATORS).set_index(["indicator", "district_key"])
    estimate = rows.loc[("migration_background_share", "01")]
    assert list(estimate[["value", "numerator", "lower", "upper"]]) == ["0.153333", "92", "0.133333", "0.183333"]
    assert estimate["source"].split(";")[0] == "census_2011"
    assert rows.loc[("migration_background_share", "00"), "value"] == "0.120000"
    assert rows.loc[("foreign_nationals_share", "02"), "value"] == "0.050000"
    assert rows.loc[("population", "02"), "value"] == "400"


def test_the_basemap_is_merged_and_clipped(source: Path, out: Path) -> None:
    build_mine(source, out)
    features = json.loads((out / "pack" / "basemap.geojson").read_bytes())["features"]
    told = [tuple(feature["properties"].values()) for feature in features]
    assert told == [("green", "wood"), ("road", "minor"), ("water", "river")]
    _, road, river = (feature["geometry"]["coordinates"] for feature in features)
    assert sorted(road) == [[9.91, 51.51], [9.911, 51.511], [9.91235, 51.512]]
    east = max(longitude for longitude, _ in river)
    assert 9.965 < east < 9.975  # the districts end at 9.94; 2 km are 0.029 degrees here


@pytest.mark.parametrize("stage", ["districts", "indicators", "basemap"])
def test_a_source_that_is_not_there_is_named(tmp_path: Path, out: Path, stage: str) -> None:
    with pytest.raises(MissingFileError, match="is not there"):
        build(tmp_path / "nowhere", out, "--stage", stage)


def test_a_source_that_is_no_map_is_named(source: Path, out: Path) -> None:
    (source / "districts" / "stadtbezirke.geojson").write_text("{}")
    with pytest.raises(DataError, match=r"stadtbezirke\.geojson:0"):
        build(source, out, "--stage", "districts")


def test_without_the_city_s_own_share_nothing_is_estimated(source: Path, out: Path) -> None:
    figures = (out / FIGURES.file).read_text()
    (out / FIGURES.file).write_text(figures.replace("city_first", "extended_2018"))
    with pytest.raises(GeodataError, match="one row migration_background_share"):
        build(source, out, "--stage", "indicators")


def test_stages_are_known_by_name() -> None:
    assert {"districts", "indicators", "basemap"} <= set(STAGES)
