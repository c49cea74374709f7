"""Open ends ("18:00+"): nobody wrote down when it closes, so there are two readings, and they disagree until it has.

How late that may be is what opening_hours.js, the reference of the notation, assumes.
"""

import re
from typing import Final

from geodata.hours.opening import DAY_MIN

_OPEN_END: Final = re.compile(r'"[^"]*"|(\d?\d):(\d\d)(?:-(\d?\d):(\d\d))?\+')
_EVENING_MIN: Final = 17 * 60
_EVENING_LASTS_MIN: Final = 10 * 60
_NIGHT_MIN: Final = 22 * 60
_NIGHT_LASTS_MIN: Final = 8 * 60
_LATEST_MIN: Final = 2 * DAY_MIN  # the notation goes no further


def with_end(part: str, *, late: bool) -> str:
    """A rule with an end in place of every open one: at once, or as late as may be.

    An end after stated hours ("10:00-16:00+") leaves these for sure. Without any ("16:00+") the readings have no minute
    in common.
    """

    def ended(found: re.Match[str]) -> str:
        if not found[1]:
            return found[0]
        start, stated = int(found[1]) * 60 + int(found[2]), found[3]
        end = int(stated) * 60 + int(found[4]) if stated else start
        if stated and end <= start:
            end += DAY_MIN
        if not late:
            return _span(start, end if stated else start + 1)
        return _span(start if stated else start + 1, min(_latest(end), _LATEST_MIN))

    return _OPEN_END.sub(ended, part)


def _latest(end: int) -> int:
    if end >= _NIGHT_MIN:
        return end + _NIGHT_LASTS_MIN
    return end + _EVENING_LASTS_MIN if end >= _EVENING_MIN else DAY_MIN


def _span(start: int, end: int) -> str:
    return f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"
