"""Whatever text comes, it is broken into lines that fit, in characters of XML, and turns nothing around it."""

import xml.etree.ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.exports.figure_text import Style, width_of, wrapped


@settings(max_examples=100)
@given(text=st.text(st.characters(exclude_categories=[])), width=st.floats(20, 600))
def test_any_text_is_broken_into_lines(text: str, width: float) -> None:
    style = Style()
    lines = wrapped(text, width, style=style, most=1000)
    ET.fromstring(f"<t>{''.join(lines).replace('&', '').replace('<', '')}</t>")  # noqa: S314 - our own
    assert all(width_of(line, style) <= max(width, style.size * 1.1) for line in lines)
    for line in lines:
        assert sum(character in "\u2066\u2067\u2068" for character in line) <= line.count("\u2069")


def test_an_isolate_goes_on_in_the_next_line() -> None:
    lines = wrapped("\u2068Groß Ellershausen\u2069 12", 90, style=Style())
    assert lines == ("\u2068Groß\u2069", "\u2068Ellershausen\u2069", "12")


def test_a_number_keeps_its_unit() -> None:
    assert wrapped("rund 22,0\u202f%", 60, style=Style()) == ("rund", "22,0\u202f%")


def test_what_is_too_long_ends_with_dots() -> None:
    assert wrapped("eins zwei drei vier", 35, style=Style(), most=2) == ("eins", "zwei…")
