"""Message catalogues: reads the `.po` files as they are, so that there is no compiled copy to forget."""

import io
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from geodata.errors import MissingFileError
from geodata.i18n import SOURCE_LANGUAGE, Translator

LOCALE_DIRECTORY: Final = Path(__file__).resolve().parent.parent / "locale"


def read_translator(language: str, *, directory: Path = LOCALE_DIRECTORY) -> Translator:
    """Open the catalogue of one language; raises MissingFileError where there is none."""
    return Translator(language, read_catalogue(language, directory=directory))


def read_catalogue(language: str, *, directory: Path = LOCALE_DIRECTORY) -> NullTranslations:
    """Read `<language>/LC_MESSAGES/messages.po`; the source language has no file."""
    if language == SOURCE_LANGUAGE:
        return NullTranslations()
    path = directory / language / "LC_MESSAGES" / "messages.po"
    if not path.is_file():
        raise MissingFileError(f"There is no message catalogue for {language!r}: {path} is missing.")
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)
