"""Checks between files: codes that must exist elsewhere, sections and topics, hidden places, mixed definitions."""

from collections.abc import Iterator, Mapping
from typing import Final

from geodata.schema.city import City
from geodata.schema.codes import DERIVED_GROUPS
from geodata.schema.definitions import DEFINITIONS_FILE, Definitions
from geodata.schema.facility_rules import location_in
from geodata.schema.fault import Fault
from geodata.schema.raw import RawTable
from geodata.schema.rows import parts

_A_SECTION: Final = "a section: a term without parent"

Known = Mapping[tuple[str, str], frozenset[str]]
"""(file, column) → the codes that exist there."""

_TEXTS_OF_OFFER: Final = (
    *("opening_hours_text", "notes", "facts_source", "source_url"),
    *(f"{part}_{language}" for part in ("name", "summary") for language in ("de", "en", "ru", "ar")),
)


def known_codes(
    tables: Mapping[str, RawTable], *, definitions: Definitions, areas: Mapping[str, frozenset[str] | None]
) -> Known:
    """The codes to which columns refer; files without any are left out: that is one fault, not one for each row.

    Args:
        areas: keys of the outlines by file; None where the city has no such file.
    """
    codes = {
        ("facilities.csv", "facility_id"): _column(tables["facilities.csv"], "facility_id"),
        ("taxonomy.csv", "code"): _column(tables["taxonomy.csv"], "code"),
        (DEFINITIONS_FILE, "definition"): frozenset(definitions.definition),
        (DEFINITIONS_FILE, "indicator"): frozenset(definitions.indicator),
        (DEFINITIONS_FILE, "figure"): frozenset(definitions.figure),
        (DEFINITIONS_FILE, "data_source"): frozenset(definitions.data_source),
    }
    known = {place: there for place, there in codes.items() if there}
    return known | {(file, "key"): there or frozenset() for file, there in areas.items() if there or there is None}


def _column(raw: RawTable, name: str) -> frozenset[str]:
    return frozenset(row.cells[name] for row in raw.rows) - {""}


def check_references(
    tables: Mapping[str, RawTable], *, known: Known, definitions: Definitions, city: City
) -> Iterator[Fault]:
    """Every fault that shows only when two files are laid beside each other."""
    for raw in tables.values():
        yield from _dangling(raw, known)
    yield from _sections(tables)
    yield from _hidden_places(tables)
    yield from _definition_of_indicator(tables["indicators.csv"], definitions)
    yield from _derived_indicators(tables["indicators.csv"], definitions)
    yield from _offered_indicators(tables["indicators.csv"], city)


def _dangling(raw: RawTable, known: Known) -> Iterator[Fault]:
    for column in raw.table.columns:
        if column.reference is None:
            continue
        places = [(file, column.reference.column) for file in column.reference.files]
        if not all(place in known for place in places):
            continue
        codes = column.reference.also.union(*(known[place] for place in places))
        allowed = f"a {column.reference.column} of {' or '.join(column.reference.files)}" + _few(codes)
        for row in raw.rows:
            cell = row.cells[column.name]
            if cell and not codes.issuperset(parts(cell, column)):
                yield Fault(raw.table.file, row.line, column.name, cell, allowed)


def _few(codes: frozenset[str]) -> str:
    return f": {', '.join(sorted(codes))}" if len(codes) <= 40 else ""


def _sections(tables: Mapping[str, RawTable]) -> Iterator[Fault]:
    """A section is a term without parent; a topic lies in the section of its row."""
    parent_of = {row.cells["code"]: row.cells["parent_code"] for row in tables["taxonomy.csv"].rows}
    for row in tables["taxonomy.csv"].rows:
        if parent_of.get(row.cells["parent_code"]):
            yield Fault("taxonomy.csv", row.line, "parent_code", row.cells["parent_code"], _A_SECTION)
    for row in tables["services.csv"].rows:
        section, topic = row.cells["section"], row.cells["topic"]
        if parent_of.get(section):
            yield Fault("services.csv", row.line, "section", section, _A_SECTION)
        elif topic in parent_of and section in parent_of and parent_of[topic] != section:
            yield Fault("services.csv", row.line, "topic", topic, f"a topic of the section {section}")


def _hidden_places(tables: Mapping[str, RawTable]) -> Iterator[Fault]:
    rows = tables["facilities.csv"].rows
    hidden = {row.cells["facility_id"] for row in rows if row.cells["address_visibility"] == "hidden"}
    for row in tables["services.csv"].rows:
        if row.cells["facility_id"] in hidden:
            for name in _TEXTS_OF_OFFER:
                if location_in(row.cells[name]):
                    allowed = "a text without a location, because the place is hidden"
                    yield Fault("services.csv", row.line, name, row.cells[name], allowed)


def _definition_of_indicator(raw: RawTable, definitions: Definitions) -> Iterator[Fault]:
    """One indicator is one series: its rows share the definition and unit that definitions.toml names."""
    for row in raw.rows:
        declared = definitions.indicator.get(row.cells["indicator"], {})
        for name in ("definition", "unit"):
            wanted = declared.get(name)
            if row.cells[name] and isinstance(wanted, str) and row.cells[name] != wanted:
                yield Fault(raw.table.file, row.line, name, row.cells[name], f"{wanted}, as for the whole indicator")


def _derived_indicators(raw: RawTable, definitions: Definitions) -> Iterator[Fault]:
    """What follows from the other tables is worked out when they are read; written down, it would grow old."""
    for row in raw.rows:
        indicator = row.cells["indicator"]
        if definitions.indicator.get(indicator, {}).get("group") in DERIVED_GROUPS:
            allowed = "no row: this figure is worked out from facilities and services"
            yield Fault(raw.table.file, row.line, "indicator", indicator, allowed)


def _offered_indicators(raw: RawTable, city: City) -> Iterator[Fault]:
    there = {row.cells["indicator"] for row in raw.rows}
    for indicator in city.indicators:
        if indicator not in there:
            yield Fault("city.toml", 0, "indicators", indicator, f"an indicator with rows in {raw.table.file}")
