"""Reading and writing the CSV tables; one writer, so that a table read and written again has the same bytes."""

import csv
import io
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from geodata.errors import DataError, MissingFileError
from geodata.schema import Fault, Table

_MODE = 0o644
"""A new file may be read by everyone: nothing here is secret, and mkstemp would hide it from the server."""


def read_table(directory: Path, table: Table) -> pd.DataFrame:
    """Read one table as it stands: every cell a str, "" where nothing is known; columns in declared order first.

    Raises:
        MissingFileError: the file is not in `directory`.
        DataError: it is no table.
    """
    path = directory / table.file
    if not path.is_file():
        raise MissingFileError(f"{path} is not there")
    try:
        cells = pd.read_csv(path, dtype=str, keep_default_na=False, na_filter=False, encoding="utf-8-sig")
    except ValueError as error:  # pandas' parser errors and wrong encodings are all of this kind
        raise DataError([Fault(table.file, 0, "", str(error), "a table in UTF-8; `validate` says more")]) from error
    others = [name for name in cells.columns if name not in table.names]
    return cells.reindex(columns=[*table.names, *others], fill_value="")


def write_table(directory: Path, table: Table, *, rows: pd.DataFrame | Iterable[Mapping[str, str]]) -> Path:
    """Write the declared columns of `rows` (cells are str) in their order; see `write_whole`."""
    records = rows.to_dict("records") if isinstance(rows, pd.DataFrame) else rows
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
    writer.writerow(table.names)
    writer.writerows([str(record.get(name, "")) for name in table.names] for record in records)
    return write_whole(directory / table.file, text.getvalue().encode())


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file in one step: a reader sees the old content or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode if path.exists() else _MODE)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path
