"""What holds every week (`is_open`) is what opening_hours.js says of all weeks without a holiday, for every rule."""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from geodata.hours import VISIT_MIN, WEEKDAYS, Opening, is_open
from tests.hours.peer import GOETTINGEN, HERE, STEP, shipped_rules, theirs

STEP_MIN = STEP // timedelta(minutes=1)
DAY_STEPS = timedelta(days=1) // STEP
FIRST = datetime(2025, 12, 29, tzinfo=GOETTINGEN.zone)
WEEKS = 53
NOT_COMMON = "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 10-31 12-24 12-25 12-26 12-31"
CLOCKS_CHANGED = "03-29 10-25"
"""On these days a step of real time is none of the wall's clock."""

with (HERE / "rules.csv").open(encoding="utf-8", newline="") as file:
    EXPLAINED = {row["opening_hours"]: row["theirs_and_ours"] for row in csv.DictReader(file)}
RULES = [*(rule for rule in shipped_rules() if ":10" not in rule), *EXPLAINED]

KNOWS_LESS = {
    "2025 Mo-Fr 09:00-12:00": "2026 is looked at: of other years it says nothing",
    "2024 Mo-Fr 09:00-12:00": "2026 is looked at: of other years it says nothing",
    "2025 Mar 03-2025 Jun 27 Mo 10:00-12:00": "2026 is looked at: of other years it says nothing",
}
WITHOUT_SCHOOL_HOLIDAYS = {
    "Mo-Fr 09:00-12:00; SH off": "Mo-Fr 09:00-12:00",
    "SH Mo-Fr 09:00-12:00": "off",
    "Mo-Fr 09:00-12:00; SH 10:00-11:00; PH off": "Mo-Fr 09:00-12:00",
}
"""Theirs knows the school holidays of Lower Saxony; ours answers for weeks without."""


def common_weeks() -> list[int]:
    """Without a holiday, on the Monday after too: some rules speak of the day before one."""
    days = [date.fromisoformat(f"2026-{day}") for day in f"{NOT_COMMON} {CLOCKS_CHANGED}".split()]
    taken = {(day - timedelta(days=ahead) - FIRST.date()).days // 7 for day in days for ahead in (0, 1)}
    return sorted(set(range(WEEKS)) - taken)


def weeks_of(letters: str) -> Iterator[str]:
    """A letter a step of the wall's clock, a string a common week."""
    for week in common_weeks():
        monday = (FIRST + timedelta(weeks=week)).astimezone(UTC)
        begins = (monday - FIRST.astimezone(UTC)) // STEP
        yield letters[begins : begins + 7 * DAY_STEPS]


def answer(visit: str) -> bool | None:
    return True if set(visit) == {"o"} else False if "c" in visit else None


def their_answers(letters: str) -> list[bool | None]:
    """Of a visit that begins at each step of a week and ends on the same day: one answer, None where weeks differ."""
    steps = VISIT_MIN // STEP_MIN
    weeks = list(weeks_of(letters))
    found = [{answer(week[at : at + steps]) for week in weeks} for at in range(7 * DAY_STEPS)]
    return [one.pop() if len(one) == 1 else None for one in found]


def our_answer(rule: str, at: int) -> bool | None:
    day, step = divmod(at, DAY_STEPS)
    return is_open(rule, Opening(day, step * STEP_MIN, step * STEP_MIN + VISIT_MIN))


@pytest.fixture(scope="module")
def their_years() -> dict[str, str | None]:
    asked = [WITHOUT_SCHOOL_HOLIDAYS.get(rule, rule) for rule in RULES]
    return dict(zip(RULES, theirs(asked, start=FIRST, end=FIRST + timedelta(weeks=WEEKS)), strict=True))


@pytest.mark.parametrize("rule", RULES)
def test_all_weeks_are_theirs_or_known_less_of(rule: str, their_years: dict[str, str | None]) -> None:
    theirs_of = their_answers(their_years[rule] or "u" * (WEEKS * 7 * DAY_STEPS))
    fits = [at for at in range(7 * DAY_STEPS) if at % DAY_STEPS <= DAY_STEPS - VISIT_MIN // STEP_MIN]
    differ = {at: (theirs_of[at], ours) for at in fits if (ours := our_answer(rule, at)) != theirs_of[at]}
    if rule in KNOWS_LESS or (EXPLAINED.get(rule) and rule not in WITHOUT_SCHOOL_HOLIDAYS):
        differ = {at: pair for at, pair in differ.items() if pair[1] is not None}
    assert {f"{WEEKDAYS[at // DAY_STEPS]} {at % DAY_STEPS}": pair for at, pair in differ.items()} == {}
