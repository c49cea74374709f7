"""The search: a field, what was understood of it, and the lines that lead where somebody may be in danger.

What is typed goes to this server and is kept in the session only: it stands in no address, log or file.
"""

from functools import partial
from typing import Final

import streamlit as st

from geodata.facilities import Answer
from geodata.i18n import Translator
from geodata.search import Found
from ui import address, loaders, static_files
from ui.finder import searched
from ui.finder.panes import Arrangement
from ui.finder.searching_text import chip_words, lead_html, typed

_FIELD = st.components.v2.component("finder.search", js=static_files.text("finder/search.js"), isolate_styles=False)
_KEY: Final = "search-field"


def search_field(answer: Answer, *, choices: address.Choices, t: Translator) -> None:
    """The field; it answers on Enter, on its button, and after a pause, and says how many offers there are then."""
    data = {
        "language": t.language,
        "direction": t.direction,
        "text": searched.text(),
        "said": t.plural("{n} offer", "{n} offers", len(answer.order)) if searched.text() else "",
        "writes": searched.writes(),
        "most": searched.MOST_LETTERS,
        "names": {"search": t("Search"), "placeholder": t("Offer, place or street")},
    }

    def asked() -> None:
        searched.ask(str(st.session_state[_KEY].text or ""), choices)

    _FIELD(key=_KEY, data=data, on_text_change=asked)


def show_search(place: Arrangement, answer: Answer, *, choices: address.Choices, t: Translator) -> None:
    """Lines that lead, and what was understood; nothing where nothing is searched for."""
    found = searched.found(choices)
    if found is not None and found.distress:
        with place.lead:
            st.html(lead_html(found.distress, t))
    if searched.text():
        with place.search:
            _understood(found, choices, t=t)
            if found is not None:
                _worth(found, answer, choices=choices, t=t)


def _understood(found: Found | None, choices: address.Choices, *, t: Translator) -> None:
    with st.container(key="search-chips", horizontal=True, gap="small", vertical_alignment="center"):
        if found is not None:
            _chips(found, choices, t=t)
        clear = partial(searched.ask, "", choices, by_page=True)
        st.button(t("Clear search"), type="tertiary", key="search-clear", on_click=clear)


def _chips(found: Found, choices: address.Choices, *, t: Translator) -> None:
    names, understood = loaders.names(t.language), found.understood
    if understood.chips:
        st.caption(t("Understood, tap to remove:"), width="content")
    for chip in understood.chips:
        drop = partial(searched.take_away, chip, choices)
        st.button(chip_words(chip, names, t=t), key=f"chip-{chip.kind}-{chip.code}", on_click=drop)
    if understood.words:
        st.caption(t("Words: {words}", words=typed(understood.words, t)), width="content")


def _worth(found: Found, answer: Answer, *, choices: address.Choices, t: Translator) -> None:
    if found.suggestion:
        follow = partial(searched.ask, found.suggestion, choices, by_page=True)
        words = t("Did you mean “{words}”?", words=typed(found.suggestion, t))
        st.button(words, key="search-suggestion", on_click=follow)
    if not found.fits and found.reasons[:1] == ("way_out",):
        st.markdown(t("We know nothing of this kind. These places help with any question."))
    elif not found.fits:
        st.markdown(t("Nothing fits all of it. This comes closest."))
    unsure = int((searched.unsure(found) & answer.selection.found).sum())
    if unsure:
        st.caption(t.plural("{n} does not say whether it is open", "{n} do not say whether they are open", unsure))
    if any(chip.kind == "near" and not chip.code for chip in found.understood.chips):
        st.caption(t("Choose your place under “{button}”.", button=t("Near a place")))
