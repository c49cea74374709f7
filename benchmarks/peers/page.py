"""What the peers have in common: the cached tables, the filter by section, and a map without foreign hosts."""

from pathlib import Path

import folium
import pandas as pd
import streamlit as st
from folium.plugins import FastMarkerCluster

from benchmarks.stage.tables import read_places, read_sections, read_table, with_sections
from geodata.config import read_settings

SIZE = (772, 470)  # pixels, as the finder's map at 1280
folium.Map.default_js = [
    ("leaflet", "../../vendor/leaflet/leaflet.js"),
    ("dollar", "../../vendor/peers/dollar.js"),  # stands in for jQuery
]
folium.Map.default_css = [("leaflet_css", "../../vendor/leaflet/leaflet.css")]
FastMarkerCluster.default_js = [("cluster", "../../vendor/cluster/leaflet.markercluster.js")]
FastMarkerCluster.default_css = [
    ("cluster_css", "../../vendor/cluster/MarkerCluster.css"),
    ("cluster_default_css", "../../vendor/cluster/MarkerCluster.Default.css"),
]


@st.cache_resource(show_spinner=False)
def tables(directory: Path) -> tuple[pd.DataFrame, pd.DataFrame, list[str]]:
    """Places, offers and sections, read once."""
    return read_places(directory), read_table(directory, "services.csv"), read_sections(directory)


def chosen_places() -> pd.DataFrame:
    """Ask for the section and give back the places that have an offer in it."""
    places, services, sections = tables(read_settings().data_directory)
    first = [code for code in st.query_params.get("section", "").split(",") if code in sections]
    with st.container(key="section-filter"):
        chosen = st.pills("Section", sections, selection_mode="multi", default=first)
    found = with_sections(places, services, sections=chosen)
    st.markdown(f"{len(found)} places")
    return found


def empty_map() -> folium.Map:
    """A map that shows the whole city, so that no marker is left out for being out of sight."""
    places = tables(read_settings().data_directory)[0]
    middle = (places["latitude"].median(), places["longitude"].median())
    # Without tiles folium drops max_zoom, and clusters need it: Leaflet's own name passes.
    return folium.Map(middle, zoom_start=11, tiles=None, maxZoom=18)
