"""All topics and languages at once: for the city or the chosen district, who reaches what in which language."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import Any, Final

import streamlit as st

from geodata.coverage.gap_table import GapTable, Row
from geodata.exports.coverage_names import state_name
from geodata.i18n import Translator
from geodata.schema import WHOLE_CITY
from ui import loaders
from ui.coverage.gaps_text import span
from ui.coverage.view import View
from ui.widgets import coded_choice

_MOST_LANGUAGES: Final = 6
_KINDS: Final = ("section", "topic", "district")
_CHOSEN: Final = "overview-rows"


def show(view: View, t: Translator) -> None:
    """A table of spans with their states: sections, topics of the section, or districts, by language."""
    title = t("All topics and languages at once")
    with st.expander(title, key="overview"):
        names = {"section": t("Sections"), "topic": t("Topics"), "district": t("Districts")}
        kind = st.session_state.get(_CHOSEN, _KINDS[0])
        coded_choice(t("Rows"), names, chosen=kind, key=f"overview-{t.language}", on_choice=_choose)
        area = loaders.city_data().city.name if kind == "district" else _area_name(view)
        st.caption(t("Share of the group that reaches an offer, at least and at most. For: {area}.", area=area))
        made = ("overview", kind, t.language, view.chosen, *view.name)
        lines = loaders.kept(
            made, lambda: "".join(_line(name, rows, view=view, t=t) for name, rows in _lines(view, kind, t=t))
        )
        heads = "".join(f'<th scope="col">{escape(t.language_name(code))}</th>' for code in _languages(view))
        frame = f'<div class="c-scroll" tabindex="0" role="region" aria-label="{escape(title)}">'
        head = f'<thead><tr><th scope="col">{escape(names[kind])}</th>{heads}</tr></thead>'
        st.html(f'{frame}<table class="c-matrix">{head}<tbody>{lines}</tbody></table></div>')


def _choose(kind: str) -> None:
    st.session_state[_CHOSEN] = kind


def _area_name(view: View) -> str:
    return view.names.get(view.chosen, loaders.city_data().city.name)


def _languages(view: View) -> tuple[str, ...]:
    """The languages asked for, the city's own, and those that most offers state."""
    spoken = loaders.offer_index().options["spoken"]
    counts = dict(zip(spoken.codes, spoken.holds.sum(axis=0).tolist(), strict=True))
    most = sorted(counts, key=lambda code: (-counts[code], code))
    return tuple(dict.fromkeys((*view.question.languages, *loaders.city_data().city.languages, *most)))[
        :_MOST_LANGUAGES
    ]


def _lines(view: View, kind: str, *, t: Translator) -> Iterator[tuple[str, list[Row]]]:
    """Name and a row a language, for each line of the table."""
    if kind == "district":
        tables = [_table(view, languages=(code,)) for code in _languages(view)]
        for key in (*view.names, WHOLE_CITY):
            yield view.names.get(key, loaders.city_data().city.name), [table.by_key[key] for table in tables]
        return
    taxonomy, words, area = loaders.taxonomy(), loaders.names(t.language), view.chosen or WHOLE_CITY
    for term in taxonomy.sections if kind == "section" else taxonomy.topics(view.question.section or None):
        section, topic = (term, "") if kind == "section" else (taxonomy.section_of(term), term)
        asked = (_table(view, section=section, topic=topic, languages=(code,)) for code in _languages(view))
        yield words[term], [table.by_key[area] for table in asked]


def _table(view: View, **changes: Any) -> GapTable:
    question = replace(view.question, **changes)
    if view.table is view.before:
        return loaders.gap_table(question)
    return GapTable.from_question(question, view.offers, catchments=view.catchments)


def _line(name: str, rows: list[Row], *, view: View, t: Translator) -> str:
    cells = "".join(_cell(row, view, t=t) for row in rows)
    return f'<tr><th scope="row"><bdi>{escape(name)}</bdi></th>{cells}</tr>'


def _cell(row: Row, view: View, *, t: Translator) -> str:
    state = view.state(row)
    words = state_name(state, t)
    shown = "" if state in ("withheld", "empty") else f" {escape(span(row.share_lower, row.share_upper, t=t))}"
    sign = (
        f'<span class="f-state f-state-{state}" role="img" aria-label="{escape(words)}" title="{escape(words)}"></span>'
    )
    return f"<td>{sign if shown else escape(words)}{shown}</td>"
