"""Opening an office's own table: the bytes of a CSV or XLSX file become sheets of cells. Nothing of it is ever run."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from geodata.adapters.xlsx_sheets import read_xlsx
from geodata.districts.own_table.columns import meaning_of
from geodata.districts.own_table.fault import TableFault
from geodata.districts.own_table.sheet import MOST_COLUMNS, MOST_ROWS, Cell, Sheet, too_many_cells
from geodata.errors import DataError

MOST_BYTES: Final = 2_000_000
"""Larger files are refused before anything is opened; a table of all districts has about 10 kB."""

_MB: Final = 1_000_000
_DELIMITERS: Final = (";", ",", "\t")
_ZIP: Final = b"PK\x03\x04"
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"  # OLE2: .xls, and .xlsx with a password
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_OTHER_FILES: Final = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK",
    b"{\\rtf",
    b"<!DOCTYPE",
    b"<html",
    b"<?xml",
)


def read_sheets(content: bytes) -> tuple[Sheet, ...]:
    """The sheets of a table file: what it is, its bytes say, whatever its name.

    Args:
        content: XLSX, or CSV in UTF-8 (with or without byte order mark) with semicolon, comma or tab between cells.

    Raises:
        DataError: with one or more `TableFault`; the file cannot be read.
    """
    code = _kind_of_fault(content)
    if code:
        raise DataError([TableFault(code, values={"limit": MOST_BYTES // _MB})])
    return read_xlsx(content) if content.startswith(_ZIP) else (_read_csv(content),)


def _kind_of_fault(content: bytes) -> str:
    if not content.strip():
        return "empty_file"
    if len(content) > MOST_BYTES:
        return "too_large"
    if content.startswith(_OLD_EXCEL):
        return "old_excel"
    if content.startswith(_UTF_16):
        return "wrong_encoding"
    other = not content.startswith(_ZIP) and (b"\0" in content or content.lstrip().startswith(_OTHER_FILES))
    return "not_a_table" if other else ""


def _read_csv(content: bytes) -> Sheet:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        raise DataError([TableFault("wrong_encoding", row=row)]) from error
    delimiter = max(_DELIMITERS, key=lambda mark: _known_heads(text, mark))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    sheet = Sheet("", tuple(_cells(reader)))
    if not sheet.cells:
        raise DataError([TableFault("empty_file")])
    return sheet


def _known_heads(text: str, delimiter: str) -> tuple[int, int]:
    """How many heads are known words if the first filled line is cut at this mark, and how many there are."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    words = head.split(delimiter, MOST_COLUMNS)[:MOST_COLUMNS]
    return sum(meaning_of(word.strip(' "')) is not None for word in words), len(words)


def _cells(reader: "Iterator[list[str]]") -> Iterator[Cell]:
    """Filled cells; a row counts as a spreadsheet counts it. A text that begins with "=" would be run there: a formula.

    Raises:
        DataError: quotation marks do not pair, a row is longer than the head, or there are too many cells.
    """
    width, row, faults = 0, 0, []
    try:
        for row, cells in enumerate(reader, start=1):
            filled = [(column, cell.strip()) for column, cell in enumerate(cells, start=1) if cell.strip()]
            width = width or len(cells) * bool(filled)
            if filled and (row > MOST_ROWS or filled[-1][0] > MOST_COLUMNS):
                raise DataError([too_many_cells()])
            faults += [TableFault("more_cells", row=row) for column, _ in filled[-1:] if column > width]
            yield from (Cell(row, column, cell, "formula" if cell[0] == "=" else "text") for column, cell in filled)
    except csv.Error as error:
        raise DataError([*faults, TableFault("broken_quotes", row=row + 1)]) from error
    if faults:
        raise DataError(faults)
