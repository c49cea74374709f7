"""What the map is told: the table of places once, and one small state for every change."""

from geodata.maps.places import is_rough, place_table, start_view
from geodata.maps.state import MapState, map_state

__all__ = [
    "MapState",
    "is_rough",
    "map_state",
    "place_table",
    "start_view",
]
