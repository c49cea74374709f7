"""What the map is told: the table of places once, and one small state for every change."""

from geodata.maps.places import place_table
from geodata.maps.shading import Shading, shade
from geodata.maps.state import MapState, map_state

__all__ = ["MapState", "Shading", "map_state", "place_table", "shade"]
