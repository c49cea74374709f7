"""Values with their unit, bounds and distances, as each language writes them."""

import math
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from geodata.districts.comparison.value import Value
from geodata.i18n import Translator

_STEP: Final = {"share": 0.001, "offers_per_1000": 0.1}
"""Unit → the smallest distance that is printed; everything else is counted in ones."""

ADD_UP: Final = frozenset({"people", "places", "offers"})
"""Units of values that add up to the whole city's: a part says more as a share of it than as a difference from it."""

_NOISE: Final = 9
"""Decimals after which a number holds only what binary fractions cannot hold."""

_COUNTED: Final[Mapping[str, Callable[[Translator, int], str]]] = {
    "people": lambda t, n: t.plural("{n} person", "{n} people", n),
    "people_per_km2": lambda t, n: t.plural("{n} person per km²", "{n} people per km²", n),
    "places": lambda t, n: t.plural("{n} place", "{n} places", n),
    "offers": lambda t, n: t.plural("{n} offer", "{n} offers", n),
}


def quantity(value: float, unit: str, *, t: Translator) -> str:
    """A value with its unit; shares (in [0, 1]) and rates with one decimal."""
    if unit in _COUNTED:
        return _COUNTED[unit](t, round(value))
    return t.share(value) if unit == "share" else t("{number} per 1,000 people", number=t.number(value, digits=1))


def bounds(value: Value, *, t: Translator) -> str:
    """Both bounds with the unit; "" for a value that has none or is not shown."""
    if value.state != "shown" or not value.bounded:
        return ""
    return t(
        "{lower} to {upper}", lower=bare(value.lower, value.unit, t=t), upper=quantity(value.upper, value.unit, t=t)
    )


def bare(value: float, unit: str, *, t: Translator) -> str:
    """A value without its unit; a share as a number of percent."""
    return t.number(printed(value, unit), digits=_digits(unit))


def printed(value: float, unit: str) -> float:
    """The number that is printed, rounded half to even as CLDR does; of a share, percent."""
    number = round(value * 100, _NOISE) if unit == "share" else value
    return float(Decimal(str(number)).quantize(Decimal(10) ** -_digits(unit)))


def signed(value: float, unit: str, *, t: Translator) -> str:
    """A difference with its sign and without its unit; of shares in percentage points."""
    return t.points(value) if unit == "share" else t.signed(value, digits=_digits(unit))


def distance(size: float, unit: str, *, t: Translator) -> str:
    """How far two values are apart (`size` is not negative), with the unit; never a bare zero for what is not zero."""
    if size and not printed(size, unit):
        return t("less than {distance}", distance=_distance(_STEP.get(unit, 1), unit, t=t))
    return _distance(size, unit, t=t)


def rounded_down(size: float, unit: str) -> float:
    """The largest number that can be printed and is not larger than `size`: "at least" must stay true."""
    step = _STEP.get(unit, 1)
    return math.floor(round(size / step, _NOISE)) * step


def _distance(size: float, unit: str, *, t: Translator) -> str:
    if unit == "share":
        return t("{number} percentage points", number=bare(size, unit, t=t))
    return quantity(size, unit, t=t)


def _digits(unit: str) -> int:
    return 1 if unit in _STEP else 0
