"""Axes of the plots: round numbers in the reader's format."""

import datetime as dt
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Tick:
    """A place on an axis and what stands there."""

    value: float
    text: str


@dataclass(frozen=True)
class Axis:
    """From `lower` to `upper`; `line`: where a dotted line crosses the plot, for example the whole city's value."""

    title: str
    lower: float
    upper: float
    ticks: tuple[Tick, ...]
    line: float | None = None


def number_axis(
    title: str,
    values: Sequence[float],
    *,
    text: Callable[[float], str],
    line: float | None = None,
    from_zero: bool = True,
) -> Axis:
    """An axis that holds all finite `values` and `line`, with four to eight ticks at 1, 2 or 5 times a power of ten.

    `text` writes a tick in the reader's format. Without values it goes from 0 to 1.
    """
    known = [value for value in (*values, *([] if line is None else [line])) if math.isfinite(value)] or [0.0, 1.0]
    lower, upper = min(0.0, *known) if from_zero else min(known), max(known)
    if lower == upper:
        upper = lower + (abs(lower) or 1.0)
    step = _round_step(upper - lower)
    first, last = math.floor(lower / step + 1e-9), math.ceil(upper / step - 1e-9)
    places = [place * step for place in range(first, last + 1)]
    return Axis(title, places[0], places[-1], tuple(Tick(place, text(place)) for place in places), line)


def date_axis(title: str, dates: Sequence[str], *, text: Callable[[str], str]) -> Axis:
    """An axis of days (`YYYY-MM-DD`), a tick at each date that has a value and a little room on both sides."""
    days = sorted({day_of(date) for date in dates})
    margin = max((days[-1] - days[0]) * 0.06, 30.0)
    ticks = tuple(Tick(day, text(dt.date.fromordinal(int(day)).isoformat())) for day in days)
    return Axis(title, days[0] - margin, days[-1] + margin, ticks)


def day_of(date: str) -> float:
    """Place of a date on a date axis: days of the proleptic Gregorian calendar."""
    return float(dt.date.fromisoformat(date).toordinal())


def _round_step(width: float) -> float:
    rough = width / 5
    power = 10.0 ** math.floor(math.log10(rough))
    return float(next(step * power for step in (1, 2, 5, 10) if step * power >= rough * 0.999))
