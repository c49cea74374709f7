"""Opening XLSX files (ECMA-376, SpreadsheetML): stored cells, and what a reader of the sheet would not see.

Written here because a table from outside needs less and more than a library for spreadsheets gives: no styles, charts
or dates, but ranges are never unrolled (one merged range of a whole sheet has 17 thousand million cells), entities are
never expanded, and formulas, hidden and merged cells are told apart from what was typed.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from posixpath import normpath
from typing import Final
from xml.etree import ElementTree as ET

from geodata.districts.own_table.fault import TableFault
from geodata.districts.own_table.sheet import MOST_COLUMNS, MOST_ROWS, Cell, CellKind, Sheet, letters, too_many_cells
from geodata.errors import DataError

MOST_BYTES_UNPACKED: Final = 5_000_000
"""Of all parts together, as the directory of the archive says, which is also as far as each is read."""

_MOST_PARTS: Final = 1_000
_MB: Final = 1_000_000
_WORKBOOK: Final = "xl/workbook.xml"
_LINKS: Final = "xl/_rels/workbook.xml.rels"
_STRINGS: Final = "xl/sharedStrings.xml"
_TYPES: Final = "[Content_Types].xml"
_RELATION: Final = re.compile(r"\{[^}]*relationships\}id")  # transitional and strict files name it differently
_ADDRESS: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_KINDS: Final[dict[str, CellKind]] = {"n": "number", "e": "error"}
_DAMAGES: Final = (
    zipfile.BadZipFile,
    zlib.error,
    ET.ParseError,
    LookupError,
    ValueError,
    StopIteration,
    OSError,
    EOFError,
    RuntimeError,
)  # RuntimeError: encrypted, or packed in an unknown way
_MOST_RANGES: Final = 50
"""So many merged or computed ranges are looked at: the first ones say what is wrong."""
_UNROLLED: Final = ("array", "dataTable")  # formulas whose other cells hold results only

Range = tuple[int, int, int, int]
"""First and last row, first and last column, counted from 1."""


class _NoDoctype(ET.TreeBuilder):
    """Stops at a document type, before any entity in it is read: spreadsheets have none."""

    def doctype(self, *_: str | None) -> None:
        raise DataError([TableFault("unsafe_xml")])


def read_xlsx(content: bytes) -> tuple[Sheet, ...]:
    """Every worksheet with its stored cells, in the workbook's order; see `Sheet`.

    Raises:
        DataError: with a `TableFault`: it holds macros, unpacks to too much, is damaged, or is another kind of archive.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse(archive)
            return tuple(_sheets(archive))
    except DataError:
        raise
    except _DAMAGES as error:
        raise DataError([TableFault("damaged")]) from error


def _refuse(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES_UNPACKED:
        raise DataError([TableFault("unpacks_too_large", values={"limit": MOST_BYTES_UNPACKED // _MB})])
    if _WORKBOOK not in names or _TYPES not in names:
        raise DataError([TableFault("not_a_table")])
    macros = any(name.lower().endswith("vbaproject.bin") for name in names)
    if macros or b"macroenabled" in archive.read(_TYPES).lower():
        raise DataError([TableFault("macros")])


def _tree(archive: zipfile.ZipFile, part: str) -> ET.Element:
    parser = ET.XMLParser(target=_NoDoctype())  # noqa: S314 - nothing is expanded: a document type ends the reading
    parser.feed(archive.read(part))
    root: ET.Element = parser.close()
    return root


def _sheets(archive: zipfile.ZipFile) -> Iterator[Sheet]:
    strings = [_text(item) for item in _tree(archive, _STRINGS)] if _STRINGS in archive.namelist() else []
    links = {link.get("Id"): link.get("Target", "") for link in _tree(archive, _LINKS)}
    opened: set[str] = set()
    for entry in _tree(archive, _WORKBOOK).iterfind("{*}sheets/{*}sheet"):
        target = links[next(value for name, value in entry.items() if _RELATION.fullmatch(name))]
        if target in opened:
            raise ValueError(target)
        opened.add(target)
        root = _tree(archive, target[1:] if target.startswith("/") else normpath(f"xl/{target}"))
        if root.tag.endswith("}worksheet"):
            hidden = entry.get("state", "visible") != "visible"
            yield _sheet(root, entry.get("name", ""), strings=strings, hidden=hidden)


def _sheet(root: ET.Element, name: str, *, strings: list[str], hidden: bool) -> Sheet:
    merged = [merge.get("ref", "") for merge in root.findall("{*}mergeCells/{*}mergeCell")[:_MOST_RANGES]]
    rows = root.findall("{*}sheetData/{*}row")
    if sum(map(len, rows)) > MOST_ROWS * MOST_COLUMNS:  # formatted cells that are empty count, too
        raise DataError([too_many_cells(name)])
    return Sheet(
        name,
        tuple(sorted(_cells(rows, strings), key=lambda cell: (cell.row, cell.column))),
        merged=tuple((address, _range(address)[:2]) for address in merged),
        hidden_rows=frozenset(number for number, row in _numbered(rows) if _yes(row.get("hidden"))),
        hidden_columns=frozenset(_hidden_columns(root)),
        hidden=hidden,
    )


def _numbered(rows: list[ET.Element]) -> Iterator[tuple[int, ET.Element]]:
    number = 0
    for row in rows:  # rows and cells may leave out where they are: they follow the one before
        number = int(row.get("r", number + 1))
        if number < 1:
            raise ValueError(number)
        yield number, row


def _cells(rows: list[ET.Element], strings: list[str]) -> Iterator[Cell]:
    computed: list[Range] = []
    for number, row in _numbered(rows):
        column = 0
        for cell in row:
            at = cell.get("r")
            number_here, column = _address(at) if at else (number, column + 1)
            formula = cell.find("{*}f")
            if formula is not None and formula.get("t") in _UNROLLED:
                computed.append(_range(formula.get("ref", at or "")))
            if len(computed) > _MOST_RANGES:
                raise DataError([TableFault("formula", row=number_here, column=letters(column))])
            text, kind = _content(cell, strings)
            inside = any(a <= number_here <= b and c <= column <= d for a, b, c, d in computed)
            if formula is not None or inside:
                yield Cell(number_here, column, f"={formula.text or ''}" if formula is not None else text, "formula")
            elif text:
                yield Cell(number_here, column, text, kind)


def _content(cell: ET.Element, strings: list[str]) -> tuple[str, CellKind]:
    stored = cell.get("t", "n")
    if stored == "inlineStr":
        inline = cell.find("{*}is")
        return ("" if inline is None else _text(inline)).strip(), "text"
    value = (cell.findtext("{*}v") or "").strip()
    if stored == "s" and value:
        return strings[int(value)].strip(), "text"
    return value, _KINDS.get(stored, "text")


def _text(item: ET.Element) -> str:
    """The text of a string, runs joined, without the hints how to pronounce it."""
    runs = [*item.iterfind("{*}t"), *item.iterfind("{*}r/{*}t")]
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), "".join(run.text or "" for run in runs))


def _address(text: str) -> tuple[int, int]:
    found = _ADDRESS.fullmatch(text)
    if found is None:
        raise ValueError(text)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _range(text: str) -> Range:
    first, _, last = text.partition(":")
    (top, left), (bottom, right) = _address(first), _address(last or first)
    return top, bottom, left, right


def _hidden_columns(root: ET.Element) -> Iterator[int]:
    for columns in root.iterfind("{*}cols/{*}col"):
        if _yes(columns.get("hidden")):
            yield from range(int(columns.get("min", 1)), min(int(columns.get("max", 1)), MOST_COLUMNS) + 1)


def _yes(text: str | None) -> bool:
    return text in ("1", "true")
