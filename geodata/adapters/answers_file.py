"""Opening a call sheet that came back: its bytes become answers. Nothing of it is ever run, and nothing is changed."""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from geodata.coverage.worklist.answer_fault import AnswerFault, cut
from geodata.coverage.worklist.answers import COLUMNS, NEEDED, Answers, Line, read_answers
from geodata.errors import DataError
from geodata.i18n import Translator
from geodata.schema import City
from geodata.schema.languages import language_codes

MOST_BYTES: Final = 2_000_000
"""A call sheet of all offers of a city has a tenth of it."""
_MOST_ROWS: Final = 10_000
_DELIMITERS: Final = (";", ",", "\t")
_OTHER_FILES: Final = (b"PK", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf", b"<")


def read_answers_file(content: bytes, *, places: Mapping[str, str], city: City, today: date) -> Answers:
    """Read a filled call sheet; nothing is changed.

    Args:
        content: CSV in UTF-8, with or without byte order mark, with semicolon, comma or tab between cells.
        places: id of the facility of every offer, by the offer's id.
        city: names of languages are understood in its languages.
        today: no answer can be from a later day.

    Raises:
        DataError: with every `AnswerFault`; nothing else, whatever it holds.
    """
    lines = [*_lines(_text(content))]
    return read_answers(lines, places=places, languages=_language_names(city.languages), today=today)


def _text(content: bytes) -> str:
    if not content.removeprefix(codecs.BOM_UTF8).strip():
        raise DataError([AnswerFault("empty_file")])
    if len(content) > MOST_BYTES:
        raise DataError([AnswerFault("too_large", allowed=(str(MOST_BYTES),))])
    if content.lstrip().startswith(_OTHER_FILES):
        raise DataError([AnswerFault("not_a_table")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        raise DataError([AnswerFault("wrong_encoding", row)]) from error
    if "\0" in text:
        raise DataError([AnswerFault("not_a_table")])
    return text


def _lines(text: str) -> Iterator[Line]:
    """Rows below the head, as they stand."""
    head = text.splitlines()[0]
    delimiter = max(_DELIMITERS, key=lambda mark: len({*_names(head.split(mark))} & {*COLUMNS}))
    reader, row = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 0
    names: list[str] = []
    try:
        for row, cells in enumerate(reader, 1):
            if row == 1:
                names = _names(cells)
                _refuse_head(names)
            elif row > _MOST_ROWS:
                raise DataError([AnswerFault("too_many_rows", row, allowed=(str(_MOST_ROWS),))])
            elif any(cell.strip() for cell in cells[len(names) :]):
                raise DataError([AnswerFault("more_cells", row)])
            else:
                yield row, dict(zip(names, cells, strict=False))
    except csv.Error as error:
        raise DataError([AnswerFault("broken_quotes", row + 1)]) from error


def _names(cells: Sequence[str]) -> list[str]:
    return [cell.strip(' "').lower() for cell in cells]


def _refuse_head(names: list[str]) -> None:
    missing = [AnswerFault("missing_column", 1, name, allowed=NEEDED) for name in NEEDED if name not in names]
    repeated = [AnswerFault("repeated_column", 1, cut(name)) for name in COLUMNS if names.count(name) > 1]
    if missing or repeated:
        raise DataError([*missing, *repeated])


def _language_names(languages: Sequence[str]) -> dict[str, str]:
    """Codes by names and codes, in small letters; a name that several languages have is the first one's."""
    named: dict[str, str] = {}
    for translator in map(Translator, languages):
        for code in sorted(language_codes()):
            named.setdefault(translator.language_name(code).lower(), code)
    return named | {code: code for code in language_codes()}
