"""The leaflet as a file: tagged, embedded, in reading order, its code can be scanned, the same bytes everywhere."""

import dataclasses
import hashlib
import io
import os
import subprocess
import sys
from collections import Counter
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import zxingcpp
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geodata.adapters.city_data import CityData
from geodata.adapters.typesetting import leaflet_to_pdf, read_typefaces
from geodata.exports.leaflet import Fact, to_fields, to_reading_order
from geodata.exports.leaflet_words import Way
from geodata.exports.printable import with_printable
from tests.adapters.test_typesetting import structure, text_of
from tests.conftest import LANGUAGES
from tests.exports.leaflet_sample import COURSE, LINK, SCHOOL, START, made_up, of_the_city, read_ground
from tests.exports.places_sample import pair
from tests.exports.test_places_hidden import COUNSEL, SECRET, TRACES

SIZES = ("", "large")
KINDS = [(language, counter, large) for language in LANGUAGES for counter in ("", "de") for large in SIZES]
WAY = Way("Deisterstraße", START, (12.0,))


def words_of(pdf: bytes) -> str:
    """As a browser's viewer copies them."""
    return text_of(pdf).replace("\u00a0", " ")


@pytest.mark.parametrize(("language", "counter", "large"), KINDS)
def test_tagged_with_language_headings_and_pictures(language: str, counter: str, large: str) -> None:
    leaflet = made_up(language, counter=counter, large=bool(large), way=WAY, ground=read_ground())
    pdf = leaflet_to_pdf(leaflet)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.Lang == language
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert b"pdfuaid:part" in document.Root.Metadata.read_bytes()
        assert leaflet.title in str(document.docinfo.Title)
    tags = structure(pdf)
    number = Counter(tag.kind for tag in tags)
    assert (number["H1"], number["H2"], number["Figure"], number["Link"]) == (1, 1, 2, 1)
    assert leaflet.city_map is not None
    assert leaflet.code is not None
    described = [leaflet.city_map.alternative, leaflet.code.picture.alternative]
    assert [tag.alt for tag in tags if tag.kind == "Figure"] == described


@pytest.mark.parametrize("language", LANGUAGES)
def test_fonts_are_embedded(language: str) -> None:
    with pikepdf.open(io.BytesIO(leaflet_to_pdf(made_up(language, counter="de")))) as document:
        fonts = [font for page in document.pages for font in page.resources.Font.values()]
        descriptors = [font.DescendantFonts[0].FontDescriptor for font in fonts]
        assert descriptors
        assert all(any(key.startswith("/FontFile") for key in each.keys()) for each in descriptors)  # noqa: SIM118


@pytest.mark.parametrize("counter", ["", "de"])
@pytest.mark.parametrize("large", SIZES)
def test_arabic_is_read_in_its_order(counter: str, large: str) -> None:
    leaflet = made_up("ar", counter=counter, large=bool(large), way=WAY, ground=read_ground())
    said = [tag.said for tag in structure(leaflet_to_pdf(leaflet)) if tag.said]
    fields = with_printable(to_fields(leaflet), fonts=read_typefaces().covered)
    assert said == [text for text in to_reading_order(fields) if text]
    assert COURSE["summary_ar"] in said
    assert (f"1. {COURSE['name_ar']}" in said) == bool(counter)  # else the heading is the name on the door


@pytest.mark.parametrize(("language", "counter", "large"), KINDS)
def test_a_browser_copies_names_addresses_and_numbers(language: str, counter: str, large: str) -> None:
    said = words_of(leaflet_to_pdf(made_up(language, counter=counter, large=bool(large), way=WAY)))
    for words in ("Volkshochschule Göttingen", "Bahnhofsallee 7, 37081 Göttingen", "0551 49520", "112", "116 016"):
        assert words in said
    assert ("دورة مع رعاية" in said) == (language == "ar")
    if counter:
        assert "Deutschkurs am Abend" in said


@pytest.mark.parametrize(("language", "own_side"), [("ru", "left"), ("ar", "right")])
def test_each_language_has_its_side(language: str, own_side: str) -> None:
    pdf = leaflet_to_pdf(made_up(language, counter="de"))
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    at = text.get_text_range().index("Deutschkurs")
    left = text.get_charbox(at)[0]
    assert ("left" if left > page.get_width() / 2 else "right") == own_side


@pytest.mark.parametrize("counter", ["", "de"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hidden_address_is_not_in_the_file(language: str, counter: str) -> None:
    shelter = {"facility_id": "shelter", "name": "Frauenhaus", "address_visibility": "hidden"}
    rows = [pair(COURSE, SCHOOL), pair({"service_id": "refuge", **COUNSEL}, SECRET | shelter)]
    way = Way("Deisterstraße", START, (5.0, 49.0))
    pdf = leaflet_to_pdf(made_up(language, *rows, counter=counter, way=way))
    said = words_of(pdf) + " ".join(tag.said + tag.alt for tag in structure(pdf))
    assert "Frauenhaus" in said
    assert [trace for trace in (*TRACES, "49 ") if trace in said.replace("49520", "")] == []


@pytest.mark.parametrize("large", SIZES)
@pytest.mark.parametrize("link", [LINK, "https://orte.example/?m=" + ".".join(f"abc{n:02}" for n in range(60))])
def test_the_code_opens_the_list(link: str, large: str) -> None:
    """Read from the page as a printer of 150 dots an inch prints it."""
    leaflet = made_up("ar", counter="de", large=bool(large), link=link)
    document = pypdfium2.PdfDocument(leaflet_to_pdf(leaflet))
    page = document[len(document) - 1]
    (code,) = zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())
    assert code.text == link


@pytest.mark.parametrize("counter", ["", "de"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_large_print_has_no_smaller_letter(language: str, counter: str, shipped_city: CityData) -> None:
    """18 points; the question mark in the ring is no letter, the words beside it say the same."""
    leaflet = of_the_city(shipped_city, language, count=12, ground=read_ground(), counter=counter, large=True)
    small = set()
    for page in pypdfium2.PdfDocument(leaflet_to_pdf(leaflet)):
        text = page.get_textpage()
        for at in range(text.count_chars()):
            letter = chr(pdfium.FPDFText_GetUnicode(text.raw, at))
            if letter not in "?\r\n\u0002 \x00" and pdfium.FPDFText_GetFontSize(text.raw, at) < 17.9:
                small.add((letter, pdfium.FPDFText_GetFontSize(text.raw, at)))
    assert small == set()


@pytest.mark.parametrize(("language", "counter"), [("ar", "de"), ("de", "")])
def test_sixty_offers_on_a4(language: str, counter: str, shipped_city: CityData) -> None:
    leaflet = of_the_city(shipped_city, language, count=60, ground=read_ground(), counter=counter)
    pdf = leaflet_to_pdf(leaflet)
    assert Counter(tag.kind for tag in structure(pdf))["H2"] == 60
    for page in pypdfium2.PdfDocument(pdf):
        assert page.get_size() == pytest.approx((595.28, 841.89), abs=0.1)


def test_the_same_bytes_in_another_process_place_and_time() -> None:
    code = (
        "import hashlib;from geodata.adapters.typesetting import leaflet_to_pdf;"
        "from tests.exports.leaflet_sample import made_up, read_ground;"
        "print(*(hashlib.sha256(leaflet_to_pdf(made_up(x, counter='de', ground=read_ground()))).hexdigest()"
        " for x in ('de', 'ar')))"
    )
    elsewhere = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1", "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | elsewhere, capture_output=True, text=True, check=True
    )
    made = [leaflet_to_pdf(made_up(language, counter="de", ground=read_ground())) for language in ("de", "ar")]
    assert done.stdout.split() == [hashlib.sha256(file).hexdigest() for file in made]


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=[]), min_size=1), st.sampled_from(("de", "ar")), st.sampled_from(SIZES))
@example('#panic() *a* $x$ @b <c> `d` // \\ #read("/etc/hostname") -- ~ = h', "de", "")
@example("\u2067\u202e\u064e\u200d\ufe0f\U000e0001\ud800\x00", "ar", "large")
@example("\u064b", "ar", "")
@example("\x85", "de", "")
@example("\x85", "ar", "large")
@example("\u3000\u2028\u00a0\u200e\u2068\ufeff", "ar", "")
def test_any_text_is_words_and_nothing_else(text: str, language: str, large: str) -> None:
    """PDF/UA refuses a glyph that is missing: that there is a PDF shows that all are there."""
    leaflet = made_up(language, counter="de", large=bool(large))
    texts: dict[str, Any] = dict.fromkeys(("door", "address", "what", "summary", "opposite"), text)
    entry = dataclasses.replace(leaflet.entries[0], **texts, facts=(Fact(text), Fact(text, unknown=True)))
    words: dict[str, Any] = dict.fromkeys(("title", "subtitle", "hint"), f"x{text}")
    leaflet_to_pdf(dataclasses.replace(leaflet, **words, entries=(entry,), notes=(text,), start=text))
