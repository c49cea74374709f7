"""The usual way by somebody who read on: no tooltips, and nothing sent back from the map (`returned_objects=[]`)."""

import folium
from streamlit_folium import st_folium

from benchmarks.peers.page import SIZE, chosen_places, empty_map

city = empty_map()
for place in chosen_places().itertuples():
    folium.Marker((place.latitude, place.longitude), popup=place.name).add_to(city)
st_folium(city, width=SIZE[0], height=SIZE[1], returned_objects=[])
