"""A result as its input and its parameters: which tables (by their SHA-256) and which question. JSON, to be repeated.

The same analysis with the same tables gives the same answer, anywhere.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from geodata.coverage.analysis_parts import AnalysisFault, Parts, loaded
from geodata.coverage.question import Question, Wrong, wrong_parts
from geodata.coverage.scenario import Scenario
from geodata.coverage.scenario import from_json as scenario_from_json
from geodata.coverage.scenario import to_json as scenario_to_json
from geodata.coverage.scenario.fault import shown
from geodata.errors import BrokenScenario, DataError
from geodata.hours import Opening
from geodata.schema import DISTRICTS_FILE, FACILITIES, POLLING_DISTRICTS_FILE, SERVICES, TAXONOMY
from geodata.schema.city_file import CITY_FILE
from geodata.schema.languages import language_codes
from geodata.taxonomy import Taxonomy

KIND: Final = "coverage-analysis 1"
"""What the file is, and its version."""

LEVELS: Final = ("district", "polling_district")
_KEYS: Final = ("inputs", "kind", "level", "question", "scenario")
_QUESTION_KEYS: Final = (
    "group", "languages", "minutes", "mode", "opening", "section", "topic", "verified", "wished_share",
)  # fmt: skip


@dataclass(frozen=True)
class Analysis:
    """A question, the level of the areas it is answered for, and what it was answered from.

    Attributes:
        level: one of `LEVELS`.
        scenario: what is changed before the question is answered; None = nothing.
        inputs: SHA-256 (hexadecimal) of every file of `input_files`, by name; empty = not written down.
    """

    question: Question
    level: str = LEVELS[0]
    scenario: Scenario | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)


def input_files(question: Question, level: str) -> tuple[str, ...]:
    """Names, in a data directory, of all files on which the answer to a question rests."""
    outlines = (DISTRICTS_FILE, POLLING_DISTRICTS_FILE)[: 1 + LEVELS.index(level)]
    tables = (CITY_FILE, SERVICES.file, FACILITIES.file, TAXONOMY.file, *outlines)
    return (*tables, "pack/cells.csv.gz", f"pack/{question.mode}.xz")


def changed_inputs(analysis: Analysis, inputs: Mapping[str, str]) -> tuple[str, ...]:
    """Names of the files that are others now than when the analysis was made, in the order of the alphabet."""
    return tuple(sorted(name for name, written in analysis.inputs.items() if inputs.get(name) != written))


def wrong_values(question: Question, taxonomy: Taxonomy) -> tuple[Wrong, ...]:
    """Every part of a question that cannot be: a topic must lie in the section asked for, a language be in ISO 639."""
    section = question.section if question.section in taxonomy.sections else None
    return wrong_parts(
        question,
        sections=taxonomy.sections,
        topics=taxonomy.topics(section),
        languages=sorted(language_codes()),
    )


def to_json(analysis: Analysis) -> str:
    """The analysis as JSON, sorted and readable; the same analysis has the same text."""
    scenario = analysis.scenario
    content = {
        "kind": KIND,
        "inputs": dict(analysis.inputs),
        "level": analysis.level,
        "question": _question_fields(analysis.question),
        "scenario": None if scenario is None else json.loads(scenario_to_json(scenario, analysis.inputs)),
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)}\n"


def _question_fields(question: Question) -> dict[str, Any]:
    opening = question.opening
    fields = {name: getattr(question, name) for name in _QUESTION_KEYS}
    return fields | {"languages": list(question.languages), "opening": opening.to_text() if opening else ""}


def from_json(content: str | bytes) -> Analysis:
    """Read an analysis; whether its codes exist is for `wrong_values` to say.

    Raises:
        DataError: `faults` holds every `AnalysisFault`, `Wrong` and `ScenarioFault`; nothing else, whatever it holds.
    """
    raw = loaded(content)
    if raw.get("kind") != KIND:
        raise DataError([AnalysisFault("not_this_kind", "kind", shown(raw.get("kind", "")), (KIND,))])
    parts, wrong = Parts(raw, _KEYS), list[object]()
    analysis = Analysis(
        question=_question(parts.inside("question", _QUESTION_KEYS), wrong),
        level=parts.text("level", LEVELS[0]),
        scenario=_scenario(raw.get("scenario"), wrong),
        inputs=parts.hashes("inputs"),
    )
    if analysis.level not in LEVELS:
        wrong.append(Wrong("level", shown(analysis.level), LEVELS))
    if parts.faults or wrong:
        raise DataError([*parts.faults, *wrong])
    return analysis


def _question(parts: Parts, wrong: list[object]) -> Question:
    opening, text = None, parts.text("opening")
    try:
        opening = Opening.from_text(text) if text else None
    except ValueError:
        wrong.append(Wrong("opening", shown(text), ()))
    return Question(
        section=parts.text("section"),
        topic=parts.text("topic"),
        languages=parts.texts("languages"),
        group=parts.text("group", Question.group),
        minutes=parts.whole("minutes", Question.minutes),
        mode=parts.text("mode", Question.mode),
        verified=parts.yes_or_no("verified"),
        opening=opening,
        wished_share=parts.number("wished_share", Question.wished_share),
    )


def _scenario(raw: Any, wrong: list[object]) -> Scenario | None:
    if raw is None:
        return None
    try:
        return scenario_from_json(json.dumps(raw))
    except BrokenScenario as error:
        wrong.extend(error.faults)
        return None
