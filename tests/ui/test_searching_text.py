"""Words of the search: lines to call, times, and what was typed."""

import re

import pytest

from geodata.i18n import Translator
from ui import loaders
from ui.finder.searching_text import lead_html, time_words, typed


def test_every_line_of_the_table_of_words_has_a_meaning() -> None:
    phrases = loaders.search_index().phrases.of_kind("distress")
    lines = {line for phrase in phrases for line in phrase.means}
    assert {"110", "112", "116016"} <= lines
    html = lead_html(tuple(sorted(lines)), loaders.translator("en"))
    assert len(re.findall(r"<span>[A-Z][^<]{10,}</span>", html)) == len(lines)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("Th 17:00", "Thursday, from 17:00"),
        ("Sa,Su", "Saturday and Sunday"),
        ("08:00-12:00", "08:00 to 12:00"),
        ("17:00", "from 17:00"),
        ("no time", ""),
    ],
)
def test_times_in_words(translators: dict[str, Translator], code: str, said: str) -> None:
    assert time_words(code, translators["en"]) == said


def test_typed_words_are_no_markup(translators: dict[str, Translator]) -> None:
    assert typed("**a** :x: $b$", translators["de"]) == r"\*\*a\*\* \:x\: \$b\$"
    assert typed("دورة", translators["ar"]).strip("\u2068\u2069") == "دورة"
