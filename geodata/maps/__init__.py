"""What the map is told: the table of places once, and one small state for every change."""

from geodata.maps.places import is_rough, place_table, start_view
from geodata.maps.shading import FINDER_PALETTE, LegendClass, Shading, shade
from geodata.maps.state import MapState, map_state

__all__ = [
    "FINDER_PALETTE",
    "LegendClass",
    "MapState",
    "Shading",
    "is_rough",
    "map_state",
    "place_table",
    "shade",
    "start_view",
]
