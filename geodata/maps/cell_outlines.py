"""Outlines of the populated 100 m cells, for a browser that shades them."""

from typing import Any, Final

import numpy as np
import pandas as pd
from pyproj import Transformer

from geodata.crs import CENSUS_GRID, WGS84
from geodata.network.cells import CELL_M, cells_from_codes, centres_of

DECIMALS: Final = 6
"""Of degrees: about 10 cm."""
_TO_WGS84: Final = Transformer.from_crs(CENSUS_GRID, WGS84, always_xy=True)
_AROUND: Final = np.array([(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)])
"""Northing and easting from the south-western corner once around, counter-clockwise."""


def cell_outlines(cells: pd.DataFrame) -> dict[str, Any]:
    """A GeoJSON FeatureCollection (WGS 84; positions are lon, lat) of cells in the order of the table.

    Neighbours have the very same corners, so that what two cells share can be known by its numbers.

    Args:
        cells: with columns cell (INSPIRE codes) and district_key, as `read_cells` gives them.

    Returns:
        Closed squares of five positions, with the properties key and name (both the code), district_key,
        label_latitude and label_longitude (the centre).

    Raises:
        ValueError: a code is none of a 100 m cell.
    """
    corners = cells_from_codes(list(cells["cell"]))
    points, of = np.unique((corners[:, None, :] + _AROUND).reshape(-1, 2), axis=0, return_inverse=True)
    position = np.column_stack(_TO_WGS84.transform(points[:, 1] * CELL_M, points[:, 0] * CELL_M)).round(DECIMALS)
    rings = position[of].reshape(-1, len(_AROUND), 2).tolist()
    centres = centres_of(corners).round(DECIMALS).tolist()
    rows = zip(cells["cell"], cells["district_key"], centres, rings, strict=True)
    features = [_feature(code, district, centre=centre, ring=ring) for code, district, centre, ring in rows]
    return {"type": "FeatureCollection", "features": features}


def _feature(code: str, district: str, *, centre: list[float], ring: list[list[float]]) -> dict[str, Any]:
    latitude, longitude = centre
    return {
        "type": "Feature",
        "properties": {
            "key": code,
            "name": code,
            "district_key": district,
            "label_latitude": latitude,
            "label_longitude": longitude,
        },
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
