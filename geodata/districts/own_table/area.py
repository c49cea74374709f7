"""Which district a row of an office's own table speaks of, and which rows are no district at all."""

from collections.abc import Mapping, Sequence
from typing import Final

from geodata.districts.own_table.columns import Meaning, meaning_of
from geodata.districts.own_table.fault import TableFault
from geodata.districts.own_table.names import DistrictNames, name_key
from geodata.districts.own_table.sheet import Cell, Sheet

_WORDS_OF_A_TOTAL: Final = frozenset(
    "gesamt gesamtstadt gesamtsumme gesamtergebnis insgesamt summe zusammen total sum all city".split()
)
_KEYS_OF_A_TOTAL: Final = ("0", "00", "000")
_FEWEST_LETTERS: Final = 3
"""Shorter texts among numbers are signs such as "x" or "k. A." and no heads."""


def is_head(cells: Mapping[Meaning, Cell], *, first: bool) -> bool:
    """Whether a row below the head is one more row of heads; one without known words can only be the `first`."""
    if any(meaning_of(cell.text) is not None for meaning, cell in cells.items() if meaning != "definition"):
        return True
    numbers = [cells[meaning] for meaning in ("numerator", "denominator", "value") if meaning in cells]
    return first and bool(numbers) and all(_is_word(cell) for cell in numbers)


def _is_word(cell: Cell) -> bool:
    letters = sum(c.isalpha() for c in cell.text)
    return cell.kind == "text" and letters >= _FEWEST_LETTERS and not any(c.isdigit() for c in cell.text)


def is_total(area: Sequence[Cell]) -> bool:
    """Whether key or name say that the row holds the whole city or a sum."""
    return any(
        cell.text in _KEYS_OF_A_TOTAL or not _WORDS_OF_A_TOTAL.isdisjoint(name_key(cell.text).strip(":").split())
        for cell in area
        if cell.kind != "formula"
    )


def area_of(cells: Mapping[Meaning, Cell], names: DistrictNames, *, sheet: Sheet) -> str | TableFault:
    """The key of the district that a row names by key, by name, or by both, or what is wrong with them."""
    for cell in (cells[meaning] for meaning in ("key", "name") if meaning in cells):
        if cell.kind in ("formula", "error"):
            return sheet.fault("formula" if cell.kind == "formula" else "error_cell", cell)
    by_key = names.key_of(cells["key"].text) if "key" in cells else None
    by_name = names.key_of_name(cells["name"].text) if "name" in cells else None
    if "key" in cells and by_key is None:
        return sheet.fault("unknown_key", cells["key"], allowed=", ".join(names.names))
    if "name" in cells and by_name is None:
        return sheet.fault("unknown_name", cells["name"], allowed=", ".join(names.names.values()))
    if by_key is not None and by_name is not None and by_key != by_name:
        return sheet.fault("key_and_name", cells["name"], key=by_key, expected=names.names[by_key])
    return by_key or by_name or ""
