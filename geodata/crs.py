"""The two coordinate reference systems in use.

Pairs are (lat, lon) everywhere except inside Shapely geometries, which are (x = lon, y = lat).
"""

from typing import Final

WGS84: Final = "EPSG:4326"
"""Degrees; how points are stored and sent to the map."""

METRIC: Final = "EPSG:25832"
"""ETRS89 / UTM 32N, metres; how distances, areas and tolerances are measured."""

CENSUS_GRID: Final = "EPSG:3035"
"""ETRS89 / LAEA Europe, metres; the 100 m cells of the census lie on its grid."""
