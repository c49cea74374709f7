"""Generalised district outlines whose shared edges stay shared."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.errors import GeodataError

_STRENGTHS = (4.0, 3.0, 2.5, 2.0, 1.5, 1.0, 0.5, 0.25)
"""Tried from strong to weak, as multiples of the tolerance: `coverage_simplify` measures the area that a removed
corner spans (its root, in metres), which is only roughly the distance by which the line moves."""


def generalise(outlines: Sequence[BaseGeometry], tolerance_m: float) -> list[BaseGeometry]:
    """The simplest outlines that lie nowhere farther than `tolerance_m` metres from the given ones.

    Args:
        outlines: polygons in a metric reference system that meet edge to edge, without gaps or overlaps.
        tolerance_m: greatest distance, in metres, between an old line and the new one.

    Raises:
        GeodataError: the outlines do not meet edge to edge, so a shared edge could not stay shared.
    """
    given = np.asarray(outlines, dtype=object)
    if not shapely.coverage_is_valid(given):
        raise GeodataError("the outlines overlap or do not meet edge to edge; mend them before generalising")
    for strength in _STRENGTHS:
        simpler = list(shapely.coverage_simplify(given, strength * tolerance_m))
        if deviation_m(outlines, simpler) <= tolerance_m:
            return simpler
    return list(outlines)


def deviation_m(before: Sequence[BaseGeometry], after: Sequence[BaseGeometry]) -> float:
    """Greatest distance between an outline and its counterpart, in the unit of their reference system (metres).

    The Hausdorff distance, with every segment sampled at its ends and at tenths of it.
    """
    lines = zip(shapely.boundary(list(before)), shapely.boundary(list(after)), strict=True)
    return max(float(shapely.hausdorff_distance(old, new, densify=0.1)) for old, new in lines)
