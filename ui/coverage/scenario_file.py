"""The file of a scenario: its name, taken away, and opened again or refused with a sentence for every fault."""

import unicodedata
from dataclasses import replace
from functools import partial
from typing import Final

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
from ui.file_field import Accepted, file_field

_ACCEPTED: Final = Accepted(".json", MOST_BYTES)
_FAULTS: Final = "scenario_faults"
_CHANGED: Final = "scenario_changed_tables"


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
    for key in (_FAULTS, _CHANGED):
        st.session_state.pop(key, None)


def _field(mode: str, t: Translator) -> None:
    said = ""
    if st.session_state.get(_FAULTS):
        said = t("The faults stand below.")
    elif _CHANGED in st.session_state:
        said = t("The scenario is open.")
    file_field(
        t("Choose a JSON file"),
        key="scenario-file",
        accepted=_ACCEPTED,
        said=said,
        on_file=partial(take, mode=mode),
        t=t,
    )


def take(content: bytes, *, mode: str) -> None:
    """Open what was chosen, before the page is made; its faults are kept instead, and nothing else changes."""
    catchments = loaders.catchments(mode)
    if catchments is None:
        return
    try:
        scenario, changed = scenario_state.opened(content, loaders.coverage_offers(mode), catchments=catchments)
    except BrokenScenario as broken:
        st.session_state[_FAULTS] = [fault for fault in broken.faults if isinstance(fault, ScenarioFault)]
        return
    st.session_state.pop(_FAULTS, None)
    st.session_state[_CHANGED] = changed
    scenario_state.change(scenario)


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
