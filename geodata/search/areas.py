"""The city, its districts and quarters by their names, in any of the scripts and cases they are typed in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from geodata.geocoding.cells import cell_of
from geodata.geocoding.gazetteer import Gazetteer
from geodata.geocoding.sounds import skeletons, sound_key
from geodata.search.folding import Token, joined
from geodata.search.hearing import may_be_foreign
from geodata.search.stems import keys_of

_SHORTEST_SOUND: Final = 4
_SHORTEST_SKELETON: Final = 3


class Area(NamedTuple):
    """A name of a part of the city: kind "city", "place" (code = key of a district) or "near" (code of a cell)."""

    kind: str
    code: str
    name: str


def areas_of(gazetteer: Gazetteer, districts: Iterable[tuple[str, str]]) -> Iterator[Area]:
    """The city, the districts by (key, spelling), and quarters that are no district, at the cell of their middle."""
    spellings = list(districts)
    yield Area("city", "", gazetteer.city)
    yield from (Area("place", key, spelling) for key, spelling in spellings)
    known = {joined(spelling) for _, spelling in spellings}
    for entry in gazetteer.entries:
        if entry.kind == "quarter" and joined(entry.name) not in known:
            yield Area("near", cell_of(*entry.point), entry.name)


class Areas:
    """Areas by what is typed of them."""

    def __init__(self, areas: Iterable[Area]) -> None:
        listed = list(areas)
        self.city_names = tuple(area.name for area in listed if area.kind == "city")
        self._by_name: dict[str, Area] = {}
        self._by_sound: dict[str, Area] = {}
        skeletons_of: defaultdict[str, set[Area]] = defaultdict(set)
        for area in listed:
            self._by_name.setdefault(joined(area.name), area)
            self._by_sound.setdefault(_sound(area.name), area)
            for key in skeletons(area.name):
                skeletons_of[key].add(area)
        self._by_skeleton: Mapping[str, set[Area]] = skeletons_of

    def find(self, words: tuple[Token, ...]) -> Area | None:
        """The area that these words name, or None."""
        text = " ".join(word.text for word in words)
        if words[0].script == "latin":
            return self._by_name.get(joined(text))
        if words[0].script == "cyrillic":
            sounds = map(_sound, _without_case(words))
            return next((self._by_sound[key] for key in sounds if key in self._by_sound), None)
        return self._arabic(text)

    def _arabic(self, text: str) -> Area | None:
        for key in sorted(skeletons(text)) if may_be_foreign(text) else ():
            found = {(area.kind, area.code): area for area in self._by_skeleton.get(key, ())}
            if len(key) >= _SHORTEST_SKELETON and len(found) == 1:
                return next(iter(found.values()))
        return None


def _without_case(words: tuple[Token, ...]) -> Iterator[str]:
    """The words as they stand, and without the ending of their case: "Гроне", "грон"."""
    yield " ".join(word.text for word in words)
    yield " ".join(min(keys_of(word.text, word.script), key=len) for word in words)


def _sound(name: str) -> str:
    """How a name sounds without its last vowel, which Russian cases change."""
    key = sound_key(name)
    return key.rstrip("aeiou") if len(key) > _SHORTEST_SOUND else key
