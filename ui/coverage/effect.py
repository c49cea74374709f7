"""What a scenario changes: districts before and after, and people gained and lost by district and group."""

import streamlit as st

from geodata.i18n import Translator
from ui import loaders
from ui.coverage import cells_map, effect_text, gaps
from ui.coverage.view import View
from ui.widgets import coded_choice

_BOUND = "effect-bound"


def show(view: View, t: Translator) -> None:
    """Nothing without changes; one sentence where they make no difference to the question."""
    if not view.scenario.changes:
        return
    with st.container(key="effect", border=True):
        st.header(t("What your changes do"), anchor=False)
        sentences = loaders.kept(("effect-said", t.language, *view.name), lambda: effect_text.sentences(view, t))
        st.markdown(" ".join(sentences))
        if view.table is view.before or effect_text.is_nothing(view):
            return
        name = ("effect", t.language, view.chosen, *view.name)
        gaps.show(
            loaders.kept(name, lambda: effect_text.by_district(view, t)),
            t=t,
            key="effect-districts",
            on_choice=cells_map.choose,
        )
        _by_group(view, t)


def _by_group(view: View, t: Translator) -> None:
    st.markdown(f"**{effect_text.gained_and_lost(t)}**")
    bound = st.session_state.get(_BOUND, effect_text.BOUNDS[0])
    coded_choice(
        t("Offers that are counted"),
        {"lower": t("Only those that surely fit"), "upper": t("Also those that leave something open")},
        chosen=bound,
        key=f"effect-bound-{t.language}",
        on_choice=_choose,
        label_visibility="visible",
    )
    name = ("effect-groups", bound, t.language, *view.name)
    st.html(loaders.kept(name, lambda: effect_text.by_group(view, bound, t=t)))


def _choose(bound: str) -> None:
    st.session_state[_BOUND] = bound
