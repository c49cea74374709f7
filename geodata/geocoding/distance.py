"""Distances on the ground between (lat, lon) pairs."""

from collections.abc import Sequence
from math import cos, hypot, radians
from typing import Final

_METRES_PER_DEGREE: Final = 111_195.0  # a degree of a meridian on a sphere of 6,371 km

LatLon = tuple[float, float]


def distance_m(a: LatLon, b: LatLon) -> float:
    """Straight line between two (lat, lon) points in metres; for distances inside one city (error below 0.5 %)."""
    scale = cos(radians((a[0] + b[0]) / 2))
    return _METRES_PER_DEGREE * hypot(a[0] - b[0], (a[1] - b[1]) * scale)


def middle(points: Sequence[LatLon]) -> LatLon:
    """Mean of at least one (lat, lon) point, to six decimals (0.1 m)."""
    count = len(points)
    return round(sum(lat for lat, _ in points) / count, 6), round(sum(lon for _, lon in points) / count, 6)


def spread_m(points: Sequence[LatLon]) -> float:
    """Largest distance of a point from the middle of all, in metres."""
    centre = middle(points)
    return max(distance_m(centre, point) for point in points)
