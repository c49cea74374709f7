"""Hours in one language only: `ru=Th 14:00-17:00 & ar=Mo 09:00-12:00` in the column `hours_by_language`.

Neither `&` nor `=` is in OpenStreetMap's notation of hours, so a whole rule fits between them; only the words of a
comment could hold one, and then the cell is refused.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from geodata.schema.city import City
from geodata.schema.contact import is_opening_hours
from geodata.schema.languages import language_codes

COLUMN: Final = "hours_by_language"
_BETWEEN: Final = "&"
_SPOKEN_IN: Final = ("languages_spoken", "languages_interpreted")
_ALLOWED: Final = (
    "a language code of ISO 639, = and hours in OSM notation, with & between languages,"
    " such as ru=Th 14:00-17:00 & ar=Mo 09:00-12:00"
)


def language_hours(cell: str) -> dict[str, str]:
    """The rule of each language of a cell that was checked, in its order; none of an empty cell."""
    pairs = (part.strip().partition("=") for part in cell.split(_BETWEEN)) if cell else ()
    return {code.strip(): rule.strip() for code, _, rule in pairs}


def hours_by_language(cell: str, _city: City) -> str | None:
    """Each language once, with a rule that can be read."""
    rules = language_hours(cell)
    if len(rules) != cell.count(_BETWEEN) + 1:
        return "each language once"
    good = all(code in language_codes() and is_opening_hours(rule) and "=" not in rule for code, rule in rules.items())
    return None if good else _ALLOWED


def spoken_then(row: Mapping[str, str], _city: City) -> Iterator[tuple[str, str]]:
    """Whoever can be met in a language at some hours speaks it, or has it interpreted."""
    there = {code for column in _SPOKEN_IN for code in row[column].split(";")}
    for code in language_hours(row[COLUMN]):
        if code in language_codes() and code not in there:
            yield COLUMN, f"languages that {' or '.join(_SPOKEN_IN)} names as well, and {code} is in neither"
