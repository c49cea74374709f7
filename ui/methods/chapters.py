"""The methods page: its chapters with their numbers filled in, then the sources and the papers."""

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Final

import streamlit as st

from geodata.i18n import Translator
from ui import about, loaders
from ui.methods import text, text_figures
from ui.methods.text_numbers import PAPERS, numbers

CHAPTERS: Final = (
    text.QUESTION,
    text.PEOPLE,
    text.WAYS,
    text.OFFERS,
    text.BOUNDS,
    text.STATES,
    text_figures.NEAREST,
    text_figures.PER_PEOPLE,
    text_figures.BEHIND,
    text_figures.STABLE,
    text_figures.TRYING,
    text_figures.LIMITS,
    text_figures.REPEAT,
)
_SOURCES: Final = ("census_2011", "openstreetmap", "public_pages", "city_districts")
"""Codes of the sources that coverage is worked out from; a city may name others, or none of them."""


def show(t: Translator) -> None:
    """Chapter by chapter."""
    values = numbers(t)
    for chapter in CHAPTERS:
        st.header(t(chapter.title, **values), anchor=False)
        for paragraph in filled(chapter.paragraphs, values, t=t):
            st.markdown(paragraph)
        if chapter.points:
            st.markdown("\n".join(f"- {point}" for point in filled(chapter.points, values, t=t)))
    _sources(t)


def filled(messages: tuple[str, ...], values: Mapping[str, str], *, t: Translator) -> Iterator[str]:
    """The messages whose numbers are all known, translated."""
    for message in messages:
        if all(name is None or name in values for _, name, _, _ in Formatter().parse(message)):
            yield t(message, **values)


def _sources(t: Translator) -> None:
    st.header(t("Sources and papers"), anchor=False)
    known = loaders.city_data().definitions["data_source"]
    for source in (known[code] for code in _SOURCES if code in known):
        st.markdown(about.described(source, t))
    papers = (t.isolated(f"[{paper.name}]({paper.url}), {paper.journal}") for paper in PAPERS.values())
    st.markdown("\n".join(f"- {paper}" for paper in papers))
