"""What is downloaded from the districts page opens and says what the screen says, in every row."""

import csv
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from tests.e2e.conftest import Visit
from tests.e2e.districts import Districts

pytestmark = pytest.mark.browser
ROUNDED = 0.05 + 1e-9  # percent, as the screen writes one decimal
ASKED: tuple[dict[str, str], ...] = (
    {"lang": "de", "compare": "09,05", "method": "quantiles"},
    {"lang": "ar", "level": "polling_district", "indicator": "residents_80_plus_share", "compare": "09-312"},
)


def saved(page: Districts, name: str, folder: Path) -> Path:
    """Download one file through the browser."""
    page.page.locator(".st-key-take-away-popover button").first.click()
    button = page.page.get_by_test_id("stPopoverBody").get_by_role("button", name=re.compile(re.escape(name)))
    with page.page.expect_download() as waiting:
        button.first.click()
    download = waiting.value
    target = folder / download.suggested_filename
    download.save_as(target)
    page.page.keyboard.press("Escape")
    page.page.get_by_test_id("stPopoverBody").wait_for(state="detached")
    return target


def percents(text: str, language: str) -> list[float]:
    """Numbers of a text as this language writes them."""
    point = "," if language in ("de", "ru") else "."
    return [float(each.replace(point, ".")) for each in re.findall(rf"\d+{re.escape(point)}\d+", text)]


def same(rows: list[Mapping[str, Any]], shown: Mapping[str, list[str]], language: str) -> int:
    """How many rows of a file were held to their row on the screen: value and bounds, or why there is none."""
    assert {row["name"] for row in rows} == set(shown)
    for row in rows:
        cells = shown[row["name"]]
        if row["withheld"]:
            assert cells == [row["withheld"]]
            assert [row[part] for part in ("value", "lower", "upper", "numerator")] in ([""] * 4, [None] * 4)
            continue
        wanted = [float(row[part]) * 100 for part in ("value", "lower", "upper") if row[part] not in ("", None)]
        written = [number for cell in cells[: 1 if len(wanted) == 1 else 2] for number in percents(cell, language)]
        assert len(written) == len(wanted)
        assert all(abs(a - b) <= ROUNDED for a, b in zip(written, wanted, strict=True)), (row["name"], cells)
    return len(rows)


def rows_of_table(lines: list[list[Any]], heads: list[str]) -> list[Mapping[str, Any]]:
    """Rows of a table by the names of the columns, without the city's."""
    names = dict(zip(heads, ("district_key", "name", "value", "lower", "upper", "unit", "numerator"), strict=False))
    names[heads[9]] = "withheld"
    rows = [{names.get(head, head): cell for head, cell in zip(heads, line, strict=True)} for line in lines]
    return [{**row, "withheld": row["withheld"] or ""} for row in rows if row["district_key"] != "00"]


@pytest.mark.parametrize("asked", ASKED, ids=["de", "ar"])
def test_tables_and_outlines_are_the_screen(visit: Visit, asked: dict[str, str], tmp_path: Path) -> None:
    found = visit()
    page = Districts(found.page, found.address).open(**asked)
    shown, language = page.cells, asked["lang"]
    assert len(shown) == len(page.classes) >= 18
    lines = list(csv.reader(io.StringIO(saved(page, "CSV", tmp_path).read_text("utf-8-sig"))))
    assert same(rows_of_table(lines[1:], lines[0]), shown, language) == len(shown)
    book = openpyxl.load_workbook(saved(page, "XLSX", tmp_path))
    sheet, notes = book.worksheets
    head, *body = ([cell.value for cell in row] for row in sheet.iter_rows())
    assert [str(cell) for cell in head] == lines[0]
    assert same(rows_of_table(body, lines[0]), shown, language) == len(shown)
    assert bool(sheet.sheet_view.rightToLeft) is (language == "ar")
    title = page.page.locator(".f-legend-title").evaluate("e => e.firstChild.textContent").strip()
    assert title in {cell.value for row in notes.iter_rows() for cell in row}
    outlines = json.loads(saved(page, "GeoJSON", tmp_path).read_text("utf-8"))
    properties = [feature["properties"] for feature in outlines["features"]]
    assert same([{**each, "withheld": each["withheld"] or ""} for each in properties], shown, language) == len(shown)


@pytest.mark.parametrize("asked", ASKED, ids=["de", "ar"])
def test_the_picture_has_the_legend_of_the_page(visit: Visit, asked: dict[str, str], tmp_path: Path) -> None:
    found = visit()
    page = Districts(found.page, found.address).open(**asked)
    drawing = saved(page, "SVG", tmp_path).read_text("utf-8")
    words = " ".join(" ".join(re.findall(r">([^<]+)<", drawing)).split())
    for limits in page.page.locator(".f-ramp bdi").all_inner_texts():
        assert " ".join(limits.split()) in words
    for pin in page.page.locator(".f-pin").all_inner_texts():
        assert re.sub(r"[▲△\u2066-\u2069]", "", pin).split()[0] in words
    picture = Image.open(saved(page, "PNG", tmp_path))
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawing)
    assert size
    assert [round(2 * float(length)) for length in size.groups()] == list(picture.size)
    assert len(picture.convert("RGB").resize((200, 200)).getcolors(200 * 200) or []) > 50


@pytest.mark.parametrize("language", ["de", "ar"])
def test_the_profile_says_what_the_page_says(visit: Visit, language: str, tmp_path: Path) -> None:
    found = visit()
    page = Districts(found.page, found.address).open(lang=language, compare="09")
    path = saved(page, "PDF", tmp_path)
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == language
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        assert len(pdf.pages) <= 2
        fonts = [font for each in pdf.pages for font in each.Resources.Font.values()]
        assert fonts
        assert all("FontFile" in str(list(font.DescendantFonts[0].FontDescriptor.keys())) for font in fonts)
    document = pypdfium2.PdfDocument(path)
    text = bare(" ".join(document[number].get_textpage().get_text_range() for number in range(len(document))))
    assert bare(page.page.locator(".st-key-comparison h2").inner_text()) in text
    value, bounds = page.cells["Grone"][:2]
    for number in (value, *re.findall(r"[\d.,]+", bounds)):
        assert bare(number) in text


def bare(text: str) -> str:
    """Without spaces and marks of direction; lam and alef, one glyph, come out of a PDF in any order: here in one."""
    letters = re.sub(r"[\u200e\u200f\u2066-\u2069\s]", "", text)
    return re.sub("[\u0622\u0623\u0625\u0627\u0644]+", lambda run: "".join(sorted(run[0])), letters)
