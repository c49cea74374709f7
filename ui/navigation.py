"""The pages of the finder, in the order of the menu."""

from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.navigation.page import Page

from geodata.i18n import Translator

_PAGES = Path(__file__).resolve().parent.parent / "pages"


BESIDE: Final = ("methods",)
"""Pages that other pages lead to: they do not stand in the menu."""


def pages(t: Translator) -> dict[str, Page]:
    """Every page by the name of its script."""
    return {
        "finder": st.Page(_PAGES / "finder.py", title=t("Find"), url_path="", default=True),
        "districts": st.Page(_PAGES / "districts.py", title=t("Districts"), url_path="districts"),
        "coverage": st.Page(_PAGES / "coverage.py", title=t("Coverage"), url_path="coverage"),
        "about": st.Page(_PAGES / "about.py", title=t("About the data"), url_path="about"),
        "methods": st.Page(_PAGES / "methods.py", title=t("Method and limits"), url_path="methods"),
    }
