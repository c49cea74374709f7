"""Whether a rule (OpenStreetMap's opening_hours) says that a place is open, in every week without a holiday.

Every week of one year is looked at, so that months, week numbers and "first Thursday" show as weeks that differ. A day
is 1440 letters, one a minute: closed, perhaps, or open.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from geodata.hours.day import OpenState, common_days
from geodata.hours.opening import DAY_MIN, VISIT_MIN, WEEKDAYS, Opening

_CLOSED, _PERHAPS, _OPEN = b"c", b"p", b"o"
_LETTERS: Final[dict[OpenState, bytes]] = {"closed": _CLOSED, "unknown": _PERHAPS, "open": _OPEN}

_FIRST_MONDAY: Final = date(2025, 12, 29)
_WEEKS: Final = 53
"""The weeks of 2026, a year that has a 53rd one: "week 1-53/2" and its counterpart are both seen."""
_YEAR_MIN: Final = _WEEKS * len(WEEKDAYS) * DAY_MIN
_HOLIDAYS: Final = tuple(
    date.fromisoformat(f"2026-{day}")
    for day in "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 10-31 12-24 12-25 12-26 12-31".split()
)
"""Holidays of most of Germany and both eves. Rules name such days by date as well ("Dec 24-31 off", "easter off")."""

_COMMON_WEEKS: Final = sorted(set(range(_WEEKS)) - {(day - _FIRST_MONDAY).days // len(WEEKDAYS) for day in _HOLIDAYS})
"""Numbers of the weeks, from 0, without a holiday."""

_COMMENT: Final = re.compile(r'"[^"]*"')
_CERTAIN_YEARS: Final = re.compile(r"\d{4}")
"""Of a rule for certain years the one year that is looked at says nothing."""

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
        only, by appointment or in certain years, says "unknown", or cannot be read.
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
    if _CERTAIN_YEARS.search(_COMMENT.sub("", rule)):
        return _LETTERS["unknown"] * _YEAR_MIN
    parts = common_days(rule, _FIRST_MONDAY, days=_WEEKS * len(WEEKDAYS))
    begun = (0, *(part.until_min for part in parts))
    return b"".join(_LETTERS[part.state] * (part.until_min - start) for part, start in zip(parts, begun, strict=False))
