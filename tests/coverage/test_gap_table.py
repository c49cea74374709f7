"""The gap table is what plain loops over cells and offers find."""

from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings

from geodata.coverage.catchments import GROUPS, Catchments
from geodata.coverage.gap_table import Row
from geodata.coverage.offers import Offers
from geodata.coverage.question import Question
from tests.coverage.brute_force import BruteForce
from tests.coverage.generated import ASSUMED, LANGUAGES, OPENINGS, cases, large_case, table_of
from tests.coverage.made_up_hours import is_open
from tests.coverage.plain import answers_of, ground_of

Case = tuple[Question, Offers, Catchments]


def brute_force(case: Case) -> BruteForce:
    question, offers, catchments = case
    return BruteForce(question, offers.records, ground_of(catchments), assumed=ASSUMED, is_open=is_open)


@settings(max_examples=200)
@given(cases())
def test_every_number_of_every_row(case: Case) -> None:
    table, plain = table_of(case), brute_force(case)
    assert answers_of(table) == plain.rows()
    assert table.without_address == plain.without_address()


@settings(max_examples=200)
@given(cases())
def test_how_every_offer_fits(case: Case) -> None:
    table, plain = table_of(case), brute_force(case)
    records = case[1].records
    assert [records[row] for row in table.fit.sure.nonzero()[0]] == plain.sure
    assert [records[row] for row in table.fit.unsure.nonzero()[0]] == plain.unsure
    assert (np.logical_or.reduce(list(table.fit.unknown.values())) == table.fit.unsure).all()  # nothing else is open


def _questions() -> Iterable[Question]:
    for number, group in enumerate(GROUPS):
        yield Question(languages=LANGUAGES[number : number + 1], group=group, minutes=60, verified=number % 2 == 0)
        yield Question("learn", languages=("ar", "ru"), group=group, minutes=25, opening=OPENINGS[number % 4])


def test_larger_cities_with_all_kinds_of_answers() -> None:
    states: set[str] = set()
    for seed in range(3):
        catchments, offers = large_case(seed)
        for question in _questions():
            case = (question, offers, catchments)
            rows = answers_of(table_of(case))
            assert rows == brute_force(case).rows()
            states |= {row.state for row in rows}
    assert states == {"covered", "gap", "unknown", "empty"}


@pytest.mark.parametrize("residents", [20, 100, 700, 12_300])
def test_a_wished_share_that_is_just_reached_is_reached(residents: int) -> None:
    """In floating point 0.55 × 100 is more than 55."""
    for percent in range(5, 101, 5):
        people = residents * percent // 100
        assert _row(residents, people).state(percent / 100) == "covered"
        assert _row(residents, people - 1).state(percent / 100) == "gap"


def _row(residents: int, reached: int) -> Row:
    return Row("01", residents, reached, reached, (1.0, 1.0), (1.0, 1.0), (1, 1), 0)
