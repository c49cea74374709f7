"""Names by their beginnings, forgiving: for a field that suggests while somebody types.

Every way to read what was typed has a tier; a lower tier is the better match. Names are known by their place in the
sequence that was given.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from geodata.geocoding.normalise import folded, loose_key, name_key, normalise
from geodata.geocoding.sounds import skeletons, sound_key, stem_sound

_AFTER: Final = "~"  # sorts behind every letter and digit of a key
_SHORTEST_TYPO: Final = 4  # three letters with one wrong fit half the city
_LONG: Final = 8  # from eight letters on two may be wrong
_MOST_SLIPS: Final = 30  # more than are ever shown
_LONGEST_TYPO: Final = 40  # longer texts are no slips of a name
_SHORTEST_SKELETON: Final = 2  # one consonant class fits every tenth name


class Tier(IntEnum):
    """How what was typed fits a name, best first."""

    WHOLE = 0
    BEGINS = 1
    WORD = 2
    SOUND = 3
    SOUND_BEGINS = 4
    CONSONANTS = 5
    SLIP = 6
    SLIPS = 7


_Keys = Callable[[str], Iterable[str]]


class Prefixes:
    """Names by what they begin with, in Latin, Cyrillic and Arabic letters; built once, then read only."""

    def __init__(self, names: Sequence[str]) -> None:
        normal = [normalise(name) for name in names]
        self._exact = [name_key(name) for name in normal]
        self._parts = [_words(name) for name in normal]
        self._starts = _sorted_keys(normal, lambda name: (folded(name_key(name)), loose_key(name)))
        self._words = _sorted_keys(normal, _later_words)
        self._sounds = _sorted_keys(normal, lambda name: (sound_key(name), stem_sound(name)))
        self._first_sounds = [stem_sound(name)[:1] for name in normal]
        self._skeletons = _sorted_keys(normal, skeletons)

    def search(self, text: str, *, written: str) -> dict[int, Tier]:
        """Names that `text` may be the beginning of, each with its best tier.

        Args:
            text: what was typed, or a part of its normal form.
            written: the script in which it was typed (`transliterate.script`), which the normal form no longer shows.
        """
        found: dict[int, Tier] = {}
        for at, tier in self._readings(text, written=written):
            found[at] = min(tier, found.get(at, tier))
        return found

    def _readings(self, text: str, *, written: str) -> Iterator[tuple[int, Tier]]:
        key = name_key(text)
        for prefix in dict.fromkeys((folded(key), loose_key(text))):
            for other, at in _beginning_with(prefix, self._starts):
                yield at, Tier.WHOLE if key == self._exact[at] or other == prefix else Tier.BEGINS
            yield from ((at, Tier.WORD) for _, at in _beginning_with(prefix, self._words))
        yield from ((at, Tier.WORD) for at in self._shortened(_words(normalise(text))))
        if written == "cyrillic":
            yield from _heard((sound_key(text), stem_sound(text)), self._sounds)
        elif written == "arabic":
            long_enough = (classes for classes in skeletons(text) if len(classes) >= _SHORTEST_SKELETON)
            first = stem_sound(text)[:1]
            for at, tier in _heard(long_enough, self._skeletons):
                yield at, tier if self._first_sounds[at] == first else Tier.CONSONANTS

    def _shortened(self, words: Sequence[str]) -> Iterator[int]:
        """Names whose words begin so, one by one: "Th.-Heuss-Str"."""
        if len(words) > 1:
            for _, at in _beginning_with(folded(words[0]), self._starts):
                full = self._parts[at]
                if len(full) >= len(words) and all(map(str.startswith, full, words)):
                    yield at

    def slips(self, text: str, *, written: str) -> dict[int, Tier]:
        """Names that begin with `text` but for one wrong letter, two in longer texts; slower than `search`."""
        typed, keys = (folded(name_key(text)), self._starts) if written == "latin" else (stem_sound(text), self._sounds)
        if not _SHORTEST_TYPO <= len(typed) <= _LONGEST_TYPO:
            return {}
        reach = 2 if len(typed) >= _LONG else 1
        found: dict[int, Tier] = {}
        for length in (len(typed), len(typed) + 1, len(typed) - 1):
            begun = [other[:length] for other, _ in keys]
            hits = process.extract(typed, begun, scorer=OSA.distance, score_cutoff=reach, limit=_MOST_SLIPS)
            for _, distance, position in hits:
                at, tier = keys[position][1], Tier.SLIP if distance < 2 else Tier.SLIPS
                found[at] = min(tier, found.get(at, tier))
        return found


_Sorted = list[tuple[str, int]]


def _sorted_keys(names: Sequence[str], keys: _Keys) -> _Sorted:
    return sorted({(key, at) for at, name in enumerate(names) for key in keys(name) if key})


def _later_words(name: str) -> Iterator[str]:
    words = _words(name)
    return (folded("".join(words[at:])) for at in range(1, len(words)))


def _words(normal: str) -> list[str]:
    return re.findall("[a-z0-9]+", normal)


def _beginning_with(prefix: str, keys: _Sorted) -> list[tuple[str, int]]:
    if not prefix:
        return []
    return keys[bisect_left(keys, (prefix, -1)) : bisect_left(keys, (prefix + _AFTER, -1))]


def _heard(prefixes: Iterable[str], keys: _Sorted) -> Iterator[tuple[int, Tier]]:
    for prefix in dict.fromkeys(prefixes):
        for other, at in _beginning_with(prefix, keys):
            yield at, Tier.SOUND if other == prefix else Tier.SOUND_BEGINS
