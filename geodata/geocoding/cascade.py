"""The order in which the gazetteer is asked: house → neighbour → street → place name → quarter.

Literal spellings of every kind come before corrected ones, so that a typing error never hides what was really written.
The name of a district is asked before places, because bus stops and playgrounds bear it too.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from geodata.geocoding.distance import middle, spread_m
from geodata.geocoding.elsewhere import as_typed, foreign_postal_code, names_city, unknown_before, unknown_behind
from geodata.geocoding.gazetteer import Entry, Gazetteer
from geodata.geocoding.house_numbers import HouseNumber
from geodata.geocoding.houses import Placed, place_number
from geodata.geocoding.match import Match, Quality, no_match
from geodata.geocoding.names import Found, NameIndex
from geodata.geocoding.normalise import normalise
from geodata.geocoding.query import Reading, holds_number, named, numbered, without_city
from geodata.geocoding.reasons import Reason, reason
from geodata.geocoding.transliterate import script

PROVIDER: Final = "gazetteer"

UNCERTAINTY_M: Final = {
    Quality.HOUSE: 85.0,
    Quality.INTERPOLATED: 120.0,
    Quality.PLACE: 85.0,
    Quality.STREET: 150.0,
    Quality.QUARTER: 1600.0,
}
"""Distance within which 90 % of answers of a class lie, in metres; how it was measured: docs/data-quality.md."""

CELL_M: Final = 55.0
"""Added for house numbers at cell precision: 90 % of them lie within 55 m of their cell centre (corner: 71 m)."""

_ONE_PLACE_M: Final = (
    250.0  # equal names within this distance are one place: two platforms of a stop, two doors of a school
)

_Lookup = Callable[[NameIndex[Entry], str], Found[Entry]]
_LITERAL: Final[tuple[_Lookup, ...]] = (NameIndex.exact, NameIndex.loose)


def find(text: str, *, gazetteer: Gazetteer, date: str) -> Match:
    """The best founded answer of the gazetteer to free text; never raises.

    Args:
        text: an address or a name, in Latin, Cyrillic or Arabic letters.
        gazetteer: where to look.
        date: ISO date to be written on the answer.
    """
    parts = without_city(text, city=gazetteer.city)
    if not parts:
        code = "city" if normalise(text) else "empty"
        return no_match(reason(code), provider=PROVIDER, date=date)
    if code := foreign_postal_code(text, gazetteer):
        return no_match(reason("elsewhere", words=code), provider=PROVIDER, date=date)
    is_here = names_city(text, gazetteer)
    suggestions: list[str] = []
    for attempt, step in _attempts(_lookups(text), parts, gazetteer=gazetteer):
        match = step(attempt)
        if isinstance(match, Match):
            found = replace(match, date=date, suggestions=_few(suggestions) if step is _only_quarter else ())
            return found if is_here or step is _only_quarter else _if_here(found, attempt, text=text)
        suggestions.extend(match)
    kept = _few(suggestions or list(_begun(parts, gazetteer)))
    return no_match(reason("ambiguous" if kept else "not_found"), provider=PROVIDER, date=date, suggestions=kept)


def _if_here(match: Match, attempt: "_Attempt", *, text: str) -> Match:
    """The match, unless the question goes on with what is nothing in this city; words before it are only named."""
    if words := unknown_behind(attempt.reading, attempt.gazetteer):
        why = reason("elsewhere", words=as_typed(words, text))
        return no_match(why, provider=PROVIDER, date=match.date, suggestions=(match.label,))
    words = unknown_before(attempt.reading, attempt.gazetteer)
    if not words or not match.quality.is_settled:
        return match
    return replace(match, reason=reason("left_out", label=match.label, words=as_typed(words, text)))


def _few(suggestions: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(suggestions))[:5]


def _begun(parts: tuple[str, ...], gazetteer: Gazetteer) -> Iterator[str]:
    for index in (gazetteer.streets, gazetteer.places):
        yield from (index.exact(name).entries[0].name for name in index.starting_with(parts[0])[:5])


@dataclass(frozen=True)
class _Attempt:
    """One reading, looked for in one way."""

    lookup: _Lookup
    reading: Reading
    gazetteer: Gazetteer

    def among(self, index: NameIndex[Entry]) -> Found[Entry]:
        return self.lookup(index, self.reading.name)


_Step = Callable[[_Attempt], Match | tuple[str, ...]]


def _attempts(
    lookups: Iterable[_Lookup], parts: tuple[str, ...], *, gazetteer: Gazetteer
) -> Iterator[tuple[_Attempt, _Step]]:
    """What is looked for, by which spelling: streets and places first, a quarter that only says where they are last.

    Typing errors are not looked for in names with a number: "Hiroshimaplatz 1-4" is no slip of "Hiroshimaplatz".
    """
    names = list(named(parts))
    areas = [reading for reading in names if gazetteer.quarters.exact(reading.name).entries]
    specific = [*numbered(parts), *(reading for reading in names if reading not in areas)]
    specific += [short for reading in specific for short in _without_quarter(reading, gazetteer)]
    for lookup, reading in product(lookups, specific):
        if lookup in _LITERAL or not holds_number(reading.name):
            yield from ((_Attempt(lookup, reading, gazetteer), step) for step in (_street, _quarter, _place))
    for lookup, reading in product(_LITERAL, specific):
        if reading.number:
            yield _Attempt(lookup, reading, gazetteer), _square
    for reading in areas:
        yield _Attempt(NameIndex.exact, reading, gazetteer), _only_quarter if specific else _quarter


def _without_quarter(reading: Reading, gazetteer: Gazetteer) -> Iterator[Reading]:
    """A street and a quarter without a comma, as in "backhausstrasse grone", with the quarter set apart."""
    words = reading.name.split()
    for at in range(1, len(words)):
        for name, area in ((words[:at], words[at:]), (words[at:], words[:at])):
            if gazetteer.quarters.exact(" ".join(area)).entries:
                yield Reading(" ".join(name), reading.number, (*reading.around, " ".join(area)), reading.behind)


def _lookups(text: str) -> Iterator[_Lookup]:
    yield NameIndex.exact
    yield NameIndex.loose
    yield NameIndex.shortened
    yield NameIndex.near
    yield NameIndex.by_sound
    if script(text) == "arabic":
        yield NameIndex.by_skeleton


def _street(attempt: _Attempt) -> Match | tuple[str, ...]:
    reading, gazetteer = attempt.reading, attempt.gazetteer
    found = attempt.among(gazetteer.streets)
    if not found.entries:
        ending = f" {reading.number}" if reading.number else ""
        return tuple(name + ending for name in found.suggestions)
    street = found.entries[0]
    placed = _placed(reading.number, street, houses=gazetteer.houses.get(street.name, ()))
    why = placed.reason
    if found.corrected and why.code == "exact":
        why = Reason("exact_read_as", why.values)
    cell = 0.0 if gazetteer.exact or placed.quality is Quality.STREET else CELL_M
    label = (
        f"{street.name} {reading.number}" if reading.number and placed.quality is not Quality.STREET else street.name
    )
    uncertainty = round(UNCERTAINTY_M[placed.quality] + placed.extra_m + cell)
    return Match(*placed.point, label, placed.quality, uncertainty, PROVIDER, placed.reference, "", why)


def _placed(number: HouseNumber | None, street: Entry, *, houses: tuple[Entry, ...]) -> Placed:
    half = max(0.0, street.extent_m / 2 - UNCERTAINTY_M[Quality.STREET])
    if not number:
        return Placed(street.point, Quality.STREET, reason("street", street=street.name), extra_m=half)
    if placed := place_number(number, street=street.name, houses=houses):
        return placed
    why = reason("no_number", number=number, street=street.name)
    return Placed(street.point, Quality.STREET, why, extra_m=half)


def _place(attempt: _Attempt) -> Match | tuple[str, ...]:
    gazetteer = attempt.gazetteer
    if attempt.reading.number:
        return ()
    found = attempt.among(gazetteer.places)
    entries = _around(found.entries, attempt)
    if not entries:
        return found.suggestions
    points = [entry.point for entry in entries]
    name, apart = entries[0].name, spread_m(points)
    if apart > _ONE_PLACE_M:
        return tuple(f"{name}, {gazetteer.district_names.get(entry.district_key, gazetteer.city)}" for entry in entries)
    why = reason("place", name=name) if apart == 0 else reason("place_nearby", name=name, metres=round(2 * apart))
    uncertainty = round(UNCERTAINTY_M[Quality.PLACE] + apart)
    return Match(*middle(points), name, Quality.PLACE, uncertainty, PROVIDER, entries[0].reference, "", why)


def _around(entries: tuple[Entry, ...], attempt: _Attempt) -> tuple[Entry, ...]:
    """Those in the district that the question names, or all when it names none (or none of them lies there)."""
    quarters = attempt.gazetteer.quarters
    districts = {area.district_key for words in attempt.reading.around for area in quarters.exact(words).entries}
    return tuple(entry for entry in entries if entry.district_key in districts) or entries


def _quarter(attempt: _Attempt) -> Match | tuple[str, ...]:
    if attempt.reading.number:
        return ()
    found = attempt.among(attempt.gazetteer.quarters)
    if not found.entries:
        return found.suggestions
    entry = found.entries[0]
    why = reason("quarter", name=entry.name)
    uncertainty = round(UNCERTAINTY_M[Quality.QUARTER])
    return Match(*entry.point, entry.name, Quality.QUARTER, uncertainty, PROVIDER, entry.reference, "", why)


def _only_quarter(attempt: _Attempt) -> Match | tuple[str, ...]:
    """The quarter, when nothing else in the question was found."""
    match = _quarter(attempt)
    return replace(match, reason=reason("only_quarter", name=match.label)) if isinstance(match, Match) else match


def _square(attempt: _Attempt) -> Match | tuple[str, ...]:
    """A number at a place that has no numbers, as squares often have: no better than a street."""
    match = _place(replace(attempt, reading=replace(attempt.reading, number=None)))
    if not isinstance(match, Match):
        return match
    why = reason("no_number_place", name=match.label)
    return replace(match, quality=Quality.STREET, uncertainty_m=UNCERTAINTY_M[Quality.STREET], reason=why)
