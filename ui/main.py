"""The frame of every page: language, style, navigation. Runs before the page itself, on every run."""

import sys
from pathlib import Path

import streamlit as st

_ROOT = Path(__file__).resolve().parent.parent
if str(_ROOT) not in sys.path:  # Streamlit puts only this script's own folder on the path
    sys.path.insert(0, str(_ROOT))

from ui import address, document, header, loaders, navigation  # noqa: E402 the path must be set first

choices = address.current()
t = loaders.translator(choices.language)
city_title = loaders.city_data().city.title[choices.language]

st.set_page_config(page_title=city_title, layout="wide")
document.style_sheet()
pages = navigation.pages(t)
page = st.navigation(list(pages.values()), position="hidden")
document.describe_document(t, title=f"{page.title} – {city_title}", view=choices.view)
top = header.reserve()
page.run()
header.show(
    top, t=t, city_title=city_title, pages=[pages[name] for name in pages if name not in navigation.BESIDE], page=page
)
