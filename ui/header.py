"""The top of every page: name of the finder, the pages, and the four languages."""

from collections.abc import Sequence
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import Page

from geodata.i18n import Translator
from ui import address, loaders, static_files

_HEADER = st.components.v2.component("finder.header", js=static_files.text("header.js"), isolate_styles=False)
_OWN_NAMES: Final = {"de": "Deutsch", "en": "English", "ru": "Русский", "ar": "العربية"}
_KEY: Final = "header"


def reserve() -> DeltaGenerator:
    """The header's place at the top; it is filled after the page, which the reader waits for."""
    return st.container(key="header-place")


def show(place: DeltaGenerator, *, t: Translator, city_title: str, pages: Sequence[Page], page: Page) -> None:
    """Show the header; a click on a page goes there, a click on a language speaks it from the next run on."""
    choices = address.current()
    data = {
        "title": city_title,
        "language": t.language,
        "languages": [{"code": code, "name": _OWN_NAMES[code]} for code in loaders.city_data().city.languages],
        "pages": [
            {
                "path": each.url_path,
                "href": f"./{each.url_path}{address.link(choices)}",
                "title": each.title,
                "current": each == page,
            }
            for each in pages
        ],
        "names": {"menu": t("Menu"), "language": t("Language of this page")},
    }
    with place:
        answer = _HEADER(key=_KEY, data=data, on_language_change=_speak, on_page_change=_stay)
    if answer.page is not None:
        target = next(each for each in pages if each.url_path == answer.page)
        st.switch_page(target, query_params=choices.to_params())


def _speak() -> None:
    language = st.session_state[_KEY].language
    if language in loaders.city_data().city.languages:
        address.change(language=language)


def _stay() -> None:
    """A trigger needs a callback to be sent at all; the page is switched after this run."""
