"""Catalogues: read as they are, with the plural forms of each language; a missing one is said in one sentence."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from geodata.adapters.catalogues import LOCALE_DIRECTORY, read_translator
from geodata.errors import MissingFileError
from geodata.i18n import Translator

PLURALS = {
    "de": ("nplurals=2; plural=(n != 1);", ("Angebot", "Angebote")),
    "ru": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
        ("предложение", "предложения", "предложений"),
    ),
    "ar": (
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
        ("لا عروض", "عرض واحد", "عرضان", "عروض", "عرضًا", "عرض"),
    ),
}
NUMBERS = (0, 1, 2, 3, 5, 10, 11, 12, 21, 22, 100, 101, 103, 111, 1000)
# number → which of the forms above; the rules of CLDR
FORMS = {
    "de": (1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
    "ru": (2, 0, 1, 1, 2, 2, 2, 2, 0, 1, 2, 0, 1, 2, 2),
    "ar": (0, 1, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 3, 4, 5),
}


def write_catalogue(folder: Path, language: str, body: str, *, plural: str = "nplurals=2; plural=(n != 1);") -> None:
    file = folder / language / "LC_MESSAGES" / "messages.po"
    file.parent.mkdir(parents=True)
    head = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {plural}\\n"\n\n'
    file.write_text(head + body, "utf-8")


@pytest.mark.parametrize("language", PLURALS)
def test_plural_forms(tmp_path: Path, language: str) -> None:
    rule, forms = PLURALS[language]
    body = 'msgid "{n} offer"\nmsgid_plural "{n} offers"\n'
    body += "".join(f'msgstr[{i}] "{{n}} {form}"\n' for i, form in enumerate(forms))
    write_catalogue(tmp_path, language, body, plural=rule)
    t = read_translator(language, directory=tmp_path)
    said = [t.plural("{n} offer", "{n} offers", n) for n in NUMBERS]
    assert said == [f"{t.number(n)} {forms[form]}" for n, form in zip(NUMBERS, FORMS[language], strict=True)]


def counted(language: str) -> list[Message]:
    with (LOCALE_DIRECTORY / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id and message.pluralizable]


@pytest.mark.parametrize("language", PLURALS)
def test_shipped_catalogues_have_every_plural_form(language: str) -> None:
    assert counted(language)
    for message in counted(language):
        assert len(message.string) == len(PLURALS[language][1]), message.id
        assert all(message.string), message.id


@pytest.mark.parametrize("language", PLURALS)
def test_shipped_catalogues_count_as_their_language_does(translators: dict[str, Translator], language: str) -> None:
    """Forms stand in the order of CLDR; another order in a catalogue's head would say "11" as if it were "100"."""
    t = translators[language]
    for message in counted(language):
        others = dict.fromkeys(re.findall(r"\{(\w+)\}", message.id[1]), "…")
        others.pop("n", None)
        for n, form in zip(NUMBERS, FORMS[language], strict=True):
            assert t.plural(*message.id, n, **others) == message.string[form].format(n=t.number(n), **others)


def test_the_source_language_needs_no_catalogue(tmp_path: Path) -> None:
    t = read_translator("en", directory=tmp_path)
    assert t("Find") == "Find"
    assert [t.plural("{n} offer", "{n} offers", n) for n in (0, 1, 1000)] == ["0 offers", "1 offer", "1,000 offers"]


def test_a_missing_catalogue_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        MissingFileError, match=r"no message catalogue for 'uk': .*uk.LC_MESSAGES.messages\.po is missing"
    ):
        read_translator("uk", directory=tmp_path)


def test_untranslated_and_doubtful_messages_fall_back_to_the_source(tmp_path: Path) -> None:
    body = 'msgid "List"\nmsgstr ""\n\n#, fuzzy\nmsgid "Map"\nmsgstr "Mappe"\n\nmsgid "Close"\nmsgstr "Schließen"\n'
    write_catalogue(tmp_path, "de", body)
    t = read_translator("de", directory=tmp_path)
    assert [t(message) for message in ("List", "Map", "Close", "Never heard")] == [
        "List",
        "Map",
        "Schließen",
        "Never heard",
    ]


def test_values_are_filled_in_but_never_read_as_messages(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "de", 'msgid "Names {language}"\nmsgstr "Nennt {language}"\n')
    t = read_translator("de", directory=tmp_path)
    assert t("Names {language}", language="{0} {evil}") == "Nennt {0} {evil}"
