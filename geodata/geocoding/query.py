"""Taking an address apart: street, number, and the words that say where (postcode, city, quarter)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from geodata.geocoding import house_numbers
from geodata.geocoding.house_numbers import HouseNumber
from geodata.geocoding.normalise import loose_key, normalise
from geodata.geocoding.sounds import skeletons, sound_key
from geodata.geocoding.transliterate import script

POSTCODE: Final = re.compile(r"(?<!\S)(?:d-)?\d{5}(?!\S)")
"""A postal code in the normal form."""

_NUMBER: Final = re.compile(r"(?<!\S)\d{1,4}[a-z]?(?:[-/&]\d{0,4}[a-z]?)*(?!\S)")
COUNTRY: Final = frozenset({"deutschland", "germany", "allemagne", "germanija", "niedersachsen", "de"})
"""Words that say no more than the city does."""


@dataclass(frozen=True)
class Reading:
    """One way to understand a question: a name, perhaps a number, perhaps words for where it is (normal form).

    `behind` are those of the words `around` it that stand after it: other cities are named there.
    """

    name: str
    number: HouseNumber | None = None
    around: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


def store_key(text: str) -> str:
    """What a question is remembered by: its script and its normal form (spellings by sound depend on the script)."""
    return f"{script(text)}:{normalise(text)}"


def without_city(text: str, *, city: str) -> tuple[str, ...]:
    """Comma-separated parts of the normal form of `text`, without postcode, country and the city's own name.

    The city is recognised in other spellings and scripts. Parts that hold nothing else fall away; () means that at most
    the city was named.
    """
    same = _same(text)
    around = same(city)
    parts = (_without_ends(part.split(), is_around=lambda word: word in COUNTRY or bool(same(word) & around))
             for part in POSTCODE.sub(" ", normalise(text)).split(","))  # fmt: skip
    return tuple(part for part in parts if part)


def is_city(word: str, *, city: str, typed: str) -> bool:
    """Whether a word of the normal form is the city's name, in the script in which it was typed."""
    same = _same(typed)
    return bool(same(word) & same(city))


def _same(typed: str) -> Callable[[str], frozenset[str]]:
    return skeletons if script(typed) == "arabic" else _spellings


def _spellings(word: str) -> frozenset[str]:
    return frozenset({loose_key(word), sound_key(word)})


def _without_ends(words: list[str], *, is_around: Callable[[str], bool]) -> str:
    while words and is_around(words[-1]):
        words = words[:-1]
    while words and is_around(words[0]):
        words = words[1:]
    return " ".join(words)


def numbered(parts: tuple[str, ...]) -> Iterator[Reading]:
    """Each number as a house number, the last (likeliest) one first, with the name before or else after it."""
    text = " , ".join(parts)
    for found in reversed(list(_NUMBER.finditer(text))):
        number = house_numbers.from_text(found[0])
        before, after = _parts(text[: found.start()]), _parts(text[found.end() :])
        if number and before:
            yield Reading(before[-1], number, (*before[:-1], *after), after)
        elif number and after:
            yield Reading(after[0], number, after[1:], after[1:])


def holds_number(text: str) -> bool:
    """Whether a word of the normal form may be a house number."""
    return bool(_NUMBER.search(text))


def named(parts: tuple[str, ...]) -> Iterator[Reading]:
    """Each part as a name, the others as words around it."""
    for at, part in enumerate(parts):
        yield Reading(part, around=parts[:at] + parts[at + 1 :], behind=parts[at + 1 :])


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for piece in text.split(",") if (part := piece.strip()))
