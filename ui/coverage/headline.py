"""The answer in one sentence, with both bounds, and the reason why they are apart."""

import streamlit as st

from geodata.exports import coverage_words
from geodata.exports.coverage_names import CENSUS_YEAR
from geodata.i18n import Translator
from geodata.network.table import CYCLING, WALKING
from ui import address, loaders, navigation
from ui.coverage.view import View


def show(view: View, t: Translator) -> None:
    """The sentence as the title of the page, then what the offers say."""
    st.title(coverage_words.headline(view.table, t, topic_name=topic_name(view, t)), anchor=False)
    st.markdown(coverage_words.reason(view.table, t))
    if view.scenario.changes:
        st.caption(t("With your changes (“What if”). Without them the table may say something else."))


def topic_name(view: View, t: Translator) -> str:
    """Name of the topic or section asked for, "" = any."""
    code = view.question.topic or view.question.section
    return loaders.names(t.language)[code] if code else ""


def notes(view: View, t: Translator) -> None:
    """What is counted apart, what is assumed, and what the figures do not know."""
    mode = WALKING if view.question.mode == WALKING.name else CYCLING
    said = [
        coverage_words.apart(view.table, t),
        coverage_words.assumption(view.table, t),
        t(
            "{kmh} km/h along streets and paths, from the middle of each 100 m cell. People: census {year}.",
            kmh=t.number(mode.kmh, digits=1),
            year=CENSUS_YEAR,
        ),
        t("Stairs count like any other way. Buses and offers outside the city are not in these figures."),
        t("Districts at the city's edge may be better served than shown."),
    ]
    st.caption(" ".join(sentence for sentence in said if sentence))
    methods = navigation.pages(t)["methods"]
    st.page_link(methods, label=t("Method and limits"), query_params=address.current().to_params())


def missing(t: Translator) -> None:
    """What stands on the page of a city without minutes."""
    st.title(t("Coverage"), anchor=False)
    st.markdown(t("This city has no walking minutes yet: `python -m geodata build` makes them."))
