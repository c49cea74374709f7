"""A sheet of a table file as it was read: cells with their addresses, before anybody asks what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from geodata.districts.own_table.fault import TableFault

CellKind = Literal["text", "number", "formula", "error"]

MOST_ROWS: Final = 1_000
MOST_COLUMNS: Final = 50
"""A city has some dozen districts; work must not grow with what is uploaded."""

_SHOWN_CHARACTERS: Final = 60


def too_many_cells(sheet: str = "") -> TableFault:
    """The fault of a sheet that is larger than `MOST_ROWS` and `MOST_COLUMNS` allow."""
    return TableFault("too_many_cells", sheet, values={"rows": MOST_ROWS, "columns": MOST_COLUMNS})


@dataclass(frozen=True)
class Cell:
    """One filled cell; rows and columns count from 1. `text` is what is stored, a number with a decimal point."""

    row: int
    column: int
    text: str
    kind: CellKind = "text"


@dataclass(frozen=True)
class Sheet:
    """One sheet.

    Attributes:
        name: "" for a CSV file.
        cells: filled cells in order of rows, then columns; spaces around texts are gone.
        merged: address such as "A1:B2" and the rows (first, last) of every merged range.
        hidden_rows, hidden_columns: counted from 1.
        hidden: the whole sheet is.
    """

    name: str
    cells: tuple[Cell, ...]
    merged: tuple[tuple[str, tuple[int, int]], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False

    def rows(self) -> Iterator[tuple[int, dict[int, Cell]]]:
        """Row number and its cells by column, for each row that is not empty."""
        rows: dict[int, dict[int, Cell]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, {})[cell.column] = cell
        yield from rows.items()

    def fault(self, code: str, cell: Cell | None = None, *, row: int = 0, **values: str | int) -> TableFault:
        """A fault of this sheet, at a cell, at a row, or at the sheet as a whole."""
        if cell is None:
            return TableFault(code, self.name, row, values=values)
        return TableFault(code, self.name, cell.row, letters(cell.column), found=shown(cell.text), values=values)


def shown(text: str) -> str:
    """A text cut to what fits a line of a list."""
    return text if len(text) <= _SHOWN_CHARACTERS else f"{text[:_SHOWN_CHARACTERS]}…"


def letters(column: int) -> str:
    """The letters of a column as spreadsheets name it: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
