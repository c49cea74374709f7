"""The usual way for districts: `folium.Choropleth` over all of them and a marker a place, the map built anew each time.

Its legend loads a script from a foreign host, which ends nowhere here; so the map is timed without it.
"""

import folium
import geopandas as gpd
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

from benchmarks.peers.page import SIZE, empty_map
from benchmarks.stage.areas import INDICATORS
from benchmarks.stage.tables import read_places
from geodata.config import read_settings


@st.cache_resource(show_spinner=False)
def tables() -> tuple[gpd.GeoDataFrame, pd.DataFrame, pd.DataFrame]:
    """Outlines, values and places, read once."""
    directory = read_settings().data_directory
    values = pd.read_csv(directory / "indicators.csv", dtype={"district_key": str})
    return gpd.read_file(directory / "districts.geojson"), values, read_places(directory)


outlines, values, places = tables()
with st.container(key="figure"):
    indicator = st.radio("Figure", INDICATORS)
shown = values[(values["indicator"] == indicator) & (values["district_key"] != "00")]
city = empty_map()
choropleth = folium.Choropleth(
    geo_data=outlines.to_json(),
    data=shown,
    columns=["district_key", "value"],
    key_on="feature.properties.key",
    fill_color="Purples",
    legend_name=indicator,
)
if "legend" not in st.query_params:  # its legend needs d3 from a foreign host, and without it nothing is drawn at all
    choropleth._children.pop(choropleth.color_scale.get_name(), None)  # noqa: SLF001 folium has no other way
    choropleth.color_scale = None
choropleth.add_to(city)
for place in places.itertuples():
    folium.Marker((place.latitude, place.longitude), popup=place.name, tooltip=place.name).add_to(city)
st_folium(city, width=SIZE[0], height=SIZE[1])
