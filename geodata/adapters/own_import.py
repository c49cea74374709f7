"""Taking an office's own table in: for one session, or into the data directory, all of it or nothing."""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from geodata.adapters.city_files import read_city_settings, read_files
from geodata.adapters.district_names import read_district_names
from geodata.adapters.own_table import read_sheets
from geodata.adapters.tables import read_table, write_whole
from geodata.districts.own_table.rows import (
    Statement,
    offered_definitions,
    official_rows,
    statement_faults,
    table_faults,
)
from geodata.districts.own_table.table import OwnTable, read_own_table
from geodata.errors import DataError, MissingFileError
from geodata.exports.tables import indicator_cells, indicators_file
from geodata.schema import INDICATORS, validate
from geodata.schema.definitions import DEFINITIONS_FILE, parse_toml

_KEY = list(INDICATORS.key)


class Upload(NamedTuple):
    """A table without faults, and its rows as those of `CityData.indicators`, with what must be withheld withheld."""

    table: OwnTable
    rows: pd.DataFrame


def read_upload(content: bytes, statement: Statement, *, directory: Path, today: date) -> Upload:
    """Read a table for the city in `directory`; nothing is written.

    Args:
        content: bytes of a CSV or XLSX file.
        statement: what the office says about it.
        directory: the data directory.
        today: no figure can be from a later day.

    Raises:
        DataError: with every `TableFault` of the statement and the table.
        MissingFileError: the directory is no data directory.
    """
    city, definitions = read_city_settings(directory), _read_definitions(directory / DEFINITIONS_FILE)
    faults: list[object] = list(statement_faults(statement, definitions, today=today, city=city))
    try:
        table = read_own_table(read_sheets(content), read_district_names(directory))
    except DataError as error:
        raise DataError([*faults, *error.faults]) from error
    faults += table_faults(table, statement)
    if faults:
        raise DataError(faults)
    indicator = offered_definitions(definitions)[statement.definition]
    return Upload(table, official_rows(table, statement, indicator=indicator, city=city))


def _read_definitions(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise MissingFileError(f"{path} is not there")
    definitions, faults = parse_toml(path.name, path.read_bytes())
    if faults:
        raise DataError(faults)
    return definitions


def add_upload(upload: Upload, directory: Path) -> int:
    """Add the rows to `indicators.csv`, in one step; those of the same district, indicator and day are replaced.

    The whole data directory is checked with the new rows in it before anything is written.

    Returns:
        How many rows were replaced.

    Raises:
        DataError: with every `Fault` of the directory; nothing changed.
        MissingFileError: the directory is no data directory.
    """
    files, existing = read_files(directory), read_table(directory, INDICATORS)
    new = {tuple(key) for key in upload.rows[_KEY].itertuples(index=False)}
    kept = [row for row in existing.to_dict("records") if tuple(row[name] for name in _KEY) not in new]
    texts = [{str(name): str(cell) for name, cell in row.items()} for row in kept]
    changed = indicators_file([*texts, *indicator_cells(upload.rows)])
    broken = validate(files | {INDICATORS.file: changed})
    if broken:
        raise DataError(broken)
    write_whole(directory / INDICATORS.file, changed)
    return len(existing) - len(kept)
