"""Words of a text as they are compared: without case, marks and signs, each with its place in the text.

Total: any text of any script is read, and what cannot be read is left out. A mark that is added or left out, or a
letter of other case, never changes a word: "Möbel" and "mobel", "йод" and "иод", "مَدْرَسَة" and "مدرسه" are the same.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from geodata.geocoding.transliterate import script

_LONGEST: Final = 600  # characters read: a question has under 100, and work must not grow with what is pasted
_MOST_WORDS: Final = 24
_LONGEST_WORD: Final = 60
_SAME: Final = {
    "ø": "o", "æ": "a", "œ": "o", "ł": "l", "đ": "d", "ı": "i",
    "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ٱ": "ا",
}  # fmt: skip
_SILENT: Final = frozenset("ءـ\u00ad\u200b\u200c\u200d\u2060'’‘ʼ`´")
"""Hamza on the line, tatweel, soft hyphen, joiners, and apostrophes: "women's" is one word."""
_SHORT_I: Final = re.compile(r"(?<=[аеиоуыэюя])и$")
_UMLAUT_PAIR: Final = re.compile(r"(?<=[aou])e")
_DOUBLED: Final = re.compile(r"(\D)\1+")  # of numbers every digit counts: "116" is not "16"


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its folded form, its span in the text (start, end), and its script ("latin", "cyrillic", "arabic")."""

    text: str
    start: int
    end: int
    script: str


def tokens(text: str, *, limit: int | None = _MOST_WORDS) -> tuple[Token, ...]:
    """The words of `text` in order, the first `limit` of them (None: all, for texts of our own)."""
    found: list[Token] = []
    letters, start = "", 0
    for at, character in enumerate(text if limit is None else text[:_LONGEST]):
        folded = _letters(character)
        if folded == " ":
            _close(letters, (start, at), found=found)
            letters = ""
        elif folded:
            start = start if letters else at
            letters += folded
    _close(letters, (start, len(text)), found=found)
    return tuple(found[:limit])


def _close(letters: str, span: tuple[int, int], *, found: list[Token]) -> None:
    if letters and len(letters) <= _LONGEST_WORD:
        written = "latin" if letters.isascii() else script(letters)
        found.append(Token(_SHORT_I.sub("й", letters) if written == "cyrillic" else letters, *span, written))


@lru_cache(maxsize=4096)  # of single characters
def _letters(character: str) -> str:
    """Folded letters and digits of one character; "" for a mark, a blank for all that separates words."""
    if character in _SILENT:
        return ""
    plain = unicodedata.normalize("NFKD", character.casefold()).casefold()
    kept = [_SAME.get(c, c) for c in plain if not unicodedata.combining(c) and c not in _SILENT]
    digits = (str(unicodedata.digit(c)) if unicodedata.digit(c, None) is not None else c for c in kept)
    letters = "".join(c for c in digits if c.isalnum())
    return letters or ("" if all(map(unicodedata.combining, plain)) else " ")


def single(word: str) -> str:
    """A folded word with each letter once that stands several times in a row: "طبيبب" is "طبيب"."""
    return _DOUBLED.sub(r"\1", word)


def collapsed(word: str) -> str:
    """A folded word without "e" for an umlaut and without doubled letters: "moebel" is "mobel", "gross" is "gros"."""
    return single(_UMLAUT_PAIR.sub("", single(word)))


def joined(text: str) -> str:
    """All words of a text, folded and collapsed, with blanks between: how names are compared."""
    return " ".join(collapsed(token.text) for token in tokens(text))
