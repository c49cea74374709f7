"""The page's own element: language and direction of `<html>`, the phone's view, and what Streamlit leaves unnamed."""

import re
from typing import Final

import streamlit as st

from geodata.i18n import Translator
from ui import address, static_files
from ui.first_list.head import description_of, title_of

_SHEETS: Final = ("tokens.css", "finder.css", "coverage.css", "search.css", "card.css", "help.css")
_SHEET_TEXTS: Final = tuple(static_files.text(name) for name in _SHEETS)  # read once, not on every run
_TWO: Final = re.compile(r"light-dark\(([^,()]+), ([^,()]+)\)")
# Letters have the design's pixels in the sheets and are served in rem: so they follow the text size of the browser.
_IN_REM: Final = re.compile(r"font-size: ([\d.]+)px")
_DOCUMENT = st.components.v2.component("finder.document", js=static_files.text("document.js"))


def describe_document(t: Translator, *, title: str, view: str) -> None:
    """Set language, direction and title of the document, and the pane a phone shows.

    `title` is that of the page; a place that is selected on the finder gives its name to the finder.
    """
    facility = address.current().facility if title == title_of("", "", t=t) else ""
    data = {
        "language": t.language,
        "direction": t.direction,
        "title": title_of("", facility, t=t) if facility else title,
        "description": description_of(facility, t),
        "view": view,
        "names": _names(t),
    }
    _DOCUMENT(key="document", data=data, height=1)


def _names(t: Translator) -> dict[str, str]:
    """Words for what Streamlit leaves unnamed, or names in English."""
    return {
        "main": t("Content"),
        "skip": t("Skip to the content"),
        "view": t("View"),
        "offline": t("No connection. What is open stays readable."),
        "map": t("Map of the places found"),
        "pages": t("Pages of the list"),
        "previous": t("Previous page"),
        "next": t("Next page"),
        "page": t("Page {n}", n="%n"),
        "options": t("Show what can be chosen"),
        "nothing": t("Nothing fits."),
    }


def style_sheet() -> None:
    """The one style sheet of the pages (the map frame has its own)."""
    st.html(_STYLE)


def _rules() -> str:
    """All sheets. Browsers without `light-dark()` (before 2024) get their tokens by the system's setting alone."""
    tokens, *others = _SHEET_TEXTS
    light, dark = (_TWO.sub(rf"\{place}", tokens) for place in (1, 2))
    by_system = f"{light} @media screen and (prefers-color-scheme: dark) {{ {dark} }}"
    older = f"@supports not (color: light-dark(#000, #FFF)) {{ {by_system} }}"
    rules = "\n".join((tokens, older, *others))
    return _IN_REM.sub(lambda size: f"font-size: {float(size[1]) / 16:g}rem", rules)


_STYLE: Final = f"<style>{_rules()}</style>"
