"""Keys by sound, for names written down in Cyrillic or Arabic, or by ear.

`sound_key` keeps vowels (Cyrillic writes them); `skeletons` keeps consonant classes only (Arabic does not write short
vowels), after the classes of the Cologne phonetics (Postel 1969), with m and n apart and w also left out, because "و"
is both w and a vowel.
"""

import re
from typing import Final

from geodata.geocoding.normalise import normalise

_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("[^a-z0-9]", ""), ("tsch", "z"), ("sch", "s"), ("chs|x", "ks"), ("ck", "k"), ("ch", "h"), ("ph|v|w", "f"),
        ("th|dt", "t"), ("qu", "kf"), ("c", "k"), ("tz|ts", "z"), ("aeu|eu|oy", "oi"), ("ei|ey|ay", "ai"), ("ie", "i"),
        ("ae|oe", "e"), ("ue", "u"), ("[jy]", "i"), ("(?<=[aeiou])h(?![aeiou])", ""), (r"([a-z])\1+", r"\1"),
    )
)  # fmt: skip
_CLASSES: Final = str.maketrans("bpdtfgkhlmnrszaeiou", "1122344_56978800000")
_STREET: Final = re.compile(r"^strasse |[ -]?s(?:ch)?trass?e$")


def sound_key(name: str) -> str:
    """How a German name sounds, roughly; "Нойштадт" and "Neustadt" have the same key."""
    key = normalise(name)
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key


def stem_sound(name: str) -> str:
    """The sound of the name without the word for street at either end (languages put it on different sides)."""
    text = normalise(name)
    return sound_key(_STREET.sub("", text) or text)


def skeletons(name: str) -> frozenset[str]:
    """Consonant classes of the name without its word for street, with and without w."""
    plain = re.sub(r"ch(?!s)", "g", re.sub("sch", "s", normalise(name)))
    return frozenset(_skeleton(spelling) for spelling in (plain, re.sub("[wv]", "", plain)))


def _skeleton(spelling: str) -> str:
    classes = stem_sound(spelling).translate(_CLASSES)
    return re.sub(r"(\d)\1+", r"\1", classes.replace("28", "8").replace("0", "").replace("_", ""))
