"""The sentence above list and map: how many offers, how many places, and what is not on the map."""

import streamlit as st

from geodata.facilities import Answer, Facet, Query, way_out
from geodata.i18n import Translator
from ui import address, loaders, wording
from ui.finder import searched

_NOTHING = {"query": Query(), "near": "", "within": 0, "when": ""}


def sentence(answer: Answer, t: Translator) -> None:
    """Count of offers first, then what it leaves open."""
    selection = answer.selection
    found = int(selection.found.sum())
    with st.container(key="result-count", width="content"):
        st.markdown(t.plural("**{n} offer**", "**{n} offers**", found))
    st.caption(_rest(answer, t))
    if selection.silent.any() or answer.query.confirmed:
        st.toggle(
            t("Confirmed only"),
            value=answer.query.confirmed,
            key=f"confirmed-{t.language}-{answer.query.confirmed}",
            on_change=_toggle_confirmed,
            args=(answer.query,),
        )


def empty(answer: Answer, t: Translator) -> None:
    """Nothing fits: say so, and offer the filter whose removal helps most."""
    way = way_out(answer.query, answer.selection.index, near=answer.near, among=answer.among)
    with st.container(key="empty", border=True):
        st.header(t("Nothing fits."), anchor=False)
        with st.container(horizontal=True):
            if way:
                facet, n = way
                words = _chosen_words(answer.query, facet, t=t)
                st.markdown(t("Without “{filter}” there are {n}.", filter=words, n=t.number(n)))
                st.button(
                    t("Remove “{filter}”", filter=words),
                    type="primary",
                    key="way-out",
                    on_click=address.change,
                    kwargs={"query": answer.query.without(facet)},
                )
            if answer.near and answer.near.within:
                any_distance = {"within": 0, "page": 0}
                st.button(t("Show offers farther away"), key="farther", on_click=address.change, kwargs=any_distance)
            st.button(t("Remove all choices"), key="clear-empty", on_click=searched.end, kwargs=_NOTHING)


def _rest(answer: Answer, t: Translator) -> str:
    selection = answer.selection
    parts = [t.plural("at {n} place", "at {n} places", selection.places)]
    silent, others = int(selection.silent.sum()), int(selection.others.sum())
    if answer.query.codes("spoken"):
        if silent:
            parts.append(t.plural("{n} does not state languages", "{n} do not state languages", silent))
        if others:
            parts.append(t.plural("{n} names only other languages", "{n} name only other languages", others))
    if selection.without_place:
        parts.append(t.plural("{n} has no place on the map", "{n} have no place on the map", selection.without_place))
    return " · ".join(parts)


def _chosen_words(query: Query, facet: Facet, *, t: Translator) -> str:
    if facet == "spoken":
        return t.join(map(t.language_name, query.codes(facet)))
    if facet == "group":
        return t.join(wording.group_name(code, t) for code in query.codes(facet))
    return t.join(map(loaders.names(t.language).__getitem__, query.codes(facet)))


def _toggle_confirmed(query: Query) -> None:
    address.change(query=Query(query.chosen, not query.confirmed))
