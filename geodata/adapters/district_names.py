"""Reading the districts' names and their other spellings."""

import json
from pathlib import Path
from typing import Final

from geodata.adapters.csv_rows import read_rows
from geodata.districts.own_table.names import DistrictNames
from geodata.errors import DataError, MissingFileError
from geodata.schema import DISTRICTS_FILE, Fault

NAMES_FILE: Final = "district_names.csv"
NAMES_COLUMNS: Final = ("key", "spelling")


def read_district_names(directory: Path) -> DistrictNames:
    """The names in `districts.geojson`, and the spellings in `district_names.csv` where there is one.

    Raises:
        MissingFileError: there are no districts.
        DataError: one of the files is none of its kind, or a spelling is of no district.
        GeodataError: a spelling is of two districts.
    """
    names = _names(directory / DISTRICTS_FILE)
    path = directory / NAMES_FILE
    if not path.is_file():
        return DistrictNames.from_spellings(names)
    columns, rows = read_rows(path)
    if columns != NAMES_COLUMNS:
        raise DataError([Fault(NAMES_FILE, 1, "", ",".join(columns), ",".join(NAMES_COLUMNS))])
    lines = enumerate(rows, start=2)
    faults = [Fault(NAMES_FILE, n, "key", row["key"], "a district") for n, row in lines if row["key"] not in names]
    if faults:
        raise DataError(faults)
    return DistrictNames.from_spellings(names, ((row["key"], row["spelling"]) for row in rows))


def _names(path: Path) -> dict[str, str]:
    if not path.is_file():
        raise MissingFileError(f"{path} is not there")
    try:
        properties = [feature["properties"] for feature in json.loads(path.read_bytes())["features"]]
        return {entry["key"]: entry["name"] for entry in properties}
    except (ValueError, KeyError, TypeError) as error:
        raise DataError([Fault(path.name, 0, "", str(error), "features with key and name")]) from error
