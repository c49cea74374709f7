"""What if: a scenario put together on the page, taken back, saved and opened again, or refused with reasons."""

import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geodata.coverage.scenario import (
    Add,
    Close,
    Confirm,
    Move,
    OpenAt,
    Scenario,
    Speak,
    States,
    from_json,
)
from geodata.coverage.scenario.fault import CODES, ScenarioFault
from geodata.i18n import Translator
from tests.ui.conftest import Shown
from ui import loaders
from ui.coverage import scenario_file, scenario_state
from ui.coverage.scenario_faults import MESSAGES, fault_table, message

HALL = "stadt-goettingen-neues-rathaus"
LANGUAGES = ("de", "en", "ru", "ar")


def panel() -> None:
    """The two parts of the page that are about a scenario, as a page of their own."""
    from ui import address, loaders  # noqa: PLC0415 - AppTest runs this source on its own
    from ui.coverage import effect, what_if  # noqa: PLC0415
    from ui.coverage.view import view  # noqa: PLC0415

    t = loaders.translator(address.current().language)
    shown = view(address.current().cover)
    what_if.show(shown, t)
    effect.show(shown, t)


def visit(scenario: Scenario | None = None, **params: str) -> Shown:
    at = AppTest.from_function(panel, default_timeout=60)
    for name, value in ({"lang": "en", "cover": "counselling", "speaks": "ar"} | params).items():
        at.query_params[name] = value
    if scenario:
        at.session_state["scenario"] = scenario
    shown = Shown(at.run())
    assert not at.exception
    return shown


def scenario_of(shown: Shown) -> Scenario:
    kept: Scenario = shown.at.session_state["scenario"]
    return kept


def sentences(shown: Shown) -> list[str]:
    return [element.value for element in shown.at.text]


def populated_cell() -> str:
    ground = loaders.catchments("walking")
    assert ground is not None
    return max(ground.cells, key=lambda code: ground.people["all"][ground.cell_rows[code]])


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


def every_change() -> Scenario:
    ids = [offer.id for offer in loaders.coverage_offers().records if offer.topic == "counselling"]
    cell = populated_cell()
    return Scenario(
        "Grone",
        (
            Add("new-1", cell, loaders.taxonomy().section_of("counselling"), "counselling", ("ar",), "24/7"),
            Add("new-2", HALL, loaders.taxonomy().sections[0], ""),
            Move(ids[0], cell),
            Close(ids[1]),
            Speak(ids[2], ("ar", "prs")),
            States(ids[3], ("de",)),
            OpenAt(ids[4], "Th 16:00-19:00"),
            Confirm(ids[5]),
            Close("new-2"),
        ),
    )


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


# ---- files


def opened(content: bytes, scenario: Scenario | None = None) -> dict[str, Any]:
    """Open a file as the browser would, in a session without a page; gives what the session holds afterwards."""
    state: dict[str, Any] = {"scenario": scenario} if scenario else {}
    with pytest.MonkeyPatch.context() as patch:
        for module in (scenario_state, scenario_file):
            patch.setattr(module, "st", SimpleNamespace(session_state=state))
        scenario_file.take(content, mode="walking")
    return state


def shown_with(state: dict[str, Any], language: str = "en") -> Shown:
    at = AppTest.from_function(panel, default_timeout=60)
    at.query_params["lang"] = language
    for key, value in state.items():
        at.session_state[key] = value
    shown = Shown(at.run())
    assert not at.exception
    return shown


def test_a_file_is_opened_as_it_was_saved() -> None:
    scenario = every_change()
    state = opened(scenario_state.saved(scenario).encode())
    assert state["scenario"] == scenario
    assert state["scenario_changed_tables"] == ()


def test_older_tables_are_named_and_the_scenario_is_opened() -> None:
    raw = json.loads(scenario_state.saved(every_change()))
    raw["tables"]["services.csv"] = "0" * 64
    state = opened(json.dumps(raw).encode())
    assert state["scenario"] == every_change()
    said = " ".join(shown_with(state).texts)
    assert "This scenario was made with older tables. Changed since then: services.csv." in said


BROKEN: dict[str, Callable[[dict[str, Any]], Any]] = {
    "not_json": lambda raw: None,
    "unknown_offer": lambda raw: raw["changes"][3].update(offer_id="nobody"),
    "unknown_place": lambda raw: raw["changes"][2].update(at="nowhere"),
    "empty_cell": lambda raw: raw["changes"][2].update(at="100mN31000E43000"),
    "unknown_topic": lambda raw: raw["changes"][0].update(topic="cooking"),
    "unknown_section": lambda raw: raw["changes"][0].update(section="leisure"),
    "unknown_language": lambda raw: raw["changes"][4].update(languages=["xx"]),
    "wrong_hours": lambda raw: raw["changes"][6].update(hours="nachmittags"),
    "wrong_version": lambda raw: raw.update(version=2),
    "known_offer": lambda raw: raw["changes"][0].update(offer_id=raw["changes"][3]["offer_id"]),
}


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_file_changes_nothing_and_says_why(code: str) -> None:
    before = Scenario("kept", (Close(loaders.coverage_offers().records[0].id),))
    raw = json.loads(scenario_state.saved(every_change()))
    BROKEN[code](raw)
    state = opened(b"{" if code == "not_json" else json.dumps(raw).encode(), before)
    assert state["scenario"] is before
    assert code in {fault.code for fault in state["scenario_faults"]}
    repaired = opened(scenario_state.saved(every_change()).encode(), before)
    assert "scenario_faults" not in repaired


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_lists_the_faults_and_keeps_working(language: str) -> None:
    state = opened(b'{"version": 1, "name": 7, "tables": {}, "changes": [{"change": "fly"}]}')
    said, t = " ".join(shown_with(state, language).texts), loaders.translator(language)
    assert len(state["scenario_faults"]) == 2
    for fault in state["scenario_faults"]:
        assert " ".join(message(fault, t).split()) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_has_its_sentence(translators: dict[str, Translator], language: str) -> None:
    assert {*MESSAGES} == {*CODES}
    for code in CODES:
        fault = ScenarioFault(code, (3, "at"), "<script>", ("500",))
        assert "{" not in message(fault, translators[language])
        assert "<script>" not in fault_table([fault], translators[language])


def test_a_scenario_is_in_no_address_and_in_no_other_session() -> None:
    shown = visit(every_change())
    assert {*shown.params} <= {"lang", "cover", "speaks"}
    assert not sentences(visit())
