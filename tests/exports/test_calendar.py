"""Dates read back by another program: right times on both sides of a change of clocks, holidays left out."""

from datetime import UTC, date, datetime, timedelta

import pytest
import vobject

from geodata.exports.calendar import WEEKS, calendar_of
from geodata.hours import Place

TOWN = Place("Europe/Berlin", "DE", "NI")
FIRST = date(2026, 10, 19)  # clocks are changed on the 25th, and the 31st is a holiday
TEXTS = {"uid": "treff--meeting", "title": "Café, Sprache; Treff", "address": "Neustadt 18, 37073 Göttingen"}


def read(rule: str, first: date = FIRST) -> list[vobject.base.Component]:
    made = calendar_of(rule, first, place=TOWN, **TEXTS)
    return vobject.readOne(made.decode()).vevent_list if made else []


def test_every_date_has_its_time_of_the_wall_on_both_sides_of_a_change_of_clocks() -> None:
    events = read("Th 16:00-18:00")
    starts = [event.dtstart.value.astimezone(TOWN.zone) for event in events]
    assert len(starts) == WEEKS
    assert {(start.weekday(), start.hour) for start in starts} == {(3, 16)}
    assert {start.astimezone(UTC).hour for start in starts} == {14, 15}
    assert {event.dtend.value - event.dtstart.value for event in events} == {timedelta(hours=2)}


def test_texts_and_ids_come_back() -> None:
    rule = "Th 16:00-18:00"
    events = read(rule)
    assert {event.summary.value for event in events} == {TEXTS["title"]}
    assert {event.location.value for event in events} == {TEXTS["address"]}
    assert len({event.uid.value for event in events}) == len(events)
    assert calendar_of(rule, FIRST, place=TOWN, **TEXTS) == calendar_of(rule, FIRST, place=TOWN, **TEXTS)


def test_a_holiday_is_left_out_where_the_rule_says_so() -> None:
    assert len(read("Sa 10:00-12:00")) == WEEKS
    assert len(read("Sa 10:00-12:00; PH off")) == WEEKS - 1


def test_an_end_past_midnight_is_of_the_next_day() -> None:
    (first, *_) = read("Fr 22:00-26:00")
    assert first.dtend.value == datetime(2026, 10, 24, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize("rule", ["", "no rule", "Mo-Fr 09:00-17:00", "24/7", 'Th 16:00-18:00 "nach Vereinbarung"'])
def test_what_is_no_date_gives_no_file(rule: str) -> None:
    assert calendar_of(rule, FIRST, place=TOWN, **TEXTS) is None


def test_an_address_that_is_not_shown_is_not_written() -> None:
    made = calendar_of("Th 16:00-18:00", FIRST, place=TOWN, **{**TEXTS, "address": ""})
    assert made is not None
    assert b"LOCATION" not in made
