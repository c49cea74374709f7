"""What is promised after the first calls holds for every combination of answers, each worked out anew."""

import random
from itertools import islice, product

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from geodata.coverage.question import Question
from geodata.coverage.worklist import Call, worklist
from tests.coverage.answered import any_say, unknown_after
from tests.coverage.generated import OPENINGS, large_case, table_of
from tests.coverage.open_cases import Case, open_cases

_MOST_COMBINATIONS = 64


def questions(calls: tuple[Call, ...]) -> list[tuple[str, str]]:
    return [(ask.offer_id, kind) for call in calls for ask in call.asks for kind in ask.kinds]


@settings(max_examples=60)
@given(open_cases())
def test_whatever_the_answers_are(case: Case) -> None:
    """Every combination of yes and no to each single question of the first calls, as far as there are few enough."""
    table = table_of(case)
    calls = worklist(table).calls
    for number, call in enumerate(calls, 1):
        asked = questions(calls[:number])
        if 2 ** len(asked) > _MOST_COMBINATIONS:
            break
        event("worked through")
        remaining = [
            unknown_after(dict(zip(asked, answers, strict=True)), table)
            for answers in product((True, False), repeat=len(asked))
        ]
        assert (min(remaining), max(remaining)) == (call.remaining_at_least, call.remaining_at_most)


@settings(max_examples=100)
@given(open_cases(), st.randoms(use_true_random=False))
def test_whatever_some_of_the_answers_are_in_any_city(case: Case, chance: random.Random) -> None:
    table = table_of(case)
    calls = worklist(table).calls
    for number, call in enumerate(calls, 1):
        asks = [ask for call in calls[:number] for ask in call.asks]
        remaining = unknown_after(any_say(asks, chance), table)
        assert call.remaining_at_least <= remaining <= call.remaining_at_most


@pytest.mark.parametrize("seed", range(4))
def test_so_it_is_in_a_larger_city(seed: int) -> None:
    chance = random.Random(seed)
    catchments, offers = large_case(seed)
    opening = OPENINGS[seed] if seed % 2 else None
    table = table_of((Question(languages=("ar",), minutes=25, verified=True, opening=opening), offers, catchments))
    calls = worklist(table).calls
    assert len(calls) > 10
    for number, call in islice(enumerate(calls, 1), 0, None, 3):
        asks = [ask for call in calls[:number] for ask in call.asks]
        for _ in range(20):
            assert call.remaining_at_least <= unknown_after(any_say(asks, chance), table) <= call.remaining_at_most
