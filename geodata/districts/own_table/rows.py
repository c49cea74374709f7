"""An office's own table as rows of the indicator table, with what must be withheld withheld."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from geodata.districts.disclosure import Counts, hidden
from geodata.districts.own_table.fault import TableFault
from geodata.districts.own_table.table import Entry, OwnTable
from geodata.schema import INDICATORS, WHOLE_CITY, City
from geodata.schema.dates import day

OFFICE_SOURCE: Final = "office_table"
"""The data_source of definitions.toml for a table that the office brought; whose it is, the office says in words."""

_COUNTED: Final = "counted"


@dataclass(frozen=True)
class Statement:
    """What the office says about its table: who is counted, the day, and the source (a data_source code)."""

    definition: str
    reference_date: str
    source: str


def offered_definitions(definitions: Mapping[str, Any]) -> dict[str, str]:
    """Definition → indicator, for the shares about migration that `definitions.toml` (as it stands) describes."""
    offered: dict[str, str] = {}
    for indicator, entry in definitions.get("indicator", {}).items():
        if entry.get("unit") == "share" and entry.get("group") == "migration":
            offered.setdefault(entry["definition"], indicator)
    return offered


def statement_faults(
    statement: Statement, definitions: Mapping[str, Any], *, today: date, city: City
) -> Iterator[TableFault]:
    """What is wrong with the three answers; `column` of a fault is "definition", "date" or "source"."""
    offered, sources = offered_definitions(definitions), definitions.get("data_source", {})
    if statement.definition not in offered:
        yield _fault("unknown_definition", "definition", found=statement.definition, allowed=", ".join(offered))
    given = statement.reference_date
    if not given or day(given, city) is not None:
        yield _fault("no_date", "date", found=given)
    elif date.fromisoformat(given) > today:
        yield _fault("future_date", "date", found=given)
    if not statement.source.strip():
        yield _fault("no_source", "source", found="")
    elif statement.source not in sources:
        yield _fault("unknown_source", "source", found=statement.source, allowed=", ".join(sources))


def table_faults(table: OwnTable, statement: Statement) -> list[TableFault]:
    """What is wrong between table and answers: the file itself names another definition."""
    if table.definition in ("", statement.definition):
        return []
    return [_fault("other_definition", "definition", found=table.definition, expected=statement.definition)]


def _fault(code: str, column: str, *, found: str, **values: str) -> TableFault:
    return TableFault(code, column=column, found=found, values=values)


def official_rows(table: OwnTable, statement: Statement, *, indicator: str, city: City) -> pd.DataFrame:
    """Rows as those of `indicators.csv`, status official; typed as `CityData.indicators`, in order of keys.

    Disclosure control has been applied: the city's total counts as known, because it is published elsewhere. Where the
    table names every district, their sum is the row of the whole city.
    """
    withheld = _withheld(table, city)
    same = {
        "indicator": indicator,
        "reference_date": statement.reference_date,
        "unit": "share",
        "lower": math.nan,
        "upper": math.nan,
        "status": "official",
        "definition": statement.definition,
        "source": (statement.source,),
    }
    city_row = [] if table.missing else [_whole_city(table.entries)]
    rows = [same | _shown(entry, withheld=bool(withheld[entry.key])) for entry in (*city_row, *table.entries)]
    return pd.DataFrame(rows, columns=list(INDICATORS.names))


def _whole_city(entries: Sequence[Entry]) -> Entry:
    people, residents = sum(entry.numerator for entry in entries), sum(entry.denominator for entry in entries)
    return Entry(WHOLE_CITY, people, residents, people / residents)


def _shown(entry: Entry, *, withheld: bool) -> dict[str, str | float]:
    return {
        "district_key": entry.key,
        "value": math.nan if withheld else round(entry.value, 6),
        "numerator": math.nan if withheld else float(entry.numerator),
        "denominator": float(entry.denominator),
        "suppressed": "yes" if withheld else "",
    }


def _withheld(table: OwnTable, city: City) -> "pd.Series[bool]":
    people = pd.Series({entry.key: entry.numerator for entry in table.entries})
    population = pd.Series({entry.key: entry.denominator for entry in table.entries})
    people[WHOLE_CITY], population[WHOLE_CITY] = people.sum(), population.sum()
    counts = Counts(
        people=people.to_frame(_COUNTED),
        population=population,
        parent=pd.Series({key: "" if key == WHOLE_CITY else WHOLE_CITY for key in people.index}),
    )
    return hidden(counts, suppress_below=city.suppress_below, suppress_count_below=city.suppress_count_below)[_COUNTED]
