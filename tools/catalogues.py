"""Extracts the messages of the sources and merges them into every catalogue.

Run as `python -m tools.catalogues`. New messages come in untranslated, gone ones leave;
nothing stays fuzzy or obsolete.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

LOCALE = Path("geodata/locale")
LANGUAGES = ("de", "ru", "ar")  # English is the source text

# How messages are named in the sources: `t` and `_t` are a Translator,
# `self` and `plural` are its own (geodata/i18n.py).
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "self": None,
    "t": None,
    "_t": None,
    "plural": (1, 2),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}


def sources() -> list[Path]:
    """Every source file that may name a message."""
    return [
        *sorted(path for folder in ("geodata", "pages", "ui") for path in Path(folder).rglob("*.py")),
        Path("app.py"),
    ]


def template() -> Catalog:
    """All messages of the sources, untranslated."""
    catalogue = Catalog(project="goettingen-place-finder", charset="utf-8")
    for path in sources():
        for line, message, comments, context in extract_from_file("python", path, KEYWORDS, ["Translators:"]):
            catalogue.add(message, locations=[(path.as_posix(), line)], auto_comments=comments, context=context)
    return catalogue


def catalogue_path(language: str) -> Path:
    """Where the catalogue of a language lies."""
    return LOCALE / language / "LC_MESSAGES" / "messages.po"


def words(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """The forms of a message id or translation: one, or one for each plural form."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def read_catalogue(language: str) -> Catalog:
    """The catalogue of a language; an empty one where there is none yet."""
    path = catalogue_path(language)
    if not path.is_file():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def updated(language: str, *, messages: Catalog) -> bytes:
    """The text of a catalogue after the messages of the sources were merged in; no line numbers, they are noise."""
    catalogue = read_catalogue(language)
    made = catalogue.creation_date
    catalogue.update(messages, no_fuzzy_matching=True)
    catalogue.creation_date = made  # a new date on every run would be noise, too
    catalogue.obsolete.clear()
    text = BytesIO()
    write_po(text, catalogue, width=110, omit_header=False, include_lineno=False, sort_output=True)
    return text.getvalue()


def update_all() -> Iterator[str]:
    """Rewrite every catalogue; what was done, a line each."""
    messages = template()
    for language in LANGUAGES:
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(updated(language, messages=messages))
        open_ones = sum(not all(words(message.string)) for message in read_catalogue(language) if message.id)
        yield f"{path}: {len(messages)} messages, {open_ones} to translate"


if __name__ == "__main__":
    for line in update_all():
        print(line)
