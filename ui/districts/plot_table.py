"""The table that stands under or is every plot: finished words in, sorted in the browser, at most 200 rows.

Everything a plot shows is also in its table, with the same numbers.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any, Final, Literal

import streamlit as st

from geodata.i18n import Translator
from ui import static_files

MOST_ROWS: Final = 200
Mark = Literal["", "chosen", "compared"]
"""How an area stands in a comparison: not at all, ▲ or △."""


@dataclass(frozen=True)
class Column:
    """A head of the table and what is announced when a reader has sorted by it. Use `column` to make one."""

    title: str
    smallest_first: str
    largest_first: str
    number: bool


@dataclass(frozen=True)
class Cell:
    """What a cell says, and the number or word that it is sorted by; None stands last in both orders.

    `sign` draws a state in front of the words: a class of the style sheet, "" = none.
    """

    text: str
    order: float | str | None = None
    sign: str = ""


@dataclass(frozen=True)
class Row:
    """One area, or one area at one date.

    Attributes:
        key: the area's key, which links the row with the map; rows of one area may share it.
        name: of the area, as on street signs.
        cells: one a column after the name's.
        reason: why there is no value, instead of the cells ("" where there is one).
        fill: class of the area as on the map: a digit, `w` withheld, `-` no data, "" not shown.
        value, lower, upper: for the bar of a ranking; no value, no bar; a value without bounds has neither.
    """

    key: str
    name: str
    cells: tuple[Cell, ...]
    mark: Mark = ""
    reason: str = ""
    fill: str = ""
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    note: str = ""


@dataclass(frozen=True)
class Table:
    """A caption, heads (the first stands over the names) and rows.

    Attributes:
        note: a few words at the end of the caption's line, for example what a bar means.
        column, descending: what the rows are sorted by at first.
        foot: a last row that is never sorted, for example the whole city.
        more: a sentence under the table; `shortened` writes it.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    column: int = 0
    descending: bool = False
    foot: Row | None = None
    more: str = ""


def column(title: str, t: Translator, *, number: bool = True) -> Column:
    """A head with what is said after sorting by it."""
    if number:
        smallest = t("Sorted by {column}, smallest first", column=title)
        return Column(title, smallest, t("Sorted by {column}, largest first", column=title), number)
    first = t("Sorted by {column}, from A to Z", column=title)
    return Column(title, first, t("Sorted by {column}, from Z to A", column=title), number)


def shortened(table: Table, t: Translator) -> Table:
    """The first rows in their order, and those that are compared; a sentence says how many more there are."""
    rows = tuple(row for place, row in enumerate(table.rows) if place < MOST_ROWS or row.mark)
    if len(rows) == len(table.rows):
        return table
    return replace(table, rows=rows, more=left_out(len(table.rows) - len(rows), t))


def left_out(n: int, t: Translator) -> str:
    """A sentence about rows that are not in the table, "" where all are."""
    return t.plural("{n} more row is in the download.", "{n} more rows are in the download.", n) if n > 0 else ""


def component(name: str, folder: str = "districts") -> Callable[..., Any]:
    """A plot of a page: its own script, in the folder of the page, after the shared one."""
    script = "\n".join((static_files.text("districts/sortable.js"), static_files.text(f"{folder}/{name}.js")))
    mounted: Callable[..., Any] = st.components.v2.component(f"finder.{name}", js=script, isolate_styles=False)
    return mounted


def mount(
    component: Callable[..., Any], data: Any, *, t: Translator, key: str, on_choice: Callable[[str], None] | None
) -> None:
    """Show a plot; `on_choice` gets the key of the area that the reader chose or let go, before the run begins."""

    def chosen() -> None:
        area = st.session_state[key].area
        if area and on_choice:
            on_choice(area)

    shown = asdict(replace(data, table=shortened(data.table, t)))
    frame = {"key": key, "language": t.language, "direction": t.direction, "selectable": on_choice is not None}
    component(key=key, data=shown | frame, on_area_change=chosen)
