"""Finding a name that was spelled differently: exactly, loosely, with typing errors, or by sound."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Generic, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from geodata.geocoding.normalise import loose_key, name_key, normalise, street_kind
from geodata.geocoding.sounds import skeletons, stem_sound

Named = TypeVar("Named")

_SHORTEST_TYPO: Final = 5  # below five letters one wrong letter is usually another word
_LONG: Final = 8  # from eight letters on, beside the kind of street, two wrong letters still point to one name
_SHORTEST_SKELETON: Final = 3  # fewer consonant classes fit too many names
_MOST_SUGGESTIONS: Final = 5  # what one can take in at a glance


@dataclass(frozen=True)
class Found(Generic[Named]):
    """Entries that answer, or names to suggest; `corrected` when the spelling was not the entry's own."""

    entries: tuple[Named, ...] = ()
    suggestions: tuple[str, ...] = ()
    corrected: bool = False


class NameIndex(Generic[Named]):
    """Entries by name. Several entries may share one name."""

    def __init__(self, named: Mapping[str, tuple[Named, ...]]) -> None:
        self._named = named

    @classmethod
    def from_pairs(cls, pairs: Iterable[tuple[str, Named]]) -> "NameIndex[Named]":
        """Index of (name, entry) pairs."""
        named: defaultdict[str, list[Named]] = defaultdict(list)
        for name, entry in pairs:
            named[name].append(entry)
        return cls({name: tuple(entries) for name, entries in named.items()})

    @cached_property
    def _exact(self) -> Mapping[str, tuple[str, ...]]:
        return self._by(lambda name: (name_key(name),))

    @cached_property
    def _loose(self) -> Mapping[str, tuple[str, ...]]:
        return self._by(lambda name: (loose_key(name),))

    @cached_property
    def _sounds(self) -> Mapping[str, tuple[str, ...]]:
        return self._by(lambda name: (stem_sound(name),))

    @cached_property
    def _skeletons(self) -> Mapping[str, tuple[str, ...]]:
        return self._by(skeletons)

    def _by(self, keys: Callable[[str], Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in self._named:
            for key in keys(name):
                found[key].append(name)
        return {key: tuple(names) for key, names in found.items()}

    def exact(self, name: str) -> Found[Named]:
        """Entries with this name in any of the ways to write it (case, umlauts, Str., blanks, hyphens)."""
        return self._answer(self._exact.get(name_key(name), ()), corrected=False)

    def loose(self, name: str) -> Found[Named]:
        """One name that differs in "Am / An der", umlaut marks or doubled letters; several are suggestions."""
        names = self._loose.get(loose_key(name), ())
        return self._answer(names, corrected=True) if len(names) == 1 else Found(suggestions=names)

    def shortened(self, name: str) -> Found[Named]:
        """The only name whose words begin so, the last one in full ("Th.-Heuss-Str."); several are suggestions."""
        words = _words(name)
        if len(words) < 2:
            return Found()
        names = tuple(other for full, other in self._by_end.get((len(words), words[-1]), ()) if _begins(words, full))
        return self._answer(names, corrected=True) if len(names) == 1 else _suggest(names)

    @cached_property
    def _by_end(self) -> Mapping[tuple[int, str], list[tuple[list[str], str]]]:
        found: defaultdict[tuple[int, str], list[tuple[list[str], str]]] = defaultdict(list)
        for name in self._named:
            if words := _words(name):
                found[len(words), words[-1]].append((words, name))
        return found

    def near(self, name: str) -> Found[Named]:
        """The only name within one typing error (two in long names), its first letter right; else suggestions.

        First letters are seldom mistyped: "Göttinger Straße" is not a slip of "Böttingerstraße". How long a name is,
        is said without its kind of street: "Grätzelweg" is not a slip of "Glatzer Weg".
        """
        key = loose_key(name)
        reach = 2 if len(key) - len(street_kind(key)) >= _LONG else 1
        near = process.extract(key, self._loose.keys(), scorer=OSA.distance, score_cutoff=reach + 2, limit=12)
        hits = [(names, distance, other) for other, distance, _ in near for names in [self._loose[other]]]
        best = hits[0] if hits and len(key) >= _SHORTEST_TYPO else None
        if best and best[1] <= reach and len(best[0]) == 1 and key[0] == best[2][0] and not _other_kind(key, best[2]):
            rivals = [
                other for _, distance, other in hits[1:] if distance <= best[1] + 1 and not _other_kind(key, other)
            ]
            if not rivals:
                return self._answer(best[0], corrected=True)
        tolerable = max(1, len(key) // 3)
        return _suggest(name for names, distance, _ in hits if distance <= tolerable for name in names)

    def by_sound(self, name: str) -> Found[Named]:
        """A name that sounds the same or nearly so (Cyrillic spellings, writing by ear)."""
        key = stem_sound(name)
        if len(key) < _SHORTEST_TYPO - 1:
            return Found()
        if len(same := self._sounds.get(key, ())) == 1:
            return self._answer(same, corrected=True)
        hits = process.extract(key, self._sounds.keys(), scorer=OSA.distance, score_cutoff=2, limit=5)
        first = [
            other
            for other, distance, _ in hits
            if distance == hits[0][1] and distance <= max(1, len(key) // 6) and other[0] == key[0]
        ]
        if not same and len(first) == 1 and len(self._sounds[first[0]]) == 1:
            return self._answer(self._sounds[first[0]], corrected=True)
        return _suggest([*same, *(name for other, _, _ in hits for name in self._sounds[other])])

    def by_skeleton(self, name: str) -> Found[Named]:
        """A name with the same consonants (Arabic spellings); several are suggestions."""
        keys = [key for key in sorted(skeletons(name)) if len(key) >= _SHORTEST_SKELETON]
        names = tuple(dict.fromkeys(other for key in keys for other in self._skeletons.get(key, ())))
        return self._answer(names, corrected=True) if len(names) == 1 else _suggest(names)

    def starting_with(self, text: str) -> tuple[str, ...]:
        """Names that begin with `text` or have a word that does, shortest first."""
        key, loose = name_key(text), loose_key(text)
        if not key:
            return ()
        names = (name for other, names in self._exact.items() if other.startswith(key) for name in names)
        wider = (name for other, names in self._loose.items() if loose and other.startswith(loose) for name in names)
        return tuple(sorted(dict.fromkeys([*names, *wider]), key=lambda name: (len(name), name)))

    def _answer(self, names: Iterable[str], *, corrected: bool) -> Found[Named]:
        entries = tuple(entry for name in names for entry in self._named[name])
        return Found(entries, corrected=corrected and bool(entries))


def _words(name: str) -> list[str]:
    return normalise(name).replace("-", " ").split()


def _begins(short: list[str], full: list[str]) -> bool:
    return all(whole.startswith(part) for part, whole in zip(short, full, strict=True))


def _other_kind(key: str, other: str) -> bool:
    """Whether both say what kind of street they are, and differ: "Königsweg" is not a slip of "Königstieg"."""
    return bool(street_kind(key) and street_kind(other) and street_kind(key) != street_kind(other))


def _suggest(names: Iterable[str]) -> Found[Named]:
    return Found(suggestions=tuple(dict.fromkeys(names))[:_MOST_SUGGESTIONS])
