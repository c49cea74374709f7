"""Open, closed, or not stated for sure: rules of every kind, and simple ones against plain arithmetic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.hours import VISIT_MIN, WEEKDAYS, Opening, is_open

ANSWERS = {"yes": True, "no": False, "?": None}

SHIPPED = """
Tu,Th 10:00-12:00                                       | Th 11:30 yes, Th 11:31 no, We 00:00 no, Tu 08:00-10:30 yes
Tu 10:00-12:00; Th 13:00-15:00                          | Th 10:00-13:00 no, Th 14:00 yes, Tu 13:00 no
Mo-Fr 09:00-18:00                                       | Th 16:00 yes, Th 18:00 no, Sa 00:00 no
Mo-Fr 09:00-15:00; Sa 10:00-16:00                       | Sa 15:00 yes, Fr 15:00 no, Su 00:00 no
Mo,Th 10:00-13:00; Tu,We 15:00-18:00                    | Th 16:00 no, We 16:00 yes
Mo,We,Th 10:00-19:00; Tu,Fr 12:00-17:00; Sa 10:00-15:00 | Th 18:30 yes, Fr 17:00 no, Sa 14:30-15:00 yes
Mo,Tu 12:30-20:00; We 12:30-18:00; Th 14:00-22:00       | Th 21:30 yes, Th 21:31 no
Tu 16:00-18:30; Th 16:30-19:00                          | Th 16:00-17:00 yes, Th 16:00-16:59 no
24/7                                                    | Th 16:00 yes, Su 00:00-00:30 yes, Mo 23:30 yes
"""

HOLIDAYS = """
Mo-Fr 09:00-17:00; PH off                               | Th 16:00 yes, Th 17:00 no, Sa 00:00 no
Mo-Fr 09:00-17:00; SH off                               | Th 16:00 yes
Mo-Fr,PH 09:00-17:00                                    | Th 16:00 yes, Su 09:00 no
Mo-Fr 09:00-17:00; PH 10:00-12:00                       | Th 16:00 yes
Mo-Fr 09:00-17:00; Dec 24-Jan 02 off                    | Th 16:00 yes, Fr 16:00 yes
Mo-Su 09:00-17:00; easter off                           | Su 16:00 yes
Mo-Fr 09:00-17:00; May 01 off; Oct 03 off; Dec 31 off   | Th 16:00 yes, Fr 16:00 yes
Mo-Fr 09:00-17:00; easter -2 days off; easter +1 day off | Fr 16:00 yes, Mo 16:00 yes
"""

SOME_WEEKS = """
Apr-Oct Th 16:00-18:00                                  | Th 16:00 ?, Th 18:00 no, Fr 00:00 no
Mo-Fr 09:00-17:00; Jul 20-Aug 10 off                    | Th 16:00 ?, Th 17:00 no
Oct-Apr Th 16:00-18:00; May-Sep Th 16:00-20:00          | Th 16:00 yes, Th 18:00 ?, Th 20:00 no
Th[1] 16:00-18:00                                       | Th 16:00 ?, Th 18:00 no, We 16:00 no
Th[-1] 16:00-18:00                                      | Th 16:00 ?
Th[5] 16:00-18:00                                       | Th 16:00 ?
Th 16:00-18:00; Th[1] off                               | Th 16:00 ?
week 1-53/2 Th 16:00-18:00                              | Th 16:00 ?, Th 18:00 no
week 2-52/2 Th 16:00-18:00                              | Th 16:00 ?
week 1-53/2 Th 16:00-18:00; week 2-52/2 Th 16:00-18:00  | Th 16:00 yes
2026 Th 16:00-18:00                                     | Th 16:00 ?
2016-2018 Th 16:00-18:00                                | Th 16:00 ?
"""

MIDNIGHT = """
Fr 22:00-02:00                                          | Fr 23:00 yes, Sa 00:00 yes, Sa 01:30 yes, Sa 01:31 no
Su-Th 17:00-23:00; Fr,Sa 17:00-02:00                    | Su 01:30 yes, Sa 01:30 yes, Su 02:00-17:00 no
Su 22:00-02:00                                          | Mo 00:00-02:00 yes, Su 00:00-22:00 no
Fr 22:00-26:00                                          | Sa 01:00 yes
Fr 23:45-00:15                                          | Fr 20:00 no, Sa 00:00 no
Fr 22:00-02:00; Sa 10:00-12:00                          | Sa 00:00-10:00 no, Sa 10:00 yes
Fr 22:00-02:00, Sa 10:00-12:00                          | Sa 00:00-10:00 yes, Sa 10:00 yes
Th 00:00-24:00                                          | Th 23:30 yes, Fr 00:00 no
"""

CLOSED = """
off                                                     | Th 16:00 no
closed                                                  | Th 16:00 no
24/7 off                                                | Th 16:00 no
24/7; Th 12:00-16:00 off                                | Th 12:00-16:00 no, Th 16:00 yes
Mo-Fr 09:00-17:00; Th off                               | Th 09:00 no, Fr 09:00 yes
Mo-Fr 09:00-17:00; Th off "team meets"                  | Th 09:00 no
Su off                                                  | Su 00:00 no, Th 16:00 ?
PH off                                                  | Th 16:00 ?
"""

NOT_FOR_SURE = """
                                                        | Th 16:00 ?
Th 16:00-18:00 "by appointment"                         | Th 16:00 ?, Th 18:00 no, Fr 00:00 no
"by appointment"                                        | Th 16:00 ?
Mo-Fr 09:00-12:00; Th 14:00-16:00 "by appointment"      | Th 14:00 ?, Fr 09:00 yes, Fr 12:00 no
Mo-Fr 09:00-12:00, Th 14:00-16:00 "by appointment"      | Th 09:00-12:00 yes, Th 12:00 ?, Th 16:00 no
Th 16:00-18:00 open "ring the bell"                     | Th 16:00 yes
Th 16:00-18:00 unknown                                  | Th 16:00 ?, Th 17:31 no
unknown                                                 | Th 16:00 ?
Th 16:00-16:20, Th 16:20-17:00 unknown                  | Th 16:00-16:30 ?
Th 09:00-12:00 || "by appointment"                      | Th 11:00 yes, Th 12:00 ?, Fr 00:00 ?
Th 09:00-12:00 || Fr 09:00-12:00 || unknown             | Th 09:00 yes, Fr 09:00 yes, Fr 12:00 ?
Mo-Fr 09:00-12:00 || "ask; or come"                     | Th 09:00 yes
Mo-Fr 09:00-12:00 || "by appointment"; Th off           | Th 09:00 ?
Th 09:00-12:00 "so || so"                               | Th 09:00 ?, Th 12:00 no
Th 16:00+                                               | Th 16:00 ?
Th 16:00-18:00+                                         | Th 18:00 ?
Th 10:00-16:00/01:30                                    | Th 10:00 ?
Th sunrise-sunset                                       | Th 10:00 ?
Th 10:00-12:00 "since 2019, from sunrise+"              | Th 12:00 no
|| Th 10:00-12:00                                       | Th 10:00 ?
Th 10 bis 12 Uhr                                        | Th 10:00 ?
"""


def cases(table: str) -> list[tuple[str, str, str]]:
    rows = [line.rsplit("|", maxsplit=1) for line in table.strip("\n").splitlines()]
    return [(rule.strip(), *case.strip().rsplit(" ", 1)) for rule, found in rows for case in found.split(",")]


ALL = [case for table in (SHIPPED, HOLIDAYS, SOME_WEEKS, MIDNIGHT, CLOSED, NOT_FOR_SURE) for case in cases(table)]


@pytest.mark.parametrize(("rule", "when", "answer"), ALL)
def test_a_rule_is_answered(rule: str, when: str, answer: str) -> None:
    assert is_open(rule, Opening.from_text(when)) is ANSWERS[answer]


Spans = tuple[tuple[int, int], ...]

starts = st.integers(0, 1440 - VISIT_MIN)
openings = starts.flatmap(
    lambda start: st.builds(Opening, st.integers(0, 6), st.just(start), st.integers(start + VISIT_MIN, 1440))
)
spans = (
    st.lists(st.integers(0, 96).map(lambda quarter: quarter * 15), min_size=2, max_size=8, unique=True)
    .map(sorted)
    .map(lambda times: tuple(zip(times[::2], times[1::2], strict=False)))
)
weeks = st.dictionaries(st.integers(0, 6), spans, min_size=1)


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def written(week: dict[int, Spans]) -> str:
    """Days with the same hours in one rule, as people write them."""
    days: dict[Spans, list[str]] = {}
    for weekday, open_at in sorted(week.items()):
        days.setdefault(open_at, []).append(WEEKDAYS[weekday])
    hours = {open_at: ",".join(f"{clock(start)}-{clock(end)}" for start, end in open_at) for open_at in days}
    return "; ".join(f"{','.join(names)} {hours[open_at]}" for open_at, names in days.items())


@given(weeks, openings)
def test_simple_rules_are_plain_arithmetic(week: dict[int, Spans], when: Opening) -> None:
    overlaps = (min(end, when.until_min) - max(start, when.from_min) for start, end in week.get(when.weekday, ()))
    assert is_open(written(week), when) is any(minutes >= VISIT_MIN for minutes in overlaps)


@given(st.sampled_from([rule for rule, _, _ in ALL]) | weeks.map(written), openings, openings)
def test_more_time_never_turns_a_yes_into_less_or_a_perhaps_into_a_no(rule: str, one: Opening, two: Opening) -> None:
    wide = Opening(one.weekday, min(one.from_min, two.from_min), max(one.until_min, two.until_min))
    order = (False, None, True)
    assert order.index(is_open(rule, wide)) >= order.index(is_open(rule, one))


words = st.sampled_from('Mo|Sa-Mo|PH|easter|Feb 30|week 53|[1]|[-5]| |; |,|10:00-12:00|22:00-48:00|off|"x"'.split("|"))


@given(st.text(max_size=40) | st.lists(words | st.just(" || "), max_size=6).map("".join), openings)
def test_any_text_has_an_answer(text: str, when: Opening) -> None:
    assert is_open(text, when) in (True, False, None)
