"""Rules across the columns of one indicator or one figure."""

from collections.abc import Iterator, Mapping
from typing import Final

from geodata.schema.cells import number
from geodata.schema.city import City

_ROUNDING: Final = 0.0002
"""Shares are written with four decimals."""


def _share(row: Mapping[str, str], _city: City) -> Iterator[tuple[str, str]]:
    for name in ("value", "lower", "upper"):
        value = number(row.get(name, ""))
        if row["unit"] == "share" and value is not None and value > 1:
            yield name, "a share from 0 to 1 (18.5 % is 0.185)"


def _bounds(row: Mapping[str, str], _city: City) -> Iterator[tuple[str, str]]:
    lower, value, upper = (number(row[name]) for name in ("lower", "value", "upper"))
    if value is not None and lower is not None and lower > value + _ROUNDING:
        yield "lower", f"at most the value {value}"
    if value is not None and upper is not None and upper < value - _ROUNDING:
        yield "upper", f"at least the value {value}"
    if row["status"] == "estimated" and row["suppressed"] != "yes":
        yield from ((name, "filled, because the value is estimated") for name in ("lower", "upper") if not row[name])


def _fraction(row: Mapping[str, str], _city: City) -> Iterator[tuple[str, str]]:
    value, numerator, denominator = (number(row[name]) for name in ("value", "numerator", "denominator"))
    if row["unit"] == "share" and row["suppressed"] != "yes":
        parts = ("numerator", "denominator")
        yield from ((name, "filled, because a share is published") for name in parts if not row[name])
    if value is None or numerator is None or denominator is None:
        return
    if denominator == 0:
        yield "denominator", "more than 0 where a value is given"
    elif abs(value - numerator / denominator) > 0.5 / denominator + _ROUNDING:
        yield "value", f"numerator / denominator = {numerator / denominator:.4f}"


def _withheld(row: Mapping[str, str], city: City) -> Iterator[tuple[str, str]]:
    if row["suppressed"] == "yes":
        names = ("value", "numerator", "lower", "upper")
        yield from ((name, "nothing, because the value is suppressed") for name in names if row[name])
        return
    if not row["value"]:
        yield "value", "a number, or suppressed = yes"
    if row["unit"] != "share" or not row["value"]:
        return
    numerator, denominator = number(row["numerator"]), number(row["denominator"])
    if denominator is not None and denominator < city.suppress_below:
        yield "value", f"nothing and suppressed = yes: fewer than {city.suppress_below} people are below the line"
    elif numerator is not None and 0 < numerator < city.suppress_count_below:
        yield "value", f"nothing and suppressed = yes: fewer than {city.suppress_count_below} people are counted"


INDICATOR_RULES: Final = (_share, _bounds, _fraction, _withheld)
FIGURE_RULES: Final = (_share,)
