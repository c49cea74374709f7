"""The answer on the page as files: the report, tables, outlines, the map, and the analysis that repeats all of it.

Each file is made when it is asked for, from the very answer that is on the screen; the command line makes the same.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

import streamlit as st

from geodata.adapters.analysis_file import input_hashes
from geodata.adapters.coverage_files import PNG_SCALE
from geodata.adapters.typesetting import to_pdf, to_png
from geodata.coverage.analysis import LEVELS, Analysis, to_json
from geodata.exports.coverage_answer import Answer
from geodata.exports.coverage_figure import picture_of
from geodata.exports.coverage_report import report_of
from geodata.exports.coverage_table import to_csv, to_outlines
from geodata.exports.coverage_workbook import workbook_of
from geodata.i18n import Translator
from ui import loaders
from ui.coverage import replay
from ui.coverage.view import View
from ui.downloads import Download, buttons

_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class AnswerFile:
    """One file of an answer: what the button says, its name, its kind, and how it is made."""

    label: str
    name: str
    mime: str
    make: Callable[[Answer], bytes]


def show(view: View, t: Translator) -> None:
    """A button that opens the list of files, and the field for an analysis that was taken away before."""
    with st.popover(t("Report"), icon=":material/download:", key="coverage-report"):
        buttons(Download(each.label, each.name, each.mime, partial(_made, each, view)) for each in downloads(view, t))
        replay.show(t)


def _made(download: AnswerFile, view: View) -> bytes:
    return download.make(answer_of(view))


def downloads(view: View, t: Translator) -> Iterator[AnswerFile]:
    """All files of an answer."""
    name = _name(view)
    yield AnswerFile(
        t("Report, two pages (PDF)"),
        f"report-{name}-{t.language}.pdf",
        "application/pdf",
        lambda answer: to_pdf(report_of(answer, t)),
    )
    yield from _tables(f"coverage-{name}", t)
    yield AnswerFile(
        t("Map (PNG)"),
        f"coverage-{name}.png",
        "image/png",
        lambda answer: to_png(picture_of(answer, t), language=t.language, scale=PNG_SCALE),
    )
    yield AnswerFile(
        t("Analysis, to be repeated (JSON)"),
        f"analysis-{name}.json",
        "application/json",
        lambda answer: to_json(answer.analysis).encode(),
    )


def _tables(name: str, t: Translator) -> Iterator[AnswerFile]:
    yield AnswerFile(t("Table (CSV)"), f"{name}.csv", "text/csv", to_csv)
    yield AnswerFile(t("Table with its meaning (XLSX)"), f"{name}.xlsx", _XLSX, lambda answer: workbook_of(answer, t))
    yield AnswerFile(t("Outlines with values (GeoJSON)"), f"{name}.geojson", "application/geo+json", to_outlines)


def answer_of(view: View) -> Answer:
    """The answer on the screen, with the checksums of what it rests on."""
    data = loaders.city_data()
    inputs = input_hashes(loaders.data_directory(), view.question, level=LEVELS[0])
    return Answer(
        analysis=Analysis(view.question, LEVELS[0], view.scenario if view.scenario.changes else None, inputs),
        table=view.table,
        before=view.before,
        city=data.city,
        taxonomy=loaders.taxonomy(),
        outlines=data.districts,
    )


def _name(view: View) -> str:
    """What was asked, as a part of the files' names."""
    question = view.question
    parts = (question.topic or question.section or "all", *question.languages, str(question.minutes))
    return "-".join(parts)
