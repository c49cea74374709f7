"""The map of the districts by state as a picture: reached, unknown, gap, nobody, withheld; its legend beside it."""

from typing import Final

import pandas as pd

from geodata.coverage.gap_table import State
from geodata.districts.shading.shade import NO_DATA, WITHHELD, LegendClass, Shading
from geodata.exports.coverage_answer import Answer
from geodata.exports.coverage_reasons import reason
from geodata.exports.coverage_words import headline, state_name
from geodata.exports.figure import FigureWords, map_figure
from geodata.i18n import Translator
from geodata.schema import WHOLE_CITY

FILLED: Final[dict[State, str]] = {"covered": "#7fa3b5", "gap": "#ffffff", "empty": "#e9e6de"}
"""Colours of the states that are filled; the legend names the last one only where it is on the map."""
_PATTERNS: Final[dict[State, str]] = {"unknown": NO_DATA, "withheld": WITHHELD}  # dots; hatched


def picture_of(answer: Answer, t: Translator) -> bytes:
    """The map as SVG; the same answer gives the same bytes."""
    states = _states(answer)
    counts = {state: [*states.values()].count(state) for state in (*FILLED, *_PATTERNS)}
    named = {state: colour for state, colour in FILLED.items() if counts[state] or state != "empty"}
    classes = (LegendClass(n, n, counts[state], colour) for n, (state, colour) in enumerate(named.items()))
    fill = _PATTERNS | {state: str(n) for n, state in enumerate(named)}
    keys = tuple(answer.outlines["key"])
    fills = "".join(fill[states[key]] for key in keys)
    shading = Shading("", "", pd.DataFrame(), keys, fills, tuple(classes))
    return map_figure(
        _words(answer, {state: counts[state] for state in (*named, *_PATTERNS)}, t=t),
        shading,
        outlines=answer.outlines,
        borders=answer.borders,
    )


def _states(answer: Answer) -> dict[str, State]:
    """State of every area, without the city."""
    return {key: state for key, state in answer.states.items() if key != WHOLE_CITY}


def _words(answer: Answer, counts: dict[State, int], *, t: Translator) -> FigureWords:
    unknown, withheld = counts["unknown"], counts["withheld"]
    share = t.share(answer.analysis.question.wished_share, digits=0)
    return FigureWords(
        language=t.language,
        direction="rtl" if t.direction == "rtl" else "ltr",
        title=headline(answer.table, t, topic_name=answer.topic_name(t.language)),
        estimate="",
        classes=tuple((state_name(state, t), _areas(counts[state], t)) for state in FILLED if state in counts),
        withheld=t("not shown, too few people ({n})", n=t.number(withheld)) if withheld else "",
        no_data=t("unknown, the bounds disagree ({n})", n=t.number(unknown)) if unknown else "",
        empty=t("in no polling district") if answer.borders is not None else "",
        notes=(
            t("Covered means: at least {share} of the people surely reach an offer.", share=share),
            t("Gap means: fewer than {share} reach one, even if all that is not stated were true.", share=share),
            reason(answer.table, t),
        ),
        credits=" · ".join(map(t.isolated, answer.city.attribution)),
    )


def _areas(n: int, t: Translator) -> str:
    return t.plural("{n} area", "{n} areas", n)
