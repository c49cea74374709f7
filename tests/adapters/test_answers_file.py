"""A filled call sheet is read whole, or every fault of it is named with its place; nothing is changed by reading."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.adapters.answers_file import MOST_BYTES, read_answers_file
from geodata.adapters.city_files import read_city_settings
from geodata.coverage.scenario import Close, Confirm, OpenAt, States
from geodata.coverage.worklist.answer_fault import CODES
from geodata.coverage.worklist.answers import COLUMNS, Answer, Answers
from geodata.errors import DataError
from geodata.exports.answer_fault_words import MESSAGES, answer_fault_sentence
from geodata.i18n import Translator
from geodata.schema import City
from tests.conftest import DATA

PLACES = {"a--advice": "a", "a--course": "a", "b--advice": "b"}
TODAY = date(2026, 11, 26)
DAY = "2026-11-20"
CITY: City = read_city_settings(DATA)
GOOD = {"facility_id": "a", "service_id": "a--advice", "question": "languages", "answer": "ar, de", "answered_on": DAY}


def sheet(*lines: Mapping[str, str], columns: Sequence[str] = COLUMNS, delimiter: str = ";", mark: str = "") -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(lines)
    return f"{mark}{text.getvalue()}".encode()


def read(content: bytes) -> Answers:
    return read_answers_file(content, places=PLACES, city=CITY, today=TODAY)


def test_answers_are_changes_of_a_scenario() -> None:
    answers = read(
        sheet(
            GOOD,
            GOOD | {"question": "hours", "answer": "Mo-Fr 09:00-12:00"},
            GOOD | {"question": "active", "answer": "yes"},
            GOOD | {"service_id": "b--advice", "facility_id": "b", "question": "active", "answer": "Nein"},
        )
    )
    assert answers.changes == (
        States("a--advice", ("ar", "de")),
        OpenAt("a--advice", "Mo-Fr 09:00-12:00"),
        Confirm("a--advice"),
        Close("b--advice"),
    )
    assert {answer.answered_on for answer in answers.given} == {date(2026, 11, 20)}


def test_a_line_without_an_answer_is_skipped_and_counted() -> None:
    nobody = GOOD | {"service_id": "no such offer", "answer": " ", "answered_on": "tomorrow"}
    answers = read(sheet(nobody, GOOD, {}, GOOD | {"question": "hours", "answer": ""}))
    assert len(answers.given) == 1
    assert answers.skipped == 2


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_as_any_spreadsheet_saves_it(delimiter: str, mark: str) -> None:
    """Other columns and another order of columns do not matter, nor do the columns that are there for the callers."""
    columns = ("remark", "Answer", "answered_on", "question", "service_id")
    line = {"remark": "x", "Answer": "ar;de, ru", "answered_on": "20.11.2026", "question": "Languages"}
    answers = read(sheet(line | {"service_id": "a--advice"}, columns=columns, delimiter=delimiter, mark=mark))
    assert answers.given == (Answer("a--advice", "languages", "ar;de;ru", date(2026, 11, 20)),)


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("languages", "AR", "ar"),
        ("languages", "ar de/ru", "ar;de;ru"),
        ("languages", "Arabisch, Türkisch und Deutsch", "ar;tr;de"),
        ("languages", "арабский и немецкий", "ar;de"),
        ("languages", "العربية و الألمانية", "ar;de"),
        ("languages", "kmr, ar, ar", "kmr;ar"),
        ("hours", "Mo-Fr 09:00-12:00; Th 14:00-18:00", "Mo-Fr 09:00-12:00; Th 14:00-18:00"),
        ("hours", "Di, Do 14:00–18:00 Uhr", "Tu, Th 14:00-18:00"),
        ("hours", 'Mo 09:00-12:00 "nach Vereinbarung"', 'Mo 09:00-12:00 "nach Vereinbarung"'),
        ("active", "ja", "yes"),
        ("active", "Nein.", "no"),
        ("active", "да", "yes"),
        ("active", "لا", "no"),
    ],
)
def test_what_people_write(question: str, answer: str, said: str) -> None:
    assert [given.said for given in read(sheet(GOOD | {"question": question, "answer": answer})).given] == [said]


HEAD = sheet()
FAULTS = {
    "nothing in it": ("empty_file", b" \n"),
    "a mark and nothing else": ("empty_file", "\ufeff".encode()),
    "larger than any sheet": ("too_large", HEAD + b"x" * MOST_BYTES),
    "a workbook": ("not_a_table", b"PK\x03\x04 and so on"),
    "an old workbook": ("not_a_table", b"\xd0\xcf\x11\xe0 and so on"),
    "a page": ("not_a_table", b"<html></html>"),
    "bytes that are no text": ("not_a_table", HEAD + b"a\0b;;;"),
    "letters of Windows": ("wrong_encoding", HEAD + "a;Bücherei".encode("cp1252")),
    "a quote without partner": ("broken_quotes", HEAD + b'a;"b;c\n'),
    "more lines than a city has": ("too_many_rows", HEAD + b"a;b;c\n" * 10_000),
    "no answers column": ("missing_column", sheet(GOOD, columns=COLUMNS[:-2])),
    "other words for the columns": ("missing_column", b"place;who\na;b\n"),
    "two columns of a name": ("repeated_column", sheet(GOOD, columns=(*COLUMNS, "question"))),
    "a comma in a list with commas": ("more_cells", sheet(GOOD, delimiter=",").replace(b'"ar, de"', b"ar, de")),
    "nothing answered": ("no_answers", sheet(GOOD | {"answer": ""})),
    "no lines": ("no_answers", HEAD),
    "no offer": ("no_service", sheet(GOOD | {"service_id": ""})),
    "an offer that is not there": ("unknown_service", sheet(GOOD | {"service_id": "c--advice"})),
    "the offer of another facility": ("other_facility", sheet(GOOD | {"facility_id": "b"})),
    "a question that was not asked": ("unknown_question", sheet(GOOD | {"question": "wheelchair"})),
    "two answers to one question": ("answered_twice", sheet(GOOD, GOOD | {"answer": "ru"})),
    "a language that does not exist": ("unknown_language", sheet(GOOD | {"answer": "ar, elvish"})),
    "no language at all": ("unknown_language", sheet(GOOD | {"answer": ";"})),
    "no, which is not Norwegian": ("unknown_language", sheet(GOOD | {"answer": "no"})),
    "ja, which is not Japanese": ("unknown_language", sheet(GOOD | {"answer": "ja"})),
    "no rule of hours": ("wrong_hours", sheet(GOOD | {"question": "hours", "answer": "nachmittags"})),
    "only a comment": ("wrong_hours", sheet(GOOD | {"question": "hours", "answer": '"nach Vereinbarung"'})),
    "longer than any hours": ("wrong_hours", sheet(GOOD | {"question": "hours", "answer": "Mo off;" * 50 + "Tu off"})),
    "neither yes nor no": ("not_yes_or_no", sheet(GOOD | {"question": "active", "answer": "perhaps"})),
    "no day": ("no_date", sheet(GOOD | {"answered_on": ""})),
    "a day that does not exist": ("wrong_date", sheet(GOOD | {"answered_on": "2026-02-30"})),
    "a day in words": ("wrong_date", sheet(GOOD | {"answered_on": "yesterday"})),
    "tomorrow": ("future_date", sheet(GOOD | {"answered_on": "2026-11-27"})),
}


@pytest.mark.parametrize(("code", "content"), FAULTS.values(), ids=FAULTS.keys())
def test_each_fault_has_its_code(code: str, content: bytes) -> None:
    with pytest.raises(DataError) as raised:
        read(content)
    assert {fault.code for fault in raised.value.faults} == {code}


def test_every_code_is_tried_and_has_a_sentence(translators: Mapping[str, Translator]) -> None:
    assert {code for code, _ in FAULTS.values()} == set(CODES) == set(MESSAGES)


def test_a_fault_names_its_place_and_what_is_allowed(translators: Mapping[str, Translator]) -> None:
    lines = [GOOD, GOOD | {"question": "hours", "answer": "x" * 100, "answered_on": ""}, GOOD | {"facility_id": "b"}]
    with pytest.raises(DataError) as raised:
        read(sheet(*lines))
    found = [(fault.row, fault.column, fault.code) for fault in raised.value.faults]
    assert found == [(3, "answered_on", "no_date"), (3, "answer", "wrong_hours"), (4, "facility_id", "other_facility")]
    assert raised.value.faults[1].value == f"{'x' * 60}…"
    said = answer_fault_sentence(raised.value.faults[2], translators["en"])
    assert said == "This offer belongs to another facility: a. Were the columns sorted apart?"


def test_the_same_line_twice_is_one_answer() -> None:
    assert len(read(sheet(GOOD, GOOD)).given) == 1


@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(st.characters(codec="utf-8"), max_size=300).map(lambda text: HEAD + text.encode()),
    )
)
def test_any_bytes_are_answers_or_faults(content: bytes) -> None:
    try:
        faults = read(content) and ()
    except DataError as error:
        faults = error.faults
    assert {fault.code for fault in faults} <= {*CODES}
