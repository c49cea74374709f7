"""Whom to ask first, and what that settles, is what a full search finds that works out every table anew."""

from collections import defaultdict

import pytest
from hypothesis import assume, given, settings

from geodata.coverage.catchments import ALL
from geodata.coverage.gap_table import GapTable
from geodata.coverage.offers import UNKNOWNS
from geodata.coverage.question import Question
from geodata.coverage.scenario import Add, Scenario, applied
from geodata.coverage.worklist import Ask, Call, worklist
from tests.coverage.answered import all_say, unknown_after
from tests.coverage.generated import OPENINGS, large_case, table_of
from tests.coverage.open_cases import Case, open_cases


def open_questions(table: GapTable) -> dict[str, list[Ask]]:
    """By facility with a point, everything that is open there: read off the offers one by one."""
    found = defaultdict(list)
    for row, offer in enumerate(table.offers.records):
        kinds = tuple(kind for kind in UNKNOWNS if table.fit.unknown[kind][row])
        if kinds and offer.facility_id in table.catchments.facility_ids:
            found[offer.facility_id].append(Ask(offer.id, kinds))
    return found


def unknown_people(table: GapTable) -> int:
    return table.city.upper - table.city.lower


def best_call(table: GapTable) -> tuple[int, int, str] | None:
    """People settled by "yes", people settled by "no", and the facility, of the most useful call there is."""
    before, found = unknown_people(table), []
    for facility_id, asks in open_questions(table).items():
        yes, no = (before - unknown_after(all_say(asks, yes=answer), table) for answer in (True, False))
        found.append((-yes, -no, facility_id))
    yes, no, facility_id = min(found, default=(0, 0, ""))
    return (-yes, -no, facility_id) if yes else None


@settings(max_examples=150)
@given(open_cases())
def test_the_first_call_is_the_one_a_full_search_finds(case: Case) -> None:
    table = table_of(case)
    first = next(iter(worklist(table).calls), None)
    assert best_call(table) == (first and (first.settles_up_to, first.settles_at_least, first.facility_id))


@pytest.mark.parametrize("seed", range(3))
def test_so_it_is_in_a_larger_city(seed: int) -> None:
    catchments, offers = large_case(seed)
    for opening in (None, OPENINGS[seed]):
        table = table_of((Question(languages=("ar",), minutes=20, verified=True, opening=opening), offers, catchments))
        (first, *others) = worklist(table).calls
        assert best_call(table) == (first.settles_up_to, first.settles_at_least, first.facility_id)
        assert len(others) > 5


@settings(max_examples=100)
@given(open_cases())
def test_a_call_asks_everything_that_is_open_there(case: Case) -> None:
    table = table_of(case)
    found, open_there = worklist(table), open_questions(table)
    assert {call.facility_id: list(call.asks) for call in found.calls} == {
        call.facility_id: open_there[call.facility_id] for call in found.calls
    }
    left_out = [
        ask for key in open_there.keys() - {call.facility_id for call in found.calls} for ask in open_there[key]
    ]
    for yes in (True, False):
        assert unknown_after(all_say(left_out, yes=yes), table) == found.unknown
    assert found.questions == sum(len(ask.kinds) for call in found.calls for ask in call.asks)
    assert all(set(call.kinds) == {kind for ask in call.asks for kind in ask.kinds} for call in found.calls)


@settings(max_examples=100)
@given(open_cases())
def test_each_next_call_is_the_best_that_is_left(case: Case) -> None:
    """Most people touched that no earlier call touches; then most people for whom nothing else is left to ask."""
    table = table_of(case)
    calls = worklist(table).calls
    asks: list[Ask] = []
    for number, call in enumerate(calls):
        scores = [_scores(other, asks, table) for other in calls[number:]]
        assert scores[0] == min(scores), call
        asks += call.asks
        assert call.remaining_at_least == unknown_after(all_say(asks, yes=True), table)
        assert call.remaining_at_most == unknown_after(all_say(asks, yes=False), table)


def _scores(call: Call, before: list[Ask], table: GapTable) -> tuple[int, int, int, str]:
    fresh, settled = (
        unknown_after(all_say(before, yes=yes), table) - unknown_after(all_say([*before, *call.asks], yes=yes), table)
        for yes in (True, False)
    )
    return -fresh, -settled, -call.settles_up_to, call.facility_id


@settings(max_examples=50)
@given(open_cases())
def test_nothing_is_asked_where_nothing_is_open(case: Case) -> None:
    question, offers, catchments = case
    table = table_of((Question(minutes=question.minutes, group=question.group), offers, catchments))
    assert worklist(table).calls == ()
    assert worklist(table).unknown == 0


@settings(max_examples=100)
@given(open_cases())
def test_made_up_offers_are_not_asked_and_stay_open(case: Case) -> None:
    question, offers, catchments = case
    assume(question.languages)
    made_up = [
        Add(f"new-{number}", at, question.section or "steps", question.topic)
        for number, at in enumerate((catchments.facility_ids[0], catchments.cells[-1]))
    ]
    areas = dict.fromkeys(catchments.facility_ids, "")
    after = applied(Scenario("", tuple(made_up)), offers, catchments=catchments, areas=areas)
    table = table_of((question, after, catchments))
    found = worklist(table, known=offers.rows)
    asked = [ask for call in found.calls for ask in call.asks]
    assert not {ask.offer_id for ask in asked} & {change.offer_id for change in made_up}
    if found.calls:
        assert found.calls[-1].remaining_at_most == unknown_after(all_say(asked, yes=False), table)


@settings(max_examples=50)
@given(open_cases())
def test_shares_are_of_the_group(case: Case) -> None:
    table = table_of(case)
    found = worklist(table)
    assert found.residents == int(table.catchments.people[table.question.group or ALL].sum())
    if found.residents:
        assert found.share_unknown == pytest.approx(table.city.share_upper - table.city.share_lower)
        assert found.share_after(0) == (found.share_unknown, found.share_unknown)
    for number, call in enumerate(found.calls, 1):
        least, most = found.share_after(number)
        assert (least * found.residents, most * found.residents) == pytest.approx(
            (call.remaining_at_least, call.remaining_at_most)
        )
