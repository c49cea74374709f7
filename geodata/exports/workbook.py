"""Indicator rows as an XLSX file: the values on one sheet, what they mean on a second. Same rows, same bytes."""

import io
import math
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from geodata.exports.tables import plain_text

_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""A date that never changes: the time of the download is nobody's business, and same input gives same bytes."""

_NOT_IN_SHEET_NAMES: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]|^'|'$")
_LONGEST_SHEET_NAME: Final = 31  # both are rules of the format
_LONGEST_TEXT: Final = 32_767
_WIDEST: Final = 60  # characters of a column; longer texts wrap
_SHARES: Final = ("value", "lower", "upper")
_FORMATS: Final = {
    "head": {"bold": True, "text_wrap": True, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top"},
    "share": {"num_format": "0.0%", "valign": "top"},
}


def to_workbook(
    rows: pd.DataFrame,
    columns: Mapping[str, str],
    *,
    notes: Sequence[tuple[str, str]],
    sheets: tuple[str, str],
    right_to_left: bool = False,
) -> bytes:
    """The rows and their notes as XLSX; no cell is a formula or a link, whatever its text.

    Args:
        rows: texts, numbers (NaN = empty) and tuples of texts. Where `unit` is "share", shares are shown as percent.
        columns: column of `rows` → its head, in the order of the sheet.
        notes: head and text, a line each: definitions, dates, sources, licences, method and limits of the classes.
        sheets: names of the two sheets.
        right_to_left: whether the first column stands on the right.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE})
        formats = {name: book.add_format(look) for name, look in _FORMATS.items()}
        first, second = _sheets(book, sheets, right_to_left=right_to_left)
        _write_values(first, rows, columns=columns, formats=formats)
        _write_notes(second, notes, formats=formats)
    return buffer.getvalue()


def _sheets(book: xlsxwriter.Workbook, names: tuple[str, str], *, right_to_left: bool) -> list[Worksheet]:
    sheets = [book.add_worksheet(name) for name in _sheet_names(names)]
    for sheet in sheets if right_to_left else ():
        sheet.right_to_left()
    return sheets


def _write_values(
    sheet: Worksheet, rows: pd.DataFrame, *, columns: Mapping[str, str], formats: Mapping[str, Format]
) -> None:
    for column, head in enumerate(columns.values()):
        sheet.write_string(0, column, _text(head), formats["head"])
    for number, row in enumerate(rows.to_dict("records"), start=1):
        for column, name in enumerate(columns):
            share = name in _SHARES and row.get("unit") == "share"
            _write(sheet, (number, column), cell=row[name], kind=formats["share"] if share else None)
    sheet.freeze_panes(1, 0)
    for column, (name, head) in enumerate(columns.items()):
        longest = max([len(head), *(len(plain_text(cell)) for cell in rows[name])])
        sheet.set_column(column, column, min(longest + 2, _WIDEST))


def _write(sheet: Worksheet, place: tuple[int, int], *, cell: Any, kind: Format | None) -> None:
    if isinstance(cell, int | float):
        if math.isfinite(cell):
            sheet.write_number(*place, cell, kind)
    elif plain_text(cell):
        sheet.write_string(*place, _text(plain_text(cell)))


def _write_notes(sheet: Worksheet, notes: Sequence[tuple[str, str]], *, formats: Mapping[str, Format]) -> None:
    for number, (head, text) in enumerate(notes):
        sheet.write_string(number, 0, _text(head), formats["head"])
        sheet.write_string(number, 1, _text(text), formats["text"])
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 90)


def _text(text: str) -> str:
    return plain_text(text)[:_LONGEST_TEXT]


def _sheet_names(names: tuple[str, str]) -> tuple[str, str]:
    """Names that the format allows, two different ones."""
    first, second = (_NOT_IN_SHEET_NAMES.sub(" ", plain_text(name)).strip()[:_LONGEST_SHEET_NAME] for name in names)
    first = first or "1"
    if not second or second.casefold() == first.casefold():
        second = f"{second[: _LONGEST_SHEET_NAME - 2]} 2".strip()
    return first, second
