"""Areas that meet edge to edge, made from areas that overlap."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry


def faces_by_kind(areas: Sequence[BaseGeometry], *, grid_m: float | None = None) -> list[BaseGeometry]:
    """The same areas without overlap, an earlier one above the later ones; common edges have the same corners.

    Args:
        areas: valid polygons or multipolygons in a metric reference system, one for each kind.
        grid_m: corners move onto a grid of this width, so that cracks and overlaps narrower than it close; what is left
            of a crack, where its sides moved apart, goes to the area with which it shares most of its border.
    """
    borders = shapely.union_all(shapely.boundary(list(areas)), grid_size=grid_m)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(borders)))
    inside = shapely.point_on_surface(faces)
    owner = np.full(len(faces), -1)
    for kind in range(len(areas) - 1, -1, -1):
        shapely.prepare(areas[kind])
        owner[shapely.covers(areas[kind], inside)] = kind
    if grid_m is not None:
        _close_cracks(faces, owner, width_m=2 * grid_m)
    return [shapely.coverage_union_all(faces[owner == kind]) for kind in range(len(areas))]


def _close_cracks(faces: NDArray[np.object_], owner: NDArray[np.intp], *, width_m: float) -> None:
    """Give each face that is nobody's and narrower than `width_m` to the neighbour with the longest common border."""
    narrow = shapely.is_empty(shapely.buffer(faces, -width_m / 2))
    for crack in np.flatnonzero((owner < 0) & narrow):
        common = shapely.length(shapely.intersection(shapely.boundary(faces[crack]), shapely.boundary(faces)))
        owner[crack] = owner[np.where(owner < 0, -1.0, common).argmax()]
