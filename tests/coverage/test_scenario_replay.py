"""Changes of offers: what each does, that it can be undone, and that the order of independent ones does not matter."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.coverage.catchments import NOWHERE, Catchments
from geodata.coverage.gap_table import GapTable
from geodata.coverage.offers import Offers
from geodata.coverage.question import Question
from geodata.coverage.scenario import (
    Add,
    Change,
    Close,
    Confirm,
    Move,
    OpenAt,
    Scenario,
    Speak,
    States,
    applied,
    faults_of,
)
from tests.coverage.generated import TOPICS, city, large_case, offer_at, questions
from tests.coverage.scenario_strategies import SEEN, adds, areas_of, grounds, scenarios, to_known

GROUND = city([3, 4, 0], facilities=3, seed=1)
OFFERS = Offers(
    (
        offer_at(0, GROUND, number=0, topic="office", languages=("ru",), hours="24/7"),
        offer_at(1, GROUND, number=1, topic="course", status="unverified"),
        offer_at(NOWHERE, GROUND, number=2, topic="job"),
    ),
    "de",
)


def after(*changes: Change, offers: Offers = OFFERS, ground: Catchments = GROUND) -> Offers:
    return applied(Scenario("", changes), offers, catchments=ground, areas=areas_of(ground))


def answer(question: Question, offers: Offers, ground: Catchments) -> object:
    table = GapTable.from_question(question, offers, catchments=ground)
    reach = table.reach
    return str(table.rows), table.without_address, reach.sure.tobytes(), reach.possible.tobytes()


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        (Close("o000"), "status", "inactive"),
        (Confirm("o001"), "status", "active"),
        (Speak("o000", ("ar", "ru")), "languages", ("ru", "ar")),
        (Speak("o001", ("ar",)), "languages", ("de", "ar")),  # the assumed language stays
        (States("o000", ("ar",)), "languages", ("ar",)),
        (OpenAt("o000", "Mo 10:00-12:00"), "hours", "Mo 10:00-12:00"),
        (Move("o000", "f002"), "place", 2),
        (Move("o000", GROUND.cells[0]), "place", 3),
        (Move("o000", GROUND.cells[6]), "area_key", "02"),
        (Move("o002", GROUND.cells[0]), "area_key", "01"),  # it had no address before
        (Move("o000", "hidden"), "place", NOWHERE),
    ],
)
def test_a_change_does_what_it_says_and_nothing_else(change: Change, field: str, value: object) -> None:
    changed = after(change)
    row = OFFERS.rows[change.offer_id]
    assert getattr(changed.records[row], field) == value
    others = [(new, old) for new, old in zip(changed.records, OFFERS.records, strict=True) if old.id != change.offer_id]
    assert all(new is old for new, old in others)
    place = {"facility_id", "place", "area_key"} if isinstance(change, Move) else {field}
    same = {name: getattr(OFFERS.records[row], name) for name in place}
    assert replace(changed.records[row], **same) == OFFERS.records[row]


def test_new_offers_stand_behind_the_others_at_their_place() -> None:
    changed = after(
        Add("new-1", GROUND.cells[3], "learn", "course", ("ar",), "24/7"), Add("new-2", "f001", "work", "job")
    )
    assert [offer.id for offer in changed.records] == ["o000", "o001", "o002", "new-1", "new-2"]
    first, second = changed.records[3:]
    assert (first.place, first.area_key, first.languages, first.hours) == (6, "02", ("ar",), "24/7")
    assert (second.place, second.area_key, second.languages, second.hours) == (1, areas_of(GROUND)["f001"], (), "")


def test_without_changes_the_offers_are_the_same_object() -> None:
    assert after() is OFFERS


def test_an_added_language_never_loses_who_speaks_the_assumed_one() -> None:
    question = Question(languages=("de",), minutes=60)
    before = GapTable.from_question(question, OFFERS, catchments=GROUND).city
    assert GapTable.from_question(question, after(Speak("o001", ("ar",))), catchments=GROUND).city.lower >= before.lower


@SEEN
@given(st.data())
def test_a_change_that_is_undone_leaves_the_identical_table(data: st.DataObject) -> None:
    ground, offers = data.draw(grounds())
    scenario, question = data.draw(scenarios(ground, offers)), data.draw(questions())
    known = [*offers.rows, *(change.offer_id for change in scenario.added)]
    more = adds(scenario.next_id, ground)
    change = data.draw(st.one_of(more, to_known(known, ground)) if known else more)
    undone = scenario.with_change(change).without(len(scenario.changes))
    assert undone == scenario
    tables = [after(*each.changes, offers=offers, ground=ground) for each in (scenario, undone)]
    assert answer(question, tables[0], ground) == answer(question, tables[1], ground)


@SEEN
@given(st.data())
def test_a_scenario_without_all_its_changes_is_the_table_as_it_is(data: st.DataObject) -> None:
    ground, offers = data.draw(grounds())
    scenario = data.draw(scenarios(ground, offers))
    while scenario.changes:
        scenario = scenario.without(data.draw(st.integers(0, len(scenario.changes) - 1)))
        after(*scenario.changes, offers=offers, ground=ground)  # every step on the way can be applied
    assert after(*scenario.changes, offers=offers, ground=ground) is offers


@SEEN
@given(st.data())
def test_the_order_of_changes_of_different_offers_does_not_matter(data: st.DataObject) -> None:
    ground, offers = data.draw(grounds())
    scenario, question = data.draw(scenarios(ground, offers)), data.draw(questions())
    ids = data.draw(st.permutations(sorted({change.offer_id for change in scenario.changes})))
    other = [change for offer_id in ids for change in scenario.changes if change.offer_id == offer_id]
    first = answer(question, after(*scenario.changes, offers=offers, ground=ground), ground)
    assert first == answer(question, after(*other, offers=offers, ground=ground), ground)


@SEEN
@given(st.data())
def test_what_the_generator_draws_has_no_faults(data: st.DataObject) -> None:
    ground, offers = data.draw(grounds())
    scenario = data.draw(scenarios(ground, offers))
    assert not faults_of(scenario, offers, catchments=ground, areas=areas_of(ground), topics=TOPICS)


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        (Close("nobody"), "unknown_offer", "offer_id"),
        (Speak("new-1", ("ar",)), "unknown_offer", "offer_id"),
        (Add("o000", "f001", "learn", "course"), "known_offer", "offer_id"),
        (Move("o000", "elsewhere"), "unknown_place", "at"),
        (Move("o000", "100mN31999E43999"), "empty_cell", "at"),
        (Add("new-1", "100mN31999E43999", "learn", "course"), "empty_cell", "at"),
        (Add("new-1", "f001", "leisure", "course"), "unknown_section", "section"),
        (Add("new-1", "f001", "learn", "job"), "unknown_topic", "topic"),
    ],
)
def test_what_does_not_exist_is_a_fault_with_its_place(change: Change, code: str, field: str) -> None:
    scenario = Scenario("", (Close("o001"), change))
    (fault,) = faults_of(scenario, OFFERS, catchments=GROUND, areas=areas_of(GROUND), topics=TOPICS)
    assert (fault.code, fault.where) == (code, (2, field))
    assert fault.value == getattr(change, field)


def test_an_offer_that_was_added_can_be_changed_and_goes_with_all_that_was_done_to_it() -> None:
    scenario = Scenario("", (Add("new-1", "f001", "learn", "course"), Close("o000"), Speak("new-1", ("ar",))))
    assert after(*scenario.changes).records[3].languages == ("de", "ar")
    assert scenario.without(0).changes == (Close("o000"),)
    assert scenario.next_id == "new-2"


def test_a_larger_city_is_changed_in_place() -> None:
    ground, offers = large_case(3)
    changed = after(Move("o007", ground.cells[5]), offers=offers, ground=ground)
    assert sum(new is not old for new, old in zip(changed.records, offers.records, strict=True)) == 1
