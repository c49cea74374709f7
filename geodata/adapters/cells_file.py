"""`pack/cells.csv.gz`: how many people live in each populated 100 m cell, and in which areas it lies.

Columns: cell (INSPIRE code, short form), district_key, polling_district_key ("" where there is none), population.
Nothing else of the census is kept per cell. Same cells, same bytes.
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
CELL_COLUMNS: Final = ("cell", "district_key", "polling_district_key", "population")


def write_cells(pack: Path, cells: pd.DataFrame) -> Path:
    """Write the `CELL_COLUMNS` of `cells` in the order of the codes, in one step; returns the file."""
    ordered = cells[list(CELL_COLUMNS)].sort_values("cell")
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as file:  # no name and no time in it
        file.write(ordered.to_csv(index=False, lineterminator="\n").encode())
    return write_whole(pack / CELLS_FILE, packed.getvalue())


def read_cells(pack: Path) -> pd.DataFrame:
    """The `CELL_COLUMNS` of every populated cell, keys as str, `population` as int.

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
        return cells[list(CELL_COLUMNS)].astype({"population": int})
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise DataError([Fault(CELLS_FILE, 0, "", str(error), f"a table of {', '.join(CELL_COLUMNS)}")]) from error
