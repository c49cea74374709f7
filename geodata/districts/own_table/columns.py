"""The head of an office's own table: which column means what, in German or English words."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from geodata.districts.own_table.fault import TableFault
from geodata.districts.own_table.names import name_key
from geodata.districts.own_table.sheet import Cell, Sheet, shown

Meaning = Literal["key", "name", "numerator", "denominator", "value", "definition"]

WORDS: Final[Mapping[Meaning, tuple[str, ...]]] = {
    "key": ("key", "schlüssel", "district_key"),
    "name": ("name", "stadtbezirk", "district"),
    "numerator": ("numerator", "zähler", "menschen", "count"),
    "denominator": ("denominator", "nenner", "einwohner", "residents"),
    "value": ("value", "share", "anteil", "anteil_prozent"),
    "definition": ("definition",),
}
"""Meaning → the words a head may have, in any case; umlauts may be written out."""

EXAMPLE: Final = "schlüssel, stadtbezirk, menschen, einwohner"

_MEANINGS: Final[Mapping[str, Meaning]] = {
    name_key(word).replace("_", " "): meaning for meaning, words in WORDS.items() for word in words
}

Columns = Mapping[Meaning, int]
"""Meaning → number of its column, counted from 1."""


def meaning_of(text: str) -> Meaning | None:
    """What a column with this head holds; None where the word is not known."""
    return _MEANINGS.get(name_key(text).replace("_", " "))


def find_columns(head: Mapping[int, Cell]) -> Columns:
    """The column of each meaning that the head names, the first one where two mean the same."""
    columns: dict[Meaning, int] = {}
    for number, cell in head.items():
        meaning = meaning_of(cell.text)
        if meaning is not None:
            columns.setdefault(meaning, number)
    return columns


def head_faults(sheet: Sheet, row: int, *, head: Mapping[int, Cell]) -> Iterator[TableFault]:
    """What is wrong with the head in this row."""
    merged = [address for address, (first, last) in sheet.merged if first <= row <= last]
    yield from (sheet.fault("merged_header", row=row, range=address) for address in merged)
    columns = find_columns(head)
    if not columns.keys() & {"key", "name"} and len(columns) < 2:
        yield sheet.fault("no_header", head[min(head)], example=EXAMPLE)
        return
    for number, cell in head.items():
        meaning = meaning_of(cell.text)
        if meaning is not None and columns[meaning] != number:
            yield sheet.fault(
                "repeated_column", cell, first=shown(head[columns[meaning]].text), second=shown(cell.text)
            )
        if cell.kind == "formula":
            yield sheet.fault("formula", cell)
    yield from _missing(sheet, row, columns=columns)


def _missing(sheet: Sheet, row: int, *, columns: Columns) -> Iterator[TableFault]:
    if not columns.keys() & {"key", "name"}:
        yield sheet.fault("no_area_column", row=row, allowed=_listed("key", "name"))
    if "denominator" not in columns:
        yield sheet.fault("no_denominator_column", row=row, allowed=_listed("denominator"))
    if not columns.keys() & {"numerator", "value"}:
        yield sheet.fault("no_number_column", row=row, allowed=_listed("numerator", "value"))


def _listed(*meanings: Meaning) -> str:
    return ", ".join(word for meaning in meanings for word in WORDS[meaning])
