"""The second level through `build`: two polling districts that miss each other by a hair, and three cells."""

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geodata.adapters.cells_file import CELL_COLUMNS, CELLS_FILE, GROUP_COLUMNS, read_cells, write_cells
from geodata.adapters.outlines import read_polling_districts
from geodata.adapters.tables import read_table
from geodata.crs import METRIC, WGS84
from geodata.districts import deviation_m
from geodata.errors import DataError, MissingFileError
from geodata.network.cells import cells_of, codes_of
from geodata.schema import INDICATORS, POLLING_DISTRICTS_FILE
from tests.conftest import DATA

HAIR = 1e-6
"""Degrees; about 0.1 m."""

BENDS = [(9.91 + 0.00002 * (at % 2), 51.50 + 0.0005 * at) for at in range(21)]
WEST = shapely.Polygon([(9.90, 51.50), *BENDS, (9.90, 51.51)])
EAST = shapely.Polygon([(9.92, 51.51), *((lon + HAIR, lat) for lon, lat in reversed(BENDS)), (9.92, 51.50)])
WOOD = shapely.box(9.92, 51.50, 9.99, 51.51)
DISTRICT = shapely.box(9.89, 51.49, 10.0, 51.52)
POINTS = [(51.505, 9.905), (51.505, 9.915), (51.515, 9.919)]  # west, east, north of settled land


def collection(features: list[tuple[dict[str, object], shapely.Polygon]]) -> str:
    written = [
        {"type": "Feature", "properties": told, "geometry": json.loads(shapely.to_geojson(shape))}
        for told, shape in features
    ]
    return json.dumps({"type": "FeatureCollection", "features": written})


@pytest.fixture
def source(tmp_path: Path) -> Path:
    root = tmp_path / "source"
    for folder in ("districts", "census"):
        (root / folder).mkdir(parents=True)
    own = {"stadtbezirk_key": "01"}
    (root / "districts" / "stadtbezirke.geojson").write_text(collection([({"key": "01", "name": "Mitte"}, DISTRICT)]))
    (root / "districts" / "wahlbezirke_2025.geojson").write_text(
        collection([
            ({"wahlbezirk": None, "name": None, **own}, WOOD),
            ({"wahlbezirk": "102", "name": "Dorf (2)", **own}, EAST),
            ({"wahlbezirk": "101", "name": "Dorf (1)", **own}, WEST),
        ])
    )  # fmt: skip
    codes = codes_of(cells_of(shapely.get_coordinates(shapely.points(POINTS))))
    people = [("01", 600, 80, 30), ("01", 300, 20, 17), ("01", 100, 10, 8)]
    rows = [",".join(map(str, (code, *counts))) for code, counts in zip(codes, people, strict=True)]
    head = "cell_id,district_key,population,born_abroad,foreign_nationals"
    (root / "census" / "cells_100m.csv").write_text("\n".join([head, *rows]) + "\n")
    return root


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    shutil.copy(DATA / "city.toml", folder)
    figures = (DATA / "figures.csv").read_text().replace("2008-12-31,0.185", "2008-12-31,0.12")
    (folder / "figures.csv").write_text(figures)
    return folder


def test_polling_districts_with_a_number_are_drawn_with_one_common_border(
    source: Path, out: Path, build: Callable[..., int]
) -> None:
    assert build(source, out, "--stage", "districts") == 0
    drawn = read_polling_districts(out)
    assert drawn[["key", "name", "district_key"]].to_numpy().tolist() == [
        ["01-101", "Dorf (1)", "01"],
        ["01-102", "Dorf (2)", "01"],
    ]
    outlines = drawn.geometry.to_numpy()
    assert shapely.coverage_is_valid(outlines)
    assert shapely.intersection(*outlines).length > 0.009  # they share the line that a hair had parted
    official = gpd.GeoSeries([WEST, EAST], crs=WGS84).to_crs(METRIC)
    assert deviation_m(list(official), list(drawn.to_crs(METRIC).geometry)) <= 10
    assert shapely.get_num_coordinates(outlines).sum() < shapely.get_num_coordinates([WEST, EAST]).sum()
    labels = shapely.points(drawn["label_longitude"], drawn["label_latitude"])
    assert shapely.within(labels, outlines).all()


def test_people_outside_of_settled_land_belong_to_the_nearest_polling_district(
    source: Path, out: Path, build: Callable[..., int]
) -> None:
    assert build(source, out, "--stage", "indicators") == 0
    rows = read_table(out, INDICATORS).set_index(["indicator", "district_key"])
    people = rows.loc["population", "value"].to_dict()
    assert people == {"01": "1000", "01-101": "600", "01-102": "400", "00": "1000"}
    density = rows.loc["population_density"].astype({"denominator": float, "value": float})
    km2 = gpd.GeoSeries([WEST, EAST], crs=WGS84).to_crs(METRIC).area / 1e6
    assert density["denominator"].to_dict() == pytest.approx(
        {"01": km2.sum(), "01-101": km2[0], "01-102": km2[1], "00": km2.sum()}, abs=1e-4
    )
    assert density.loc["01-102", "value"] == pytest.approx(400 / km2[1], rel=1e-3)


def test_people_per_cell_go_into_the_pack_the_same_bytes_each_time(
    source: Path, out: Path, build: Callable[..., int]
) -> None:
    assert build(source, out, "--stage", "cells") == 0
    file = out / "pack" / CELLS_FILE
    first = file.read_bytes()
    cells = read_cells(out / "pack")
    assert sorted(cells[["polling_district_key", "population"]].to_numpy().tolist()) == [
        ["01-101", 600],
        ["01-102", 100],
        ["01-102", 300],
    ]
    head = gzip.decompress(first).splitlines()[0].decode().split(",")
    assert head == [*CELL_COLUMNS, "born_abroad", "foreign_nationals"]  # this census counts no ages
    write_cells(out / "pack", cells.iloc[::-1])
    assert file.read_bytes() == first


@pytest.mark.parametrize("there", [(), ("age_80_plus",), ("foreign_nationals", "age_under_10"), GROUP_COLUMNS])
def test_groups_go_into_the_pack_as_far_as_the_census_counts_them(
    source: Path, out: Path, build: Callable[..., int], there: tuple[str, ...]
) -> None:
    path = source / "census" / "cells_100m.csv"
    census = pd.read_csv(path, dtype=str)[["cell_id", "district_key", "population"]]
    counts = {name: [0, 3, 4 + at] for at, name in enumerate(there)}
    census.assign(**dict(reversed(counts.items()))).to_csv(path, index=False)  # in any order
    assert build(source, out, "--stage", "cells") == 0
    cells = read_cells(out / "pack")
    assert list(cells.columns) == [*CELL_COLUMNS, *there]
    codes = list(census["cell_id"])
    assert cells.set_index("cell").loc[codes, list(there)].to_dict("list") == counts


def test_people_of_a_group_stay_in_a_cell_whose_residents_were_disturbed_away(
    source: Path, out: Path, build: Callable[..., int]
) -> None:
    path = source / "census" / "cells_100m.csv"
    census = pd.read_csv(path, dtype=str)
    counted = ["population", "born_abroad", "foreign_nationals"]
    census.loc[0, counted], census.loc[1, counted] = ["0", "0", "3"], ["0", "0", "0"]
    census.to_csv(path, index=False)
    assert build(source, out, "--stage", "cells") == 0  # and every sum is that of the census
    cells = read_cells(out / "pack").set_index("cell")
    assert set(cells.index) == set(census["cell_id"][[0, 2]])
    assert cells.loc[census["cell_id"][0], counted].tolist() == [0, 0, 3]


def test_a_city_of_one_level_has_no_second_file(source: Path, out: Path, build: Callable[..., int]) -> None:
    (source / "districts" / "wahlbezirke_2025.geojson").unlink()
    for stage in ("districts", "indicators", "cells"):
        assert build(source, out, "--stage", stage) == 0
    assert not (out / POLLING_DISTRICTS_FILE).exists()
    assert read_polling_districts(out).empty
    rows = read_table(out, INDICATORS)
    assert set(rows["district_key"]) == {"00", "01"}
    assert "population_density" not in set(rows["indicator"])
    assert set(read_cells(out / "pack")["polling_district_key"]) == {""}


def test_polling_districts_without_what_names_them_are_refused(
    source: Path, out: Path, build: Callable[..., int]
) -> None:
    (source / "districts" / "wahlbezirke_2025.geojson").write_text(collection([({"name": "Dorf"}, WEST)]))
    with pytest.raises(DataError, match="wahlbezirk"):
        build(source, out, "--stage", "districts")


def half_written() -> list[bytes]:
    """A group without its number, and one that is none."""
    head = ",".join([*CELL_COLUMNS, "born_abroad"])
    return [gzip.compress(f"{head}\n100mN31532E43169,01,,7,{told}\n".encode()) for told in ("", "many")]


def test_cells_that_are_not_there_or_not_ours_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="--stage cells"):
        read_cells(tmp_path)
    for content in (b"no gzip", gzip.compress(b"a,b\n1,2\n"), gzip.compress(b"\xff"), *half_written()):
        (tmp_path / CELLS_FILE).write_bytes(content)
        with pytest.raises(DataError, match=CELLS_FILE):
            read_cells(tmp_path)
