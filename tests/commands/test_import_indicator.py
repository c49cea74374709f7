"""`import-indicator` takes the office's table in whole, or changes nothing and says why."""

import shutil
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from geodata.adapters.city_data import read_city
from geodata.adapters.own_import import read_upload
from geodata.cli import main
from geodata.districts.own_table.rows import OFFICE_SOURCE, Statement, offered_definitions
from geodata.exports.tables import to_indicators_part
from geodata.schema import INDICATORS, WHOLE_CITY
from tests.adapters.test_own_table import BROKEN
from tests.adapters.xlsx_files import xlsx
from tests.conftest import DATA

DAY = "2024-12-31"
TODAY = date(2025, 1, 1)
HEAD = ("schlüssel", "stadtbezirk", "menschen", "einwohner")
Run = Callable[..., int]

_SOURCE = """
[data_source.office_table]
licence = ""
licence_url = ""
name = {de = "Tabelle", en = "Table", ru = "Таблица", ar = "جدول"}
"""
_GROUP = "[indicator.migration_background_share]\n"


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """The shipped city, in which an office may bring a table by the city's first definition."""
    for path in filter(Path.is_file, DATA.iterdir()):
        shutil.copy(path, tmp_path)
    path = tmp_path / "definitions.toml"
    text = path.read_text()
    if "group" not in tomllib.loads(text)["indicator"]["migration_background_share"]:
        text = text.replace(_GROUP, f'{_GROUP}group = "migration"\n')
    if OFFICE_SOURCE not in tomllib.loads(text)["data_source"]:
        text += _SOURCE
    path.write_text(text)
    return tmp_path


@pytest.fixture
def run(directory: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("office")

    def start(content: bytes, *, definition: str = "city_first", day: str = DAY, source: str = OFFICE_SOURCE) -> int:
        file = folder / "table"
        file.write_bytes(content)
        words = ["--definition", definition, "--date", day, "--source", source, "--data", str(directory)]
        return main(["import-indicator", str(file), *words])

    return start


def table(directory: Path, share: float = 0.25) -> bytes:
    """A made-up table of every district, with the residents that the data have, spelled as some source does."""
    districts = read_city(directory).districts
    names = dict(zip(districts["key"], districts["name"], strict=True)) | {"13": "Knutbüren", "11": "Groß-Ellershausen"}
    residents = {key: 100 * (position + 20) for position, key in enumerate(names)}
    rows = [(key, name, round(residents[key] * share), residents[key]) for key, name in names.items()]
    return xlsx(rows=[HEAD, *rows])


def contents(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in directory.iterdir() if path.is_file()}


def test_the_new_figures_stand_beside_the_old_ones(
    directory: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (directory / INDICATORS.file).read_bytes()
    assert run(table(directory)) == 0
    assert (directory / INDICATORS.file).read_bytes().startswith(before)
    indicators = read_city(directory).indicators
    new = indicators[(indicators["reference_date"] == DAY) & (indicators["status"] == "official")]
    assert list(new["district_key"]) == [f"{n:02}" for n in range(19)]
    assert set(new["value"]) == {0.25}
    assert set(new["source"]) == {(OFFICE_SOURCE,)}
    assert "18 districts" in capsys.readouterr().out


def test_a_second_table_replaces_the_first(directory: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(table(directory, 0.3)) == 0
    assert run(table(directory)) == 0
    assert "19 of them replaced" in capsys.readouterr().out
    twice = contents(directory)
    assert run(table(directory)) == 0
    assert contents(directory) == twice


def test_what_few_people_stand_behind_is_withheld_and_more_with_it(directory: Path) -> None:
    rows = [HEAD, *[(f"{n:02}", None, 300 + n, 1000 + n) for n in range(1, 17)], ("17", None, 9, 20)]
    upload = read_upload(xlsx(rows=rows), Statement("city_first", DAY, OFFICE_SOURCE), directory=directory, today=TODAY)
    withheld = upload.rows[upload.rows["suppressed"] == "yes"]
    assert upload.table.missing == ("18",)
    assert "17" in set(withheld["district_key"])
    assert len(withheld) > 1, "the one hidden count would follow from the city's total"
    assert withheld[["value", "numerator"]].isna().all(axis=None)
    assert withheld["denominator"].notna().all()
    assert WHOLE_CITY not in set(upload.rows["district_key"])


def test_the_part_to_download_is_a_table_of_its_own(directory: Path) -> None:
    upload = read_upload(
        table(directory), Statement("city_first", DAY, OFFICE_SOURCE), directory=directory, today=TODAY
    )
    path = directory / INDICATORS.file
    path.write_bytes(path.read_bytes() + to_indicators_part(upload.rows).split(b"\n", 1)[1])
    read = read_city(directory).indicators
    added = read[read["reference_date"] == DAY].reset_index(drop=True)
    assert added.to_dict("records")[0] | {"lower": 0, "upper": 0} == upload.rows.to_dict("records")[0] | {
        "lower": 0,
        "upper": 0,
    }


@pytest.mark.parametrize(("code", "make"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_changes_nothing(directory: Path, run: Run, code: str, make: Callable[[], bytes]) -> None:
    before = contents(directory)
    assert run(make()) == 1
    assert contents(directory) == before, code


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"definition": "born_anywhere"}, "column definition, found 'born_anywhere': Choose one of"),
        ({"day": "2999-01-01"}, "has not come yet"),
        ({"day": "2024"}, "year-month-day"),
        ({"day": "2024-02-30"}, "year-month-day"),
        ({"day": ""}, "year-month-day"),
        ({"source": ""}, "Say where"),
        ({"source": "hearsay"}, "not in definitions.toml"),
    ],
)
def test_every_answer_is_needed(
    directory: Path, run: Run, capsys: pytest.CaptureFixture[str], answer: dict[str, str], said: str
) -> None:
    before = contents(directory)
    assert run(table(directory), **answer) == 1
    assert contents(directory) == before
    heard = capsys.readouterr().err
    assert said in heard
    assert "Nothing was changed." in heard


def test_another_definition_in_the_file_is_refused(
    directory: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    content = xlsx(rows=[(*HEAD, "definition"), ("01", None, 200, 1000, "census_2022")])
    assert run(content) == 1
    assert "another definition" in capsys.readouterr().err


def test_faults_of_answers_and_table_are_told_together(
    directory: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(xlsx(rows=[HEAD, ("19", None, -1, 10)]), day="") == 1
    assert "3 faults. Nothing was changed." in capsys.readouterr().err


def test_a_directory_with_faults_is_left_alone(directory: Path, run: Run) -> None:
    content, path = table(directory), directory / "figures.csv"
    path.write_bytes(path.read_bytes().replace(b"0.185", b"18.5"))
    before = contents(directory)
    assert run(content) == 1
    assert contents(directory) == before


def test_a_file_that_is_not_there_is_no_traceback(directory: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--definition", "city_first", "--date", DAY, "--source", OFFICE_SOURCE, "--data", str(directory)]
    assert main(["import-indicator", str(directory / "none.xlsx"), *words]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_only_shares_about_migration_can_be_brought() -> None:
    entries = {
        "a": {"unit": "share", "group": "migration", "definition": "x"},
        "b": {"unit": "share", "group": "age", "definition": "y"},
        "c": {"unit": "people", "group": "migration", "definition": "z"},
    }
    assert offered_definitions({"indicator": entries}) == {"x": "a"}
