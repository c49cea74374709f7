"""The 100 m cells of the census grid (EPSG:3035), known by their INSPIRE code: "100mN31532E43169"."""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer

from geodata.crs import CENSUS_GRID, WGS84
from geodata.network.graph import Floats

CELL_M: Final = 100
_TO_GRID: Final = Transformer.from_crs(WGS84, CENSUS_GRID, always_xy=True)
_CODE: Final = re.compile(r"(?:CRS3035RES)?100mN(\d{5})(?:00)?E(\d{5})(?:00)?", re.ASCII)

Cells = NDArray[np.int32]
"""(n, 2) of northing, easting of the south-western corner, in units of 100 m."""


def cells_of(points: Floats) -> Cells:
    """The cells around (n, 2) points of latitude, longitude."""
    easting, northing = _TO_GRID.transform(points[:, 1], points[:, 0])
    return np.floor(np.column_stack([northing, easting]) / CELL_M).astype(np.int32)


def centres_of(cells: Cells) -> Floats:
    """(n, 2) of latitude, longitude of the cells' centres."""
    middle = (cells + 0.5) * CELL_M
    longitude, latitude = _TO_GRID.transform(middle[:, 1], middle[:, 0], direction="INVERSE")
    return np.column_stack([latitude, longitude])


def codes_of(cells: Cells) -> list[str]:
    """INSPIRE codes, short form; they hold no more than the position of the cell and are fit for a URL."""
    return [f"100mN{northing:05d}E{easting:05d}" for northing, easting in cells]


def cells_from_codes(codes: Sequence[str]) -> Cells:
    """The cells behind codes, short ("100mN31532E43169") or as the census writes them ("CRS3035RES100mN3153200E…").

    Raises:
        ValueError: a code is none.
    """
    found = [_CODE.fullmatch(code) for code in codes]
    if None in found:
        raise ValueError(f"{codes[found.index(None)]!r} is no code of a 100 m cell")
    numbers = [(int(match[1]), int(match[2])) for match in found if match]
    return np.array(numbers, dtype=np.int32).reshape(-1, 2)
