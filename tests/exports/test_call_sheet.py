"""The call sheet: every question once and in order, on paper and as a table that can be filled and read back."""

import csv
import hashlib
import io
import os
import subprocess
import sys
from collections import Counter
from datetime import date
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geodata.adapters.answers_file import read_answers_file
from geodata.adapters.city_data import CityData
from geodata.adapters.coverage_ground import offers_in, read_catchments
from geodata.adapters.typesetting import call_sheet_to_pdf
from geodata.coverage.gap_table import GapTable
from geodata.coverage.question import Question
from geodata.coverage.worklist import Ask, Call, Worklist, worklist
from geodata.coverage.worklist.answers import COLUMNS, Answer
from geodata.exports.call_sheet import CallSheet, Contact, Directory, call_sheet_of, to_csv
from geodata.exports.worklist_words import FIRST_CALLS, promise
from geodata.hours import Opening
from geodata.i18n import Translator
from tests.conftest import DATA

QUESTION = Question("steps", "advice", ("ar",), verified=True, opening=Opening(3, 16 * 60))
FOUND = Worklist(
    residents=1000,
    unknown=500,
    calls=(
        Call("hall", (Ask("hall--1", ("languages", "hours")), Ask("hall--2", ("active",))), 300, 100, 400, 200),
        Call("club", (Ask("club--1", ("languages",)),), 200, 400, 0, 0),
    ),
)
DIRECTORY = Directory(
    contacts={
        "hall": Contact("Rathaus", "Innenstadt", "0551 4000", "https://example.org/hall"),
        "club": Contact('=Verein, "Süd"', "", "", "https://example.org/club"),
    },
    services={"hall--1": "Beratung", "hall--2": "Deutschkurs", "club--1": "Treffen; offen"},
    languages=("de", "en"),
)


def sheet_in(t: Translator, found: Worklist = FOUND) -> CallSheet:
    return call_sheet_of(found, QUESTION, directory=DIRECTORY, topic_name="Beratung", t=t)


@pytest.fixture
def sheet(translators: dict[str, Translator]) -> CallSheet:
    return sheet_in(translators["de"])


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def kinds(pdf: bytes) -> Counter[str]:
    found: Counter[str] = Counter()

    def walk(element: Any) -> None:
        children = element.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            if isinstance(child, pikepdf.Dictionary) and "/S" in child:
                found[str(child.S)[1:]] += 1
                walk(child)

    with pikepdf.open(io.BytesIO(pdf)) as document:
        walk(document.Root.StructTreeRoot)
    return found


def test_every_question_stands_there_once_in_the_order_of_the_calls(sheet: CallSheet) -> None:
    asked = [(place.facility_id, item.service_id, item.kind) for place in sheet.places for item in place.items]
    assert asked == [
        ("hall", "hall--1", "languages"),
        ("hall", "hall--1", "hours"),
        ("hall", "hall--2", "active"),
        ("club", "club--1", "languages"),
    ]
    assert [(row["facility_id"], row["service_id"], row["question"]) for row in rows(to_csv(sheet))] == asked


def test_a_place_is_reached_by_telephone_or_else_found_by_its_website(sheet: CallSheet) -> None:
    hall, club = sheet.places
    assert "0551 4000" in hall.reach
    assert "Innenstadt" in hall.reach
    assert "example.org" not in hall.reach
    assert club.reach.endswith(" · https://example.org/club")


def test_the_language_asked_for_is_the_first_box_and_days_are_german(sheet: CallSheet) -> None:
    languages, hours, active = sheet.places[0].items
    assert languages.boxes == ("Arabisch", "Deutsch", "Englisch")
    assert hours.blanks[:3] == ("Mo.", "Di.", "Mi.")
    assert len(active.boxes) == 2


def test_a_filled_table_is_read_back(sheet: CallSheet, shipped_city: CityData) -> None:
    said = {"languages": "Arabisch, de", "hours": "Do 16:00-18:00", "active": "ja"}
    filled = [row | {"answer": said[row["question"]], "answered_on": "2026-11-26"} for row in rows(to_csv(sheet))]
    for delimiter in (";", ","):
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, COLUMNS, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(filled)
        places = {item.service_id: place.facility_id for place in sheet.places for item in place.items}
        answers = read_answers_file(
            text.getvalue().encode(), places=places, city=shipped_city.city, today=date(2026, 11, 26)
        )
        day = date(2026, 11, 26)
        assert answers.given == (
            Answer("hall--1", "languages", "ar;de", day),
            Answer("hall--1", "hours", "Th 16:00-18:00", day),
            Answer("hall--2", "active", "yes", day),
            Answer("club--1", "languages", "ar;de", day),
        )


def test_the_table_is_empty_where_answers_belong_and_runs_nothing(sheet: CallSheet) -> None:
    content = to_csv(sheet)
    assert content.startswith("\ufefffacility_id;facility;phone;".encode())
    assert all(row["answer"] == row["answered_on"] == "" for row in rows(content))
    assert rows(content)[3]["facility"] == '\'=Verein, "Süd"'
    assert rows(content)[3]["service"] == "Treffen; offen"


def test_the_paper_is_tagged_and_has_a_heading_and_a_table_a_call(sheet: CallSheet) -> None:
    pdf = call_sheet_to_pdf(sheet)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.Lang == "de"
        assert b"pdfuaid:part" in document.Root.Metadata.read_bytes()
    found = kinds(pdf)
    assert (found["H1"], found["H2"], found["Table"], found["TH"]) == (1, 2, 2, 6)
    text = text_of(pdf)
    for words in ("1. Rathaus", "0551 4000", "2. =Verein", "Deutschkurs", "Arabisch", sheet.closing):
        assert " ".join(words.split()) in text


def test_a_list_without_calls_is_a_page(translators: dict[str, Translator]) -> None:
    sheet = sheet_in(translators["de"], Worklist(1000, 0, ()))
    assert sheet.closing == ""
    assert len(pypdfium2.PdfDocument(call_sheet_to_pdf(sheet))) == 1
    assert rows(to_csv(sheet)) == []


def test_the_whole_city_is_a_paper_without_persons(shipped_city: CityData, translators: dict[str, Translator]) -> None:
    """Everything that is open in the shipped tables; no e-mail address, which may be a person's name."""
    catchments = read_catchments(DATA, shipped_city)
    question = Question(languages=("ar",), verified=True)
    found = worklist(GapTable.from_question(question, offers_in(shipped_city, catchments), catchments=catchments))
    contacts = {
        row["facility_id"]: Contact(row["name"], "", row["phone"], row["website"])
        for row in shipped_city.facilities.to_dict("records")
    }
    names = dict(zip(shipped_city.services["service_id"], shipped_city.services["name_de"], strict=True))
    directory = Directory(contacts, names, shipped_city.city.languages)
    sheet = call_sheet_of(found, question, directory=directory, topic_name="", t=translators["de"])
    pdf = call_sheet_to_pdf(sheet)
    assert kinds(pdf)["H2"] == len(found.calls) > 300
    assert "@" not in text_of(pdf)
    assert len(rows(to_csv(sheet))) == found.questions


def test_the_same_bytes_in_another_process_place_and_time(translators: dict[str, Translator]) -> None:
    code = (
        "import hashlib;from geodata.adapters.typesetting import call_sheet_to_pdf;"
        "from geodata.adapters.catalogues import read_translator;"
        "from tests.exports.test_call_sheet import sheet_in;"
        "print(hashlib.sha256(call_sheet_to_pdf(sheet_in(read_translator('de')))).hexdigest())"
    )
    elsewhere = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1", "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | elsewhere, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == hashlib.sha256(call_sheet_to_pdf(sheet_in(translators["de"]))).hexdigest()


@settings(max_examples=30)
@given(st.text(st.characters(exclude_categories=[]), min_size=1))
@example('#panic() *a* $x$ @b <c> `d` // \\ #read("/etc/hostname") -- ~ = h')
@example("\u2067\u202e\u064e\u200d\ufe0f\U000e0001\ud800\x00")
def test_any_text_is_words_and_nothing_else(text: str) -> None:
    contacts = {key: Contact(f"x{text}", text, text, text) for key in DIRECTORY.contacts}
    directory = Directory(contacts, dict.fromkeys(DIRECTORY.services, text), DIRECTORY.languages)
    sheet = call_sheet_of(FOUND, QUESTION, directory=directory, topic_name=text, t=Translator("de"))
    assert kinds(call_sheet_to_pdf(sheet))["H2"] == 2
    assert len(rows(to_csv(sheet))) == 4


def calls(*remaining: tuple[int, int]) -> tuple[Call, ...]:
    return tuple(Call("hall", (), 0, 0, most, least) for most, least in remaining)


FALLS = "the unknown share falls from 50% to at most"
STAYS = "the unknown share may still be 50%."


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (calls(), ()),
        (
            calls((400, 0), (0, 0)),
            ("After these 2 calls nothing is unknown any more, whatever the answers are.", "Now it is 50%."),
        ),
        (calls((10, 10)), (f"After this 1 call {FALLS} 1%, whatever the answers are.",)),
        (
            calls((400, 200), (340, 150)),
            (f"After these 2 calls {FALLS} 34%, whatever the answers are.", "If all say yes, it falls to 15%."),
        ),
        (
            calls((500, 200)),
            (
                f"After this 1 call {STAYS}",
                "If the answer is no, others nearby are open.",
                "If all say yes, it falls to 20%.",
            ),
        ),
        (
            calls(*[(400, 200)] * FIRST_CALLS, (0, 0)),
            (
                f"After these {FIRST_CALLS} calls {FALLS} 40%, whatever the answers are.",
                "If all say yes, it falls to 20%.",
            ),
        ),
    ],
)
def test_what_is_promised(translators: dict[str, Translator], made: tuple[Call, ...], said: tuple[str, ...]) -> None:
    assert promise(Worklist(1000, 500, made), translators["en"]) == " ".join(said)
