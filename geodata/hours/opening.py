"""When one would come: a weekday and the earliest and latest minute, also as a short text such as "Th 16:00"."""

import re
from dataclasses import dataclass
from typing import Final

WEEKDAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
"""Weekdays as OpenStreetMap writes them; the place in the row is the number of the day."""
DAY_MIN: Final = 24 * 60
VISIT_MIN: Final = 30
"""A place must be open for so long without a break: who comes has to get there, wait, and ask."""

_TEXT: Final = re.compile(rf"({'|'.join(WEEKDAYS)}) (\d\d):([0-5]\d)(?:-(\d\d):([0-5]\d))?", re.ASCII)
_ALLOWED: Final = (
    f"a weekday ({', '.join(WEEKDAYS)}) and a time, such as Th 16:00 or Th 16:00-18:00,"
    f" with at least {VISIT_MIN} minutes until its end or until midnight"
)


@dataclass(frozen=True)
class Opening:
    """A span of time on a weekday in which a place should be open at some time.

    Attributes:
        weekday: 0 = Monday to 6 = Sunday.
        from_min: first minute after midnight, from 0.
        until_min: minute after midnight at which the span ends, up to 1440; `VISIT_MIN` after `from_min` at least.

    Raises:
        ValueError: the span cannot be; the message says what is allowed.
    """

    weekday: int
    from_min: int
    until_min: int = DAY_MIN

    def __post_init__(self) -> None:
        within_day = 0 <= self.from_min <= self.until_min - VISIT_MIN <= DAY_MIN - VISIT_MIN
        if not (within_day and 0 <= self.weekday < len(WEEKDAYS)):
            raise ValueError(_ALLOWED)

    @classmethod
    def from_text(cls, text: str) -> "Opening":
        """Read "Th 16:00" (until midnight) or "Th 16:00-18:00"; ValueError says what is allowed."""
        found = _TEXT.fullmatch(text)
        if not found:
            raise ValueError(_ALLOWED)
        hour, minute, until_hour, until_minute = (int(digits or 0) for digits in found.groups()[1:])
        until_min = until_hour * 60 + until_minute if found[4] else DAY_MIN
        return cls(WEEKDAYS.index(found[1]), hour * 60 + minute, until_min)

    def to_text(self) -> str:
        """The same span as a text that `from_text` reads; without an end when that is midnight."""
        until = "" if self.until_min == DAY_MIN else f"-{_clock(self.until_min)}"
        return f"{WEEKDAYS[self.weekday]} {_clock(self.from_min)}{until}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
