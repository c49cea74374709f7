"""Names that are written down by ear in another script: "фольксхохшуле", "جوب سنتر" and "sadik" are found.

Built on the consonant classes of `geodata.geocoding.sounds`; words of other languages in German names are also read as
they are said there ("Jobcenter" begins like "джоб").
"""

import re
from collections.abc import Iterable
from typing import Final

from rapidfuzz.distance import OSA

from geodata.geocoding.sounds import skeletons, sound_key
from geodata.geocoding.transliterate import script

_SHORTEST: Final = 3
"""Consonant classes: fewer fit every tenth name."""
LONG: Final = 5
"""Consonant classes that few words share."""
_ALIKE: Final = 0.7
"""Share of sounds, vowels among them, that must agree."""
_ALIKE_ARABIC: Final = 0.45
"""The same where few vowels are written."""
_NATIVE: Final = re.compile("[ظضذثعحъщ]")
_AS_SAID: Final = (
    (re.compile("j"), "dsch"),
    (re.compile("c(?=[eiy])"), "z"),
    (re.compile("tion"), "zion"),
    (re.compile("(?<=[aeiou])h(?![aeiou])"), ""),
    (re.compile("ج"), "دش"),
    (re.compile("х(?=[аеиоуыэюя])"), ""),
)


Ways = tuple[str, ...]
"""Consonant classes of a word in each of the ways it may be said, always in the same order."""


def ways(word: str) -> Ways:
    """How a folded word may be said: as it is written with and without "w", then as it is said in other languages."""
    plain, said = skeletons(word), skeletons(_said(word))
    return max(plain, key=len), min(plain, key=len), max(said, key=len), min(said, key=len)


def heard(word: str) -> frozenset[str]:
    """Consonant classes of a folded word of any script, in the ways it may be said."""
    return frozenset(key for key in ways(word) if len(key) >= _SHORTEST) if may_be_foreign(word) else frozenset()


def may_be_foreign(word: str) -> bool:
    """Whether no letter of a word stands for a sound that no German or English name has."""
    return not _NATIVE.search(word)


def heard_together(words: Iterable[Ways]) -> frozenset[str]:
    """The same for several words that are said one after the other, where they are long enough to tell."""
    whole = (re.sub(r"(\d)\1+", r"\1", "".join(way).replace("28", "8")) for way in zip(*words, strict=True))
    return frozenset(key for key in whole if len(key) >= LONG)


def _said(word: str) -> str:
    for pattern, spelling in _AS_SAID:
        word = pattern.sub(spelling, word)
    return word


def is_heard(word: str) -> bool:
    """Whether a word has so many consonants that another one with the same is likely to be it."""
    return any(len(key) >= LONG for key in heard(word))


def sounds_alike(word: str, other: str) -> bool:
    """Whether two words with the same consonants are likely to be one; each in a script of its own."""
    least = _ALIKE_ARABIC if "arabic" in (script(word), script(other)) else _ALIKE
    pairs = ((a, b) for a in {word, _said(word)} for b in {other, _said(other)})
    return max(OSA.normalized_similarity(sound_key(a), sound_key(b)) for a, b in pairs) >= least
