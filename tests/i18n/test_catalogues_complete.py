"""Catalogues are complete: nothing is left in English, every count shows its digits, German says Sie."""

import re
from collections.abc import Iterator

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from geodata.adapters.catalogues import LOCALE_DIRECTORY
from geodata.i18n import Translator
from tools.catalogues import LANGUAGES, template, words

NUMBERS = (0, 1, 2, 3, 5, 11, 21, 100, 536)
FAMILIAR = re.compile(r"\b(du|dich|dir|dein\w*|euch|euer\w*|eure\w*)\b", re.IGNORECASE)
OTHER_QUOTES = {"de": '"”«»', "ru": '"„“”', "ar": '"„“”'}
COUNTED = [words(message.id) for message in template() if message.pluralizable]


def shipped(language: str) -> Catalog:
    with (LOCALE_DIRECTORY / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def said(language: str) -> Iterator[str]:
    """Every translated form of the shipped catalogue."""
    for message in shipped(language):
        if message.id:
            yield from words(message.string)


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
@pytest.mark.parametrize("n", NUMBERS)
@pytest.mark.parametrize("forms", COUNTED, ids=[forms[0] for forms in COUNTED])
def test_counts_show_their_digits(
    translators: dict[str, Translator], forms: tuple[str, str], n: int, language: str
) -> None:
    others = {name: "" for name in re.findall(r"\{(\w+)\}", forms[0]) if name != "n"}
    assert re.findall(r"\d+", translators[language].plural(*forms, n, **others)) == [str(n)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_untranslated(language: str) -> None:
    catalogue = shipped(language)
    found = {words(message.id): catalogue.get(message.id, message.context) for message in template() if message.id}
    assert [text for text, own in found.items() if own is None or own.fuzzy or not all(words(own.string))] == []


@pytest.mark.parametrize("language", ["ru", "ar"])
def test_other_scripts_are_written_in_their_own(language: str) -> None:
    letters = {"ru": "[а-яё]", "ar": "[ء-ي]"}[language]
    bare = [re.sub(r"\{\w+\}", "", text) for text in said(language)]
    foreign = [text for text in bare if re.search(r"[^\W\d_]", text) and not re.search(letters, text, re.IGNORECASE)]
    assert foreign == []


def test_german_is_formal() -> None:
    assert [text for text in said("de") if FAMILIAR.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    assert [text for text in said(language) if set(OTHER_QUOTES[language]) & set(text)] == []
