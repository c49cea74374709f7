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

_MINUTE: Final = timedelta(minutes=1)
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
_NOT_FOR_SURE: Final = re.compile(r"sunrise|sunset|dawn|dusk|\d{4}|:\d\d\s*[+/]|\|\|.*;", re.IGNORECASE)
"""Hours by the sun, of certain years, with an open end ("16:00+"), or points in time ("10:00-16:00/01:30"), and what
may replace a fallback."""
_FALLBACK: Final = re.compile(r'\s*\|\|(?=(?:[^"]*"[^"]*")*[^"]*$)')
"""Outside comments (an even number of quotes follows); what comes after it holds where the rest is closed."""

_RULES_KEPT: Final = 2048
"""Distinct rules remembered: more than a large city has; at about 10 kB each, that is 20 MB."""


def is_open(rule: str, when: Opening) -> bool | None:
    """Whether a place is open for `VISIT_MIN` without a break in a span of time, in weeks without a holiday.

    What a rule says of public and school holidays does not count. Hours past midnight count on both days, unless a
    later rule replaces the second one: after "Fr 22:00-02:00; Sa 10:00-12:00" Saturday is closed until 10:00.

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
    minutes, week_min = _minutes(rule), len(WEEKDAYS) * DAY_MIN
    starts = (range(weekday * DAY_MIN, week_min * _WEEKS, week_min) for weekday in range(len(WEEKDAYS)))
    return tuple(frozenset(minutes[of[week] : of[week] + DAY_MIN] for week in _COMMON_WEEKS) for of in starts)


def _minutes(rule: str) -> bytes:
    """All minutes of the year's weeks; nothing but "perhaps" where the rule says nothing for sure."""
    stated, *fallback = _FALLBACK.split(rule)
    readable = osm_opening_hours.validate(rule) and osm_opening_hours.validate(stated)
    if not readable or _NOT_FOR_SURE.search(_COMMENT.sub("", rule)):
        return _PERHAPS * _YEAR_MIN
    minutes = _read(stated)
    if not minutes.strip(_CLOSED):
        # "Su off" alone says when it is closed, and nothing of the other days.
        minutes = _read(f"unknown; {stated}")
    return minutes.replace(_CLOSED, _PERHAPS) if fallback else minutes


def _read(rule: str) -> bytes:
    minutes = bytearray(_CLOSED * _YEAR_MIN)
    spans = osm_opening_hours.OpeningHours(rule).intervals(_FIRST_MONDAY, _FIRST_MONDAY + _YEAR_MIN * _MINUTE)
    for start, end, state, comment in spans:
        if state != osm_opening_hours.State.CLOSED:
            first, until = (start - _FIRST_MONDAY) // _MINUTE, (end - _FIRST_MONDAY) // _MINUTE
            sure = state == osm_opening_hours.State.OPEN and not comment
            minutes[first:until] = (_OPEN if sure else _PERHAPS) * (until - first)
    return bytes(minutes)
