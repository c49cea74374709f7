"""Opening a data directory: types of the columns, and clear words about what is missing or faulty."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from geodata.adapters.city_data import CityData, read_city
from geodata.adapters.city_files import read_city_settings, read_files
from geodata.adapters.tables import read_table, write_table, write_whole
from geodata.errors import DataError, MissingFileError
from geodata.schema import FIGURES, TAXONOMY

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def city() -> CityData:
    return read_city(DATA)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "copy"))


def test_cells_have_the_declared_types(city: CityData) -> None:
    assert city.facilities["latitude"].dtype == "float64"
    assert city.facilities["source_date"].map(type).eq(str).all()
    assert city.services["languages_spoken"].map(type).eq(tuple).all()
    assert city.services["target_groups"].iloc[0] == ("everyone", "newcomers")
    assert city.services["languages_spoken"].iloc[0] == ()
    assert city.taxonomy["order"].iloc[-1] == 31.0


def test_districts_are_numbered_from_0(city: CityData) -> None:
    assert list(city.districts.columns) == ["key", "name", "label_latitude", "label_longitude", "geometry"]
    assert list(city.districts.index) == list(range(18))
    assert city.districts.crs == "EPSG:4326"


def test_settings(city: CityData) -> None:
    assert city.city.name == "Göttingen"
    assert city.city.languages == ("de", "en", "ru", "ar")
    assert city.city.bounding_box.south < 51.53 < city.city.bounding_box.north
    assert read_city_settings(DATA) == city.city


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="is no folder"):
        read_files(tmp_path / "nowhere")
    with pytest.raises(MissingFileError, match=r"city\.toml is not there"):
        read_city_settings(tmp_path)


def test_all_missing_files_are_named(copy: Path) -> None:
    (copy / "services.csv").unlink()
    (copy / "city.toml").unlink()
    with pytest.raises(MissingFileError, match=r"lacks city\.toml, services\.csv"):
        read_city(copy)


def test_faults_are_carried_by_the_error(copy: Path) -> None:
    settings = (copy / "city.toml").read_text().replace('country = "DE"', 'country = "Germany"')
    (copy / "city.toml").write_text(settings)
    for read in (read_city, read_city_settings):
        with pytest.raises(DataError, match=r"city\.toml:0:country") as raised:
            read(copy)
        assert len(raised.value.faults) == 1


def test_a_table_that_is_none_is_a_fault(copy: Path) -> None:
    (copy / TAXONOMY.file).write_bytes(b"\xff\xfe")
    with pytest.raises(DataError, match=r"taxonomy\.csv:0"):
        read_table(copy, TAXONOMY)
    (copy / TAXONOMY.file).unlink()
    with pytest.raises(MissingFileError):
        read_table(copy, TAXONOMY)


def test_writing_keeps_quotes_and_declared_order(tmp_path: Path) -> None:
    row = {"value": "1", "code": 'a "b", c', "reference_date": "2018-12-31"}
    assert write_table(tmp_path, FIGURES, rows=[row]).read_text() == (
        'code,reference_date,value,approximate,unit,definition,source,source_url\n"a ""b"", c",2018-12-31,1,,,,,\n'
    )
    assert write_table(tmp_path, FIGURES, rows=pd.DataFrame([row])).read_text().count("\n") == 2


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = write_whole(tmp_path / "a.csv", b"old")

    def full(_: int) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_whole(target, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.csv", b"old")]
