"""Rules across the columns of one indicator or one figure."""

from collections.abc import Iterator, Mapping
from typing import Final

from geodata.schema.cells import count, number
from geodata.schema.city import City
from geodata.schema.codes import RATES

_PER_PERSON: Final = frozenset({"share", "offers_per_1000"})
"""Units with residents below the line."""

_PER: Final = {"offers_per_1000": 1000}
"""What a quotient is multiplied by, where it is not 1."""

_COARSEST: Final = {"share": 0.00005, "people_per_km2": 0.05, "offers_per_1000": 0.005}
"""How far rounding may move a quotient: shares have four decimals or more (ours have six), densities one, rates two."""

_FLOAT: Final = 1e-9
"""What computing itself may add."""


def _share(row: Mapping[str, str], _city: City) -> Iterator[tuple[str, str]]:
    for name in ("value", "lower", "upper"):
        value = number(row.get(name, ""))
        if row["unit"] == "share" and value is not None and value > 1:
            yield name, "a share from 0 to 1 (18.5 % is 0.185)"


def _bounds(row: Mapping[str, str], _city: City) -> Iterator[tuple[str, str]]:
    lower, value, upper = (number(row[name]) for name in ("lower", "value", "upper"))
    if value is not None and lower is not None and lower > value + _moved(row, "value") + _moved(row, "lower"):
        yield "lower", f"at most the value {value}"
    if value is not None and upper is not None and upper < value - _moved(row, "value") - _moved(row, "upper"):
        yield "upper", f"at least the value {value}"
    if row["status"] == "estimated" and row["suppressed"] != "yes":
        yield from ((name, "filled, because the value is estimated") for name in ("lower", "upper") if not row[name])


def _fraction(row: Mapping[str, str], _city: City) -> Iterator[tuple[str, str]]:
    value, numerator, denominator = (number(row[name]) for name in ("value", "numerator", "denominator"))
    if row["unit"] in RATES and row["suppressed"] != "yes":
        parts = ("numerator", "denominator")
        words = f"filled, because a value in {row['unit']} is published"
        yield from ((name, words) for name in parts if not row[name])
    if value is None or numerator is None or denominator is None:
        return
    if denominator == 0:
        yield "denominator", "more than 0 where a value is given"
        return
    per = _PER.get(row["unit"], 1)
    wanted = per * numerator / denominator
    if abs(value - wanted) > _moved(row, "value") + _inexact(row, denominator):
        yield "value", f"numerator / denominator{f' x {per}' if per > 1 else ''} = {wanted:.6f}"


def _moved(row: Mapping[str, str], name: str) -> float:
    """How far rounding has moved a number at most: half a unit of the last digit that is written."""
    decimals = len(row[name].partition(".")[2])
    return min(0.5 * 10.0**-decimals, _COARSEST.get(row["unit"], 0.0)) + _FLOAT


def _inexact(row: Mapping[str, str], denominator: float) -> float:
    """How much of a share a numerator may miss that was itself worked out from the share, then rounded to people."""
    return 0.5 / denominator if row["unit"] == "share" and row["status"] != "aggregated" else 0.0


def _whole_people(row: Mapping[str, str], _city: City) -> Iterator[tuple[str, str]]:
    """Below the line stand people, but for densities."""
    if row["unit"] != "people_per_km2" and row["denominator"] and count(row["denominator"], _city) is not None:
        yield "denominator", "a whole number of 0 or more"
    if row["unit"] not in RATES:
        parts = ("numerator", "denominator")
        yield from ((name, f"nothing, because nothing is divided in {row['unit']}") for name in parts if row[name])


def _withheld(row: Mapping[str, str], city: City) -> Iterator[tuple[str, str]]:
    if row["suppressed"] == "yes":
        names = ("value", "numerator", "lower", "upper")
        yield from ((name, "nothing, because the value is suppressed") for name in names if row[name])
        return
    if not row["value"]:
        yield "value", "a number, or suppressed = yes"
    if row["unit"] not in _PER_PERSON or not row["value"]:
        return
    numerator, denominator = number(row["numerator"]), number(row["denominator"])
    if denominator is not None and denominator < city.suppress_below:
        yield "value", f"nothing and suppressed = yes: fewer than {city.suppress_below} people are below the line"
    elif row["unit"] == "share" and numerator is not None and 0 < numerator < city.suppress_count_below:
        yield "value", f"nothing and suppressed = yes: fewer than {city.suppress_count_below} people are counted"


INDICATOR_RULES: Final = (_share, _bounds, _fraction, _whole_people, _withheld)
FIGURE_RULES: Final = (_share,)
