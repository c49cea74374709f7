"""What if: a scenario put together on the page, and taken back."""

import json

import pytest

from geodata.coverage.scenario import Add, Close, Move, OpenAt, Scenario, Speak, from_json
from tests.ui.conftest import Shown
from tests.ui.what_if_cases import HALL, LANGUAGES, every_change, populated_cell, visit
from ui import loaders
from ui.coverage import scenario_state


def scenario_of(shown: Shown) -> Scenario:
    kept: Scenario = shown.at.session_state["scenario"]
    return kept


def sentences(shown: Shown) -> list[str]:
    return [element.value for element in shown.at.text]


def test_an_offer_is_added_with_topic_place_languages_and_hours() -> None:
    shown = visit()
    at = shown.at
    assert at.selectbox("what-if-topic-en").value == "counselling"  # the topic that the page asks for
    assert not [button for button in at.button if button.key == "what-if-make"]
    at.selectbox("what-if-at-en").select(HALL).run()
    at.button_group("what-if-languages-en").select("ar").run()
    at.button_group("what-if-days-en").select("3").run()
    at.selectbox("what-if-closes-en").select("18").run()
    at.button("what-if-make").click().run()
    assert not at.exception
    topic = "counselling"
    section = loaders.taxonomy().section_of(topic)
    assert scenario_of(shown).changes == (Add("new-1", HALL, section, topic, ("ar",), "Th 16:00-18:00"),)
    (said,) = sentences(shown)
    assert "New offer 1" in said
    assert "Arabic" in said
    assert any("newly reach an offer" in text for text in shown.texts)
    at.selectbox("what-if-at-en").select(HALL).run()
    at.button("what-if-make").click().run()
    assert [change.offer_id for change in scenario_of(shown).changes] == ["new-1", "new-2"]


def test_the_cell_chosen_on_the_map_is_where_a_new_offer_is() -> None:
    cell = populated_cell()
    shown = visit(area=cell)
    assert shown.at.selectbox("what-if-at-en").value == cell
    shown.at.button("what-if-make").click().run()
    (change,) = scenario_of(shown).changes
    assert isinstance(change, Add)
    assert change.at == cell


@pytest.mark.parametrize("kind", ["move", "close", "speak", "open_at"])
def test_an_offer_of_the_list_is_changed(kind: str) -> None:
    shown = visit()
    at = shown.at
    at.selectbox("what-if-kind-en").select(kind).run()
    assert at.selectbox("what-if-offer-en").options[0] == "Please choose"
    offer = next(offer for offer in loaders.coverage_offers().records if offer.topic == "counselling")
    at.selectbox("what-if-offer-en").select(offer.id).run()
    if kind == "move":
        at.selectbox("what-if-at-en").select(HALL).run()
    if kind == "speak":
        at.button_group("what-if-languages-en").select("ar").select("ru").run()
    if kind == "open_at":
        at.button_group("what-if-days-en").select("0").select("2").run()
    at.button("what-if-make").click().run()
    expected = {
        "move": Move(offer.id, HALL),
        "close": Close(offer.id),
        "speak": Speak(offer.id, ("ar", "ru")),
        "open_at": OpenAt(offer.id, "Mo,We 16:00-19:00"),
    }
    assert scenario_of(shown).changes == (expected[kind],)
    assert len(sentences(shown)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_is_a_sentence_with_a_button_of_its_own(language: str) -> None:
    scenario = every_change()
    shown = visit(scenario, lang=language)
    said, buttons = sentences(shown), [each for each in shown.at.button if str(each.key).startswith("what-if-remove-")]
    assert len(said) == len(buttons) == len({*said}) == len({button.label for button in buttons}) == 9
    assert all(len(sentence) > 10 and "{" not in sentence for sentence in said)


def test_a_change_is_taken_back_and_all_of_them_are() -> None:
    shown = visit(every_change())
    shown.at.button("what-if-remove-3").click().run()
    assert len(scenario_of(shown).changes) == 8
    shown.at.button("what-if-remove-1").click().run()
    assert [change.offer_id for change in scenario_of(shown).changes].count("new-2") == 0  # with what was done to it
    shown.at.button("scenario-forget").click().run()
    assert scenario_of(shown) == Scenario()
    assert not shown.at.exception
    assert not sentences(shown)


def test_a_name_is_kept_without_what_a_file_must_not_hold() -> None:
    shown = visit(every_change())
    shown.at.text_input("scenario-name").set_value(" Donnerstag \x07in Grone ").run()
    assert scenario_of(shown).name == "Donnerstag in Grone"
    assert from_json(scenario_state.saved(scenario_of(shown))) == scenario_of(shown)


def test_a_change_that_makes_no_difference_says_so() -> None:
    other = next(offer for offer in loaders.coverage_offers().records if offer.topic == "schools")
    shown = visit(Scenario("", (Close(other.id),)))
    assert "Your changes make no difference to this question." in shown.texts


def test_before_and_after_are_those_of_the_two_tables() -> None:
    shown = visit(every_change())
    table = next(
        json.loads(each.proto.json)
        for each in shown.at.get("bidi_component")
        if each.proto.component_name == "finder.gaps"
    )["table"]
    assert len(table["rows"]) == len(loaders.area_names("district"))
    assert [column["title"] for column in table["columns"]][1:3] == ["With changes", "Before"]
    withheld = [row for row in table["rows"] if row["reason"]]
    assert withheld
    assert all(not row["cells"] and row["lower"] is None for row in withheld)
    assert table["foot"]["cells"][0]["text"] != table["foot"]["cells"][1]["text"]


def test_a_scenario_is_in_no_address_and_in_no_other_session() -> None:
    shown = visit(every_change())
    assert {*shown.params} <= {"lang", "cover", "speaks"}
    assert not sentences(visit())
