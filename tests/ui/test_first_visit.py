"""The hint of the first visit: three short sentences in the reader's language, and nothing of it in the address."""

import re
from collections.abc import Callable

import pytest

from tests.conftest import LANGUAGES
from tests.ui.conftest import Shown

Visit = Callable[..., Shown]

MOST_WORDS = 15
"""In one sentence, as the visual design's voice has it."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_short_sentences_name_the_city(visit: Visit, language: str) -> None:
    hint = visit(lang=language).component("first_visit")
    sentences = hint["sentences"]
    assert len(sentences) == 3
    assert all(len(sentence.split()) <= MOST_WORDS for sentence in sentences)
    assert "Göttingen" in sentences[0]
    assert (hint["language"], hint["direction"]) == (language, "rtl" if language == "ar" else "ltr")


def test_every_button_has_its_word(visit: Visit) -> None:
    names = visit(lang="en").component("first_visit")["names"]
    assert names == {"hint": "New here?", "close": "Got it", "read": "Read aloud", "stop": "Stop reading"}


def test_the_address_does_not_tell_a_first_visit_from_others(visit: Visit) -> None:
    assert visit(lang="de").params == {"lang": "de"}


def test_only_the_finder_has_the_hint(visit: Visit) -> None:
    assert visit("about", lang="de").component("first_visit") == {}


def test_no_letter_has_a_fixed_size(visit: Visit) -> None:
    (sheet,) = (element.proto.body for element in visit().at.get("html") if "<style>" in element.proto.body)
    assert re.findall(r"font-size: [\d.]+px", sheet) == []
    assert "font-size: 1rem" in sheet
