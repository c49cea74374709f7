"""The file of a scenario: its name, taken away, and opened again or refused with a sentence for every fault."""

import base64
import binascii
import unicodedata
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import streamlit as st

from geodata.coverage.scenario.fault import ScenarioFault
from geodata.coverage.scenario.parsing import MOST_BYTES, MOST_CHARACTERS
from geodata.coverage.scenario.scenario import Scenario
from geodata.errors import BrokenScenario
from geodata.i18n import Translator
from ui import loaders
from ui.coverage import scenario_state
from ui.coverage.scenario_faults import fault_table
from ui.coverage.view import View

_KEY: Final = "scenario-file"
_FIELD = st.components.v2.component(
    "finder.scenario_file",
    # the field of the districts page, under an id of its own
    js=(Path(__file__).parents[1] / "static" / "districts" / "file_field.js")
    .read_text("utf-8")
    .replace('"own-table-file"', f'"{_KEY}"'),
    isolate_styles=False,
)
_FAULTS: Final = "scenario_faults"
_CHANGED: Final = "scenario_changed_tables"
_READ: Final = "scenario_read"


def show(view: View, t: Translator) -> None:
    """Name and download of the scenario as it is; the field for a file; faults, or which tables have changed."""
    scenario = view.scenario
    if scenario.changes:
        _name(scenario, t)
        with st.container(horizontal=True):
            st.download_button(
                t("Download the scenario (JSON)"),
                data=lambda: scenario_state.saved(scenario).encode(),
                file_name="scenario.json",
                mime="application/json",
                key="scenario-download",
                on_click="ignore",
            )
            st.button(t("Remove all changes"), key="scenario-forget", on_click=_forget)
    st.markdown(t("Open a scenario that was downloaded here. It replaces the changes above."))
    _field(view.question.mode, t)
    _said(t)


def _name(scenario: Scenario, t: Translator) -> None:
    key = "scenario-name"
    st.session_state[key] = scenario.name
    st.text_input(t("Name of the scenario"), key=key, max_chars=MOST_CHARACTERS, on_change=_rename)


def _rename() -> None:
    """Keep the name, without what a file must not hold."""
    written = str(st.session_state["scenario-name"])[:MOST_CHARACTERS]
    name = "".join(character for character in written if unicodedata.category(character) not in ("Cc", "Cs"))
    scenario_state.change(replace(scenario_state.current(), name=name.strip()))


def _forget() -> None:
    scenario_state.change(Scenario())
    for key in (_FAULTS, _CHANGED, _READ):
        st.session_state.pop(key, None)


def _field(mode: str, t: Translator) -> None:
    names = {
        "choose": t("Choose a JSON file"),
        "reading": t("The file is being read."),
        "too_large": t("The file is larger than {limit} MB.", limit=t.number(MOST_BYTES // 1_000_000)),
    }
    read = t("The faults stand below.") if st.session_state.get(_FAULTS) else st.session_state.get(_READ, "")
    data = {"language": t.language, "direction": t.direction, "accept": ".json", "limit": MOST_BYTES}
    _FIELD(key=_KEY, data={**data, "read": read, "names": names}, on_file_change=partial(take, mode))


def take(mode: str) -> None:
    """Open what was chosen, before the page is made; its faults are kept instead, and nothing else changes."""
    chosen: Any = st.session_state[_KEY].file
    content, catchments = _decoded(chosen), loaders.catchments(mode)
    if content is None or catchments is None:
        return
    try:
        scenario, changed = scenario_state.opened(content, loaders.coverage_offers(mode), catchments=catchments)
    except BrokenScenario as broken:
        st.session_state[_FAULTS] = [fault for fault in broken.faults if isinstance(fault, ScenarioFault)]
        return
    st.session_state.pop(_FAULTS, None)
    st.session_state[_CHANGED], st.session_state[_READ] = changed, str(chosen.get("name", ""))[:MOST_CHARACTERS]
    scenario_state.change(scenario)


def _decoded(chosen: Any) -> bytes | None:
    """The bytes that the browser sent; more than a scenario can have is cut, and refused as too large."""
    if not isinstance(chosen, dict) or not isinstance(chosen.get("content"), str):
        return None
    try:
        return base64.b64decode(chosen["content"][: MOST_BYTES * 2], validate=True)
    except binascii.Error:
        return b""


def _said(t: Translator) -> None:
    faults: list[ScenarioFault] = st.session_state.get(_FAULTS, [])
    changed: tuple[str, ...] = st.session_state.get(_CHANGED, ())
    if faults:
        with st.container(key="scenario-faults"):
            st.markdown(
                t.plural("**{n} fault.** Nothing was changed.", "**{n} faults.** Nothing was changed.", len(faults))
            )
            st.html(fault_table(faults, t))
    elif changed:
        with st.container(key="scenario-changed"):
            names = t.join(t.isolated(name) for name in changed)
            st.markdown(
                t("This scenario was made with older tables. Changed since then: {names}.", names=names)
                + " "
                + t("Figures may differ from those of whoever made it.")
            )
