"""Near a place: the reader names a place, or asks the browser for hers; what is kept is a cell of 100 metres."""

from functools import partial
from typing import Final

import streamlit as st

from geodata.facilities import MINUTES_OFFERED
from geodata.i18n import N_, Translator
from geodata.search import places_named
from ui import address, loaders, static_files
from ui.finder import searched
from ui.widgets import coded_choice

_FIELD = st.components.v2.component("finder.near", js=static_files.text("finder/near.js"), isolate_styles=False)
_KEY: Final = "near-field"
_TYPED: Final = "near-typed"
_LABEL: Final = "near-label"
_CHOSEN: Final = "near-chosen"
_SHOWN: Final = 8  # suggestions: as many as fit above a phone's keyboard
_KINDS: Final = {
    "house": N_("address"),
    "street": N_("street"),
    "quarter": N_("part of the city"),
    "stop": N_("bus stop"),
    "place": N_("place"),
    "facility": N_("place of the guide"),
}


def show(choices: address.Choices, t: Translator) -> None:
    """A button that names the place; behind it the field, the limit in minutes, and the way to forget the place."""
    if loaders.walking() is None:
        return
    words = t("Near: {place}", place=place_name(choices, t)) if choices.near else t("Near a place")
    with st.popover(words, type="primary" if choices.near else "secondary", key="near-popover"):
        _field(t)
        if choices.near:
            _limit(choices, t)
            forget = partial(address.change, near="", within=0, page=0)
            st.button(t("Forget this place"), key="near-forget", on_click=forget)


def place_name(choices: address.Choices, t: Translator) -> str:
    """What the reader chose, as long as this session lasts; afterwards only its cell is known.

    A place that was searched for has the name that the city knows it by, never the words that were typed.
    """
    cell, label = st.session_state.get(_LABEL, ("", ""))
    if label and cell == choices.near:
        return str(label)
    return _known_name(choices) or t("chosen place")


def _known_name(choices: address.Choices) -> str:
    named = places_named(searched.place_named(choices), loaders.search_index())
    return next((name for cell, name in named if cell == choices.near), "")


@st.fragment  # what is typed is answered without running the rest of the page
def _field(t: Translator) -> None:
    typed = st.session_state.get(_TYPED, "")
    found = [each for each in loaders.place_index().suggest(typed, limit=_SHOWN) if loaders.known_cell(each.cell)]
    data = {
        "language": t.language,
        "direction": t.direction,
        "cells": "api/cells.json",
        "typed": typed,
        "suggestions": [{"label": each.label, "kind": t(_KINDS[each.kind]), "cell": each.cell} for each in found],
        "names": {
            "label": t("Street, part of the city, bus stop or place"),
            "placeholder": t("For example Neustadt 18"),
            "suggestions": t("Suggestions"),
            "nothing": t("Nothing of this name is known in the city."),
            "position": t("Use my position"),
            "waiting": t("The browser is looking for your position."),
            "no_position": t("The browser does not tell your position. Please type a place."),
            "outside": t("Your position is outside the city."),
        },
    }
    _FIELD(key=_KEY, data=data, on_text_change=_type, on_place_change=_choose)
    if st.session_state.pop(_CHOSEN, False):
        st.rerun()  # the whole page: list and map follow the place


def _type() -> None:
    st.session_state[_TYPED] = str(st.session_state[_KEY].text or "").strip()[:200]


def _choose() -> None:
    place = st.session_state[_KEY].place
    if isinstance(place, dict) and loaders.known_cell(str(place.get("cell", ""))):
        st.session_state[_LABEL] = (place["cell"], str(place.get("label", ""))[:200])
        st.session_state[_TYPED] = ""
        st.session_state[_CHOSEN] = True
        address.change(near=place["cell"], page=0)


def _limit(choices: address.Choices, t: Translator) -> None:
    names = {"0": t("any distance")} | {str(n): t("{n} min", n=t.number(n)) for n in MINUTES_OFFERED}
    coded_choice(
        t("At most, on foot"),
        names,
        chosen=str(choices.within),
        key=f"within-{t.language}",
        on_choice=lambda code: address.change(within=int(code), page=0),
        label_visibility="visible",
    )
