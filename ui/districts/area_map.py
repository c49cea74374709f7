"""The map of the districts page: every area in its class, chosen and compared ones with their borders."""

from typing import Any, Final

import streamlit as st

from geodata.i18n import Translator
from ui.districts import controls, legend
from ui.districts.view import View
from ui.finder import city_map

_SEEN: Final = "area_click_seen"


def show(view: View, t: Translator) -> dict[str, Any] | None:
    """Draw; gives back the reader's click."""
    text = legend.text_of(view, t)
    areas = city_map.Areas(
        view.level,
        view.shading.fills,
        view.shading.palette,
        chosen=view.compared[:1],
        compared=view.compared[1:],
        linked=True,
    )
    words = city_map.words_of(
        t,
        label=t("Map of the districts"),
        loading=t("The map is loading. The table is ready."),
        missing=t("The map is missing right now. Everything is in the table."),
        areas=text.sayings,
    )
    return city_map.show(city_map.state_of(city_map.NO_PLACES, areas, words=words), start="city")


def follow(click: dict[str, Any] | None) -> None:
    """Follow a click on an area, once: it joins the comparison or leaves it."""
    if click is None or click["kind"] != "area" or click["seq"] == st.session_state.get(_SEEN):
        return
    st.session_state[_SEEN] = click["seq"]
    controls.toggle(str(click["id"]))
    st.rerun()
