"""Single answers as people write them: languages, opening hours, yes or no, a day. German words are understood, too."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from geodata.coverage.scenario.parsing import MOST_CHARACTERS
from geodata.schema.contact import is_opening_hours

_YES: Final = frozenset(("yes", "y", "ja", "j", "да", "نعم"))
_NO: Final = frozenset(("no", "n", "nein", "нет", "لا"))
_BETWEEN: Final = re.compile(r"[;,/+&\n]|\s+(?:und|and|и|و)\s+")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_GERMAN: Final = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_GERMAN_DAYS: Final = {"Di": "Tu", "Mi": "We", "Do": "Th", "So": "Su"}
_GERMAN_DAY: Final = re.compile(rf"\b({'|'.join(_GERMAN_DAYS)})\b")
_OCLOCK: Final = re.compile(r"\s*\bUhr\b")


def languages_of(answer: str, languages: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes of the languages named, each once, in order; and the words that name none for sure.

    "ja" and "no" are codes of Japanese and Norwegian, but whoever answers a question with them means something else.

    Args:
        languages: codes by names and codes in small letters.
    """
    words = [word.strip().lower() for word in _BETWEEN.split(answer)]
    words = [part for word in words if word for part in ([word] if word in languages else word.split())]
    named = {word: languages.get(word, "") if word not in _YES | _NO else "" for word in words or [answer]}
    return tuple(dict.fromkeys(filter(None, named.values()))), tuple(word for word, code in named.items() if not code)


def hours_of(answer: str) -> str:
    """The rule in OSM notation, "" where there is none; German days, "Uhr" and dashes are written as OSM has them."""
    as_said = " ".join(answer.split())
    as_meant = _OCLOCK.sub("", _GERMAN_DAY.sub(lambda found: _GERMAN_DAYS[found[0]], as_said)).replace("–", "-")
    return next((rule for rule in (as_said, as_meant) if len(rule) <= MOST_CHARACTERS and is_opening_hours(rule)), "")


def yes_or_no_of(answer: str) -> str:
    """The answer as "yes" or "no", "" where it is neither."""
    word = answer.lower().rstrip(".!")
    return "yes" if word in _YES else "no" if word in _NO else ""


def day_of(text: str) -> date | None:
    """A day as YYYY-MM-DD, or as German spreadsheets write it: DD.MM.YYYY."""
    if found := _ISO.fullmatch(text):
        parts = found.groups()
    elif found := _GERMAN.fullmatch(text):
        parts = found.groups()[::-1]
    else:
        return None
    try:
        year, month, day = (int(part) for part in parts)
        return date(year, month, day)
    except ValueError:
        return None
