"""A week in days: today first, nights with the evening they began, the same minutes as `state_at` has."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.hours import Span, WeekDay, state_at, week_of
from tests.hours.peer import GOETTINGEN
from tests.hours.rules import any_rules

THURSDAY = date(2025, 10, 30)

# Rule | spans of the seven days from Thursday 30 October 2025 on; the Friday is Reformation Day; ? is unknown
WEEKS = """
Mo-Fr 09:00-12:00,13:00-17:00    | 09:00-12:00 13:00-17:00 | 09:00-12:00 13:00-17:00 | | | 09:00-12:00 13:00-17:00 | 09:00-12:00 13:00-17:00 | 09:00-12:00 13:00-17:00
Mo-Fr 09:00-12:00; PH off        | 09:00-12:00 | | | | 09:00-12:00 | 09:00-12:00 | 09:00-12:00
Mo-Fr 09:00-12:00; PH 10:00-11:00| 09:00-12:00 | 10:00-11:00 | | | 09:00-12:00 | 09:00-12:00 | 09:00-12:00
24/7                             | 00:00-24:00 | 00:00-24:00 | 00:00-24:00 | 00:00-24:00 | 00:00-24:00 | 00:00-24:00 | 00:00-24:00
Sa 22:00-03:00                   | | | 22:00-27:00 | | | |
We 22:00-03:00                   | 00:00-03:00 | | | | | | 22:00-27:00
Sa 22:00-24:00                   | | | 22:00-24:00 | | | |
Sa 22:00-24:00; Su 00:00-24:00; Mo 00:00-02:00 | | | 22:00-24:00 | 00:00-24:00 | 00:00-02:00 | |
Th 09:00-12:00; Fr "call"        | 09:00-12:00 | 00:00-24:00? | | | | |
Su off                           | 00:00-24:00? | 00:00-24:00? | 00:00-24:00? | | 00:00-24:00? | 00:00-24:00? | 00:00-24:00?
off                              | | | | | | |
"""  # noqa: E501 (a week in a line)


def written(day: WeekDay) -> str:
    return " ".join(
        f"{clock(span.from_min)}-{clock(span.until_min)}{'?' * (span.kind == 'unknown')}" for span in day.spans
    )


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


@pytest.mark.parametrize("line", WEEKS.strip().splitlines(), ids=lambda line: line.split("|")[0].strip())
def test_a_week_has_its_days_from_today_on(line: str) -> None:
    rule, *days = (cell.strip() for cell in line.split("|"))
    week = week_of(rule, THURSDAY, place=GOETTINGEN)
    assert [day.date for day in week] == [THURSDAY + timedelta(days=number) for number in range(7)]
    assert [written(day) for day in week] == days


def test_holidays_and_comments_stand_with_their_day() -> None:
    week = week_of('Th 09:00-12:00 "ask for Ms Kaya"', THURSDAY, place=GOETTINGEN)
    assert [day.holiday for day in week] == [None, "Reformation Day", None, None, None, None, None]
    assert week[0].spans == (Span(540, 720, "unknown", "ask for Ms Kaya"),)


def test_a_rule_that_cannot_be_read_has_seven_unknown_days() -> None:
    week = week_of("Do 9 bis 12", THURSDAY, place=GOETTINGEN)
    assert {day.spans for day in week} == {(Span(0, 1440, "unknown", ""),)}


@given(any_rules, st.integers(0, 300), st.integers(0, 7 * 1440 - 1))
def test_a_minute_is_in_a_span_of_its_kind(rule: str, ahead: int, minute: int) -> None:
    first = date(2025, 4, 1) + timedelta(days=ahead)
    at = datetime.combine(first, datetime.min.time(), tzinfo=GOETTINGEN.zone) + timedelta(minutes=minute)
    found = {
        span.kind
        for number, day in enumerate(week_of(rule, first, place=GOETTINGEN))
        for span in day.spans
        if span.from_min <= minute - number * 1440 < span.until_min
    }
    assert (found or {"closed"}) == {state_at(rule, at, place=GOETTINGEN).state}
