"""What a rule says before any calendar: can it be read, of which holidays does it speak, and what does it leave open?

The library knows no holidays of a federal state, no school holidays, no open ends, and takes a comment for open hours.
So it never sees them: each is replaced in the text by what it means on the days that are asked about. Where that is not
known, it is one thing in one reading and another in the next, and what the readings disagree on is unknown.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import Final

import opening_hours as osm_opening_hours

from geodata.hours.open_end import with_end
from geodata.hours.opening import WEEKDAYS

Holiday = tuple[str, int]
"""("PH", -1): the day before a public holiday; "SH" are school holidays."""

_DAY: Final = "|".join(WEEKDAYS)
_COMMENT: Final = re.compile(r'"[^"]*"')
_NEXT_RULE: Final = re.compile(r'\s*;\s*(?=(?:[^"]*"[^"]*")*[^"]*$)')
"""Outside comments: an even number of quotes follows."""
_FALLBACK: Final = re.compile(r'\s*\|\|\s*(?=(?:[^"]*"[^"]*")*[^"]*$)')
"""What comes after it holds where the rest is closed."""
_SPAN: Final = re.compile(r"(\d?\d):(\d\d)\s*-\s*(\d?\d):(\d\d)")
_STATE_AND_COMMENT: Final = re.compile(r'(\b(?:open|off|closed|unknown)\s*)?("[^"]*")')
_HOLIDAY: Final = re.compile(
    rf'"[^"]*"|\b(?P<kind>PH|SH)\b(?:\s*(?P<offset>[+-]\d{{1,3}}) days?\b)?'
    rf"(?P<weekdays>\s+(?:{_DAY})\b(?:[-,](?:{_DAY})\b)*)?"
)
"""A holiday, moved by days ("PH -1 day"), or only when it falls on certain weekdays ("PH Mo-Fr")."""
_UNSURE: Final = re.compile(
    "|".join(
        (
            r"sunrise|sunset|dawn|dusk",
            r":\d\d\s*/",  # points in time: "10:00-16:00/01:30"
            r"\|\|.*;",  # what may replace a fallback, or all before it
            # What no two readers take in the same way: holidays and weekdays in an odd order, and times of all days
            # that may replace others or be added: "10:00-12:00; 14:00-16:00".
            rf"(?:{_DAY}|\])\s+[PS]H",
            rf"[PS]H\s*,\s*[PS]H\s+(?:{_DAY})",
            rf"[PS]H\s+(?:{_DAY})[^ ]*\[",
            r";\s*\d?\d:\d\d(?![-+:,\d ]*(?:off|closed)\b)",
        )
    ),
    re.IGNORECASE,
)
"""Leaves the whole rule unknown."""

_MOST_HOLIDAYS: Final = 4
"""Kinds in one rule: where no calendar knows them, each makes four readings of every one there was."""
_RULES_KEPT: Final = 2048
"""Distinct rules remembered: more than a large city has."""
_EVERY_DAY: Final = frozenset(WEEKDAYS)
_NO_DAY: Final = frozenset[str]()
_FIRST: Final = datetime(1900, 1, 1)  # noqa: DTZ001 (clocks on a wall; the notation knows no day before)
_LAST: Final = datetime(2200, 1, 1)  # noqa: DTZ001


@dataclass(frozen=True)
class Rule:
    """A rule that was read.

    Attributes:
        readings: what it may mean, two for open ends, else one; in each, rules for the library: a later one holds
            where all before it are closed. No reading when it is not stated, or not for sure as a whole.
        holidays: those it speaks of.
    """

    readings: tuple[tuple[str, ...], ...]
    holidays: frozenset[Holiday]

    @property
    def says_holidays(self) -> bool:
        """Whether it says what holds on public holidays."""
        return any(kind == "PH" for kind, _ in self.holidays)


@lru_cache(maxsize=_RULES_KEPT)
def read_rule(text: str) -> Rule:
    """Read a rule in OpenStreetMap's notation; never raises."""
    text = " ".join(text.split())
    bare = _COMMENT.sub("", text)
    holidays = frozenset((found["kind"], int(found["offset"] or 0)) for found in _HOLIDAY.finditer(bare))
    parts = [_STATE_AND_COMMENT.sub(_as_unknown, part) for part in _FALLBACK.split(text)]
    readings = _readings(parts)
    on_all, on_none = (dict.fromkeys(holidays, days) for days in (_EVERY_DAY, _NO_DAY))
    texts = [with_holidays(one, held) for held in (on_all, on_none) for reading in readings for one in reading]
    if _UNSURE.search(bare) or len(holidays) > _MOST_HOLIDAYS:
        return Rule((), holidays)
    if not all(one and osm_opening_hours.validate(one) for one in (*parts, *texts)):
        return Rule((), holidays)
    if not any(_opens(one) for one in texts):
        # "Su off" alone says when it is closed, and nothing of the other days.
        readings = _readings([f"unknown; {parts[0]}", *parts[1:]])
    return Rule(readings, holidays)


def _readings(parts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Each part of a fallback, with hours past midnight also without the rules at its beginning, the last one first.

    The library forgets the hours past midnight of a later rule where an earlier one speaks of the next day ("Su-Th
    17:00-23:00; Fr,Sa 17:00-02:00"). What a later rule says goes first anyway.
    """
    ended = ([with_end(part, late=late) for part in parts] for late in (False, True))
    return tuple(dict.fromkeys(tuple(chain.from_iterable(map(_without_first_rules, of_end))) for of_end in ended))


def _without_first_rules(part: str) -> Iterator[str]:
    rules = _NEXT_RULE.split(part)
    if _passes_midnight(part):
        yield from ("; ".join(rules[begin:]) for begin in reversed(range(1, len(rules))))
    yield "; ".join(rules)


def _passes_midnight(part: str) -> bool:
    spans = (tuple(map(int, found.groups())) for found in _SPAN.finditer(_COMMENT.sub("", part)))
    return any(ends <= begins or ends > (24, 0) for begins, ends in ((span[:2], span[2:]) for span in spans))


def with_holidays(text: str, held: Mapping[Holiday, frozenset[str]]) -> str:
    """A text of a reading with weekdays in place of holidays.

    Args:
        text: as in `Rule.readings`.
        held: by holiday, the weekdays ("Mo") on which it is one, of the days that are asked about.

    Returns:
        A rule for these days only. A holiday on none of them stays in it: without a country the library knows none.
    """

    def replaced(found: re.Match[str]) -> str:
        if not found["kind"]:
            return found[0]
        days = held[found["kind"], int(found["offset"] or 0)] & _expanded(found["weekdays"])
        return ",".join(sorted(days)) or str(found["kind"])

    return _HOLIDAY.sub(replaced, text)


def _as_unknown(found: re.Match[str]) -> str:
    """A comment that explains no state stands in place of hours: "by appointment"."""
    return found[0] if found[1] else f"unknown {found[2]}"


def _opens(text: str) -> bool:
    spans = osm_opening_hours.OpeningHours(text).intervals(_FIRST, _LAST)
    return any(state != osm_opening_hours.State.CLOSED for _, _, state, _ in spans)


def _expanded(weekdays: str | None) -> frozenset[str]:
    """Days of a text such as "Mo-We,Su"; every day without one."""
    if not weekdays:
        return _EVERY_DAY
    days: set[str] = set()
    for span in weekdays.strip().split(","):
        first, last = WEEKDAYS.index(span[:2]), WEEKDAYS.index(span[-2:])
        days.update(WEEKDAYS[(first + day) % len(WEEKDAYS)] for day in range((last - first) % len(WEEKDAYS) + 1))
    return frozenset(days)
