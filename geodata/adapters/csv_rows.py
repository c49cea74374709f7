"""CSV files of any columns: rows in order, none lost, written as `tables` writes."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from geodata.adapters.tables import write_whole
from geodata.errors import DataError, MissingFileError
from geodata.schema import Fault

_TOO_MANY: Final = "\0"  # no header can be called so


def read_rows(path: Path) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """Column names and rows; a cell that is missing is "".

    Raises:
        MissingFileError: the file is not there.
        DataError: it is not UTF-8, or a row has more cells than the header.
    """
    if not path.is_file():
        raise MissingFileError(f"{path} is not there")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError([Fault(path.name, 0, "", str(error), "UTF-8")]) from error
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey=_TOO_MANY, restval="")
    rows, faults = [], []
    for row in reader:
        rows.append(row)
        if row.pop(_TOO_MANY, None):
            faults.append(Fault(path.name, reader.line_num, "", "more cells", "as many cells as the header"))
    if faults:
        raise DataError(faults)
    return tuple(reader.fieldnames or ()), rows


def write_rows(path: Path, columns: Sequence[str], *, rows: Iterable[Mapping[str, str]]) -> Path:
    """Write the rows in one step: the old file stays until the new one is whole."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in rows)
    return write_whole(path, text.getvalue().encode())
