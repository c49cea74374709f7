"""Rows of the indicator table for the residents' register: published counts, as they stand."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from geodata.errors import DataError
from geodata.schema import INDICATORS, Fault

REGISTER_FILE: Final = "population_register.csv"
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SOURCES: Final = (("GÖSIS 020.30", "city_register_table"), ("", "city_statistics"))
"""What the source says of its own source contains this → the code of a data_source."""


def is_dated(row: Mapping[str, str]) -> bool:
    """Whether a row of the register says the day; "2010" and "2010-01" can stand in no series."""
    return _DAY.fullmatch(row["reference_date"]) is not None


def register_rows(register: Iterable[Mapping[str, str]]) -> Iterator[dict[str, str]]:
    """A row of indicators.csv, cells as text, for each row of the register that says the day; by area and day.

    Args:
        register: `key`, `reference_date`, `population` (people with a main or second home), `primary_source`.

    Raises:
        DataError: two rows are of the same area and day.
    """
    seen: set[tuple[str, str]] = set()
    for row in sorted(filter(is_dated, register), key=lambda row: (row["key"], row["reference_date"])):
        place = row["key"], row["reference_date"]
        if place in seen:
            raise DataError([Fault(REGISTER_FILE, 0, "reference_date", " / ".join(place), "one row an area and day")])
        seen.add(place)
        yield dict.fromkeys(INDICATORS.names, "") | {
            "district_key": row["key"],
            "indicator": "register_population",
            "reference_date": row["reference_date"],
            "value": row["population"],
            "unit": "people",
            "status": "official",
            "definition": "register_population",
            "source": next(code for words, code in _SOURCES if words in row["primary_source"]),
        }
