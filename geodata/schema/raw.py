"""From the bytes of a CSV file to rows of text, with every fault of the form."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from geodata.schema.columns import Table
from geodata.schema.fault import Fault


class Row(NamedTuple):
    """One row: the line on which it starts in the file, and its cells by column."""

    line: int
    cells: dict[str, str]


@dataclass
class RawTable:
    """A table as it stands: rows that could be read, faults of its form; unreadable rows are only in the faults."""

    table: Table
    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    missing: frozenset[str] = frozenset()


def parse_table(table: Table, content: bytes) -> RawTable:
    """Split a file into rows; a byte order mark is ignored."""
    raw = RawTable(table)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raw.faults.append(Fault(table.file, line, "", repr(content[error.start : error.end]), "text in UTF-8"))
        return raw
    lines = list(_split(text, raw))
    if not lines:
        raw.faults.append(Fault(table.file, 1, "", "", "a header: " + ",".join(table.names)))
        return raw
    _read_header(lines[0][1], raw)
    if len(lines) == 1:
        raw.faults.append(Fault(table.file, 1, "", "", "at least one row below the header"))
    for line, cells in lines[1:]:
        _read_row(line, cells, header=lines[0][1], raw=raw)
    return raw


def _split(text: str, raw: RawTable) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(_lines_without_nul(text, raw), strict=True)
    before = 0
    try:
        for cells in reader:
            yield before + 1, cells
            before = reader.line_num
    except csv.Error as error:
        raw.faults.append(Fault(raw.table.file, before + 1, "", str(error), "quotes in pairs, cells of usual length"))


def _lines_without_nul(text: str, raw: RawTable) -> list[str]:
    lines = list(io.StringIO(text, newline=""))
    places = [number for number, line in enumerate(lines, start=1) if "\0" in line]
    raw.faults.extend(Fault(raw.table.file, number, "", "NUL", "text without NUL characters") for number in places)
    return [line.replace("\0", "") for line in lines]


def _read_header(header: list[str], raw: RawTable) -> None:
    names, file = raw.table.names, raw.table.file
    raw.missing = frozenset(column.name for column in raw.table.columns if not column.optional) - frozenset(header)
    raw.faults += [Fault(file, 1, name, "", "a column of this name") for name in names if name in raw.missing]
    for position, name in enumerate(header):
        if name in header[:position]:
            raw.faults.append(Fault(file, 1, name, name, "each column once"))
        elif name not in names:
            raw.faults.append(Fault(file, 1, name, name, "only the columns " + ", ".join(names)))


def _read_row(line: int, cells: list[str], *, header: list[str], raw: RawTable) -> None:
    if len(cells) != len(header):
        raw.faults.append(
            Fault(raw.table.file, line, "", f"{len(cells)} cells", f"{len(header)} cells, as many as the header")
        )
        return
    values = dict.fromkeys(raw.table.names, "") | dict(zip(header, cells, strict=True))
    raw.rows.append(Row(line, values))
