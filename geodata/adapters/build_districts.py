"""Build step: `districts.geojson`, generalised from the city's own outlines."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import geopandas as gpd

from geodata.adapters.outlines import DISTRICTS_FILE, Feature, write_features
from geodata.adapters.source_folder import read_official_outlines
from geodata.crs import METRIC, WGS84
from geodata.districts import generalise

TOLERANCE_M: Final = 10.0
"""Greatest distance of the drawn border from the official one: less than the width of a street."""

_DECIMALS: Final = 6
"""About 0.1 m: finer would only repeat the noise of the projection."""

_LABEL_DECIMALS: Final = 5
"""About 1 m, finer than a label can be placed."""


def build_districts(source: Path, out: Path) -> Path:
    """Write the generalised outlines of `source/districts/`; returns the written file.

    Raises:
        MissingFileError, DataError: the outlines are not there or no GeoJSON.
        GeodataError: they do not meet edge to edge.
    """
    official = read_official_outlines(source)
    simpler = gpd.GeoSeries(generalise(list(official.to_crs(METRIC).geometry), TOLERANCE_M), crs=METRIC)
    return write_features(out / DISTRICTS_FILE, _features(official, simpler.to_crs(WGS84)), decimals=_DECIMALS)


def _features(official: gpd.GeoDataFrame, outlines: gpd.GeoSeries) -> Iterator[Feature]:
    columns = (official[name] for name in ("key", "name", "label_lat", "label_lon"))
    for key, name, latitude, longitude, outline in zip(*columns, outlines, strict=True):
        properties = {
            "key": key,
            "name": name,
            "label_latitude": round(float(latitude), _LABEL_DECIMALS),
            "label_longitude": round(float(longitude), _LABEL_DECIMALS),
        }
        yield properties, outline
