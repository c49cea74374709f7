"""One spelling for the many ways an address is typed.

`normalise` is total (any text of any script and length) and idempotent; `name_key`, `loose_key` and the keys in
`sounds` build on it.
"""

import re
import unicodedata
from typing import Final

from geodata.geocoding.transliterate import to_latin

_LONGEST: Final = 1_000  # characters read; an address has under 100, and work must not grow with what is pasted
_MOST_WORDS: Final = 24  # an address in full has about 10
_LONGEST_WORD: Final = 60  # the longest street name in German has 40
_UMLAUTS: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i"}
)
_DASHES: Final = re.compile(r"[‐-―−–—]")
_NOT_KEPT: Final = re.compile(r"[^a-z0-9,/&-]+")
_LOOSE_DASH: Final = re.compile(r"(?<![a-z0-9])[-/&]+|[-/&]+(?![a-z0-9])")
_STEPS: Final = (
    (re.compile(r"\b(\d+[a-z]?) ?(?:-|bis) ?(\d+[a-z]?)\b"), r"\1-\2"),  # "1 - 4", "1 bis 4"
    (re.compile(r"\b(\d{1,4}) ([a-z])(?= |$)"), r"\1\2"),  # "12 a"
    (re.compile(r"(?<=[a-z])str(?= |$)|\bstr(?= |$)"), "strasse"),
    (re.compile(r"\bsankt\b"), "st"),
    (re.compile(r"\bv(?= [a-z]{2})"), "von"),
    (re.compile(r"\bpl(?= |$)"), "platz"),
    (re.compile(r"\bprof\b"), "professor"),
)
_LEADING: Final = re.compile(
    r"^(?:(?:am|im|an|in|auf|zum|zur|beim|hinter|hinterm|vor|vorm|unter|ueber|bei|zu)\b[ -]?)?"
    r"(?:(?:der|dem|den|die|das)\b[ -]?)?"
)
_STREET_KINDS: Final = (
    "strasse",
    "weg",
    "platz",
    "allee",
    "gasse",
    "ring",
    "graben",
    "stieg",
    "breite",
    "ufer",
    "damm",
    "hof",
    "tor",
)


def _base(text: str) -> str:
    if text.isascii():  # most is, and normal forms are: the same, without looking at every letter
        return _NOT_KEPT.sub(" ", text[:_LONGEST].casefold()).replace(",", " , ")
    folded = "".join(
        str(unicodedata.digit(c)) if unicodedata.digit(c, None) is not None else c
        for c in unicodedata.normalize("NFKC", text[:_LONGEST]).casefold()
    )
    latin = to_latin(_DASHES.sub("-", folded)).translate(_UMLAUTS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    return _NOT_KEPT.sub(" ", plain).replace(",", " , ")


def _tidy(text: str) -> str:
    for pattern, spelling in _STEPS:
        text = pattern.sub(spelling, text)
    words = [word for word in _LOOSE_DASH.sub(" ", text).split() if len(word) <= _LONGEST_WORD]
    kept = [word for word, before in zip(words, ["", *words], strict=False) if word != "," or before not in ("", ",")]
    while kept[:_MOST_WORDS][-1:] == [","]:
        kept = kept[: min(len(kept), _MOST_WORDS) - 1]
    return " ".join(kept[:_MOST_WORDS])


def normalise(text: str) -> str:
    """Lower-case ASCII words; parts are kept apart by " , ". "Groner Str. 12 A" and "groner straße 12a" are the same.

    Never raises; text without a letter or digit that can be read gives "".
    """
    current = _base(text)
    while (tidied := _tidy(current)) != current:
        current = tidied
    return current


def name_key(name: str) -> str:
    """Key under which a street or place is filed: the normal form without blanks and signs."""
    return re.sub(r"[^a-z0-9]", "", normalise(name))


def loose_key(name: str) -> str:
    """A wider key: without leading "Am / An der", without umlaut marks, doubled letters once."""
    bare = _LEADING.sub("", normalise(name)) or normalise(name)
    return folded(re.sub(r"[^a-z0-9]", "", bare))


def folded(key: str) -> str:
    """A key without umlaut marks, doubled letters once: "juedenstrasse" and "Judenstrase" meet at "judenstrase"."""
    return re.sub(r"([a-z])\1+", r"\1", re.sub(r"([aou])e", r"\1", key))


def street_kind(key: str) -> str:
    """The word at the end that says what kind of street it is ("strasse", "weg" …), "" where there is none."""
    return next((kind for kind in _STREET_KINDS if key.endswith((kind, re.sub(r"([a-z])\1+", r"\1", kind)))), "")
