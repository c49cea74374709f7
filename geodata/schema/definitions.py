"""Checks of `definitions.toml` and `about.toml`: complete texts in every language of the city."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from geodata.schema.city import City
from geodata.schema.codes import GROUPS, RATES, UNITS
from geodata.schema.fault import Fault

DEFINITIONS_FILE: Final = "definitions.toml"
ABOUT_FILE: Final = "about.toml"

_REQUIRED_TEXTS: Final = {
    "definition": ("name", "text"),
    "indicator": ("name", "short"),
    "figure": ("name",),
    "data_source": ("name",),
}
"""Group of `definitions.toml` → texts that each of its entries must have."""


@dataclass(frozen=True)
class Definitions:
    """Entries of `definitions.toml` by code, in the four groups that tables refer to."""

    definition: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    indicator: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    figure: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    data_source: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def parse_toml(file: str, content: bytes) -> tuple[dict[str, Any], list[Fault]]:
    """The content of a TOML file, or the fault that makes it unreadable."""
    try:
        return tomllib.loads(content.decode()), []
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return {}, [Fault(file, 0, "", str(error), "a TOML file in UTF-8")]


def definitions_of(raw: Mapping[str, Any]) -> Definitions:
    """The groups that tables refer to; entries that are no tables are left out (and are faults)."""
    groups = {group: raw.get(group, {}) for group in _REQUIRED_TEXTS}
    return Definitions(
        **{
            group: {code: entry for code, entry in entries.items() if isinstance(entry, dict)}
            for group, entries in groups.items()
            if isinstance(entries, dict)
        }
    )


def check_definitions(raw: Mapping[str, Any], city: City) -> Iterator[Fault]:
    """Entries without their texts; indicators without unit, definition or group; rates of nobody knows what."""
    for group, texts in _REQUIRED_TEXTS.items():
        entries = raw.get(group)
        if not isinstance(entries, dict) or not entries:
            yield Fault(DEFINITIONS_FILE, 0, group, str(entries or ""), f"a table [{group}.CODE] for each code")
            continue
        for code, entry in entries.items():
            for text in texts:
                if not isinstance(entry, dict) or not isinstance(entry.get(text), dict):
                    yield Fault(DEFINITIONS_FILE, 0, f"{group}.{code}.{text}", "", "a text per language")
    yield from _indicators(definitions_of(raw))


def _indicators(definitions: Definitions) -> Iterator[Fault]:
    for code, entry in definitions.indicator.items():
        named = (("unit", UNITS), ("definition", frozenset(definitions.definition)), ("group", GROUPS))
        for name, allowed in named:
            if str(entry.get(name, "")) not in allowed:
                key = f"indicator.{code}.{name}"
                yield Fault(DEFINITIONS_FILE, 0, key, str(entry.get(name, "")), ", ".join(sorted(allowed)))
        if entry.get("unit") in RATES and not isinstance(entry.get("denominator"), dict):
            yield Fault(DEFINITIONS_FILE, 0, f"indicator.{code}.denominator", "", "a text per language")
    for code, entry in definitions.definition.items():
        for other in entry.get("not_comparable_with", ()):
            if other not in definitions.definition:
                key = f"definition.{code}.not_comparable_with"
                yield Fault(DEFINITIONS_FILE, 0, key, str(other), ", ".join(sorted(definitions.definition)))


def check_languages(file: str, value: object, *, city: City, key: str = "") -> Iterator[Fault]:
    """Texts that are not there, or empty, in one of the city's languages; looks into tables and lists."""
    if isinstance(value, list):
        for position, part in enumerate(value, start=1):
            yield from check_languages(file, part, city=city, key=f"{key}[{position}]")
    elif isinstance(value, dict):
        if set(value) & set(city.languages):
            for language in city.languages:
                if not str(value.get(language, "")).strip():
                    yield Fault(file, 0, f"{key}.{language}", "", "a text in this language")
        for name, part in value.items():
            yield from check_languages(file, part, city=city, key=f"{key}.{name}" if key else name)
