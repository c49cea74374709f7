"""The reader's scenario: kept in the session, never on our server and never in the address."""

from typing import Final

import streamlit as st

from geodata.coverage.catchments import Catchments
from geodata.coverage.offers import Offers
from geodata.coverage.scenario.replay import applied, faults_of
from geodata.coverage.scenario.scenario import Scenario, changed_tables, from_json, to_json
from geodata.errors import BrokenScenario
from ui import loaders

_SCENARIO: Final = "scenario"
_APPLIED: Final = "scenario_offers"


def current() -> Scenario:
    """The scenario of this session; without changes where the reader has made none."""
    scenario: Scenario = st.session_state.get(_SCENARIO, Scenario())
    return scenario


def change(scenario: Scenario) -> None:
    """Keep another scenario."""
    st.session_state[_SCENARIO] = scenario


def offers(scenario: Scenario, before: Offers, *, catchments: Catchments) -> Offers:
    """The offers after a scenario; the same object as long as nothing changes."""
    if not scenario.changes:
        return before
    kept = st.session_state.get(_APPLIED)
    if kept is None or kept[0] != scenario.changes or kept[1] is not before:
        after = applied(scenario, before, catchments=catchments, areas=loaders.facility_areas())
        st.session_state[_APPLIED] = kept = (scenario.changes, before, after)
    found: Offers = kept[2]
    return found


def saved(scenario: Scenario) -> str:
    """The scenario as a file, with the hashes of the tables it was made with."""
    return to_json(scenario, loaders.table_hashes())


def opened(content: bytes, before: Offers, *, catchments: Catchments) -> tuple[Scenario, tuple[str, ...]]:
    """The scenario in a file, and the names of the tables that have changed since it was made.

    Raises:
        BrokenScenario: the file cannot be used, or names what the tables do not have.
    """
    scenario, taxonomy = from_json(content), loaders.taxonomy()
    topics = {section: taxonomy.topics(section) for section in taxonomy.sections}
    faults = faults_of(scenario, before, catchments=catchments, areas=loaders.facility_areas(), topics=topics)
    if faults:
        raise BrokenScenario(faults)
    return scenario, changed_tables(content, loaders.table_hashes())
