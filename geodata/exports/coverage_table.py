"""The gap table as files: CSV, JSON, outlines with numbers (GeoJSON), a workbook. Same answer, same bytes.

A row that is withheld has its key and nothing else. The last row, "00", is the whole city.
"""

import json
import math
from collections.abc import Iterable
from typing import Final

import pandas as pd

from geodata.coverage.gap_table import Row
from geodata.exports.coverage_answer import Answer
from geodata.exports.tables import plain_text, to_geojson
from geodata.schema import WHOLE_CITY

COLUMNS: Final = (
    "district_key", "residents", "covered_lower", "covered_upper", "share_lower", "share_upper", "nearest_median_min",
    "unknown_offers",
)  # fmt: skip
"""People of the group; how many of them are within reach, at least and at most; the same as shares; the minutes within
which half of them have the nearest offer that surely fits; the offers that make the bounds differ."""

_SHARES: Final = ("share_lower", "share_upper")
_DECIMALS: Final = 6

Number = int | float | None


def to_csv(answer: Answer) -> bytes:
    """The table as CSV with decimal points; ASCII only. A number that there is not is an empty cell."""
    lines = [COLUMNS, *((key, *_cells(row)) for key, row in answer.rows)]
    return "".join(f"{','.join(line)}\n" for line in lines).encode()


def to_json(answer: Answer) -> bytes:
    """The table as a JSON list of objects; a number that there is not is null."""
    rows = [dict(zip(COLUMNS, (key, *_numbers(row)), strict=True)) for key, row in answer.rows]
    return f"{json.dumps(rows, indent=1)}\n".encode()


def to_outlines(answer: Answer) -> bytes:
    """The areas with their numbers and states as GeoJSON, and the question beside the features."""
    frame = frame_of(answer)
    areas = frame[frame["district_key"] != WHOLE_CITY]
    return to_geojson(areas, answer.outlines, about=_about(answer))


def frame_of(answer: Answer) -> pd.DataFrame:
    """The table with the columns `COLUMNS` and `state`; None where there is no number."""
    rows = [(key, *_numbers(row), answer.states[key]) for key, row in answer.rows]
    return pd.DataFrame(rows, columns=[*COLUMNS, "state"], dtype=object)


def _numbers(row: Row | None) -> Iterable[Number]:
    if row is None:
        return (None,) * (len(COLUMNS) - 1)
    return (
        row.residents,
        row.lower,
        row.upper,
        _finite(row.share_lower),
        _finite(row.share_upper),
        _finite(row.median_min[1]),
        row.unknown_offers,
    )


def _finite(number: float) -> float | None:
    return round(number, _DECIMALS) if math.isfinite(number) else None


def _cells(row: Row | None) -> Iterable[str]:
    for name, number in zip(COLUMNS[1:], _numbers(row), strict=True):
        fixed = name in _SHARES and number is not None
        yield f"{number:.{_DECIMALS}f}" if fixed else plain_text(number)


def _about(answer: Answer) -> dict[str, str]:
    analysis, question = answer.analysis, answer.analysis.question
    fields = {
        "section": question.section,
        "topic": question.topic,
        "languages": ";".join(question.languages),
        "group": question.group,
        "minutes": str(question.minutes),
        "mode": question.mode,
        "verified": "yes" if question.verified else "no",
        "opening": question.opening.to_text() if question.opening else "",
        "wished_share": str(question.wished_share),
        "level": analysis.level,
        "scenario": analysis.scenario.name if analysis.scenario else "",
    }
    hashes = {f"sha256 {name}": digest for name, digest in analysis.inputs.items()}
    return fields | hashes | {"credits": " · ".join(answer.city.attribution)}
