"""Which polling district a point belongs to, within its district."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray


def nearest_of_district(
    points: NDArray[np.object_], districts: Sequence[str], *, polling_districts: pd.DataFrame
) -> NDArray[np.object_]:
    """Key of the polling district that holds each point, else of the nearest one of the same district.

    So polling districts add up to their district, also where people live outside of what the outlines call settled.

    Args:
        points: (n,) points in a metric reference system.
        districts: key of the district of each; "" where there is none.
        polling_districts: `key`, `district_key`, `geometry` in the same system.

    Returns:
        (n,) keys; "" where the district has no polling district.
    """
    keys = np.full(len(points), "", dtype=object)
    district_of = np.asarray(districts, dtype=object)
    for district, there in polling_districts.groupby("district_key"):
        here = np.flatnonzero(district_of == district)
        away = shapely.distance(points[here][:, np.newaxis], there["geometry"].to_numpy()[np.newaxis])
        keys[here] = there["key"].to_numpy()[away.argmin(axis=1)] if len(here) else ""
    return keys


def holding(
    points: NDArray[np.object_], districts: Sequence[str], *, polling_districts: pd.DataFrame
) -> NDArray[np.object_]:
    """Key of the polling district that holds each point and lies in the same district; "" where none does.

    Args, Returns: as `nearest_of_district`; any one reference system, and points may be missing (None).
    """
    tree = shapely.STRtree(polling_districts["geometry"].to_numpy())
    point, outline = tree.query(points, predicate="intersects")
    keys, parents = (polling_districts[name].to_numpy()[outline] for name in ("key", "district_key"))
    same = parents == np.asarray(districts, dtype=object)[point]
    found = np.full(len(points), "", dtype=object)
    # from behind, so that the first of two outlines that share a border counts
    found[point[same][::-1]] = keys[same][::-1]
    return found
