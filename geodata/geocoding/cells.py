"""The 100 m cell of the census grid around one point: as near as a visitor's place is ever known.

A cell is written as in the walking minutes and in URLs: "100mN31532E43169", the INSPIRE code without the name of its
reference system ("CRS3035RES100mN3153200E4316900" is read too).
"""

import numpy as np

from geodata.geocoding.distance import LatLon
from geodata.network.cells import cells_from_codes, cells_of, centres_of, codes_of


def cell_of(latitude: float, longitude: float) -> str:
    """Code of the 100 m cell around a point in degrees (WGS 84)."""
    return codes_of(cells_of(np.array([(latitude, longitude)], dtype=np.float64)))[0]


def centre_of(cell: str) -> LatLon:
    """(lat, lon) of a cell's centre, to six decimals.

    Raises:
        ValueError: `cell` is no code of a 100 m cell.
    """
    latitude, longitude = centres_of(cells_from_codes([cell]))[0].tolist()
    return round(latitude, 6), round(longitude, 6)
