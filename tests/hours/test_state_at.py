"""State, next change, holiday and comment at points in time, by kind of rule."""

from datetime import UTC, date, datetime, timedelta

import pytest

from geodata.hours import HOLIDAY_NAMES, Place, state_at
from tests.hours.peer import GOETTINGEN

MUNICH = Place("Europe/Berlin", "DE", "BY")
ATLANTIS = Place("Europe/Berlin", "XA", "")
NEVER = "never"

# Rule | time on the wall, state, next change
HOLIDAYS = """
Mo-Fr 09:00-17:00                | 2025-10-31 10:00 open    2025-10-31 17:00
Mo-Fr 09:00-17:00; PH off        | 2025-10-31 10:00 closed  2025-11-03 09:00
Mo-Fr 09:00-17:00; PH off        | 2025-06-19 10:00 open    2025-06-19 17:00
Mo-Fr 09:00-17:00; PH off        | 2025-06-18 17:00 closed  2025-06-19 09:00
Mo-Fr 09:00-17:00; PH off        | 2025-12-24 17:00 closed  2025-12-29 09:00
Mo-Fr 09:00-17:00; PH 10:00-12:00| 2025-10-31 09:59 closed  2025-10-31 10:00
PH off                           | 2025-05-01 10:00 closed  2025-05-02 00:00
PH off                           | 2025-05-02 10:00 unknown 2025-05-29 00:00
Mo-Fr 09:00-12:00; PH -1 day off | 2025-10-30 10:00 closed  2025-10-31 09:00
"""
SCHOOL = """
Mo-Fr 09:00-12:00; SH off        | 2025-07-10 10:00 unknown 2025-07-10 12:00
Mo-Fr 09:00-12:00; SH off        | 2025-07-10 13:00 closed  2025-07-11 09:00
Mo-Fr 09:00-12:00; SH 11:00-13:00| 2025-07-10 11:00 open    2025-07-10 12:00
SH Mo-Fr 09:00-12:00             | 2025-07-12 10:00 closed  2025-07-14 09:00
"""
CLOCKS = """
Su 01:00-02:30                   | 2025-03-30 01:30 open    2025-03-30 03:00
Su 02:30-04:00                   | 2025-03-30 01:59 closed  2025-03-30 03:00
Su 02:00-03:00                   | 2025-03-30 01:59 closed  2025-04-06 02:00
Su 02:00-06:00                   | 2025-10-26 01:59 closed  2025-10-26 02:00
Sa 22:00-06:00                   | 2025-03-29 23:00 open    2025-03-30 06:00
Sa 22:00-06:00                   | 2025-10-25 23:00 open    2025-10-26 06:00
Su 22:00-02:00                   | 2025-03-31 01:00 open    2025-03-31 02:00
24/7                             | 2025-03-30 01:00 open    never
"""
MIDNIGHT = """
Fr 22:00-02:00                   | 2025-07-04 23:59 open    2025-07-05 02:00
Fr 22:00-02:00                   | 2025-07-05 00:00 open    2025-07-05 02:00
Fr 22:00-02:00                   | 2025-07-05 02:00 closed  2025-07-11 22:00
Mo-Su 00:00-24:00                | 2025-07-05 02:00 open    never
PH 22:00-02:00                   | 2025-11-01 01:00 open    2025-11-01 02:00
Su-Th 17:00-23:00; Fr,Sa 17:00-02:00 | 2025-07-06 01:00 open 2025-07-06 02:00
"""
UNKNOWN = """
                                 | 2025-07-10 10:00 unknown never
"by appointment"                 | 2025-07-10 10:00 unknown never
Th "by appointment"              | 2025-07-10 10:00 unknown 2025-07-11 00:00
Th 09:00-12:00 "by appointment"  | 2025-07-10 10:00 unknown 2025-07-10 12:00
Th 09:00-12:00 || "ask"          | 2025-07-10 10:00 open    2025-07-10 12:00
Th 09:00-12:00 || "ask"          | 2025-07-10 12:00 unknown 2025-07-17 09:00
Th 16:00+                        | 2025-07-10 16:00 unknown 2025-07-11 00:00
Th 10:00-16:00+                  | 2025-07-10 10:00 open    2025-07-10 16:00
Th 10:00-16:00+                  | 2025-07-10 17:00 unknown 2025-07-11 00:00
Su off                           | 2025-07-10 17:00 unknown 2025-07-13 00:00
SH +1 day off; SH -2 days off; SH -3 days off; SH off; PH off | 2025-07-10 17:00 unknown never
Th 10 bis 12 Uhr                 | 2025-07-10 17:00 unknown never
Mo-Fr 09:00-12:00; Sa mornings   | 2025-07-13 17:00 unknown never
off                              | 2025-07-10 10:00 closed  never
2024 Mo-Fr 09:00-12:00           | 2025-07-10 10:00 closed  never
2027 Mo 10:00-12:00              | 2025-07-10 10:00 closed  2027-01-04 10:00
2031 Mo 10:00-12:00              | 2025-07-10 10:00 closed  never
"""


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=GOETTINGEN.zone)


def cases() -> list[tuple[str, str, str, str]]:
    rows = [
        line.split("|", 1) if "||" not in line else line.rsplit("|", 1)
        for table in (HOLIDAYS, SCHOOL, CLOCKS, MIDNIGHT, UNKNOWN)
        for line in table.strip("\n").splitlines()
    ]
    found = [(rule.strip(), case.split()) for rule, case in rows]
    return [(rule, " ".join(words[:2]), words[2], " ".join(words[3:])) for rule, words in found]


@pytest.mark.parametrize(("rule", "at", "state", "change"), cases())
def test_a_rule_has_a_state_and_a_next_change(rule: str, at: str, state: str, change: str) -> None:
    answer = state_at(rule, wall(at), place=GOETTINGEN)
    assert answer.state == state
    assert (NEVER if answer.next_change is None else f"{answer.next_change:%Y-%m-%d %H:%M}") == change


def test_an_hour_that_comes_twice_is_open_twice() -> None:
    twice = [datetime(2025, 10, 25, 23, 45, tzinfo=UTC) + hour * timedelta(hours=1) for hour in range(3)]
    answers = [state_at("Su 02:00-02:30", at, place=GOETTINGEN) for at in twice]
    changes = [(at, answer.next_change.astimezone(UTC)) for at, answer in zip(twice, answers, strict=True)]
    assert [answer.state for answer in answers] == ["closed", "closed", "closed"]
    assert [change - at for at, change in changes[:2]] == [timedelta(minutes=15)] * 2
    assert [state_at("Su 02:00-02:30", change, place=GOETTINGEN).state for _, change in changes] == ["open"] * 3


def test_lower_saxonys_holidays_are_named() -> None:
    year = [date(2025, 1, 1) + timedelta(days=day) for day in range(365)]
    assert {day.isoformat()[5:]: name for day in year if (name := GOETTINGEN.holiday(day))} == {
        "01-01": "New Year's Day",
        "04-18": "Good Friday",
        "04-21": "Easter Monday",
        "05-01": "Labor Day",
        "05-29": "Ascension Day",
        "06-09": "Pentecost Monday",
        "10-03": "German Unity Day",
        "10-31": "Reformation Day",
        "12-25": "Christmas Day",
        "12-26": "Second Day of Christmas",
    }
    assert MUNICH.holiday(date(2025, 6, 19)) == "Corpus Christi"
    assert MUNICH.holiday(date(2025, 10, 31)) is None


STATES = "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split()


@pytest.mark.parametrize("state", STATES)
def test_every_holiday_of_germany_has_a_name_to_translate(state: str) -> None:
    place = Place("Europe/Berlin", "DE", state)
    days = (date(2026, 1, 1) + timedelta(days=day) for day in range(10 * 366))
    once = {name for name in map(place.holiday, days) if name and "anniversary" not in name}
    assert once <= set(HOLIDAY_NAMES)


def test_a_holiday_is_named_whether_or_not_the_rule_speaks_of_it() -> None:
    silent, speaking, plain = (
        state_at(rule, wall(at), place=GOETTINGEN)
        for rule, at in (
            ("Mo-Fr 09:00-12:00", "2025-10-31 10:00"),
            ("Mo-Fr 09:00-12:00; PH off", "2025-10-31 10:00"),
            ('Mo-Fr 09:00-12:00 open "PH too"', "2025-10-30 10:00"),
        )
    )
    assert (silent.holiday, silent.says_holidays) == ("Reformation Day", False)
    assert (speaking.holiday, speaking.says_holidays) == ("Reformation Day", True)
    assert (plain.holiday, plain.says_holidays, plain.comment) == (None, False, "PH too")


def test_where_no_calendar_of_holidays_is_known_they_are_unknown() -> None:
    rule, at = "Mo-Fr 09:00-12:00; PH off", wall("2025-10-30 10:00")
    assert (state_at(rule, at, place=ATLANTIS).state, state_at(rule, at, place=GOETTINGEN).state) == ("unknown", "open")
    assert state_at("Mo-Fr 09:00-12:00", at, place=ATLANTIS).state == "open"
    assert not Place("Europe/Berlin", "DE", "XX").knows_holidays


def test_a_comment_comes_with_the_state_that_it_explains() -> None:
    rule = 'Mo-Fr 09:00-12:00; We 14:00-16:00 "by appointment"; Fr off "team; meets"'
    at = {"We 15:00": "2025-07-09 15:00", "Th 10:00": "2025-07-10 10:00", "Fr 10:00": "2025-07-11 10:00"}
    answers = {day: state_at(rule, wall(text), place=GOETTINGEN) for day, text in at.items()}
    assert {day: (answer.state, answer.comment) for day, answer in answers.items()} == {
        "We 15:00": ("unknown", "by appointment"),
        "Th 10:00": ("open", ""),
        "Fr 10:00": ("closed", "team; meets"),
    }


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no point in time"):
        state_at("24/7", datetime(2025, 7, 10, 10), place=GOETTINGEN)  # noqa: DTZ001 (that is what is refused)
