"""Areas that meet edge to edge, made from areas that overlap."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry


def faces_by_kind(areas: Sequence[BaseGeometry], *, grid_m: float | None = None) -> list[BaseGeometry]:
    """The same areas without overlap, an earlier one above the later ones; common edges have the same corners.

    Args:
        areas: valid polygons or multipolygons in a metric reference system, one for each kind.
        grid_m: corners move onto a grid of this width, so that cracks and overlaps narrower than it close.
    """
    borders = shapely.union_all(shapely.boundary(list(areas)), grid_size=grid_m)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(borders)))
    inside = shapely.point_on_surface(faces)
    owner = np.full(len(faces), -1)
    for kind in range(len(areas) - 1, -1, -1):
        shapely.prepare(areas[kind])
        owner[shapely.covers(areas[kind], inside)] = kind
    return [shapely.coverage_union_all(faces[owner == kind]) for kind in range(len(areas))]
