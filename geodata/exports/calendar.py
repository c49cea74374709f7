"""The coming dates of an offer as iCalendar (RFC 5545): of those that take place at a few set times of a week."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from geodata.exports.content_lines import file_of, text_value
from geodata.hours import Place, Span, week_of

WEEKS: Final = 4
"""Further ahead nobody plans, and hours change."""
MOST_A_WEEK: Final = 3
"""More are opening hours of a house, and no dates."""

_WEEK: Final = timedelta(days=7)
_HEAD: Final = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//place finder//dates//EN")


def calendar_of(rule: str, first: date, *, place: Place, uid: str, title: str, address: str) -> bytes | None:
    """Dates of the four weeks from `first` on, holidays as the rule has them; what is not sure is left out.

    Times are UTC: no program needs to know the place's clock. The same arguments give the same bytes.

    Args:
        rule: OpenStreetMap's opening_hours.
        first: the first day.
        place: where the rule holds.
        uid: id of the offer; with its time it is the id of a date.
        title, address: plain texts; "" for an address that is not shown.

    Returns:
        The file; None where there are no dates, or more than `MOST_A_WEEK` in a week.
    """
    weeks = [list(_spans(rule, first + number * _WEEK, place=place)) for number in range(WEEKS)]
    if not any(weeks) or max(map(len, weeks)) > MOST_A_WEEK:
        return None
    texts = [f"SUMMARY:{text_value(title)}", *([f"LOCATION:{text_value(address)}"] if address else [])]
    lines = list(_HEAD)
    for starts, ends in (dates for week in weeks for dates in week):
        stamp = f"DTSTAMP:{first:%Y%m%d}T000000Z"
        lines += ["BEGIN:VEVENT", f"UID:{text_value(uid)}-{_utc(starts)}", stamp]
        lines += [f"DTSTART:{_utc(starts)}", f"DTEND:{_utc(ends)}", *texts, "END:VEVENT"]
    return file_of([*lines, "END:VCALENDAR"])


def _spans(rule: str, first: date, *, place: Place) -> Iterator[tuple[datetime, datetime]]:
    for day in week_of(rule, first, place=place):
        yield from (_times(day.date, span, place=place) for span in day.spans if span.kind == "open")


def _times(day: date, span: Span, *, place: Place) -> tuple[datetime, datetime]:
    """Start and end by the wall's clock; an end past midnight is one of the next day."""
    starts, ends = (
        datetime.combine(day, time(), tzinfo=place.zone) + timedelta(minutes=minute)
        for minute in (span.from_min, span.until_min)
    )
    return starts, ends


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
