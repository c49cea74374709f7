"""Everything about one answer as files, and writing them into a folder."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from geodata.adapters.tables import write_whole
from geodata.adapters.typesetting import to_pdf, to_png
from geodata.coverage.analysis import to_json
from geodata.exports.coverage_answer import Answer
from geodata.exports.coverage_figure import picture_of
from geodata.exports.coverage_report import report_of
from geodata.exports.coverage_table import to_csv, to_outlines
from geodata.i18n import Translator

PNG_SCALE: Final = 2.0  # pixels a user unit: sharp in print up to 10 cm


def files_of(answer: Answer, translators: Sequence[Translator]) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file; the same answer gives the same bytes, anywhere.

    Args:
        translators: one a report; the map's legend is in the language of the first.
    """
    yield "analysis.json", to_json(answer.analysis).encode()
    yield "coverage.csv", to_csv(answer)
    yield "coverage.geojson", to_outlines(answer)
    first = translators[0]
    yield "coverage.png", to_png(picture_of(answer, first), language=first.language, scale=PNG_SCALE)
    for t in translators:
        yield f"report-{t.language}.pdf", to_pdf(report_of(answer, t))


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is made if need be; others in it stay."""
    for name, content in files.items():
        write_whole(folder / name, content)
