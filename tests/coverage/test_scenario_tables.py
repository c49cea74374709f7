"""Many answers after a change: the same as worked out from the beginning, and only what changed is new."""

from dataclasses import replace
from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from geodata.coverage.catchments import ALL, Catchments, steps_within
from geodata.coverage.gap_table import GapTable
from geodata.coverage.offers import Offers
from geodata.coverage.question import Question
from geodata.coverage.scenario import Add, Close, Move, Scenario, Speak, applied
from geodata.coverage.scenario.difference import difference
from geodata.coverage.scenario.tables import Tables
from tests.coverage.generated import LANGUAGES, TOPICS, city, large_case, offer_at, questions
from tests.coverage.scenario_strategies import SEEN, areas_of, grounds, scenarios

MANY = tuple(
    Question(section, languages=(code,), minutes=minutes)
    for section, code, minutes in product(TOPICS, LANGUAGES, (10, 15, 30))
)


def changed(scenario: Scenario, offers: Offers, ground: Catchments) -> Offers:
    return applied(scenario, offers, catchments=ground, areas=areas_of(ground))


def said(table: GapTable) -> object:
    """Everything a table says; NaN equals itself as text."""
    fitting = [offer.id for offer, fit in zip(table.offers.records, table.fit.possible, strict=True) if fit]
    reach = table.reach
    return str(table.rows), table.without_address, fitting, reach.sure.tobytes(), reach.possible.tobytes()


def assert_equal(tables: Tables, offers: Offers) -> None:
    for question, table in tables.tables.items():
        assert said(table) == said(GapTable.from_question(question, offers, catchments=tables.catchments))


@SEEN
@given(st.data())
def test_changed_step_by_step_equals_worked_out_anew(data: st.DataObject) -> None:
    ground, offers = data.draw(grounds())
    asked = data.draw(st.lists(questions(), min_size=1, max_size=5))
    tables = Tables.from_questions(asked, offers, catchments=ground)
    for _ in range(data.draw(st.integers(1, 3))):
        now = changed(data.draw(scenarios(ground, offers)), offers, ground)
        tables = tables.with_offers(now)
        assert_equal(tables, now)
    back = tables.with_offers(offers)
    assert_equal(back, offers)


def test_only_the_questions_it_is_about_are_answered_anew() -> None:
    ground, offers = large_case(5)
    before = Tables.from_questions(MANY, offers, catchments=ground)
    after = before.with_offers(
        changed(Scenario("", (Add("new-1", ground.cells[9], "learn", "course", ("ar",)),)), offers, ground)
    )
    new = {question for question in MANY if after.tables[question] is not before.tables[question]}
    assert new == {question for question in MANY if question.section == "learn" and question.languages == ("ar",)}
    assert_equal(after, after.offers)


def test_ways_of_a_side_that_did_not_change_are_kept() -> None:
    ground, offers = large_case(6)
    question = Question("learn", languages=("ru",))
    before = Tables.from_questions([question], offers, catchments=ground)
    moved = changed(Scenario("", (Add("new-1", ground.cells[9], "learn", "course"),)), offers, ground)
    after = before.with_offers(moved)  # it states no language: only the possible side is another
    assert after.tables[question] is not before.tables[question]
    assert after._nearest.keys() & before._nearest.keys()
    assert all(after._nearest[key] is before._nearest[key] for key in after._nearest.keys() & before._nearest.keys())
    assert np.array_equal(after.tables[question].reach.sure, before.tables[question].reach.sure)


def test_one_offer_more_in_a_house_changes_counts_but_no_ways() -> None:
    ground, offers = large_case(7)
    question = Question("work")
    row = next(
        row for row, fits in enumerate(GapTable.from_question(question, offers, catchments=ground).fit.sure) if fits
    )
    before = Tables.from_questions([question], offers, catchments=ground)
    house = offers.records[row].facility_id
    after = before.with_offers(changed(Scenario("", (Add("new-1", house, "work", "job"),)), offers, ground))
    assert after.tables[question] is not before.tables[question]
    assert after.tables[question].reach is before.tables[question].reach
    assert_equal(after, after.offers)


def test_other_questions_keep_the_answers_that_are_known() -> None:
    ground, offers = large_case(8)
    before = Tables.from_questions(MANY[:3], offers, catchments=ground)
    after = before.with_questions(MANY)
    assert all(after.tables[question] is before.tables[question] for question in MANY[:3])
    assert before.with_offers(offers) is before
    assert_equal(after, offers)


@SEEN
@given(st.data())
def test_people_gained_and_lost_are_those_of_the_cells_one_by_one(data: st.DataObject) -> None:
    ground, offers = data.draw(grounds())
    question, now = data.draw(questions()), changed(data.draw(scenarios(ground, offers)), offers, ground)
    before, after = (GapTable.from_question(question, each, catchments=ground) for each in (offers, now))
    group = data.draw(st.sampled_from(sorted(ground.people)))
    limit = steps_within(question.minutes)
    found = difference(before, after, group=group)
    assert [each.area_key for each in found] == [*ground.area_keys, "00"]
    for area, each in enumerate(found):
        cells = [row for row in range(len(ground.cells)) if ground.area_of[row] == area or each.area_key == "00"]
        for side, bound in enumerate(("sure", "possible")):
            was, is_now = (getattr(table.reach, bound) for table in (before, after))
            people = ground.people[group]
            assert each.gained[side] == sum(people[row] for row in cells if was[row] > limit >= is_now[row])
            assert each.lost[side] == sum(people[row] for row in cells if is_now[row] > limit >= was[row])
    of_group = [
        GapTable.from_question(replace(question, group=group), each, catchments=ground).city for each in (offers, now)
    ]
    assert of_group[1].lower - of_group[0].lower == found[-1].gained[0] - found[-1].lost[0]
    assert of_group[1].upper - of_group[0].upper == found[-1].gained[1] - found[-1].lost[1]


def test_gained_and_lost_change_places_when_a_scenario_is_undone() -> None:
    ground, offers = large_case(9)
    question = Question("steps", languages=("ar",), minutes=20)
    scenario = Scenario(
        "", (Add("new-1", ground.cells[3], "steps", "office", ("ar",)), Close("o003"), Move("o010", "f001"))
    )
    before = GapTable.from_question(question, offers, catchments=ground)
    after = GapTable.from_question(question, changed(scenario, offers, ground), catchments=ground)
    there, back = difference(before, after), difference(after, before)
    assert [(each.gained, each.lost) for each in there] == [(each.lost, each.gained) for each in back]
    assert any(not each.is_nothing for each in there)
    assert all(each.is_nothing for each in difference(before, before))


def test_a_stated_language_gains_for_sure_and_loses_what_was_only_possible() -> None:
    ground = city([4, 4], facilities=1, seed=4)
    offers = Offers((offer_at(1, ground, number=0, topic="office"),), "de")
    spoken = changed(Scenario("", (Speak("o000", ("ar",)),)), offers, ground)

    def city_for(code: str) -> tuple[tuple[int, int], tuple[int, int]]:
        question = Question(languages=(code,), minutes=60)
        tables = [GapTable.from_question(question, each, catchments=ground) for each in (offers, spoken)]
        whole = difference(*tables)[-1]
        return whole.gained, whole.lost

    reached = GapTable.from_question(Question(minutes=60), offers, catchments=ground).city.lower
    assert reached > 0
    assert city_for("ar") == ((reached, 0), (0, 0))
    assert city_for("ru") == ((0, 0), (0, reached))
    assert city_for("de") == ((0, 0), (0, 0))
    assert ground.people[ALL].sum() >= reached
