"""All checks of a data directory in one call."""

from collections.abc import Mapping
from itertools import chain
from typing import Final

from geodata.schema.city import City
from geodata.schema.city_file import CITY_FILE, parse_city
from geodata.schema.columns import Table
from geodata.schema.definitions import (
    ABOUT_FILE,
    DEFINITIONS_FILE,
    check_definitions,
    check_languages,
    definitions_of,
    parse_toml,
)
from geodata.schema.districts import (
    DISTRICTS_FILE,
    POLLING_DISTRICTS_FILE,
    check_nesting,
    check_points,
    parse_outlines,
)
from geodata.schema.facilities import FACILITIES, SERVICES
from geodata.schema.fault import Fault
from geodata.schema.raw import RawTable, parse_table
from geodata.schema.references import check_references, known_codes
from geodata.schema.rows import check_rows
from geodata.schema.statistics import FIGURES, INDICATORS, TAXONOMY
from geodata.schema.synonyms import SYNONYMS, check_synonyms

TABLES: Final[tuple[Table, ...]] = (TAXONOMY, FACILITIES, SERVICES, INDICATORS, FIGURES)
"""Every table that a data directory must hold."""

OPTIONAL_TABLES: Final[tuple[Table, ...]] = (SYNONYMS,)
"""Tables that a city may have besides."""

FILES: Final = (CITY_FILE, DEFINITIONS_FILE, ABOUT_FILE, DISTRICTS_FILE, *(table.file for table in TABLES))
"""Every file that a data directory must hold, in the order in which faults are listed."""

OPTIONAL_FILES: Final = (POLLING_DISTRICTS_FILE, *(table.file for table in OPTIONAL_TABLES))
"""Files that a city may have besides; their faults come last."""

_ORDER: Final = (*FILES, *OPTIONAL_FILES)


def validate(files: Mapping[str, bytes]) -> list[Fault]:
    """Every fault in the files of a data directory, in file and row order; an empty list means the data can be used.

    Args:
        files: content of each of `FILES` and of those of `OPTIONAL_FILES` that are there, by name.
    """
    city, faults = parse_city(files[CITY_FILE])
    there = (table for table in (*TABLES, *OPTIONAL_TABLES) if table.file in files)
    tables = {table.file: parse_table(table, files[table.file]) for table in there}
    inside = chain.from_iterable([*raw.faults, *check_rows(raw, city)] for raw in tables.values())
    found = [*faults, *inside, *_between(files, tables=tables, city=city)]
    return sorted(dict.fromkeys(found), key=lambda fault: (_ORDER.index(fault.file), fault.row))


def _between(files: Mapping[str, bytes], *, tables: Mapping[str, RawTable], city: City) -> list[Fault]:
    raw, faults = parse_toml(DEFINITIONS_FILE, files[DEFINITIONS_FILE])
    about, about_faults = parse_toml(ABOUT_FILE, files[ABOUT_FILE])
    outlines = {
        file: parse_outlines(files[file], city, file=file)
        for file in (DISTRICTS_FILE, POLLING_DISTRICTS_FILE)
        if file in files
    }
    areas: dict[str, frozenset[str] | None] = {file: frozenset(there.rows) for file, there in outlines.items()}
    definitions = definitions_of(raw)
    known = known_codes(tables, definitions=definitions, areas={POLLING_DISTRICTS_FILE: None, **areas})
    return [
        *faults,
        *about_faults,
        *chain.from_iterable(there.faults for there in outlines.values()),
        *check_nesting(outlines),
        *([] if faults else check_definitions(raw, city)),
        *check_languages(DEFINITIONS_FILE, raw, city=city),
        *check_languages(ABOUT_FILE, about, city=city),
        *check_references(tables, known=known, definitions=definitions, city=city),
        *(check_synonyms(tables[SYNONYMS.file], tables) if SYNONYMS.file in tables else ()),
        *check_points(tables[FACILITIES.file], outlines=outlines[DISTRICTS_FILE], city=city),
    ]
