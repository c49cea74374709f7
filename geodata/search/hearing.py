"""Names that are written down by ear in another script: "фольксхохшуле", "جوب سنتر" and "sadik" are found.

Built on the consonant classes of `geodata.geocoding.sounds`; words of other languages in German names are also read as
they are said there ("Jobcenter" begins like "джоб").
"""

import re
from typing import Final

from geodata.geocoding.sounds import skeletons

_SHORTEST: Final = 3
"""Consonant classes: fewer fit every tenth name."""
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
    said = word
    for pattern, spelling in _AS_SAID:
        said = pattern.sub(spelling, said)
    return frozenset(key for spelling in {word, said} for key in skeletons(spelling) if len(key) >= _SHORTEST)
