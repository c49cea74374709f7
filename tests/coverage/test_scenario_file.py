"""The file of a scenario: the same after a round trip, and refused with its faults whatever else it holds."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.coverage.scenario import (
    Add,
    Close,
    Confirm,
    Move,
    OpenAt,
    Scenario,
    Speak,
    States,
    changed_tables,
    from_json,
    to_json,
)
from geodata.coverage.scenario.fault import CODES
from geodata.errors import BrokenScenario, GeodataError
from tests.coverage.scenario_strategies import SEEN, grounds, scenarios

HASHES = {"services.csv": "0" * 64, "facilities.csv": "a" * 64}
EVERY = Scenario(
    "Beratung Grone, Донецк, الخميس",
    (
        Add("new-1", "100mN31532E43169", "learn", "course", ("ar", "ru"), "Th 16:00-19:00"),
        Move("o1", "house"),
        Close("o2"),
        Speak("o3", ("ar",)),
        States("o4", ("de", "uk")),
        OpenAt("o5", "Mo-Fr 09:00-12:00"),
        Confirm("o6"),
    ),
)


def file(**fields: Any) -> str:
    return json.dumps({"version": 1, "name": "", "tables": {}, "changes": []} | fields)


def changes(*each: Any) -> str:
    return file(changes=list(each))


ADD = {"change": "add", "offer_id": "new-1", "at": "house", "section": "learn", "topic": "course"}
SPEAK = {"change": "speak", "offer_id": "o1", "languages": ["ar"]}
OPEN = {"change": "open_at", "offer_id": "o1", "hours": "24/7"}

BROKEN: dict[str, tuple[str | bytes, str, tuple[int, str]]] = {
    "empty": ("", "not_json", (0, "")),
    "cut off": (file()[:-1], "not_json", (0, "")),
    "nested too deep": ("[" * 100_000, "not_json", (0, "")),
    "a number too long to be read": ("1" * 5_000, "not_json", (0, "")),
    "not UTF-8": ("Göttingen".encode("latin-1"), "not_utf8", (0, "")),
    "UTF-16": (file().encode("utf-16"), "not_utf8", (0, "")),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00", "not_utf8", (0, "")),
    "a megabyte and a byte": (b" " * 1_000_001, "too_large", (0, "")),
    "a megabyte of letters of two bytes": ("ö" * 500_001, "too_large", (0, "")),
    "a list": ("[]", "not_an_object", (0, "")),
    "half a character": ('"\\ud800"', "not_an_object", (0, "")),
    "null": ("null", "not_an_object", (0, "")),
    "no version": (json.dumps({"name": "", "tables": {}, "changes": []}), "wrong_version", (0, "version")),
    "a later version": (file(version=2), "wrong_version", (0, "version")),
    "a version that is true": (file(version=True), "wrong_version", (0, "version")),
    "a version with a point": (file(version=1.0), "wrong_version", (0, "version")),
    "no name": (json.dumps({"version": 1, "tables": {}, "changes": []}), "missing_field", (0, "name")),
    "no changes": (json.dumps({"version": 1, "name": "", "tables": {}}), "missing_field", (0, "changes")),
    "a field of its own": (file(author="x"), "unknown_field", (0, "author")),
    "a field twice": ('{"version": 1, "version": 1}', "repeated_field", (0, "")),
    "a name that is a number": (file(name=7), "not_text", (0, "name")),
    "a name of 256 letters": (file(name="x" * 256), "too_long", (0, "name")),
    "a name with half a character": (file(name="\ud800"), "control_character", (0, "name")),
    "a name with a line break": (file(name="a\nb"), "control_character", (0, "name")),
    "tables that are a list": (file(tables=[]), "not_an_object", (0, "tables")),
    "a hash that is none": (file(tables={"services.csv": "0" * 63}), "not_a_hash", (0, "tables")),
    "a hash that is a number": (file(tables={"services.csv": 0}), "not_a_hash", (0, "tables")),
    "a table without a name": (file(tables={"": "0" * 64}), "empty", (0, "tables")),
    "changes that are an object": (file(changes={}), "not_a_list", (0, "changes")),
    "501 changes": (changes(*[SPEAK] * 501), "too_many_changes", (0, "changes")),
    "a change that is text": (changes("close"), "not_an_object", (1, "")),
    "a change without its kind": (changes({"offer_id": "o1"}), "unknown_change", (1, "change")),
    "an unknown change": (changes(SPEAK, {"change": "explode", "offer_id": "o1"}), "unknown_change", (2, "change")),
    "a kind that is a list": (changes({"change": ["add"]}), "unknown_change", (1, "change")),
    "no offer": (changes({"change": "close"}), "missing_field", (1, "offer_id")),
    "an offer that is a number": (changes({"change": "close", "offer_id": 3}), "not_text", (1, "offer_id")),
    "an offer without a name": (changes({"change": "close", "offer_id": " "}), "empty", (1, "offer_id")),
    "a field too many": (changes({"change": "close", "offer_id": "o1", "at": "house"}), "unknown_field", (1, "at")),
    "nowhere to move to": (changes({"change": "move", "offer_id": "o1"}), "missing_field", (1, "at")),
    "no section": (changes({**ADD, "section": ""}), "empty", (1, "section")),
    "a topic that is null": (changes({**ADD, "topic": None}), "not_text", (1, "topic")),
    "a language that does not exist": (changes({**SPEAK, "languages": ["xx"]}), "unknown_language", (1, "languages")),
    "a language that is a number": (changes({**SPEAK, "languages": [1]}), "unknown_language", (1, "languages")),
    "languages that are text": (changes({**SPEAK, "languages": "ar"}), "not_a_list", (1, "languages")),
    "no languages to add": (changes({**SPEAK, "languages": []}), "empty", (1, "languages")),
    "no languages stated": (changes({**SPEAK, "change": "states", "languages": []}), "empty", (1, "languages")),
    "101 languages": (changes({**SPEAK, "languages": ["ar"] * 101}), "too_long", (1, "languages")),
    "hours in words": (changes({**OPEN, "hours": "nachmittags"}), "wrong_hours", (1, "hours")),
    "hours that are a number": (changes({**OPEN, "hours": 9}), "not_text", (1, "hours")),
    "no hours": (changes({**OPEN, "hours": ""}), "empty", (1, "hours")),
    "hours of 256 letters": (changes({**OPEN, "hours": "Mo 10:00-12:00; " * 16}), "too_long", (1, "hours")),
    "hours of a new offer in words": (changes({**ADD, "hours": "on demand!"}), "wrong_hours", (1, "hours")),
}


def test_a_file_reads_as_it_was_written() -> None:
    text = to_json(EVERY, HASHES)
    assert from_json(text) == from_json(text.encode()) == from_json(b"\xef\xbb\xbf" + text.encode()) == EVERY
    assert text == to_json(from_json(text), dict(reversed(HASHES.items())))
    assert "الخميس" in text
    assert list(json.loads(text)) == ["changes", "name", "tables", "version"]


@SEEN
@given(st.data())
def test_every_scenario_comes_back_from_its_file(data: st.DataObject) -> None:
    scenario = data.draw(scenarios(*data.draw(grounds())))
    text = to_json(scenario, HASHES)
    assert from_json(text) == scenario
    assert to_json(from_json(text), HASHES) == text


def test_what_a_new_offer_does_not_state_may_be_left_out() -> None:
    assert from_json(changes(ADD)).changes == (Add("new-1", "house", "learn", "course"),)


def test_tables_that_have_changed_are_named() -> None:
    text = to_json(EVERY, HASHES)
    assert changed_tables(text, HASHES | {"taxonomy.csv": "1" * 64}) == ()
    assert changed_tables(text, HASHES | {"services.csv": "1" * 64}) == ("services.csv",)
    assert changed_tables(text, {}) == ("facilities.csv", "services.csv")


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_is_refused_with_its_fault(what: str) -> None:
    content, code, where = BROKEN[what]
    with pytest.raises(BrokenScenario) as refused:
        from_json(content)
    assert isinstance(refused.value, GeodataError)
    assert (refused.value.faults[0].code, refused.value.faults[0].where) == (code, where)
    assert {fault.code for fault in refused.value.faults} <= set(CODES)
    str(refused.value).encode()
    assert all(len(fault.value) <= 500 for fault in refused.value.faults)


def test_all_faults_of_a_file_are_named_in_its_order() -> None:
    content = file(
        name=1, changes=[{**SPEAK, "languages": ["xx", "ar", "yy"]}, ADD, {**OPEN, "hours": "late", "offer_id": ""}]
    )
    with pytest.raises(BrokenScenario) as refused:
        from_json(content)
    assert [(fault.code, fault.where) for fault in refused.value.faults] == [
        ("not_text", (0, "name")),
        ("unknown_language", (1, "languages")),
        ("unknown_language", (1, "languages")),
        ("empty", (3, "offer_id")),
        ("wrong_hours", (3, "hours")),
    ]
    assert str(refused.value).splitlines()[1] == "changes[1].languages: unknown_language 'xx'"


def test_a_file_that_is_nothing_but_faults_names_a_hundred() -> None:
    with pytest.raises(BrokenScenario) as refused:
        from_json(file(**{f"f{n}": 1 for n in range(60_000)}))
    assert len(refused.value.faults) == 100


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@SEEN
@given(st.one_of(st.binary(), st.text(), JSON.map(json.dumps)))
def test_nothing_but_a_broken_scenario_is_raised(content: str | bytes) -> None:
    with pytest.raises(BrokenScenario):
        from_json(content)


@SEEN
@given(st.data())
def test_one_field_that_is_anything_is_a_fault_or_fits(data: st.DataObject) -> None:
    raw = json.loads(to_json(EVERY, HASHES))
    where = data.draw(st.sampled_from([raw, *raw["changes"]]))
    where[data.draw(st.sampled_from(sorted(where)))] = data.draw(JSON)
    with suppress(BrokenScenario):  # and nothing else
        scenario = from_json(json.dumps(raw))
        assert from_json(to_json(scenario, HASHES)) == scenario
