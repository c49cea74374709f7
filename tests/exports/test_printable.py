"""Whatever text comes, only characters of the fonts go out, on one line, with isolates that end."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from geodata.exports.printable import REPLACEMENT, to_printable, with_printable

LATIN = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x17F)])) - {"\xad"} | {REPLACEMENT, "\u0301"}
ARABIC = frozenset(map(chr, range(0x620, 0x660)))
FORMATS = frozenset("\u200e\u2066\u2067\u2068\u2069")
ANY_TEXT = st.text(st.characters(exclude_categories=[]))  # lone surrogates too


@given(ANY_TEXT)
@example("a\u064e\u0301")
@example("\u2069\u2068x\u202e")
def test_only_characters_of_the_fonts(text: str) -> None:
    shown = to_printable(text, fonts=(LATIN, ARABIC))
    assert set(shown) <= LATIN | ARABIC | FORMATS | {"\u202f"}
    assert "\n" not in shown
    assert bool(shown) == bool(text.strip())
    depth = 0
    for character in shown:
        depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
        assert depth >= 0
    assert depth == 0


@given(ANY_TEXT)
def test_a_second_time_changes_nothing(text: str) -> None:
    once = to_printable(text, fonts=(LATIN, ARABIC))
    assert to_printable(once, fonts=(LATIN, ARABIC)) == once


@given(st.text(st.sampled_from(sorted(LATIN - {"\u0301"}))))
def test_what_the_fonts_have_stays(text: str) -> None:
    assert to_printable(text, fonts=(LATIN,)) == unicodedata.normalize("NFC", text).strip(" \xa0")


def test_nothing_disappears_in_silence() -> None:
    assert to_printable("Grone \N{GRINNING FACE}", fonts=(LATIN,)) == f"Grone {REPLACEMENT}"
    assert to_printable("\x00", fonts=(LATIN,)) == REPLACEMENT
    assert to_printable("\u200e\u2068\u2069", fonts=(LATIN,)) == REPLACEMENT


def test_a_mark_stays_with_a_letter_of_its_font() -> None:
    assert to_printable("مجنَّس", fonts=(LATIN, ARABIC)) == unicodedata.normalize("NFC", "مجنَّس")
    assert to_printable("a\u064e", fonts=(LATIN, ARABIC)) == "a"


def test_texts_at_any_depth() -> None:
    fields = {"rows": [{"cells": ("a\nb",), "bar": {"value": 0.5}}], "picture": None}
    assert with_printable(fields, fonts=(LATIN,)) == {
        "rows": [{"cells": ["a b"], "bar": {"value": 0.5}}],
        "picture": None,
    }
