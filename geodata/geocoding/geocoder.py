"""The gazetteer behind geopy's interface."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from geodata.geocoding.cascade import PROVIDER, UNCERTAINTY_M, find
from geodata.geocoding.distance import LatLon, distance_m
from geodata.geocoding.gazetteer import Gazetteer
from geodata.geocoding.match import Match, Quality

_RULES = (
    2  # counted up whenever the cascade answers the same question in another way: stored answers are then asked anew
)
_REVERSE_REACH_M = 150.0  # farther from every known number a point has no address worth saying


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy carries no types
    """geopy's `geocode` and `reverse` on the city's own gazetteer; asks nobody, raises never.

    `Location.raw["match"]` holds the full `Match`.
    """

    name = PROVIDER
    is_remote = False

    def __init__(self, gazetteer: Gazetteer, *, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.gazetteer = gazetteer
        self._today = today

    @property
    def key(self) -> str:
        """Name and version: answers of another gazetteer, or of older rules, are not taken for answers of this one."""
        codes = "+".join(sorted(self.gazetteer.postal_codes))
        return f"{PROVIDER}:{_RULES}:{self.gazetteer.digest}:{codes}"

    def ask(self, query: str) -> Match:
        """The answer with its reason; quality none when there is none."""
        return find(query, gazetteer=self.gazetteer, date=self._today().isoformat())

    def geocode(self, query: object, *, exactly_one: bool = True, timeout: object = None) -> Any:
        """A `Location` (a list of one when not `exactly_one`), or None; `query` is text or geopy's structured dict."""
        match = self.ask(_text(query))
        if match.point is None:
            return None
        location = Location(match.label, match.point, {"match": match})
        return location if exactly_one else [location]

    def reverse(self, query: object, *, exactly_one: bool = True, timeout: object = None) -> Any:
        """The nearest known house number within 150 m of a point (anything geopy reads as one), or None."""
        try:
            point = Point(query)
        except (TypeError, ValueError):
            return None
        nearest = self._nearest((point.latitude, point.longitude))
        return nearest if exactly_one or nearest is None else [nearest]

    def _nearest(self, point: LatLon) -> Location | None:
        houses = (entry for entry in self.gazetteer.entries if entry.kind == "house" and entry.link != "low")
        house = min(houses, key=lambda entry: distance_m(entry.point, point), default=None)
        if house is None or distance_m(house.point, point) > _REVERSE_REACH_M:
            return None
        return Location(f"{house.name} {house.number}", house.point, {"uncertainty_m": UNCERTAINTY_M[Quality.HOUSE]})


def _text(query: object) -> str:
    if isinstance(query, Mapping):
        parts = (query.get(part) for part in ("amenity", "street", "postalcode", "city"))
        return ", ".join(str(part) for part in parts if part)
    return query if isinstance(query, str) else ""
