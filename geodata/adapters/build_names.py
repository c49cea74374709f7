"""Build step: `district_names.csv`, every spelling of a district's name that sources use."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from geodata.adapters.csv_rows import read_rows, write_rows
from geodata.adapters.district_names import NAMES_COLUMNS, NAMES_FILE
from geodata.adapters.source_folder import read_official_outlines
from geodata.districts.own_table.names import DistrictNames
from geodata.errors import DataError
from geodata.schema import Fault

_NAME: Final = "name_in_polygons"
_LISTED: Final = "name_in_gosis_wikipedia"  # brackets hold another name of the same district
_OTHERS: Final = "other_spellings"  # several, with semicolons; brackets hold who writes so
_BRACKETS: Final = re.compile(r"\s*\([^)]*\)")


def build_names(source: Path, out: Path) -> Path:
    """Write the spellings in `source/districts/names.csv`, or the outlines' own names where it is not there.

    Returns:
        The written file.

    Raises:
        MissingFileError, DataError: there are no outlines, either, or the table lacks a column.
        GeodataError: a spelling is of two districts.
    """
    table = source / "districts" / "names.csv"
    spellings = _from_table(table) if table.is_file() else _from_outlines(source)
    DistrictNames.from_spellings({}, spellings)
    cells = (dict(zip(NAMES_COLUMNS, pair, strict=True)) for pair in spellings)
    return write_rows(out / NAMES_FILE, NAMES_COLUMNS, rows=cells)


def _from_outlines(source: Path) -> list[tuple[str, str]]:
    outlines = read_official_outlines(source)
    return list(zip(outlines["key"], outlines["name"], strict=True))


def _from_table(table: Path) -> list[tuple[str, str]]:
    columns, rows = read_rows(table)
    missing = [name for name in ("key", _NAME, _LISTED, _OTHERS) if name not in columns]
    if missing:
        raise DataError([Fault(table.name, 1, name, "", "a column of this name") for name in missing])
    return [(row["key"], spelling) for row in rows for spelling in _spellings(row)]


def _spellings(row: Mapping[str, str]) -> Iterator[str]:
    """Each once, the usual one first. Case, spaces, hyphens and umlauts written out need no spelling of their own."""
    others = [_BRACKETS.sub("", part).strip() for part in row[_OTHERS].split(";")]
    listed = row[_LISTED].strip()
    found = [row[_NAME].strip(), listed, _BRACKETS.sub("", listed).strip(), *others]
    yield from (spelling for spelling in dict.fromkeys(found) if spelling)
