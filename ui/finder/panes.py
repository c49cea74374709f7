"""What joins list and map: one state for both, pages, the phone's switch between them, and clicks on the map."""

from dataclasses import dataclass
from typing import Any, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geodata.districts.shading.shade import Shading
from geodata.facilities import Answer
from geodata.i18n import Translator
from geodata.maps import map_state as marks_of
from ui import address, loaders
from ui.finder import city_map
from ui.finder.legend_text import LegendText
from ui.widgets import coded_choice

_SEEN: Final = "map_click_seen"


@dataclass(frozen=True)
class Arrangement:
    """The finder's empty places, in the order of the page; they may be filled in any order."""

    lead: DeltaGenerator
    question: DeltaGenerator
    search: DeltaGenerator
    filters: DeltaGenerator
    result: DeltaGenerator
    list: DeltaGenerator
    map: DeltaGenerator


def arrange() -> Arrangement:
    """All that is asked, and the result sentence, above list and map; the style sheet folds them for phones."""
    lead = st.container(key="lead")
    question = st.container(key="question")
    search = st.container(key="search")
    filters = st.container(key="filters", horizontal=True, gap="small")
    result = st.container(key="result", horizontal=True, vertical_alignment="center", gap="small")
    list_pane, map_pane = st.columns([444, 772], gap="small")
    return Arrangement(
        lead,
        question,
        search,
        filters,
        result,
        list_pane.container(key="list-pane"),
        map_pane.container(key="map-pane"),
    )


def map_state(
    answer: Answer, shading: Shading, *, legend: LegendText, choices: address.Choices, t: Translator
) -> dict[str, Any]:
    """The map's state for an answer: the same offers, numbers and selection as the list."""
    words = city_map.words_of(
        t,
        label=t("Map of the places found"),
        loading=t("The map is loading. The list is ready."),
        missing=t("The map is missing right now. Everything is in the list."),
        areas=legend.tooltips,
    )
    marks = marks_of(answer.selection, answer.order, first=answer.first, page=answer.rows)
    return city_map.state_of(
        marks,
        city_map.Areas("district", shading.fills, shading.palette, answer.query.codes("district")),
        words=words,
        facility=choices.facility,
        near=loaders.cell_centre(choices.near) if choices.near else None,
    )


def pages(answer: Answer) -> None:
    """Page numbers under the list, where there is more than one page."""
    if answer.pages == 1:
        return
    # The key carries the page: this widget cannot take its value from the session and has a default at the same time.
    key = f"page-{answer.page}-of-{answer.pages}"
    st.pagination(
        answer.pages, default=answer.page, key=key, on_change=lambda: address.change(page=st.session_state[key])
    )


def switch(choices: address.Choices, t: Translator) -> None:
    """The bar at the bottom of a phone: map, list or filters; hidden where all of them fit."""
    chosen = sum(len(codes) for codes in choices.query.chosen.values())
    filters = t("Filter {n}", n=t.number(chosen)) if chosen else t("Filter")
    names = {
        "map": ":material/map: " + t("Map"),
        "list": ":material/list: " + t("List"),
        "filter": ":material/filter_list: " + filters,
    }
    with st.bottom.container(key="view-bar"):
        coded_choice(
            t("View"),
            names,
            chosen=choices.view,
            key=f"view-{t.language}",
            on_choice=lambda view: address.change(view=view),
            width="stretch",
        )


def follow(click: dict[str, Any] | None, choices: address.Choices) -> None:
    """Follow a click on the map, once: a point selects its card, a district filters by it or lets it go."""
    if click is None or click["seq"] == st.session_state.get(_SEEN):
        return
    st.session_state[_SEEN] = click["seq"]
    code = str(click["id"])
    if click["kind"] == "facility":
        address.change(facility=code, page=0)
    elif code in loaders.offer_index().options["district"].codes:
        district = choices.query.codes("district")
        kept = tuple(key for key in district if key != code) if code in district else (*district, code)
        address.change_codes("district", kept)
    st.rerun()
