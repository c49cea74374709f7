"""Repeats an analysis that was taken away before: asks its question again, with the scenario it had."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Final

import streamlit as st

from geodata.adapters.analysis_file import input_hashes
from geodata.coverage.analysis import LEVELS, Analysis, changed_inputs, from_json, wrong_values
from geodata.coverage.analysis_parts import MOST_BYTES
from geodata.coverage.question import MODES, Question, Wrong
from geodata.coverage.scenario import Scenario, ScenarioFault, faults_of
from geodata.errors import BrokenScenario, DataError
from geodata.exports.coverage_fault_words import changed_sentence, fault_sentence
from geodata.i18n import Translator
from ui import address, loaders
from ui.coverage import scenario_state
from ui.coverage.asked import asked_of
from ui.coverage.scenario_faults import message
from ui.file_field import Accepted, file_field

_READ: Final = "coverage_replay"
_ACCEPTED: Final = Accepted(".json", MOST_BYTES)
_MOST: Final = 30
"""More sentences are not read; the number above them tells how many faults there are."""


@dataclass(frozen=True)
class Read:
    """What was found in a file.

    Attributes:
        faults: everything that is wrong with it; empty = its question is asked now.
        changed: names of the tables that are others now than when the analysis was made.
        level: of its areas.
    """

    faults: tuple[object, ...] = ()
    changed: tuple[str, ...] = ()
    level: str = LEVELS[0]


def show(t: Translator, *, on_question: Callable[[Question], None] | None = None) -> None:
    """The field for the file, and one sentence for each thing to be said about the last one.

    Args:
        on_question: asks another question; in the page's address unless told otherwise.
    """
    read: Read | None = st.session_state.get(_READ)
    file_field(
        t("Repeat an analysis (JSON)"),
        key="coverage-replay",
        accepted=_ACCEPTED,
        said=_said(read, t),
        on_file=lambda content: take(content, on_question=on_question or _ask),
        t=t,
    )
    if read is None:
        return
    if read.faults:
        n = len(read.faults)
        st.markdown(t.plural("**{n} fault.** Nothing was changed.", "**{n} faults.** Nothing was changed.", n))
    lines = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences_of(read, t)[:_MOST])
    if lines:
        st.html(f'<ul role="list">{lines}</ul>')


def take(content: bytes, *, on_question: Callable[[Question], None]) -> None:
    """Read a file; its question is asked, or its faults are kept and nothing else changes."""
    try:
        analysis = _checked(from_json(content))
    except (DataError, BrokenScenario) as error:
        st.session_state[_READ] = Read(faults=error.faults)
        return
    inputs = input_hashes(loaders.data_directory(), analysis.question, level=analysis.level)
    st.session_state[_READ] = Read(changed=changed_inputs(analysis, inputs), level=analysis.level)
    scenario_state.change(analysis.scenario or Scenario())
    on_question(analysis.question)


def sentences_of(read: Read, t: Translator) -> list[str]:
    """What is to be said about a file that was read; nothing where all is as it was."""
    said = [
        _scenario_fault(each, t) if isinstance(each, ScenarioFault) else fault_sentence(each, t) for each in read.faults
    ]
    said += [changed_sentence(name, t) for name in read.changed]
    if read.level != LEVELS[0]:
        said.append(t("The analysis is about polling districts. This page shows districts."))
    return said


def _scenario_fault(fault: ScenarioFault, t: Translator) -> str:
    (number, _), what = fault.where, message(fault, t)
    if number:
        return t("In its scenario, change {n}: {what}", n=t.number(number), what=what)
    return t("In its scenario: {what}", what=what)


def _said(read: Read | None, t: Translator) -> str:
    if read is None:
        return ""
    return t("The faults stand below.") if read.faults else t("The question was asked again.")


def _checked(analysis: Analysis) -> Analysis:
    """The same analysis; raises DataError or BrokenScenario where the tables do not have what it names."""
    question, taxonomy = analysis.question, loaders.taxonomy()
    wrong = wrong_values(question, taxonomy)
    if wrong:
        raise DataError(wrong)
    catchments = loaders.catchments(question.mode)
    if catchments is None:
        there = [mode for mode in MODES if loaders.catchments(mode) is not None]
        raise DataError([Wrong("mode", question.mode, tuple(there))])
    if analysis.scenario is not None:
        faults = faults_of(
            analysis.scenario,
            loaders.coverage_offers(question.mode),
            catchments=catchments,
            areas=loaders.facility_areas(),
            topics={section: taxonomy.topics(section) for section in taxonomy.sections},
        )
        if faults:
            raise BrokenScenario(faults)
    return analysis


def _ask(question: Question) -> None:
    address.ask_coverage(**asked_of(question))
