"""Found places as CSV and XLSX read back as the tables have them, in four languages; nothing in them is run."""

import csv
import io
import math
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings

from geodata.adapters.city_data import CityData
from geodata.exports.places_found import clean
from geodata.exports.places_table import csv_of, workbook_of
from geodata.exports.places_words import HEADS
from geodata.i18n import Translator
from tests.conftest import LANGUAGES
from tests.exports.places_sample import ABOUT, WRITERS, Rows, found, pair, rows_of_any_text, shipped

examples = settings(max_examples=60)


def lines(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")  # or Excel takes umlauts for something else
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def book_of(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def sheet_lines(sheet: Any) -> list[dict[str, Any]]:
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_offer_is_there_with_its_names_and_numbers(
    language: str, shipped_city: CityData, translators: dict[str, Translator]
) -> None:
    t = translators[language]
    every = shipped(shipped_city, t)
    places = shipped_city.facilities.set_index("facility_id")
    rows, book = lines(csv_of(every)), book_of(workbook_of(every))
    head = {name: t(words) for name, words in HEADS.items()}
    assert len(set(head.values())) == len(head)
    in_book = sheet_lines(book.worksheets[0])
    assert len(rows) == len(in_book) == len(shipped_city.services)
    for row, cells, service in zip(rows, in_book, shipped_city.services.to_dict("records"), strict=True):
        place = places.loc[service["facility_id"]]
        for said in (row, cells):
            assert said[head["service_id"]] == service["service_id"]
            assert said[head["name"]] == service[f"name_{language}"]
            assert said[head["summary"]] == service[f"summary_{language}"]
            assert said[head["place"]] == place["name"]
            assert (said[head["street_address"]] or "") == place["street_address"]
            assert (said[head["email"]] or "") == place["email"]
            assert float(said[head["latitude"]] or "nan") == pytest.approx(place["latitude"], abs=5e-8, nan_ok=True)
            assert float(said[head["longitude"]] or "nan") == pytest.approx(place["longitude"], abs=5e-8, nan_ok=True)
            assert said[head["credits"]] == ABOUT.credits
            assert said[head["language"]] == t.language_name(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_not_stated_is_said_where_an_empty_cell_would_look_like_no(
    language: str, translators: dict[str, Translator]
) -> None:
    t = translators[language]
    (row,) = lines(csv_of(found([pair()], t)))
    asked = ("languages_spoken", "hours", "cost", "appointment", "wheelchair")
    assert {row[t(HEADS[name])] for name in asked} == {t("not stated")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_second_sheet_says_what_the_file_is(
    language: str, shipped_city: CityData, translators: dict[str, Translator]
) -> None:
    t = translators[language]
    book = book_of(workbook_of(shipped(shipped_city, t)))
    said = [str(row[1]) for row in book.worksheets[1].iter_rows(values_only=True)]
    assert ABOUT.credits in said
    assert any(t.language_name(language) in line for line in said)
    assert any("Deutsch <A1>" in line for line in said)
    assert t.plural("{n} offer", "{n} offers", 536) in said
    assert {bool(sheet.sheet_view.rightToLeft) for sheet in book} == {language == "ar"}


def test_telephone_numbers_are_written_as_dialled(translators: dict[str, Translator]) -> None:
    rows = [pair(place={"phone": phone, "facility_id": phone}) for phone in ("+495514000", "116016", "")]
    said = [row["Telephone"] for row in lines(csv_of(found(rows, translators["en"])))]
    assert said == ["0551 4000", "116016", ""]


def test_a_german_text_stands_in_for_a_missing_one(translators: dict[str, Translator]) -> None:
    offer = {"name_ru": "", "summary_ru": "", "opening_hours": "Mo 10:00-12:00"}
    t = translators["ru"]
    (row,) = lines(csv_of(found([pair(offer, {"opening_hours": "24/7"})], t)))
    assert (row[t(HEADS["name"])], row[t(HEADS["language"])]) == ("Rat", t.language_name("de"))
    assert row[t(HEADS["hours"])] == t.opening_hours("Mo 10:00-12:00")


@examples
@given(rows_of_any_text())
def test_any_text_reads_back_and_runs_nothing(translators: dict[str, Translator], rows: Rows) -> None:
    made = found(rows, translators["de"])
    said, sheet = lines(csv_of(made)), book_of(workbook_of(made)).worksheets[0]
    assert len(said) == sheet.max_row - 1 == len(rows)
    for row, (offer, _) in zip(said, rows, strict=True):
        assert not any(cell.startswith(("=", "+", "@", "\t", "\r", "\n")) for cell in row.values())
        assert next(iter(row.values())) == offer["service_id"]
        assert any(cell in (clean(offer["name_de"]), f"'{clean(offer['name_de'])}") for cell in row.values())
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n"}
    assert not any(cell.hyperlink for line in sheet.iter_rows() for cell in line)


@pytest.mark.parametrize("end", WRITERS)
def test_same_offers_give_the_same_bytes(end: str, shipped_city: CityData, translators: dict[str, Translator]) -> None:
    first, second = (WRITERS[end](shipped(shipped_city, translators["ar"])) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("end", WRITERS)
def test_nothing_found_is_a_file_too(end: str, translators: dict[str, Translator]) -> None:
    content = WRITERS[end](found([], translators["de"]))
    assert ABOUT.credits.encode() in content or end in ("csv", "xlsx", "vcf")


def test_a_point_without_a_number_is_an_empty_cell(translators: dict[str, Translator]) -> None:
    (row,) = lines(csv_of(found([pair(place={"latitude": math.nan})], translators["en"])))
    assert (row["Latitude"], row["Longitude"]) == ("", "")


def test_hours_in_a_language_follow_those_of_everybody(translators: dict[str, Translator]) -> None:
    t = translators["en"]
    both = pair({"opening_hours": "Mo-Fr 09:00-12:00", "hours_by_language": "ru=Th 14:00-17:00 & uk=24/7"})
    only = pair({"hours_by_language": "ru=Th 14:00-17:00"})
    assert [line["Opening hours"] for line in lines(csv_of(found([both, only], t)))] == [
        "Mon-Fri 09:00-12:00 · Russian: Thu 14:00-17:00 · Ukrainian: around the clock",
        "not stated · Russian: Thu 14:00-17:00",
    ]
