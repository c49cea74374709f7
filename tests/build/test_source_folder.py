"""What a source folder may look like, and what is said when it does not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.adapters.osm_extract import find_extract, read_extract
from geodata.adapters.source_folder import read_official_outlines, read_populated_cells
from geodata.errors import DataError, MissingFileError
from tests.build.town import write_data, write_source

FRAME = (8.9, 49.9, 9.2, 50.1)


def test_cells_are_known_by_code_or_by_centre(tmp_path: Path) -> None:
    folder = tmp_path / "census"
    folder.mkdir()
    table = folder / "cells_100m.csv"
    table.write_text("cell_id,district_key,latitude,longitude\nanything,01,51.489931,9.94169\n", "utf-8")
    by_centre = read_populated_cells(tmp_path).tolist()
    table.write_text("cell_id,district_key\nCRS3035RES100mN3153200E4316900,01\n", "utf-8")
    assert read_populated_cells(tmp_path).tolist() == by_centre == [[31532, 43169]]
    table.write_text("cell_id,district_key\nanything,01\n", "utf-8")
    with pytest.raises(DataError, match="anything"):
        read_populated_cells(tmp_path)


def test_outlines_need_key_and_name(tmp_path: Path) -> None:
    (tmp_path / "districts").mkdir()
    point = '{"type":"Feature","properties":{"key":"01"},"geometry":{"type":"Point","coordinates":[9,50]}}'
    (tmp_path / "districts" / "any.geojson").write_text(f'{{"features":[{point}]}}', "utf-8")
    with pytest.raises(DataError, match="name"):
        read_official_outlines(tmp_path)


def test_there_is_to_be_one_extract(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="none is there"):
        find_extract(tmp_path)
    for name in ("a.osm.pbf", "b.osm.pbf"):
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(MissingFileError, match=r"a\.osm\.pbf, b\.osm\.pbf"):
        find_extract(tmp_path)


@pytest.mark.parametrize("content", [b"", b"no extract at all"])
def test_what_is_no_extract_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "town.osm.pbf"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"town\.osm\.pbf"):
        read_extract(path, FRAME)


@pytest.mark.parametrize(
    ("missing", "stage"),
    [
        ("source/town.osm.pbf", "network"),
        ("source/town.osm.pbf", "basemap"),
        ("source/census/cells_100m.csv", "walking"),
        ("source/districts/bezirke.geojson", "districts"),
        ("data/pack/network.xz", "walking"),
        ("data/pack/gazetteer.csv.gz", "walking"),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, build: Callable[..., int], missing: str, stage: str) -> None:
    source, data = write_source(tmp_path / "source"), write_data(tmp_path / "data")
    for earlier in ("gazetteer", "network"):
        assert build(source, data, "--stage", earlier) == 0
    (tmp_path / missing).unlink()
    with pytest.raises(MissingFileError):
        build(source, data, "--stage", stage)
    assert not (data / "pack" / "walking.xz").exists()


def test_a_town_without_facilities_has_minutes_between_cells(tmp_path: Path, build: Callable[..., int]) -> None:
    source, data = write_source(tmp_path / "source"), write_data(tmp_path / "data")
    (data / "facilities.csv").unlink()
    for stage in ("gazetteer", "network", "walking"):
        assert build(source, data, "--stage", stage) == 0
