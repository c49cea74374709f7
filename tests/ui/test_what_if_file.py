"""The file of a scenario on the page: opened as it was saved, or refused with reasons."""

import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geodata.coverage.scenario import Close, Scenario
from geodata.coverage.scenario.fault import CODES, ScenarioFault
from geodata.i18n import Translator
from tests.ui.conftest import Shown
from tests.ui.what_if_cases import LANGUAGES, every_change, panel
from ui import loaders
from ui.coverage import scenario_file, scenario_state
from ui.coverage.scenario_faults import MESSAGES, fault_table, message


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
