"""The pages of the finder, in the order of the menu."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from geodata.i18n import Translator

_PAGES = Path(__file__).resolve().parent.parent / "pages"


def pages(t: Translator) -> dict[str, Page]:
    """Every page by the name of its script."""
    return {
        "finder": st.Page(_PAGES / "finder.py", title=t("Find"), url_path="", default=True),
        "districts": st.Page(_PAGES / "districts.py", title=t("Districts"), url_path="districts"),
        "about": st.Page(_PAGES / "about.py", title=t("About the data"), url_path="about"),
    }
