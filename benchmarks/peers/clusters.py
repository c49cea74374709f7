"""The quick way of folium: all points as one array, clustered in the browser; the map is still built anew."""

from folium.plugins import FastMarkerCluster
from streamlit_folium import st_folium

from benchmarks.peers.page import SIZE, chosen_places, empty_map

# The plugin's own callback needs AwesomeMarkers, a further script; this one makes Leaflet's plain marker.
MARKER = "row => L.marker([row[0], row[1]]).bindPopup(row[2])"

city = empty_map()
rows = chosen_places()[["latitude", "longitude", "name"]].to_numpy().tolist()
FastMarkerCluster(rows, callback=MARKER).add_to(city)
st_folium(city, width=SIZE[0], height=SIZE[1], returned_objects=[])
