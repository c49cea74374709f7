"""Districts at the city's border: their people may reach offers beyond it, which are not in the tables."""

from typing import Final

import geopandas as gpd
import shapely

_TOUCH_M: Final = 1.0
"""Outlines are generalised by a few metres: a shorter common line is no border."""


def at_the_border(districts: gpd.GeoDataFrame, *, metric_crs: str) -> frozenset[str]:
    """Keys of the districts that share a line with the city's outer border.

    Args:
        districts: `key` and outline, any reference system; without gaps between them.
        metric_crs: reference system in which lengths are metres.
    """
    outlines = districts.to_crs(metric_crs)
    border = shapely.boundary(shapely.coverage_union_all(outlines.geometry.to_numpy()))
    common = shapely.length(shapely.intersection(shapely.boundary(outlines.geometry.to_numpy()), border))
    return frozenset(key for key, metres in zip(outlines["key"], common, strict=True) if metres > _TOUCH_M)
