"""A rule as a week of days, to be shown."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, Literal

from geodata.hours.day import Day, day_of
from geodata.hours.opening import DAY_MIN, WEEKDAYS
from geodata.hours.place import Place

_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """Hours of a day.

    Attributes:
        from_min: first minute after the day's midnight.
        until_min: minute after the same midnight at which they end; over 1440 for an hour of the next day's night.
        kind: "unknown": perhaps open.
        comment: the rule's own words, such as "by appointment"; "" for none.
    """

    from_min: int
    until_min: int
    kind: Literal["open", "unknown"]
    comment: str


@dataclass(frozen=True)
class WeekDay:
    """A day of a week; without spans it is closed, and that is stated. `holiday` as in `State`."""

    date: date
    holiday: str | None
    spans: tuple[Span, ...]


def week_of(rule: str, first: date, *, place: Place) -> tuple[WeekDay, ...]:
    """Seven days with their hours, from `first` on.

    Hours past midnight stand with the day on which they began; those of the night before `first` stand with `first`.
    """
    days = [first + number * _ONE_DAY for number in range(len(WEEKDAYS) + 1)]
    spans = [_spans(day_of(rule, day, place=place)) for day in days]
    for night, morning in pairwise(spans):
        if night and morning and _go_on(night[-1], morning[0]):
            ended = morning.pop(0)
            night[-1] = Span(night[-1].from_min, DAY_MIN + ended.until_min, ended.kind, ended.comment)
    return tuple(
        WeekDay(day, place.holiday(day), tuple(of_day)) for day, of_day in zip(days[:-1], spans[:-1], strict=True)
    )


def _spans(day: Day) -> list[Span]:
    begun = [0, *(part.until_min for part in day[:-1])]
    return [
        Span(start, part.until_min, part.state, part.comment)
        for part, start in zip(day, begun, strict=True)
        if part.state != "closed"
    ]


def _go_on(night: Span, morning: Span) -> bool:
    """Whether hours go on past midnight; days that are open around the clock stand for themselves."""
    same = (night.kind, night.comment) == (morning.kind, morning.comment)
    return (
        same
        and night.until_min == DAY_MIN
        and night.from_min > 0
        and morning.from_min == 0
        and (morning.until_min < DAY_MIN)
    )
