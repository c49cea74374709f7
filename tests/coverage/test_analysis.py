"""An analysis is read as it was written; whatever else a file holds, every fault in it is named and nothing breaks."""

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geodata.adapters.analysis_file import input_hashes
from geodata.adapters.city_data import CityData
from geodata.coverage.analysis import (
    KIND,
    LEVELS,
    Analysis,
    changed_inputs,
    from_json,
    input_files,
    to_json,
    wrong_values,
)
from geodata.coverage.catchments import GROUPS
from geodata.coverage.question import MODES, Question
from geodata.coverage.scenario import Add, Close, Scenario, Speak
from geodata.errors import DataError
from geodata.hours import Opening
from geodata.taxonomy import Taxonomy
from tests.conftest import DATA

HASH = "0123456789abcdef" * 4
LANGUAGES = st.lists(st.sampled_from(("ar", "de", "prs")), unique=True).map(tuple)
QUESTIONS = st.builds(
    Question,
    section=st.text(max_size=20),
    topic=st.text(max_size=20),
    languages=LANGUAGES,
    group=st.sampled_from(GROUPS),
    minutes=st.integers(),
    mode=st.sampled_from(MODES),
    verified=st.booleans(),
    opening=st.none() | st.builds(Opening, st.integers(0, 6), st.integers(0, 1410)),
    wished_share=st.floats(0, 1),
)
CHANGES = st.sampled_from(
    (Close("a"), Speak("b", ("ar",)), Add("new-1", "house", "first_steps", "health", ("ar",), "Mo 10:00-12:00"))
)
SCENARIOS = st.builds(Scenario, st.sampled_from(("", "Grone „neu“", "غرونه")), st.lists(CHANGES).map(tuple))
ANALYSES = st.builds(
    Analysis,
    QUESTIONS,
    st.sampled_from(LEVELS),
    st.none() | SCENARIOS,
    st.dictionaries(st.sampled_from(("services.csv", "pack/walking.xz")), st.just(HASH)),
)


def fields(**changes: Any) -> dict[str, Any]:
    """A whole file, with some fields changed; those that become None are left out."""
    content = {"kind": KIND, "inputs": {}, "level": "district", "question": {}, "scenario": None} | changes
    return {name: value for name, value in content.items() if value is not None}


def faults(content: str | bytes) -> list[str]:
    with pytest.raises(DataError) as caught:
        from_json(content)
    return [str(getattr(fault, "code", "") or getattr(fault, "parameter", "")) for fault in caught.value.faults]


@given(ANALYSES)
def test_what_was_written_is_read_and_written_the_same(analysis: Analysis) -> None:
    text = to_json(analysis)
    assert from_json(text) == analysis
    assert from_json(text.encode()) == analysis
    assert to_json(from_json(text)) == text


def test_the_file_is_sorted_and_readable() -> None:
    text = to_json(Analysis(Question(languages=("ar",)), inputs={"services.csv": HASH, "city.toml": HASH}))
    assert text.endswith("}\n")
    content = json.loads(text)
    assert list(content) == sorted(content)
    assert list(content["question"]) == sorted(content["question"])
    assert list(content["inputs"]) == ["city.toml", "services.csv"]
    assert content["kind"] == KIND


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", ["not_json"]),
        ("{", ["not_json"]),
        (b"\xff\xfe{}", ["not_json"]),
        ("[" * 100_000, ["not_json"]),
        ("[]", ["not_an_object"]),
        (" " * 2_000_001, ["too_large"]),
        ("{}", ["not_this_kind"]),
        ('{"kind": "coverage-analysis 2"}', ["not_this_kind"]),
        (f'{{"kind": "{KIND}", "kind": "{KIND}"}}', ["repeated_field"]),
        (fields(question=None), ["missing_field"]),
        (fields(question=[]), ["not_an_object"]),
        (fields(more=1), ["unknown_field"]),
        (fields(question={"minuts": 15}), ["unknown_field"]),
        (fields(question={"minutes": "15"}), ["not_whole"]),
        (fields(question={"minutes": True}), ["not_whole"]),
        (fields(question={"minutes": 15.0}), ["not_whole"]),
        (fields(question={"wished_share": "half"}), ["not_a_number"]),
        (fields(question={"wished_share": 10**400}), ["not_a_number"]),
        (f'{{"kind": "{KIND}", "question": {{"wished_share": NaN}}}}', ["not_json"]),
        (fields(question={"verified": 1}), ["not_yes_or_no"]),
        (fields(question={"languages": "ar"}), ["not_texts"]),
        (fields(question={"languages": ["ar", 1]}), ["not_texts"]),
        (fields(question={"section": 1, "group": []}), ["not_text", "not_text"]),
        (fields(question={"opening": "Thursday"}), ["opening"]),
        (fields(level="street"), ["level"]),
        (fields(inputs=[]), ["not_an_object"]),
        (fields(inputs={"services.csv": "abc", "city.toml": 1}), ["not_a_hash", "not_a_hash"]),
        (fields(scenario=[]), ["not_an_object"]),
        (fields(scenario={"version": 99}), ["wrong_version"]),
        (fields(level="x", question={"minutes": 1.5, "opening": "now"}), ["not_whole", "opening", "level"]),
    ],
)
def test_every_fault_is_named(content: Any, expected: list[str]) -> None:
    assert faults(json.dumps(content) if isinstance(content, dict) else content) == expected


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
NAMES = st.sampled_from(
    ("question", "inputs", "level", "scenario", "minutes", "languages", "opening", "section", "version", "changes", "")
)


@given(st.dictionaries(NAMES, JSON | st.dictionaries(NAMES, JSON)).map(lambda raw: json.dumps({"kind": KIND} | raw)))
@example(json.dumps(fields(question={"section": "\ud800"})))
def test_any_json_is_an_analysis_or_has_faults(text: str) -> None:
    analysis = None
    with contextlib.suppress(DataError):
        analysis = from_json(text)
    if analysis:
        assert from_json(to_json(analysis)) == analysis
    else:
        assert faults(text)


@given(st.binary(max_size=200))
def test_any_bytes_have_faults(content: bytes) -> None:
    assert faults(content)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (Question(), []),
        (Question("first_steps", "counselling", ("ar",)), []),
        (Question("language_education", "counselling"), ["topic"]),
        (Question("", "counselling"), []),
        (Question("nowhere", "nothing"), ["section", "topic"]),
        (Question(languages=("ar", "xx", "german")), ["language", "language"]),
        (Question(group="everybody", minutes=61), ["group", "minutes"]),
        (Question(mode="cycling", minutes=31), ["minutes"]),
        (Question(mode="bus", minutes=4, wished_share=0.0), ["mode", "minutes", "wished_share"]),
        (Question(wished_share=float("nan")), ["wished_share"]),
    ],
)
def test_codes_that_do_not_exist_are_named(question: Question, expected: list[str], shipped_city: CityData) -> None:
    wrong = wrong_values(question, Taxonomy.from_table(shipped_city.taxonomy))
    assert [each.parameter for each in wrong] == expected


def test_a_table_that_has_changed_since_is_named(tmp_path: Path) -> None:
    question = Question(mode="cycling")
    (tmp_path / "pack").mkdir()
    for name in input_files(question, LEVELS[1]):
        (tmp_path / name).write_text(name)
    before = Analysis(question, LEVELS[1], inputs=input_hashes(tmp_path, question, level=LEVELS[1]))
    assert set(before.inputs) == set(input_files(question, LEVELS[1]))
    assert changed_inputs(before, before.inputs) == ()
    (tmp_path / "services.csv").write_text("another")
    (tmp_path / "pack" / "cycling.xz").unlink()
    after = input_hashes(tmp_path, question, level=LEVELS[1])
    assert changed_inputs(before, after) == ("pack/cycling.xz", "services.csv")


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("mode", MODES)
def test_all_files_of_an_answer_are_in_the_city(level: str, mode: str) -> None:
    question = Question(mode=mode)
    assert all((DATA / name).is_file() for name in input_files(question, level))
    assert {f"pack/{each}.xz" for each in MODES}.intersection(input_files(question, level)) == {f"pack/{mode}.xz"}
    assert ("polling_districts.geojson" in input_files(question, level)) == (level == "polling_district")
