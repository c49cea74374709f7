"""A year of every rule in the data, and of many more, is the same by opening_hours.js, or the table says why not."""

import csv
from collections.abc import Iterator

import pytest

from tests.hours.peer import GOETTINGEN, HERE, START, STEP, STEPS, ours, shipped_rules, theirs

LETTERS = {"o": "open", "c": "closed", "u": "unknown"}
CLOCKS_CHANGED = "2025-03-31 "

with (HERE / "rules.csv").open(encoding="utf-8", newline="") as file:
    TABLE = list(csv.DictReader(file))
EXPLAINED = {row["opening_hours"]: row["theirs_and_ours"] for row in TABLE}
RULES = [*shipped_rules(), *EXPLAINED]

Years = dict[str, str | None]


@pytest.fixture(scope="module")
def their_years() -> Years:
    return dict(zip(RULES, theirs(RULES), strict=True))


def differences(their_year: str, our_year: str) -> Iterator[tuple[int, str]]:
    assert len(their_year) == len(our_year) == STEPS
    for step, (one, two) in enumerate(zip(their_year, our_year, strict=True)):
        if one != two:
            yield step, f"{LETTERS[one]}>{LETTERS[two]}"


def told(their_year: str | None, our_year: str) -> str:
    """How the years differ: from what to what, and on which day when it is only one."""
    if their_year is None:
        return f"not read>{'/'.join(LETTERS[letter] for letter in sorted(set(our_year)))}"
    found = list(differences(their_year, our_year))
    days = {(START + step * STEP).astimezone(GOETTINGEN.zone).date().isoformat() for step, _ in found}
    return " ".join([*(days if len(days) == 1 else ()), *sorted({kind for _, kind in found})])


@pytest.mark.parametrize("rule", RULES)
def test_a_year_is_the_same_or_the_table_says_why_not(rule: str, their_years: Years) -> None:
    assert told(their_years[rule], ours(rule)) == EXPLAINED.get(rule, "")


@pytest.mark.parametrize("rule", RULES)
def test_what_is_unknown_to_them_is_never_closed_by_ours(rule: str, their_years: Years) -> None:
    assert not [1 for one, two in zip(their_years[rule] or "", ours(rule), strict=False) if (one, two) == ("u", "c")]


def test_the_table_holds_sixty_more_and_a_reason_for_every_difference() -> None:
    assert len(EXPLAINED) == len(TABLE) >= 60
    assert not set(EXPLAINED) & set(shipped_rules())
    assert [row for row in TABLE if bool(row["theirs_and_ours"]) != bool(row["because"])] == []


def test_where_we_differ_we_know_less_but_for_the_day_after_clocks_are_changed() -> None:
    surer = [text for text in EXPLAINED.values() if ">open" in text or ">closed" in text]
    assert surer != []
    assert all(text.startswith(CLOCKS_CHANGED) for text in surer)
