"""The real typesetter: tagged, embedded, in reading order, the same bytes everywhere; no text is ever markup."""

import contextlib
import dataclasses
import hashlib
import io
import os
import subprocess
import sys
from collections import Counter
from typing import Any, NamedTuple

import numpy as np
import pikepdf
import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from geodata.adapters.typesetting import read_typefaces, to_pdf, to_png
from geodata.errors import GeodataError
from geodata.exports.printable import to_printable
from geodata.exports.profile import KeyTable, Row, to_fields
from geodata.exports.reading_order import to_reading_order
from tests.exports.profile_sample import WORDS, sample_profile, sample_svg

LANGUAGES = ("de", "en", "ru", "ar")


class Tag(NamedTuple):
    """One element of the structure tree."""

    kind: str
    alt: str
    said: str


def structure(pdf: bytes) -> list[Tag]:
    """The structure tree in reading order."""
    found = []

    def walk(element: Any) -> None:
        children = element.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            if isinstance(child, pikepdf.Dictionary) and "/S" in child:
                found.append(Tag(str(child.S)[1:], str(child.get("/Alt", "")), str(child.get("/ActualText", ""))))
                walk(child)

    with pikepdf.open(io.BytesIO(pdf)) as document:
        walk(document.Root.StructTreeRoot)
    return found


def text_of(pdf: bytes) -> str:
    """As a browser's own viewer copies it, on one line."""
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tagged_with_language_and_title(language: str) -> None:
    pdf = to_pdf(sample_profile(language))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root
        assert root.MarkInfo.Marked
        assert root.Lang == language
        assert root.ViewerPreferences.DisplayDocTitle
        assert root.ViewerPreferences.Direction == ("/R2L" if language == "ar" else "/L2R")
        assert "Grone" in str(document.docinfo.Title)
        assert b"pdfuaid:part" in root.Metadata.read_bytes()
    tags = structure(pdf)
    number = Counter(tag.kind for tag in tags)
    assert (number["H1"], number["H2"], number["Table"], number["TH"], number["LBody"]) == (1, 3, 2, 3 + 4, 2)
    assert [tag.alt for tag in tags if tag.kind == "Figure"] == [WORDS[language][2]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_fonts_are_embedded(language: str) -> None:
    fonts = {}
    with pikepdf.open(io.BytesIO(to_pdf(sample_profile(language)))) as document:
        for page in document.pages:
            for font in page.resources.Font.values():
                descriptor = font.DescendantFonts[0].FontDescriptor
                fonts[str(font.BaseFont)] = any(key.startswith("/FontFile") for key in descriptor.keys())  # noqa: SIM118
    assert fonts
    assert all(fonts.values())
    assert any("Almarai" in name for name in fonts) == (language == "ar")


def test_arabic_is_read_in_its_order() -> None:
    profile = sample_profile("ar")
    said = [tag.said for tag in structure(to_pdf(profile)) if tag.said]
    assert said == [text for text in to_reading_order(to_fields(profile)) if text]
    assert "\u2068Ellershausen 3\u2069" in said


def test_a_browser_copies_whole_words() -> None:
    """Lines keep their order and words their letters, which an Arabic font drawn in parts does not give."""
    text = text_of(to_pdf(sample_profile("ar")))
    assert "حي في مدينة Göttingen في Grone لدى نحو 38 من كل 100" in text
    assert "خلفية مهاجرة، أي" in text
    assert "18.5%" in text
    german = text_of(to_pdf(sample_profile("de")))
    assert "In Grone haben etwa 38 von 100 Menschen einen Migrationshintergrund." in german


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_or_two_pages_of_a4(language: str) -> None:
    for tables in (1, 2):
        document = pypdfium2.PdfDocument(to_pdf(sample_profile(language, tables=tables)))
        assert 1 <= len(document) <= 2
        assert document[0].get_size() == pytest.approx((595.28, 841.89), abs=0.1)


def test_more_than_two_pages_are_refused() -> None:
    with pytest.raises(GeodataError, match="two pages"):
        to_pdf(sample_profile("de", tables=9))


def test_the_page_is_mirrored_and_names_are_not() -> None:
    """The title stands right, and the name's letters follow one another from left to right."""
    boxes = {}
    for language in ("de", "ar"):
        page = pypdfium2.PdfDocument(to_pdf(sample_profile(language)))[0]
        text = page.get_textpage()
        at = text.get_text_range().index("Grone")
        boxes[language] = [text.get_charbox(at + n)[0] for n in range(5)]
    assert boxes["de"] == sorted(boxes["de"])
    assert boxes["ar"] == sorted(boxes["ar"])
    assert boxes["de"][0] < 100
    assert boxes["ar"][0] > 400


def test_the_same_bytes_in_another_process_place_and_time() -> None:
    code = (
        "import hashlib;from geodata.adapters.typesetting import to_pdf, to_png;"
        "from tests.exports.profile_sample import sample_profile, sample_svg;"
        "print(*(hashlib.sha256(to_pdf(sample_profile(x))).hexdigest() for x in ('de', 'ar')),"
        " hashlib.sha256(to_png(sample_svg('ar'), language='ar')).hexdigest())"
    )
    elsewhere = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1", "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | elsewhere, capture_output=True, text=True, check=True
    )
    made = [to_pdf(sample_profile(language)) for language in ("de", "ar")] + [to_png(sample_svg("ar"), language="ar")]
    assert done.stdout.split() == [hashlib.sha256(file).hexdigest() for file in made]


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=[]), min_size=1), st.sampled_from(("ltr", "rtl")))
@example('#panic() *a* $x$ @b <c> `d` // \\ #read("/etc/hostname") -- ~ = h', "ltr")
@example("\u2067\u202e\u064e\u200d\ufe0f\U000e0001\ud800\x00", "rtl")
@example("\N{GRINNING FACE}" * 3, "rtl")
def test_any_text_is_words_and_nothing_else(text: str, direction: Any) -> None:
    """PDF/UA refuses a glyph that is missing: that there is a PDF shows that all are there."""
    profile = dataclasses.replace(
        sample_profile("de", tables=0),
        **dict.fromkeys(("title", "headline", "headline_basis", "sources_title"), f"x{text}"),
        **dict.fromkeys(("subtitle", "caution"), text),
        sources=(text,),
        footer=(text, ""),
        tables=(KeyTable(f"x{text}", (text, ""), (Row((text, text), basis=text or "x"),), basis="x", bar_head=text),),
        direction=direction,
    )
    pdf = to_pdf(profile)
    shown = to_printable(f"x{text}", fonts=read_typefaces().covered)
    if direction == "rtl":
        assert next(tag.said for tag in structure(pdf) if tag.kind == "H1") == shown
    elif shown.isascii():
        assert " ".join(shown.split()).replace(" ", "") in text_of(pdf).replace(" ", "")


def test_the_picture_has_its_size_and_its_words() -> None:
    """Each title stands on the side where its language begins; the halo is white around the name."""
    pixels = {
        language: np.asarray(Image.open(io.BytesIO(to_png(sample_svg(language), language=language, scale=2))))
        for language in ("de", "ar")
    }
    assert pixels["de"].shape[:2] == (400, 640)
    left, right = (slice(0, 60), slice(0, 320)), (slice(0, 60), slice(320, 640))
    dark = {
        (language, side): int((image[part][..., :3].max(axis=-1) < 100).sum())
        for language, image in pixels.items()
        for side, part in (("left", left), ("right", right))
    }
    assert dark["de", "left"] > 200 > dark["de", "right"] == 0
    assert dark["ar", "right"] > 200 > dark["ar", "left"] == 0
    name = pixels["de"][190:225, 270:370]
    assert (name[..., :3] == 255).all(axis=-1).sum() > 100


@settings(max_examples=30)
@given(st.binary(max_size=60) | st.text(st.sampled_from("<svg/>&;xtg\"'= ")).map(str.encode))
@example(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M"/><image href="/etc/hostname"/></svg>')
def test_a_broken_picture_is_drawn_or_refused(svg: bytes) -> None:
    with contextlib.suppress(GeodataError):
        assert to_png(svg, language="de").startswith(b"\x89PNG")
