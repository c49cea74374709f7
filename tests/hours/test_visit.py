"""Setting out now: open on arrival, and does it close soon?"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.hours import SOON_MIN, closes_soon, opens_on, opens_when_i_arrive, state_at
from tests.hours.peer import GOETTINGEN
from tests.hours.rules import any_rules, moments


def thursday(clock: str) -> datetime:
    return datetime.fromisoformat(f"2025-10-09 {clock}").replace(tzinfo=GOETTINGEN.zone)


@pytest.mark.parametrize(
    ("now", "walking_min", "state"),
    [
        ("08:50", 9.9, "closed"),
        ("08:50", 10, "open"),
        ("11:50", 9.9, "open"),
        ("11:50", 10, "closed"),
        ("11:50", 0, "open"),
        ("12:00", 180, "closed"),
    ],
)
def test_what_counts_is_the_time_of_arrival(now: str, walking_min: float, state: str) -> None:
    answer = opens_when_i_arrive("Th 09:00-12:00", thursday(now), walking_min=walking_min, place=GOETTINGEN)
    assert answer.state == state


def test_a_walk_goes_on_while_clocks_are_changed() -> None:
    before = datetime(2025, 3, 30, 1, 50, tzinfo=GOETTINGEN.zone)
    assert opens_when_i_arrive("Su 03:00-03:30", before, walking_min=20, place=GOETTINGEN).state == "open"
    assert opens_when_i_arrive("Su 03:00-03:30", before, walking_min=60, place=GOETTINGEN).state == "closed"


@pytest.mark.parametrize(
    ("rule", "now", "soon"),
    [
        ("Th 09:00-12:00", "10:59", False),
        ("Th 09:00-12:00", "11:00", True),
        ("Th 09:00-12:00", "11:59", True),
        ("Th 09:00-12:00", "12:00", False),
        ("24/7", "11:00", False),
        ('Th 09:00-12:00, Th 12:00-13:00 open "by the back door"', "11:59", False),
        ("Th 09:00-12:00, Th 12:00-13:00 unknown", "11:30", None),
        ("Th 09:00-12:00, Th 12:00-13:00 unknown", "12:30", None),
        ("", "11:00", None),
        ('"by appointment"', "11:00", None),
    ],
)
def test_soon_is_within_an_hour_of_an_open_door(rule: str, now: str, soon: object) -> None:
    assert closes_soon(rule, thursday(now), place=GOETTINGEN) is soon


@given(any_rules, moments)
def test_what_closes_soon_is_open_now_and_closed_in_an_hour_at_some_time(rule: str, now: datetime) -> None:
    if closes_soon(rule, now, place=GOETTINGEN):
        change = state_at(rule, now, place=GOETTINGEN).next_change
        assert change is not None
        assert timedelta() < change - now <= timedelta(minutes=SOON_MIN)
        assert [state_at(rule, at, place=GOETTINGEN).state for at in (now, change)] == ["open", "closed"]


@given(any_rules, moments, st.floats(0, 90))
def test_an_arrival_is_a_state_at_a_later_time(rule: str, now: datetime, walking_min: float) -> None:
    later = now.astimezone(UTC) + timedelta(minutes=walking_min)
    answer = opens_when_i_arrive(rule, now, walking_min=walking_min, place=GOETTINGEN)
    assert answer == state_at(rule, later, place=GOETTINGEN)


@pytest.mark.parametrize(
    ("rule", "from_min", "state"),
    [
        ("Th 09:00-12:00", 0, "open"),
        ("Th 09:00-12:00", 12 * 60 - 1, "open"),
        ("Th 09:00-12:00", 12 * 60, "closed"),
        ("We 22:00-02:00", 0, "open"),
        ("We 22:00-02:00", 2 * 60, "closed"),
        ('Th 09:00-12:00; Th 14:00-16:00 "by appointment"', 13 * 60, "unknown"),
        ("Fr 09:00-12:00", 0, "closed"),
        ("", 0, "unknown"),
    ],
)
def test_a_day_is_open_if_it_is_at_some_time_that_is_left(rule: str, from_min: int, state: str) -> None:
    assert opens_on(rule, thursday("00:00").date(), place=GOETTINGEN, from_min=from_min) == state


@given(any_rules, moments)
def test_what_is_left_of_a_day_is_at_least_as_open_as_its_first_minute(rule: str, at: datetime) -> None:
    wall = at.astimezone(GOETTINGEN.zone)
    best = ("open", "unknown", "closed")
    of_day = opens_on(rule, wall.date(), place=GOETTINGEN, from_min=wall.hour * 60 + wall.minute)
    assert best.index(of_day) <= best.index(state_at(rule, at, place=GOETTINGEN).state)
