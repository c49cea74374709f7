"""The city's streets, house numbers, named places and quarters, as one immutable value."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from geodata.geocoding import house_numbers
from geodata.geocoding.distance import LatLon
from geodata.geocoding.house_numbers import HouseNumber
from geodata.geocoding.names import NameIndex
from geodata.geocoding.normalise import name_key
from geodata.geocoding.query import without_city

Kind = Literal["street", "house", "place", "stop", "quarter"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a gazetteer file.

    Attributes:
        kind: street | house | place | stop | quarter.
        name: the name; for a house the name of its street.
        number: house number as mapped ("" unless a house).
        point: (lat, lon), WGS 84; of a street a point on the line near its middle.
        extent_m: length of a street, 0 for others.
        link: how surely the number belongs to this street (high | medium | low; "" unless a house).
        district_key: key of the district around the point, "" where unknown.
        reference: id in the source ("way/123"); "" for houses at cell precision, because it would give the exact
        position.
    """

    kind: Kind
    name: str
    point: LatLon
    number: str = ""
    extent_m: float = 0.0
    link: str = ""
    district_key: str = ""
    reference: str = ""

    @property
    def house_number(self) -> HouseNumber | None:
        """The number, taken apart."""
        return house_numbers.from_text(self.number)


@dataclass(frozen=True)
class Gazetteer:
    """Everything that can be found without asking anybody.

    Attributes:
        entries: all lines, in file order.
        city: the city's name as people write it.
        date: state of the source (EDTF).
        exact: whether house numbers stand at their own position (else at the centre of their 100 m cell).
        digest: short fingerprint of the file, so that stored answers of an older gazetteer are not used.
        postal_codes: those of the city; an address with another one lies elsewhere. Empty where they are not known.
    """

    entries: tuple[Entry, ...]
    city: str
    date: str
    exact: bool
    digest: str
    postal_codes: frozenset[str] = frozenset()

    @cached_property
    def all_streets(self) -> tuple[Entry, ...]:
        """Streets, each name once; those known only by their house numbers stand at one of them."""
        found: dict[str, Entry] = {}
        for entry in self._of("street"):
            found.setdefault(entry.name, entry)
        for entry in self._of("house"):
            if entry.name not in found:
                found[entry.name] = Entry("street", entry.name, entry.point, district_key=entry.district_key)
        return tuple(found.values())

    @cached_property
    def streets(self) -> NameIndex[Entry]:
        """Streets by name; streets known only by their house numbers are included."""
        return self._index(self.all_streets)

    @cached_property
    def places(self) -> NameIndex[Entry]:
        """Named places and bus stops, also without the city in their name ("Stadtbibliothek Göttingen")."""
        places = [*self._of("place"), *self._of("stop")]
        short = [(", ".join(without_city(entry.name, city=self.city)), entry) for entry in places]
        aliases = [(name, entry) for name, entry in short if name and name_key(name) != name_key(entry.name)]
        return NameIndex.from_pairs([*((entry.name, entry) for entry in places), *aliases])

    @cached_property
    def quarters(self) -> NameIndex[Entry]:
        """Districts, quarters and villages."""
        return self._index(self._of("quarter"))

    @cached_property
    def houses(self) -> Mapping[str, tuple[Entry, ...]]:
        """Houses by the name of their street."""
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self._of("house"):
            found[entry.name].append(entry)
        return {name: tuple(houses) for name, houses in found.items()}

    @cached_property
    def house_points(self) -> tuple[tuple[str, ...], NDArray[np.float64]]:
        """The street of each house number, and (n, 2) of their latitude and longitude."""
        houses = tuple(self._of("house"))
        points = np.array([house.point for house in houses], dtype=np.float64).reshape(-1, 2)
        return tuple(house.name for house in houses), points

    @cached_property
    def district_names(self) -> Mapping[str, str]:
        """Name of each district by its key."""
        return {
            entry.district_key: entry.name for entry in self._of("quarter") if entry.reference.startswith("district/")
        }

    def _of(self, kind: Kind) -> Iterable[Entry]:
        return (entry for entry in self.entries if entry.kind == kind)

    @staticmethod
    def _index(entries: Iterable[Entry]) -> NameIndex[Entry]:
        return NameIndex.from_pairs((entry.name, entry) for entry in entries)
