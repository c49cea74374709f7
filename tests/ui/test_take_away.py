"""What is taken away equals what is on the screen, says what it is, and has the same bytes every time."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import openpyxl
import pikepdf
import pypdfium2
import pytest

from geodata.districts.comparison.value import Value
from ui import loaders
from ui.districts.asked import Asked
from ui.districts.take_away import downloads
from ui.districts.view import View, view
from ui.downloads import Download

LANGUAGES = ("de", "en", "ru", "ar")
QUESTIONS = {
    "estimate": Asked(compared=("09", "05")),
    "polling": Asked(indicator="born_eu27_share", level="polling_district", method="quantiles", classes=3),
    "people": Asked(indicator="register_population", compared=("08",), date="2018-12-31"),
}


def files(shown: View, language: str) -> dict[str, Download]:
    """The downloads by the end of their names; of profiles the first."""
    found: dict[str, Download] = {}
    for download in downloads(shown, loaders.translator(language)):
        found.setdefault(download.name.rpartition(".")[2], download)
    return found


def values(shown: View) -> dict[str, Value]:
    rows = shown.rows.to_dict("records")
    return {value.key: value for value in map(Value.from_row, rows)}


def cells(content: bytes) -> Iterator[list[str]]:
    yield from csv.reader(io.StringIO(content.decode("utf-8-sig")))


@pytest.mark.parametrize("asked", QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_csv_holds_every_area_and_why_one_is_missing(asked: Asked, language: str) -> None:
    shown = view(asked)
    head, *rows = cells(files(shown, language)["csv"].make())
    assert [row[0] for row in rows] == [*shown.shading.keys, "00"]
    known = values(shown)
    for row in rows:
        value = known.get(row[0], Value(row[0]))
        assert row[2] == ("" if value.state != "shown" else row[2])
        if value.state == "shown":
            assert float(row[2]) == value.value
        elif row[0] != "00":
            assert row[head.index(loaders.translator(language)("Why there is no value"))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_says_what_its_numbers_mean(language: str) -> None:
    shown = view(QUESTIONS["estimate"])
    book = openpyxl.load_workbook(io.BytesIO(files(shown, language)["xlsx"].make()))
    numbers, notes = book.worksheets
    assert numbers.max_row == 1 + len(shown.shading.keys) + 1
    by_key = {row[0].value: row[2].value for row in numbers.iter_rows(min_row=2)}
    assert {key: value for key, value in by_key.items() if value is not None} == {
        key: value.value for key, value in values(shown).items() if value.state == "shown"
    }
    said = " ".join(str(cell.value) for row in notes.iter_rows() for cell in row)
    t, definitions = loaders.translator(language), loaders.city_data().definitions
    assert definitions["definition"]["city_first"]["name"][language] in said
    assert definitions["data_source"]["census_2011"]["name"][language] in said
    assert t.date("2011-05-09") in said
    assert "dl-de/by-2-0" in said
    assert t.share(shown.shading.classes[-1].upper) in said
    assert bool(numbers.sheet_view.rightToLeft) == (language == "ar")


@pytest.mark.parametrize("asked", QUESTIONS.values(), ids=QUESTIONS)
def test_the_outlines_carry_the_values(asked: Asked) -> None:
    shown = view(asked)
    document = json.loads(files(shown, "en")["geojson"].make())
    assert [feature["id"] for feature in document["features"]] == list(shown.shading.keys)
    for feature in document["features"]:
        value = values(shown).get(feature["id"], Value(feature["id"]))
        assert feature["properties"]["value"] == (value.value if value.state == "shown" else None)
        assert bool(feature["properties"]["withheld"]) == (value.state != "shown")
    assert {"figure", "definition", "reference_date", "source", "credits"} <= set(document)


@pytest.mark.parametrize("asked", QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_carries_title_legend_and_source(asked: Asked, language: str) -> None:
    shown, t = view(asked), loaders.translator(language)
    root = ET.fromstring(files(shown, language)["svg"].make())  # noqa: S314 - our own
    said = " ".join(" ".join(root.itertext()).split())
    definitions = loaders.city_data().definitions
    assert definitions["indicator"][shown.edition.indicator]["name"][language].split()[0] in said
    assert t.date(shown.edition.reference_date).split()[-1] in said
    assert all(attribution.split()[0] in said for attribution in loaders.city_data().city.attribution)
    assert (t("Estimate") in said) == (shown.edition.status == "estimated")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_profile_holds_every_figure_of_the_district(language: str) -> None:
    shown, t = view(QUESTIONS["estimate"]), loaders.translator(language)
    content = files(shown, language)["pdf"].make()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf.pages) <= 2
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang).split("-")[0] == language
    document = pypdfium2.PdfDocument(content)
    text = " ".join(document[page].get_textpage().get_text_range() for page in range(len(document)))
    grone = values(shown)["09"]
    for number in (t.share(grone.value), "Grone", "Zensus 2011" if language == "de" else "2011"):
        assert "".join(number.split()) in "".join(text.split()), number


@pytest.mark.parametrize("asked", QUESTIONS.values(), ids=QUESTIONS)
def test_same_view_same_bytes(asked: Asked) -> None:
    first, second = (files(view(asked), "ar") for _ in range(2))
    assert first
    assert {end: download.make() for end, download in first.items()} == {
        end: download.make() for end, download in second.items()
    }


def test_no_two_files_share_a_name() -> None:
    names = [download.name for download in downloads(view(QUESTIONS["estimate"]), loaders.translator("de"))]
    assert len(set(names)) == len(names)
