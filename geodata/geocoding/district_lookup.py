"""In which district a point lies, and whether that is close to call."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from geodata.crs import METRIC, WGS84
from geodata.geocoding.distance import LatLon
from geodata.geocoding.reasons import Reason, reason

BORDER_M: Final = 25.0
"""Nearer to a border than this, outline and point are not exact enough to be sure of the district."""

_TO_METRIC: Final = Transformer.from_crs(WGS84, METRIC, always_xy=True)


@dataclass(frozen=True)
class District:
    """A district: its key, its name, its outline in EPSG:25832 (x = easting)."""

    key: str
    name: str
    outline: BaseGeometry


def from_wgs84(key: str, name: str, *, outline: BaseGeometry) -> District:
    """A district from an outline in WGS 84 (x = longitude)."""
    metric = shapely.transform(outline, _to_metric)
    shapely.prepare(metric)
    return District(key, name, metric)


def _to_metric(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n, 2) of longitude, latitude to (n, 2) of easting, northing."""
    return np.column_stack(_TO_METRIC.transform(degrees[:, 0], degrees[:, 1]))


def district_of(point: LatLon, districts: Sequence[District]) -> tuple[str, Reason | None]:
    """Key of the district around a (lat, lon) point, "" outside the city; and a reason when outside or near border."""
    spot = shapely.Point(_TO_METRIC.transform(point[1], point[0]))
    inside = next((district for district in districts if district.outline.covers(spot)), None)
    if inside is None:
        return "", reason("outside")
    if inside.outline.boundary.distance(spot) < BORDER_M:
        return inside.key, reason("near_border", metres=round(BORDER_M), district=inside.name)
    return inside.key, None
