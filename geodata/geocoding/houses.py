"""From a street's known numbers to the wanted one: itself, a part of it, a neighbour, or only the street."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geodata.geocoding.distance import LatLon, distance_m, middle, spread_m
from geodata.geocoding.gazetteer import Entry
from geodata.geocoding.house_numbers import HouseNumber
from geodata.geocoding.match import Quality
from geodata.geocoding.reasons import Reason, reason

_WIDEST_GAP: Final = 20  # numbers between two neighbours; ten houses of one side
_LONGEST_GAP_M: Final = 200.0  # two neighbours farther apart say little about what lies between
_FARTHEST_NEIGHBOUR: Final = 4  # numbers beyond the last known one: two houses
_BEYOND_M: Final = 40.0  # what a house beyond the last known number adds, measured by leaving one number out
_TWICE_M: Final = 150.0  # one number mapped at two points farther apart is two houses


@dataclass(frozen=True)
class Placed:
    """Where a number was placed, how well, and why; `extra_m` is what the way adds to the class's uncertainty."""

    point: LatLon
    quality: Quality
    reason: Reason
    reference: str = ""
    extra_m: float = 0.0


def place_number(wanted: HouseNumber, *, street: str, houses: Sequence[Entry]) -> Placed | None:
    """The best founded point for `wanted` among the street's houses, or None when only the street itself is left."""
    known = _Street(street, [(number, house) for house in houses if (number := house.house_number)])
    for step in _STEPS:
        if placed := step(wanted, known):
            return placed
    return None


_Numbered = Iterable[tuple[HouseNumber, Entry]]


@dataclass(frozen=True)
class _Street:
    name: str
    numbered: _Numbered


def _exact(wanted: HouseNumber, street: _Street) -> Placed | None:
    same = [house for number, house in street.numbered if str(number) == str(wanted)]
    if not same:
        return None
    sure = [house for house in same if house.link != "low"]
    points = [house.point for house in sure or same]
    apart = spread_m(points)
    centre = middle(points)
    best = min(
        sure or same, key=lambda house: (house.link != "high", round(distance_m(house.point, centre)), house.point)
    )
    if not sure:
        return Placed(
            best.point, Quality.STREET, reason("weak_link", number=wanted, street=street.name), best.reference
        )
    if apart > _TWICE_M:
        why = reason("number_twice", number=wanted, street=street.name, metres=round(2 * apart))
        return Placed(best.point, Quality.STREET, why, best.reference, 2 * apart)
    return Placed(best.point, Quality.HOUSE, reason("exact", number=wanted, street=street.name), best.reference)


def _part_of_range(wanted: HouseNumber, street: _Street) -> Placed | None:
    if wanted.is_range:
        inside = [house for number, house in street.numbered if house.link != "low" and wanted.covers(number.low)]
        return _middle_of(inside, wanted=wanted, street=street.name)
    around = [(number, house) for number, house in street.numbered if number.is_range and number.covers(wanted.low)]
    for number, house in sorted(_sure(around), key=lambda pair: pair[0].high - pair[0].low):
        return _interpolated(house, reason("part_of", number=wanted, street=street.name, found=number))
    return None


def _middle_of(houses: Sequence[Entry], *, wanted: HouseNumber, street: str) -> Placed | None:
    if not houses:
        return None
    points = [house.point for house in houses]
    found = ", ".join(dict.fromkeys(house.number for house in houses))
    why = reason("middle_of", number=wanted, street=street, found=found)
    return Placed(middle(points), Quality.INTERPOLATED, why, houses[0].reference, spread_m(points))


def _same_number(wanted: HouseNumber, street: _Street) -> Placed | None:
    same = [(number, house) for number, house in street.numbered if number.low == wanted.low]
    for number, house in sorted(_sure(same), key=lambda pair: (pair[0].letter, str(pair[0]))):
        return _interpolated(house, reason("other_letter", number=wanted, street=street.name, found=number))
    return None


def _neighbour(wanted: HouseNumber, street: _Street) -> Placed | None:
    side = [(number.low, house) for number, house in _sure(street.numbered) if (number.low - wanted.low) % 2 == 0]
    lower = max((pair for pair in side if pair[0] < wanted.low), key=lambda pair: pair[0], default=None)
    upper = min((pair for pair in side if pair[0] > wanted.low), key=lambda pair: pair[0], default=None)
    if lower and upper and upper[0] - lower[0] <= _WIDEST_GAP:
        apart = distance_m(lower[1].point, upper[1].point)
        if apart <= _LONGEST_GAP_M:
            point = _between(lower, upper, at=wanted.low)
            why = reason("between", number=wanted, street=street.name, lower=lower[0], upper=upper[0])
            return Placed(point, Quality.INTERPOLATED, why, extra_m=apart / 2)
    for low, house in sorted(filter(None, (lower, upper)), key=lambda pair: abs(pair[0] - wanted.low)):
        if abs(low - wanted.low) <= _FARTHEST_NEIGHBOUR:
            why = reason("nearest", number=wanted, street=street.name, found=house.number)
            return Placed(house.point, Quality.INTERPOLATED, why, house.reference, _BEYOND_M)
    return None


def _between(lower: tuple[int, Entry], upper: tuple[int, Entry], *, at: int) -> LatLon:
    share = (at - lower[0]) / (upper[0] - lower[0])
    (lat_a, lon_a), (lat_b, lon_b) = lower[1].point, upper[1].point
    return round(lat_a + share * (lat_b - lat_a), 6), round(lon_a + share * (lon_b - lon_a), 6)


def _interpolated(house: Entry, why: Reason) -> Placed:
    return Placed(house.point, Quality.INTERPOLATED, why, house.reference)


def _sure(numbered: _Numbered) -> Iterator[tuple[HouseNumber, Entry]]:
    return ((number, house) for number, house in numbered if house.link != "low")


_STEPS: Final[tuple[Callable[[HouseNumber, _Street], Placed | None], ...]] = (
    _exact, _part_of_range, _same_number, _neighbour,
)  # fmt: skip
