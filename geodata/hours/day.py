"""What a rule says of one day at a place, or of many days without holidays, by the clock on the wall.

The one way in which rules are evaluated: whatever is said of hours anywhere is made of these parts.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache, reduce
from itertools import chain, combinations, groupby, product
from typing import Final, Literal, NamedTuple

import opening_hours as osm_opening_hours

from geodata.hours.opening import DAY_MIN, WEEKDAYS
from geodata.hours.place import Place
from geodata.hours.rule import Holiday, read_rule, with_holidays

OpenState = Literal["open", "closed", "unknown"]

_STATES: Final[tuple[tuple[object, OpenState], ...]] = (
    (osm_opening_hours.State.OPEN, "open"),
    (osm_opening_hours.State.CLOSED, "closed"),
    (osm_opening_hours.State.UNKNOWN, "unknown"),
)
_ONE_DAY: Final = timedelta(days=1)
_MINUTE: Final = timedelta(minutes=1)
_TEXTS_KEPT: Final = 1024
_DAYS_KEPT: Final = 4096


class Part(NamedTuple):
    """A part of a day (or of days) up to a minute after the first midnight; it begins where the one before it ends."""

    until_min: int
    state: OpenState
    comment: str


Day = tuple[Part, ...]


@lru_cache(maxsize=_DAYS_KEPT)
def day_of(rule: str, day: date, *, place: Place) -> Day:
    """The parts of a day, each unlike the next.

    Hours past midnight of the day before count, unless a later part of the rule replaces this day.

    Args:
        rule: OpenStreetMap's opening_hours; "" = not stated.
        day: a day of the place's calendar.
        place: where the rule holds.
    """
    read = read_rule(rule)
    return _parts(_texts(read.readings, _held(read.holidays, day, place=place)), day, days=1)


def common_days(rule: str, first: date, *, days: int) -> tuple[Part, ...]:
    """The parts of many days, as of one by `day_of`, where no day is a public or school holiday.

    Args:
        rule: OpenStreetMap's opening_hours; "" = not stated.
        first: the day at whose midnight the parts begin.
        days: how many.
    """
    read = read_rule(rule)
    never = dict.fromkeys(read.holidays, frozenset[str]())
    return _parts(_texts(read.readings, iter([never])), first, days=days)


def steady_until(rule: str, day: date, *, last: date) -> date:
    """A day after `day`, and `last` at most, up to which nothing changes; the next one for a rule with holidays."""
    read, midnight = read_rule(rule), datetime.combine(day, time())
    if read.holidays:
        return day + _ONE_DAY
    spans = (_parsed(text).intervals(midnight, datetime.combine(last, time())) for text in set(chain(*read.readings)))
    return max(day + _ONE_DAY, min((next(of_text)[1].date() for of_text in spans), default=last))


def _texts(
    readings: tuple[tuple[str, ...], ...], held: Iterator[Mapping[Holiday, frozenset[str]]]
) -> Iterator[tuple[str, ...]]:
    for texts, holidays in product(readings, held):
        yield tuple(with_holidays(text, holidays) for text in texts)


def _held(holidays: frozenset[Holiday], day: date, *, place: Place) -> Iterator[Mapping[Holiday, frozenset[str]]]:
    """On which of this day and the one before it the holidays fall: every possibility where no calendar says."""
    two_days = (day - _ONE_DAY, day)
    possible = {holiday: tuple(_possible(holiday, two_days, place=place)) for holiday in holidays}
    return (dict(zip(possible, chosen, strict=True)) for chosen in product(*possible.values()))


def _possible(holiday: Holiday, days: tuple[date, ...], *, place: Place) -> Iterator[frozenset[str]]:
    kind, offset = holiday
    if kind == "PH" and place.knows_holidays:
        falls_on: Iterator[tuple[date, ...]] = iter(
            [tuple(day for day in days if place.holiday(day - offset * _ONE_DAY))]
        )
    else:
        falls_on = chain.from_iterable(combinations(days, count) for count in range(len(days) + 1))
    return (frozenset(WEEKDAYS[day.weekday()] for day in chosen) for chosen in falls_on)


def _parts(readings: Iterator[tuple[str, ...]], first: date, *, days: int) -> Day:
    """What all readings agree on."""
    read = [_read(texts, first, days=days) for texts in readings]
    if not read:
        return (Part(days * DAY_MIN, "unknown", ""),)
    return reduce(lambda one, two: _combined(one, two, choose=_agreed), read)


def _read(texts: tuple[str, ...], first: date, *, days: int) -> Day:
    """What the library makes of one reading: a later text holds where all before it are closed."""
    evaluated = (_evaluated(text, first, days=days) for text in texts)
    return reduce(lambda one, two: _combined(one, two, choose=_else), evaluated)


def _evaluated(text: str, first: date, *, days: int) -> Day:
    midnight = datetime.combine(first, time())
    spans = _parsed(text).intervals(midnight, midnight + days * _ONE_DAY)
    return tuple(
        Part((end - midnight) // _MINUTE, next(ours for theirs, ours in _STATES if theirs == state), comment)
        for _, end, state, comment in spans
    )


@lru_cache(maxsize=_TEXTS_KEPT)
def _parsed(text: str) -> osm_opening_hours.OpeningHours:
    return osm_opening_hours.OpeningHours(text)


def _combined(one: Day, two: Day, *, choose: Callable[[Part, Part], Part]) -> Day:
    untils = sorted({part.until_min for part in chain(one, two)})
    chosen = [choose(_at(one, until), _at(two, until))._replace(until_min=until) for until in untils]
    return tuple(list(same)[-1] for _, same in groupby(chosen, key=lambda part: part[1:]))


def _at(day: Day, until_min: int) -> Part:
    return day[bisect_left(day, until_min, key=lambda part: part.until_min)]


def _else(one: Part, two: Part) -> Part:
    return two if one.state == "closed" else one


def _agreed(one: Part, two: Part) -> Part:
    return one if one.state == two.state else Part(0, "unknown", one.comment or two.comment)
