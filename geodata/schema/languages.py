"""Codes of spoken languages: ISO 639."""

import re
from functools import cache

from babel import Locale

from geodata.schema.city import City

_BESIDE_CLDR = frozenset({"gsg", "kmr", "pes", "prs", "rmn", "rmy"})
"""ISO 639-3 codes without a CLDR name: German sign language, Kurmanji, Persian, Dari, two kinds of Romani."""

_NO_LANGUAGE = frozenset({"mul", "und", "zxx"})
"""ISO 639 codes that mean several, unknown, or no language: `not stated` is an empty cell here."""


def language(cell: str, _city: City) -> str | None:
    """An ISO 639 code of two or three letters."""
    return None if cell in language_codes() else "a language code of ISO 639, such as de, ar or prs"


@cache
def language_codes() -> frozenset[str]:
    """All codes that CLDR or the list above knows."""
    named = frozenset(code for code in map(str, Locale("en").languages) if re.fullmatch("[a-z]{2,3}", code))
    return (named | _BESIDE_CLDR) - _NO_LANGUAGE
