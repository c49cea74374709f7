"""CSV files of any columns: rows in order, none lost, written as `tables` writes."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from geodata.adapters.tables import write_whole
from geodata.errors import MissingFileError


def read_rows(path: Path) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """Column names and rows; a cell that is missing is "".

    Raises:
        MissingFileError: the file is not there.
    """
    if not path.is_file():
        raise MissingFileError(f"{path} is not there")
    reader = csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline=""), restval="")
    rows = [{column: row[column] for column in reader.fieldnames or ()} for row in reader]
    return tuple(reader.fieldnames or ()), rows


def write_rows(path: Path, columns: Sequence[str], *, rows: Iterable[Mapping[str, str]]) -> Path:
    """Write the rows in one step: the old file stays until the new one is whole."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in rows)
    return write_whole(path, text.getvalue().encode())
