"""What the coverage page hands out is what the command writes, and an analysis that was taken away is asked again."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geodata.cli import main
from geodata.coverage.analysis import Analysis, from_json, to_json
from geodata.coverage.question import Question
from geodata.coverage.scenario import Close, Scenario
from geodata.hours import Opening
from tests.conftest import DATA, LANGUAGES
from tests.ui.conftest import Shown
from ui import loaders
from ui.coverage import replay, scenario_state
from ui.coverage.asked import Asked, asked_of
from ui.coverage.replay import Read, sentences_of
from ui.coverage.take_away import answer_of, downloads
from ui.coverage.view import View, view

HARD = Question(
    "first_steps", "counselling", ("ar", "fa"), "born_abroad", 20, "cycling", verified=True, opening=Opening(3, 960)
)
OFFER = "einwohnermeldeamt--administration"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> View:
    """The page's answer to a question, in a session without a scenario."""
    monkeypatch.setattr(scenario_state, "st", SimpleNamespace(session_state={}))
    found = view(Asked(**asked_of(HARD)))
    assert found is not None
    assert found.question == HARD
    return found


def files(shown: View, language: str) -> dict[str, bytes]:
    """The downloads by the end of their names."""
    made = downloads(shown, loaders.translator(language))
    return {each.name.rpartition(".")[2]: each.make(answer_of(shown)) for each in made}


def test_the_page_hands_out_what_the_command_writes(shown: View, tmp_path: Path) -> None:
    page = files(shown, "de")
    (tmp_path / "analysis.json").write_bytes(page["json"])
    words = ["--config", str(tmp_path / "analysis.json"), "--strict", "--language-of-report", "de"]
    assert main(["coverage", *words, "--data", str(DATA), "--out", str(tmp_path / "out")]) == 0
    command = {path.suffix[1:]: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert {end: content == page[end] for end, content in command.items()} == dict.fromkeys(command, True)
    assert page.keys() - command.keys() == {"xlsx"}
    assert from_json(page["json"]).question == HARD


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_are_offered_under_different_names(language: str, shown: View) -> None:
    names = [each.name for each in downloads(shown, loaders.translator(language))]
    assert len(set(names)) == len(names) == 6
    assert names[0] == f"report-counselling-ar-fa-20-{language}.pdf"


def take(content: str) -> tuple[Read, list[Question], Scenario]:
    """Choose a file in a session of its own: what was read, what is asked then, and the scenario then."""
    state: dict[str, Any] = {"scenario": Scenario("kept")}
    asked: list[Question] = []
    with pytest.MonkeyPatch.context() as patch:
        for module in (replay, scenario_state):
            patch.setattr(module, "st", SimpleNamespace(session_state=state))
        replay.take(content.encode(), on_question=asked.append)
    return state["coverage_replay"], asked, state["scenario"]


def test_an_analysis_is_asked_again_with_its_scenario(shown: View) -> None:
    scenario = Scenario("closed", (Close(OFFER),))
    text = to_json(Analysis(HARD, scenario=scenario, inputs=answer_of(shown).analysis.inputs))
    read, asked, after = take(text)
    assert (read, asked, after) == (Read(), [HARD], scenario)
    assert sentences_of(read, loaders.translator("en")) == []
    assert take(to_json(Analysis(HARD)))[2] == Scenario()


def test_tables_that_have_changed_since_are_named() -> None:
    text = to_json(Analysis(HARD, "polling_district", inputs={"services.csv": "0" * 64}))
    read, asked, _ = take(text)
    assert asked == [HARD]
    said = sentences_of(read, loaders.translator("en"))
    assert len(said) == 2
    assert said[0].startswith("services.csv has changed")
    assert "polling districts" in said[1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", ["no JSON"]),
        (to_json(Analysis(Question("nowhere", minutes=99))), ["nowhere", "99"]),
        (to_json(Analysis(Question(languages=("klingon",)))), ["klingon"]),
        (
            to_json(Analysis(HARD, scenario=Scenario("", (Close("gone"),)))),
            ["change 1: Our tables do not have this offer"],
        ),
        (to_json(Analysis(HARD)).replace('"minutes": 20', '"minutes": "20"'), ["question.minutes"]),
        (
            json.dumps({"kind": "coverage-analysis 1", "question": {}, "scenario": {"version": 3}}),
            ["In its scenario: "],
        ),
    ],
)
def test_a_broken_analysis_changes_nothing_and_says_why(text: str, said: list[str]) -> None:
    read, asked, after = take(text)
    assert asked == []
    assert after == Scenario("kept")
    sentences = sentences_of(read, loaders.translator("en"))
    assert len(sentences) == len(said)
    assert all(part in sentence for part, sentence in zip(said, sentences, strict=True))


def panel() -> None:
    """The popover alone, as a page of its own."""
    from ui import address, loaders  # noqa: PLC0415 - AppTest runs this source on its own
    from ui.coverage import take_away  # noqa: PLC0415
    from ui.coverage.view import view  # noqa: PLC0415

    t = loaders.translator(address.current().language)
    take_away.show(view(address.current().cover), t)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_popover_holds_the_files_the_field_and_what_was_read(language: str) -> None:
    at = AppTest.from_function(panel, default_timeout=60)
    at.query_params["lang"] = language
    at.session_state["coverage_replay"] = Read(changed=("<b>services.csv</b>",))
    shown = Shown(at.run())
    assert not at.exception
    t = loaders.translator(language)
    assert t("Report, two pages (PDF)") in shown.texts
    assert t("Repeat an analysis (JSON)") in shown.texts
    assert any(text.startswith("<b>services.csv</b>") or "<b>services.csv</b>\u2069" in text for text in shown.texts)
