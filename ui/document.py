"""The page's own element: language and direction of `<html>`, the phone's view, and what Streamlit leaves unnamed."""

import re
from typing import Final

import streamlit as st

from geodata.i18n import Translator
from ui import address, static_files
from ui.first_list.head import description_of, title_of

_SHEETS: Final = ("finder.css", "coverage.css", "search.css", "card.css", "help.css")
_RULES: Final = "\n".join(static_files.text(name) for name in _SHEETS)  # read once, not on every run
# Letters have the design's pixels in the sheets and are served in rem: so they follow the text size of the browser.
_IN_REM: Final = re.sub(r"font-size: ([\d.]+)px", lambda size: f"font-size: {float(size[1]) / 16:g}rem", _RULES)
_STYLE: Final = f"<style>{_IN_REM}</style>"
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
