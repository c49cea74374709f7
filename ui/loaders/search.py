"""What questions are looked up in, built once a process."""

from typing import Final

import streamlit as st

from geodata.adapters.gazetteer_file import open_gazetteer
from geodata.adapters.search_rows import index_of
from geodata.errors import MissingFileError
from geodata.search import SearchIndex, search
from ui.loaders.city import city_data, data_directory
from ui.loaders.near import place_index

_WARMING: Final = ("Deutschkurs nahe Bahnhof", "курсы рядом с вокзалом", "طبيب قريب من المحطة")
"""One question in each script: tables that are made at the first question are made before a visitor asks it."""


@st.cache_resource(show_spinner=False)
def search_index() -> SearchIndex:
    """The index over all offers; without a gazetteer only districts are understood as places."""
    try:
        gazetteer = open_gazetteer(data_directory())
        index = index_of(city_data(), data_directory(), gazetteer=gazetteer, places=place_index())
    except MissingFileError:
        index = index_of(city_data(), data_directory())
    for question in _WARMING:
        search(question, index, limit=1)
    return index
