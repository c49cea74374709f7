"""`merge-answers` changes the cells that were answered and no other byte, and only when told so."""

import csv
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.adapters.answers_file import read_answers_file
from geodata.adapters.changed_cells import records_of, rows_of, with_cells
from geodata.adapters.city_data import CityData, read_city
from geodata.adapters.coverage_ground import areas_in, offers_in, read_catchments
from geodata.cli import main
from geodata.coverage.gap_table import GapTable
from geodata.coverage.question import Question
from geodata.coverage.scenario import Scenario, applied
from geodata.coverage.worklist import Worklist, worklist
from geodata.coverage.worklist.answers import COLUMNS
from geodata.schema import FACILITIES, SERVICES
from tests.adapters.test_answers_file import sheet
from tests.conftest import DATA

DAY = "2026-08-20"
ASKED = Question("first_steps", "counselling", ("ar",), verified=True)
OPEN, UNVERIFIED = "stadt-goettingen-neues-rathaus--administration", "standesamt-goettingen--administration"
with (DATA / SERVICES.file).open(encoding="utf-8") as _table:
    FOUND_BEFORE = next(row["facts_source"] for row in csv.DictReader(_table) if row["service_id"] == OPEN)
LANGUAGES = {"service_id": OPEN, "question": "languages", "answer": "de, ar", "answered_on": DAY}
HOURS = LANGUAGES | {"question": "hours", "answer": 'Mo-Fr 09:00-12:00; Th 14:00-18:00 "nach Vereinbarung"'}
ACTIVE = {"service_id": UNVERIFIED, "question": "active", "answer": "yes", "answered_on": DAY}
Merge = Callable[..., int]


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """The shipped city, without its pack."""
    for path in filter(Path.is_file, DATA.iterdir()):
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.fixture
def merge(directory: Path, tmp_path_factory: pytest.TempPathFactory) -> Merge:
    folder = tmp_path_factory.mktemp("office")

    def start(content: bytes, *words: str) -> int:
        file = folder / "answers.csv"
        file.write_bytes(content)
        return main(["merge-answers", str(file), "--data", str(directory), *words])

    return start


def contents(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in directory.iterdir() if path.is_file()}


def changed_cells(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> dict[tuple[str, str, str], str]:
    """What stands in every cell that is another now, by file, key and column."""
    found = {}
    for table in (SERVICES, FACILITIES):
        old, new = rows_of(before[table.file]), rows_of(after[table.file])
        assert old.keys() == new.keys()
        key = table.key[0]
        found |= {
            (table.file, row[key], column): new[line][column]
            for line, row in old.items()
            for column in row
            if row[column] != new[line][column]
        }
    return found


def test_without_write_it_says_what_it_would_change(
    directory: Path, merge: Merge, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(directory)
    assert merge(sheet(LANGUAGES, ACTIVE | {"answer": ""})) == 0
    assert contents(directory) == before
    said = capsys.readouterr().out
    assert f"services.csv:2: {OPEN}: languages_spoken: '' -> 'de;ar'\n" in said
    assert f"facts_source: '{FOUND_BEFORE}' -> '{FOUND_BEFORE};languages_spoken=call sheet ({DAY})'\n" in said
    assert "1 answer, 1 line without one.\n2 cells would change. Nothing was changed: add --write" in said


def test_the_answered_cells_change_and_no_other_byte(
    directory: Path, merge: Merge, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(directory)
    assert merge(sheet(LANGUAGES, HOURS, ACTIVE), "--write") == 0
    after = contents(directory)
    assert changed_cells(before, after) == {
        ("services.csv", OPEN, "languages_spoken"): "de;ar",
        ("services.csv", OPEN, "opening_hours"): HOURS["answer"],
        ("services.csv", OPEN, "facts_source"): ";".join(
            (FOUND_BEFORE, f"languages_spoken=call sheet ({DAY})", f"opening_hours=call sheet ({DAY})")
        ),
        ("services.csv", UNVERIFIED, "status"): "active",
        ("services.csv", UNVERIFIED, "assured_date"): DAY,
        ("facilities.csv", "standesamt-goettingen", "status"): "active",
        ("facilities.csv", "standesamt-goettingen", "assured_date"): DAY,
    }
    for name in after:
        lines, same = after[name].splitlines(), before[name].splitlines()
        assert sum(one != other for one, other in zip(lines, same, strict=True)) == {
            "services.csv": 2,
            "facilities.csv": 1,
        }.get(name, 0)
    read_city(directory)
    assert "7 cells changed." in capsys.readouterr().out


def test_hours_by_language_stay_as_they_were(directory: Path, merge: Merge) -> None:
    file, offer = directory / SERVICES.file, "helpline-ukraine--counselling"
    line = next(line for line, row in rows_of(file.read_bytes()).items() if row["service_id"] == offer)
    filled = {line: {"hours_by_language": "ru=Th 14:00-17:00"}}
    file.write_bytes(with_cells(file.read_bytes(), filled))
    assert merge(sheet(LANGUAGES, HOURS, ACTIVE), "--write") == 0
    assert rows_of(file.read_bytes())[line]["hours_by_language"] == "ru=Th 14:00-17:00"
    read_city(directory)


def test_the_same_file_twice_changes_nothing(directory: Path, merge: Merge, capsys: pytest.CaptureFixture[str]) -> None:
    assert merge(sheet(LANGUAGES, HOURS, ACTIVE), "--write") == 0
    once = contents(directory)
    assert merge(sheet(LANGUAGES, HOURS, ACTIVE), "--write") == 0
    assert contents(directory) == once
    assert "The tables say all of this already. Nothing was changed." in capsys.readouterr().out


def test_an_offer_that_is_no_more_becomes_inactive_and_its_facility_stays(directory: Path, merge: Merge) -> None:
    before = contents(directory)
    assert merge(sheet(ACTIVE | {"answer": "nein"}), "--write") == 0
    assert changed_cells(before, contents(directory)) == {
        ("services.csv", UNVERIFIED, "status"): "inactive",
        ("services.csv", UNVERIFIED, "assured_date"): DAY,
    }


def test_an_older_call_does_not_undo_a_newer_one(directory: Path, merge: Merge) -> None:
    assert merge(sheet(ACTIVE), "--write") == 0
    newer = contents(directory)
    assert merge(sheet(ACTIVE | {"answer": "no", "answered_on": "2026-08-19"}), "--write") == 0
    assert contents(directory) == newer


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"service_id": "nobody"}, "row 2, column service_id, found 'nobody': No offer has this service_id."),
        ({"answer": "elvish"}, "row 2, column answer, found 'elvish': This is no language."),
        ({"answered_on": "2999-01-01"}, "row 2, column answered_on, found '2999-01-01': This day has not come yet."),
    ],
)
def test_a_sheet_with_a_fault_changes_nothing(
    directory: Path, merge: Merge, capsys: pytest.CaptureFixture[str], line: dict[str, str], said: str
) -> None:
    before = contents(directory)
    assert merge(sheet(LANGUAGES | line, ACTIVE), "--write") == 1
    assert contents(directory) == before
    heard = capsys.readouterr().err
    assert said in heard
    assert "1 fault. Nothing was changed." in heard


def test_a_directory_with_faults_is_left_alone(directory: Path, merge: Merge) -> None:
    path = directory / "figures.csv"
    path.write_bytes(path.read_bytes().replace(b"0.185", b"18.5"))
    before = contents(directory)
    assert merge(sheet(LANGUAGES), "--write") == 1
    assert contents(directory) == before


def test_a_file_that_is_not_there_is_no_traceback(directory: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["merge-answers", str(directory / "none.csv"), "--data", str(directory)]) == 2
    assert "cannot be read" in capsys.readouterr().err


def _answers(found: Worklist, *, number: int) -> list[dict[str, str]]:
    """Yes to everything at every second facility, no at the others; all speak German, of course."""
    said = [("ar, de", "yes"), ("de", "no")]
    return [
        dict(zip(COLUMNS, (call.facility_id, "", "", ask.offer_id, "", kind, answer, DAY), strict=True))
        for row, call in enumerate(found.calls[:number])
        for ask in call.asks
        for kind in ask.kinds
        for answer in [said[row % 2][kind == "active"]]
    ]


def test_the_merged_tables_say_what_the_scenario_said(directory: Path, merge: Merge, shipped_city: CityData) -> None:
    """What the reader sees before merging is what the page says afterwards, and keeps what the worklist promised."""
    catchments = read_catchments(DATA, shipped_city)
    offers = offers_in(shipped_city, catchments)
    found = worklist(GapTable.from_question(ASKED, offers, catchments=catchments))
    content = sheet(*_answers(found, number=12))
    places = {offer.id: offer.facility_id for offer in offers.records}
    answers = read_answers_file(content, places=places, city=shipped_city.city, today=date(2026, 8, 21))
    areas = areas_in(shipped_city, catchments)
    after = applied(Scenario("", answers.changes), offers, catchments=catchments, areas=areas)
    assert merge(content, "--write") == 0
    merged = offers_in(read_city(directory), catchments)
    previewed, said = (GapTable.from_question(ASKED, each, catchments=catchments) for each in (after, merged))
    assert said.rows == previewed.rows
    last = found.calls[11]
    assert last.remaining_at_least <= said.city.upper - said.city.lower <= last.remaining_at_most


TABLE = '\ufeffid,name,says\r\n1,"a, b","he said ""no"""\r\n\r\n2,"two\nlines",\r\n3,c,d'.encode()


def test_records_keep_their_bytes() -> None:
    assert "".join(record.text for record in records_of(TABLE)).encode() == TABLE
    assert rows_of(TABLE)[4] == {"id": "2", "name": "two\nlines", "says": ""}
    assert with_cells(TABLE, {}) == TABLE
    changed = with_cells(TABLE, {4: {"says": "x,y"}, 6: {"name": "e"}})
    assert changed == TABLE.replace(b'"two\nlines",\r\n3,c,d', b'"two\nlines","x,y"\r\n3,e,d')


CELLS = st.text(st.sampled_from('a,;"\r\n é'), max_size=5)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1), CELLS)
def test_a_changed_cell_is_read_back_as_written(rows: list[tuple[str, str]], new: str) -> None:
    content = sheet(*({"a": a, "b": b} for a, b in rows), columns=("a", "b"), delimiter=",")
    lines = list(rows_of(content))
    changed = with_cells(content, {lines[0]: {"b": new}})
    (first, *others), (same, *rest) = rows_of(changed).values(), rows_of(content).values()
    assert first == same | {"b": new}
    assert others == rest
