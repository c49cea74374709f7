"""Names that are written down by ear in another script: "фольксхохшуле", "جوب سنتر" and "sadik" are found.

Built on the consonant classes of `geodata.geocoding.sounds`; words of other languages in German names are also read as
they are said there ("Jobcenter" begins like "джоб").
"""

import re
from typing import Final

from rapidfuzz.distance import OSA

from geodata.geocoding.sounds import skeletons, sound_key
from geodata.geocoding.transliterate import script

_SHORTEST: Final = 3
"""Consonant classes: fewer fit every tenth name."""
_ALIKE: Final = 0.55
"""Share of sounds, vowels among them, that must agree; Arabic writes few vowels, so there only the first must."""
_AS_SAID: Final = (
    (re.compile("j"), "dsch"),
    (re.compile("c(?=[eiy])"), "z"),
    (re.compile("tion"), "zion"),
    (re.compile("(?<=[aeiou])h(?![aeiou])"), ""),
    (re.compile("ج"), "دش"),
    (re.compile("х(?=[аеиоуыэюя])"), ""),
)


def heard(word: str) -> frozenset[str]:
    """Consonant classes of a folded word of any script, in the ways it may be said."""
    spellings = {word, _said(word)}
    return frozenset(key for spelling in spellings for key in skeletons(spelling) if len(key) >= _SHORTEST)


def _said(word: str) -> str:
    for pattern, spelling in _AS_SAID:
        word = pattern.sub(spelling, word)
    return word


def sounds_alike(word: str, other: str) -> bool:
    """Whether two words with the same consonants are likely to be one; each in a script of its own."""
    if "arabic" in (script(word), script(other)):
        return len(min(heard(word) & heard(other), key=len, default="")) > _SHORTEST or _first(word) == _first(other)
    return OSA.normalized_similarity(sound_key(_said(word)), sound_key(_said(other))) >= _ALIKE


def _first(word: str) -> str:
    return sound_key(word)[:1]
