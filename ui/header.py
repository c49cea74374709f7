"""The top of every page: name of the finder, the pages, and the four languages."""

from collections.abc import Sequence

import streamlit as st
from streamlit.navigation.page import Page

from geodata.i18n import Translator
from ui import address, loaders
from ui.widgets import coded_choice

_OWN_NAMES = {"de": "Deutsch", "en": "English", "ru": "Русский", "ar": "العربية"}


def show(t: Translator, *, city_title: str, pages: Sequence[Page], page: Page) -> None:
    """Header with links on desktops; menu and languages fold into two buttons on phones."""
    with st.container(key="header", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"![](app/static/brand.svg) **{city_title}**")
        with st.container(key="header-wide", horizontal=True, vertical_alignment="center", gap="small"):
            _links(pages, current=page, place="wide")
            _languages(t, key="language-wide")
        with st.container(key="header-narrow", horizontal=True, gap="small", wrap=False):
            with st.popover(_OWN_NAMES[t.language], icon=":material/language:", key="languages-popover"):
                _languages(t, key="language-narrow")
            with st.popover(t("Menu"), icon=":material/menu:", key="menu-popover"):
                _links(pages, current=page, place="narrow")


def _links(pages: Sequence[Page], *, current: Page, place: str) -> None:
    params = address.current().to_params()
    for page in pages:
        with st.container(
            key=f"{'current' if page == current else 'other'}-page-{place}-{page.url_path}", width="content"
        ):
            st.page_link(page, query_params=params)


def _languages(t: Translator, *, key: str) -> None:
    coded_choice(
        t("Language of this page"),
        {code: _OWN_NAMES[code] for code in loaders.city_data().city.languages},
        chosen=t.language,
        key=key,
        on_choice=lambda code: address.change(language=code),
    )
