"""Whether a place is open at a point in time, and when that changes: days by the wall's clock, laid on real time."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from geodata.hours.day import Day, OpenState, day_of, steady_until
from geodata.hours.opening import DAY_MIN
from geodata.hours.place import Place
from geodata.hours.rule import read_rule

HORIZON_DAYS: Final = 2 * 366
"""A change further ahead is none: nobody plans by it, and a rule that never changes would be asked for ever."""

_ONE_DAY: Final = timedelta(days=1)
_MINUTE: Final = timedelta(minutes=1)
_CHANGES_KEPT: Final = 2048


@dataclass(frozen=True)
class State:
    """What a rule says of a point in time.

    Attributes:
        state: "unknown" is neither: not stated, not for sure, by appointment, or cannot be read.
        next_change: when another state begins, in the place's time zone; None when none does within `HORIZON_DAYS`.
        holiday: the public holiday of that day, as in `HOLIDAY_NAMES`; None for none.
        says_holidays: the rule speaks of public holidays; else hours may differ on one.
        comment: the rule's own words on this state, such as "by appointment"; "" for none.
    """

    state: OpenState
    next_change: datetime | None
    holiday: str | None
    says_holidays: bool
    comment: str


class _Run(NamedTuple):
    until: datetime
    state: OpenState
    comment: str


def state_at(rule: str, at: datetime, *, place: Place) -> State:
    """The state at a point in time.

    Args:
        rule: OpenStreetMap's opening_hours; "" = not stated.
        at: a time that knows its zone, any.
        place: where the rule holds.

    Raises:
        ValueError: `at` knows no zone.
    """
    if at.tzinfo is None:
        raise ValueError("a time without a zone is no point in time")
    day = at.astimezone(place.zone).date()
    now, *_ = later = [run for run in _runs(rule, day, place=place) if run.until > at]
    change = next((before.until for before, run in pairwise(later) if run.state != now.state), None)
    if change is None:
        change = _change_from(rule, day + _ONE_DAY, state=now.state, place=place)
    return State(
        state=now.state,
        next_change=change and change.astimezone(place.zone),
        holiday=place.holiday(day),
        says_holidays=read_rule(rule).says_holidays,
        comment=now.comment,
    )


@lru_cache(maxsize=_CHANGES_KEPT)
def _change_from(rule: str, day: date, *, state: OpenState, place: Place) -> datetime | None:
    """When the first other state begins, from the midnight on with which a day begins."""
    last = day + HORIZON_DAYS * _ONE_DAY
    while day < last:
        begins = _midnight(day, place=place)
        for run in _runs(rule, day, place=place):
            if run.state != state:
                return begins
            begins = run.until
        day = steady_until(rule, day, last=last)
    return None


def _runs(rule: str, day: date, *, place: Place) -> list[_Run]:
    """A day's parts in real time (UTC). On a day when clocks are changed, an hour has none, or has them twice."""
    wall = day_of(rule, day, place=place)
    begins, ends = _midnight(day, place=place), _midnight(day + _ONE_DAY, place=place)
    minutes = range((ends - begins) // _MINUTE)
    if len(minutes) == DAY_MIN:
        return [_Run(begins + part.until_min * _MINUTE, part.state, part.comment) for part in wall]
    offset = begins.astimezone(place.zone).utcoffset()
    change = bisect_right(
        minutes, 0, key=lambda minute: (begins + minute * _MINUTE).astimezone(place.zone).utcoffset() != offset
    )
    skipped = DAY_MIN - len(minutes)
    return _clipped(wall, begins, from_min=0, until_min=change) + _clipped(
        wall, begins - skipped * _MINUTE, from_min=change + skipped, until_min=DAY_MIN
    )


def _clipped(wall: Day, midnight: datetime, *, from_min: int, until_min: int) -> list[_Run]:
    """The parts between two minutes of the wall's clock, which showed (or would have shown) 00:00 at `midnight`."""
    ends = [min(part.until_min, until_min) for part in wall]
    begun = [0, *ends[:-1]]
    return [
        _Run(midnight + end * _MINUTE, part.state, part.comment)
        for part, start, end in zip(wall, begun, ends, strict=True)
        if end > max(start, from_min)
    ]


def _midnight(day: date, *, place: Place) -> datetime:
    return datetime.combine(day, time(), tzinfo=place.zone).astimezone(UTC)
