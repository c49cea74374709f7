"""`PlaceIndex`: what a visitor may mean while typing into "Near a place".

Pure and in memory: what is typed is looked up and forgotten. Built once for a city (about a second), then shared.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from geodata.geocoding.elsewhere import foreign_postal_code, is_known, may_become_city, names_city, unknown_behind
from geodata.geocoding.gazetteer import Gazetteer
from geodata.geocoding.normalise import normalise
from geodata.geocoding.prefixes import Prefixes, Tier
from geodata.geocoding.query import Reading, named, numbered, without_city
from geodata.geocoding.suggestion import KINDS, DirectoryPlace, Suggestion, candidates_of, numbers_of
from geodata.geocoding.transliterate import script

_READINGS: Final = 2  # ways to read one text that are tried: a text of many numbers could be read in as many
_STREETS: Final = 3  # streets whose numbers are listed while the name is not yet typed to its end

_Lookup = Callable[[Prefixes, str, str], Mapping[int, Tier]]
_LOOKUPS: Final[tuple[_Lookup, ...]] = (
    lambda names, text, written: names.search(text, written=written),
    lambda names, text, written: names.slips(text, written=written),
)


@dataclass(frozen=True)
class _Typed:
    """What was typed: its script, and the ways to read it."""

    written: str
    numbered: tuple[Reading, ...]
    named: tuple[Reading, ...]


class PlaceIndex:
    """Streets with numbers, quarters, stops, named places and the directory's facilities, by what is typed of them.

    Args:
        gazetteer: the city's own.
        facilities: the directory's places, without those whose address is hidden.

    Example:
        >>> index = PlaceIndex(read_gazetteer(path), [DirectoryPlace("Neues Rathaus", 51.5289, 9.9407)])
        >>> [found.label for found in index.suggest("Neustadt 1", limit=3)]
        ['Neustadt 1', 'Neustadt 1a', 'Neustadt 10']
    """

    def __init__(self, gazetteer: Gazetteer, facilities: Iterable[DirectoryPlace] = ()) -> None:
        self._gazetteer = gazetteer
        self._candidates = candidates_of(gazetteer, facilities)
        self._names = Prefixes([candidate.name for candidate in self._candidates])
        self._numbers = {name: numbers_of(houses) for name, houses in gazetteer.houses.items()}

    def suggest(self, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """At most `limit` places that `text` may be the beginning of, best first; () when nothing fits.

        Never raises, for no text of any script or length. Whole names come first, then beginnings by kind (street,
        quarter, stop, facility, place), at most half of them of one kind while others fit too; slips of the keyboard
        only where nothing else fits. Where a number was typed, the street's numbers that begin so stand before all.
        """
        typed = self._read(text)
        for found in self._ways(typed, limit) if limit > 0 else ():
            if found:
                return tuple(dict.fromkeys(found))[:limit]
        return ()

    def _read(self, text: str) -> _Typed:
        """The ways to read `text`; none for what lies in another city, as far as it is typed."""
        parts = without_city(text, city=self._gazetteer.city) or (normalise(text),)
        with_number, names = tuple(islice(numbered(parts), _READINGS)), tuple(islice(named(parts), _READINGS))
        if self._is_elsewhere((*with_number, *names), text):
            return _Typed("latin", (), ())
        specific = tuple(reading for reading in names if not self._gazetteer.quarters.exact(reading.name).entries)
        return _Typed(script(text), with_number, specific or names)

    def _is_elsewhere(self, readings: Iterable[Reading], text: str) -> bool:
        """Whether a whole address or name is followed by another city, or by what cannot become ours."""
        if foreign_postal_code(text, self._gazetteer):
            return True
        whole = (reading for reading in readings if reading.number or is_known(reading.name, self._gazetteer))
        unknown = [words for reading in whole if (words := unknown_behind(reading, self._gazetteer))]
        foreign = any(not may_become_city(words, self._gazetteer) for words in unknown)
        return foreign and not names_city(text, self._gazetteer)

    def _ways(self, typed: _Typed, limit: int) -> Iterator[list[Suggestion]]:
        """What fits, by ever more forgiving ways to read it: as typed, then without the number, then with slips."""
        for lookup in _LOOKUPS:
            houses = islice(self._houses(typed, lookup), limit)
            yield [*houses, *self._mixed(typed.named, typed, lookup=lookup, limit=limit)]
            yield self._mixed(typed.numbered, typed, lookup=lookup, limit=limit)

    def _houses(self, typed: _Typed, lookup: _Lookup) -> Iterator[Suggestion]:
        """Numbers that begin as the one typed, on the streets that begin as the name."""
        for reading in typed.numbered:
            found = [pair for pair in self._ranked(reading, typed, lookup=lookup) if pair[1].kind == "street"]
            meant = [pair for pair in found if pair[0] is Tier.WHOLE] or found[:_STREETS]
            for _, street in meant:
                for number, point in self._numbers.get(street.label, ()):
                    if str(number).startswith(str(reading.number)):
                        yield Suggestion(f"{street.label} {number}", "house", *point)

    def _mixed(self, readings: Iterable[Reading], typed: _Typed, *, lookup: _Lookup, limit: int) -> list[Suggestion]:
        """The best of all readings, at most half of them of one kind while others fit too."""
        found = {pair for reading in readings for pair in self._ranked(reading, typed, lookup=lookup)}
        ranked = sorted(found, key=_rank)
        seen: Counter[str] = Counter()
        first: list[int] = []
        rest: list[int] = []
        for at, (_, suggested) in enumerate(ranked):
            seen[suggested.kind] += 1
            (first if seen[suggested.kind] <= max(1, limit // 2) else rest).append(at)
        return [ranked[at][1] for at in sorted([*first, *rest][:limit])]

    def _ranked(self, reading: Reading, typed: _Typed, *, lookup: _Lookup) -> list[tuple[Tier, Suggestion]]:
        """What the name fits, best first; in the district that the question names, when it names one."""
        quarters = self._gazetteer.quarters
        districts = {area.district_key for words in reading.around for area in quarters.exact(words).entries}
        hits = [(tier, self._candidates[at]) for at, tier in lookup(self._names, reading.name, typed.written).items()]
        inside = [(tier, found) for tier, found in hits if found.district_key in districts]
        return sorted(((tier, found.suggestion) for tier, found in inside or hits), key=_rank)


def _rank(pair: tuple[Tier, Suggestion]) -> tuple[int, int, int, str]:
    tier, found = pair
    return tier, KINDS.index(found.kind), len(found.label), found.label
