"""Whether a rule (OpenStreetMap's opening_hours) says that a place is open, in every week without a holiday.

Every week of one year is looked at, so that months, week numbers and "first Thursday" show as weeks that differ. A day
is 1440 letters, one a minute: closed, perhaps, or open.
"""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

import opening_hours as osm_opening_hours

from geodata.hours.opening import DAY_MIN, VISIT_MIN, WEEKDAYS, Opening

_CLOSED, _PERHAPS, _OPEN = b"c", b"p", b"o"

_FIRST_MONDAY: Final = datetime(2025, 12, 29)  # noqa: DTZ001 (clocks on a wall: rules know no zone)
_WEEKS: Final = 53
"""The weeks of 2026, a year that has a 53rd one: "week 1-53/2" and its counterpart are both seen."""
_YEAR_MIN: Final = _WEEKS * len(WEEKDAYS) * DAY_MIN
_HOLIDAYS: Final = tuple(
    date.fromisoformat(f"2026-{day}")
    for day in "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 10-31 12-24 12-25 12-26 12-31".split()
)
"""Holidays of most of Germany and both eves. Rules name such days by date as well ("Dec 24-31 off", "easter off")."""

_COMMON_WEEKS: Final = sorted(
    set(range(_WEEKS)) - {(day - _FIRST_MONDAY.date()).days // len(WEEKDAYS) for day in _HOLIDAYS}
)
"""Numbers of the weeks, from 0, without a holiday."""

_COMMENT: Final = re.compile(r'"[^"]*"')
_NOT_FOR_SURE: Final = re.compile(r"sunrise|sunset|dawn|dusk|\d{4}|:\d\d\s*[+/]", re.IGNORECASE)
"""Hours by the sun, of certain years, with an open end ("16:00+"), or points in time ("10:00-16:00/01:30")."""
_FALLBACK: Final = "||"
"""What follows holds where the rest is closed. The library asks it a day at a time, so its "closed" is not for sure."""

_RULES_KEPT: Final = 2048
"""Distinct rules remembered: more than a large city has; at about 10 kB each, that is 20 MB."""


def is_open(rule: str, when: Opening) -> bool | None:
    """Whether a place is open for `VISIT_MIN` without a break in a span of time, in weeks without a holiday.

    Public and school holidays named in a rule do not count. Hours past midnight count on both days.

    Args:
        rule: OpenStreetMap's opening_hours; "" = not stated.
        when: the span of time.

    Returns:
        True: open in every week. False: in none. None: not stated, or not for sure, as the rule holds in some weeks
        only, has a comment ("by appointment"), says "unknown", or cannot be read.
    """
    answers = {_answer(day[when.from_min : when.until_min]) for day in _weekdays(rule)[when.weekday]}
    return answers.pop() if len(answers) == 1 else None


def _answer(span: bytes) -> bool | None:
    if _OPEN * VISIT_MIN in span:
        return True
    return None if _OPEN * VISIT_MIN in span.replace(_PERHAPS, _OPEN) else False


@lru_cache(maxsize=_RULES_KEPT)
def _weekdays(rule: str) -> tuple[frozenset[bytes], ...]:
    """Days that differ from each other, for Monday to Sunday."""
    weeks = _weeks(rule)
    if _FALLBACK in _COMMENT.sub("", rule):
        weeks = weeks.replace(_CLOSED, _PERHAPS)
    days = [weeks[start : start + DAY_MIN] for start in range(0, len(weeks), DAY_MIN)]
    return tuple(
        frozenset(days[len(WEEKDAYS) * week + weekday] for week in _COMMON_WEEKS) for weekday in range(len(WEEKDAYS))
    )


def _weeks(rule: str) -> bytes:
    """All minutes of the year's weeks; nothing but "perhaps" where the rule says nothing for sure."""
    perhaps = _PERHAPS * _YEAR_MIN
    if _NOT_FOR_SURE.search(_COMMENT.sub("", rule)):
        return perhaps
    try:
        read = osm_opening_hours.OpeningHours(rule)
    except osm_opening_hours.ParserError:
        return perhaps
    minutes = bytearray(_CLOSED * _YEAR_MIN)
    for start, end, state, comment in read.intervals(_FIRST_MONDAY, _FIRST_MONDAY + timedelta(minutes=_YEAR_MIN)):
        if state != osm_opening_hours.State.CLOSED:
            sure = state == osm_opening_hours.State.OPEN and not comment
            first, until = ((time - _FIRST_MONDAY) // timedelta(minutes=1) for time in (start, end))
            minutes[first:until] = (_OPEN if sure else _PERHAPS) * (until - first)
    return bytes(minutes)
