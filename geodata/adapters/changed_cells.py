"""Changing single cells of a CSV file: every record that is not changed keeps its bytes."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

_BYTE_ORDER_MARK = "\ufeff"


class Record(NamedTuple):
    """A record as it stands in the file: number of its first line, its text with the line end, its cells."""

    line: int
    text: str
    cells: list[str]


def records_of(content: bytes) -> Iterator[Record]:
    """The records of a CSV file in UTF-8 with commas, the head first; all their texts together are the file."""
    text = content.decode("utf-8")
    lines = list(io.StringIO(text, newline=""))
    reader, read = csv.reader(iter(lines)), 0
    for cells in reader:
        yield Record(read + 1, "".join(lines[read : reader.line_num]), cells)
        read = reader.line_num


def rows_of(content: bytes) -> dict[int, dict[str, str]]:
    """Cells by column of every record below the head, by the number of its first line."""
    head, *records = records_of(content)
    names = _names(head)
    return {record.line: dict(zip(names, record.cells, strict=False)) for record in records if record.cells}


def with_cells(content: bytes, changes: Mapping[int, Mapping[str, str]]) -> bytes:
    """The file with other cells; a record that is not named keeps its bytes, the file its line ends and its mark.

    Args:
        changes: new cells by column, by the number of the record's first line.
    """
    head, *records = records_of(content)
    names = _names(head)
    texts = (_changed(record, names, cells=changes.get(record.line, {})) for record in records)
    return "".join([head.text, *texts]).encode()


def _names(head: Record) -> list[str]:
    return [name.removeprefix(_BYTE_ORDER_MARK) for name in head.cells]


def _changed(record: Record, names: Iterable[str], *, cells: Mapping[str, str]) -> str:
    if not cells:
        return record.text
    new = [cells.get(name, old) for name, old in zip(names, record.cells, strict=True)]
    end = record.text[len(record.text.rstrip("\r\n")) :]
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator=end).writerow(new)
    return text.getvalue()
