"""`pack/cells.csv.gz`: how many people live in each populated 100 m cell, and in which areas it lies.

Columns: cell (INSPIRE code, short form), district_key, polling_district_key ("" where there is none), population; then
people of overlapping groups, as far as the city's census counts them: born_abroad, foreign_nationals, age_under_10,
age_80_plus. All counts are those that the statistical offices publish, each disturbed by them on its own (SAFE), so a
group may be larger than the population of its cell. Nothing else of the census is kept. Same cells, same bytes.
"""

import gzip
import io
from pathlib import Path
from typing import Final

import pandas as pd

from geodata.adapters.tables import write_whole
from geodata.errors import DataError, MissingFileError
from geodata.schema import Fault

CELLS_FILE: Final = "cells.csv.gz"
_KEYS: Final = ("cell", "district_key", "polling_district_key")
CELL_COLUMNS: Final = (*_KEYS, "population")
GROUP_COLUMNS: Final = ("born_abroad", "foreign_nationals", "age_under_10", "age_80_plus")
"""Counts of groups; a city whose census lacks one has no such column."""


def counts_of(table: pd.DataFrame) -> list[str]:
    """Names of the counts that such a table has: "population", then those of `GROUP_COLUMNS`."""
    return ["population", *(name for name in GROUP_COLUMNS if name in table.columns)]


def write_cells(pack: Path, cells: pd.DataFrame) -> Path:
    """Write the columns of the file in the order of the codes, in one step; returns the file."""
    ordered = cells[[*_KEYS, *counts_of(cells)]].sort_values("cell")
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as file:  # no name and no time in it
        file.write(ordered.to_csv(index=False, lineterminator="\n").encode())
    return write_whole(pack / CELLS_FILE, packed.getvalue())


def read_cells(pack: Path) -> pd.DataFrame:
    """Every populated cell: `CELL_COLUMNS` and those of `GROUP_COLUMNS` that are there; keys as str, counts as int.

    Raises:
        MissingFileError: the file is not there.
        DataError: it was not written by `write_cells`.
    """
    path = pack / CELLS_FILE
    if not path.is_file():
        raise MissingFileError(f"{path} is not there; `python -m geodata build --stage cells` makes it")
    try:
        text = io.BytesIO(gzip.decompress(path.read_bytes()))
        cells = pd.read_csv(text, dtype=str, keep_default_na=False, na_filter=False)
        counts = counts_of(cells)
        return cells[[*_KEYS, *counts]].astype(dict.fromkeys(counts, int))
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise DataError([Fault(CELLS_FILE, 0, "", str(error), f"a table of {', '.join(CELL_COLUMNS)}")]) from error
