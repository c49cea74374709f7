"""What can be suggested to somebody who types: the city's streets, quarters, stops and places, and the directory's own.

Positions are those of the gazetteer; with the committed one, house numbers stand at the centre of their 100 m cell.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, isfinite, radians
from typing import Final, Literal, NamedTuple

import numpy as np

from geodata.geocoding.cells import cell_of
from geodata.geocoding.distance import LatLon, distance_m, middle, spread_m
from geodata.geocoding.gazetteer import Entry, Gazetteer, Kind
from geodata.geocoding.house_numbers import HouseNumber
from geodata.geocoding.normalise import name_key

SuggestedKind = Literal["house", "street", "quarter", "stop", "facility", "place"]

KINDS: Final[tuple[SuggestedKind, ...]] = ("house", "street", "quarter", "stop", "facility", "place")
"""In the order in which equally good matches are listed."""

_ONE_PLACE_M: Final = 250.0  # equal names nearer to each other are one place: platforms of a stop, doors of a school
_TWICE_M: Final = 150.0  # one number at points farther apart is two houses, and no one of them can be meant


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line of the list under the field.

    Attributes:
        label: what is shown, as the map data write it; with the district or street where several bear the name.
        kind: house | street | quarter | stop | facility | place.
        latitude, longitude: degrees, WGS 84.
    """

    label: str
    kind: SuggestedKind
    latitude: float
    longitude: float

    @property
    def cell(self) -> str:
        """Code of the 100 m cell around the point: all that a page needs to keep."""
        return cell_of(self.latitude, self.longitude)


class DirectoryPlace(NamedTuple):
    """A facility that may be found by name; never one whose address is hidden.

    `other_names` are its names in other languages; places without a point (NaN) are left out.
    """

    name: str
    latitude: float
    longitude: float
    other_names: tuple[str, ...] = ()


class Candidate(NamedTuple):
    """A suggestion under one of the names it is found by."""

    name: str
    suggestion: Suggestion
    district_key: str

    @property
    def point(self) -> LatLon:
        """(lat, lon)."""
        return self.suggestion.latitude, self.suggestion.longitude


def candidates_of(gazetteer: Gazetteer, facilities: Iterable[DirectoryPlace]) -> list[Candidate]:
    """Everything but house numbers; a place of the map data that the directory holds too is named once."""
    own = [candidate for place in facilities for candidate in _facility(place)]
    known: defaultdict[str, list[LatLon]] = defaultdict(list)
    for candidate in own:
        known[name_key(candidate.name)].append(candidate.point)
    streets = [_candidate(entry, "street") for entry in gazetteer.all_streets]
    quarters = [_candidate(entry, "quarter") for entry in _once(gazetteer.entries, "quarter")]
    stops = list(_grouped(gazetteer, "stop"))
    places = (place for place in _grouped(gazetteer, "place") if not _is_near(place.point, known[name_key(place.name)]))
    return [*streets, *quarters, *stops, *own, *places]


def numbers_of(houses: Iterable[Entry]) -> list[tuple[HouseNumber, LatLon]]:
    """The numbers of one street in order, each once; those that may belong to another street are left out."""
    found: defaultdict[HouseNumber, list[LatLon]] = defaultdict(list)
    for house in houses:
        if house.link != "low" and (number := house.house_number):
            found[number].append(house.point)
    placed = ((number, middle(points)) for number, points in found.items() if spread_m(points) <= _TWICE_M)
    return sorted(placed, key=lambda pair: (pair[0].low, pair[0].letter, pair[0].high, pair[0].letter_high))


def _facility(place: DirectoryPlace) -> Iterator[Candidate]:
    if isfinite(place.latitude) and isfinite(place.longitude):
        found = Suggestion(place.name, "facility", place.latitude, place.longitude)
        yield from (Candidate(name, found, "") for name in (place.name, *place.other_names) if name)


def _candidate(entry: Entry, kind: SuggestedKind) -> Candidate:
    return Candidate(entry.name, Suggestion(entry.name, kind, *entry.point), entry.district_key)


def _once(entries: Iterable[Entry], kind: Kind) -> Iterable[Entry]:
    """Each name once, where the cascade answers it too: a district and its quarter often share a name."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.kind == kind:
            found.setdefault(entry.name, entry)
    return found.values()


def _grouped(gazetteer: Gazetteer, kind: Literal["stop", "place"]) -> Iterator[Candidate]:
    """Equal names near each other as one; far apart, each with its district; apart in one district, with a street."""
    named: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in gazetteer.entries:
        if entry.kind == kind:
            named[entry.name].append(entry)
    for name, entries in named.items():
        if _are_one(entries):
            yield _middle_one(name, entries, kind=kind)
            continue
        for key, group in _by(lambda entry: entry.district_key, entries).items():
            if _are_one(group):
                where = gazetteer.district_names.get(key, gazetteer.city)
                yield _middle_one(f"{name}, {where}", group, kind=kind)
            else:
                streets = _by(lambda entry: _street_at(entry.point, gazetteer), group)
                yield from (_middle_one(f"{name}, {at}", there, kind=kind) for at, there in streets.items())


def _are_one(entries: Sequence[Entry]) -> bool:
    return spread_m([entry.point for entry in entries]) <= _ONE_PLACE_M


def _by(key: Callable[[Entry], str], entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[key(entry)].append(entry)
    return found


def _street_at(point: LatLon, gazetteer: Gazetteer) -> str:
    """The street of the nearest house number, or the city's name where there is none."""
    names, points = gazetteer.house_points
    if not names:
        return gazetteer.city
    latitudes, longitudes = (points - np.array(point)).T
    return names[int(np.argmin(np.hypot(latitudes, longitudes * cos(radians(point[0])))))]


def _middle_one(label: str, entries: Sequence[Entry], *, kind: Literal["stop", "place"]) -> Candidate:
    centre = middle([entry.point for entry in entries])
    nearest = min(entries, key=lambda entry: (distance_m(entry.point, centre), entry.point))
    return Candidate(nearest.name, Suggestion(label, kind, *nearest.point), nearest.district_key)


def _is_near(point: LatLon, others: Iterable[LatLon]) -> bool:
    return any(distance_m(point, other) <= _ONE_PLACE_M for other in others)
