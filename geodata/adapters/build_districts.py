"""Build step: `districts.geojson` and `polling_districts.geojson`, generalised from the city's own outlines."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import geopandas as gpd
import shapely

from geodata.adapters.outlines import Feature, write_features
from geodata.adapters.source_folder import read_official_outlines, read_official_polling_districts
from geodata.crs import METRIC, WGS84
from geodata.districts import generalise
from geodata.districts.coverage import faces_by_kind
from geodata.schema import DISTRICTS_FILE, POLLING_DISTRICTS_FILE

TOLERANCE_M: Final = 10.0
"""Greatest distance of the drawn border from the official one: less than the width of a street."""

_GRID_M: Final = 0.5
"""Neighbouring polling districts miss each other by less than this, mostly by the sixth decimal of a degree."""

_DECIMALS: Final = 6
"""About 0.1 m: finer would only repeat the noise of the projection."""

_LABEL_DECIMALS: Final = 5
"""About 1 m, finer than a label can be placed."""


def build_districts(source: Path, out: Path) -> Path:
    """Write the generalised outlines of `source/districts/`; returns the file of the districts.

    Polling districts are written where the source folder has them.

    Raises:
        MissingFileError, DataError: the outlines are not there or no GeoJSON.
        GeodataError: they do not meet edge to edge.
    """
    official = read_official_outlines(source)
    polling = read_official_polling_districts(source)
    if len(polling):
        write_features(out / POLLING_DISTRICTS_FILE, _polling_features(polling), decimals=_DECIMALS)
    return write_features(out / DISTRICTS_FILE, _district_features(official), decimals=_DECIMALS)


def _district_features(official: gpd.GeoDataFrame) -> Iterator[Feature]:
    simpler = gpd.GeoSeries(generalise(list(official.to_crs(METRIC).geometry), TOLERANCE_M), crs=METRIC)
    labels = list(zip(official["label_lat"], official["label_lon"], strict=True))
    return _features(official[["key", "name"]], labels, outlines=simpler)


def _polling_features(official: gpd.GeoDataFrame) -> Iterator[Feature]:
    """They hold settled land only: common edges are kept among themselves, not with the border of the district."""
    meeting = faces_by_kind(list(official.to_crs(METRIC).geometry), grid_m=_GRID_M)
    simpler = gpd.GeoSeries(generalise(meeting, TOLERANCE_M), crs=METRIC)
    radii = shapely.maximum_inscribed_circle(simpler.to_numpy(), 1.0)
    there = gpd.GeoSeries(shapely.get_point(radii, 0), crs=METRIC).to_crs(WGS84)
    return _features(
        official[["key", "name", "district_key"]], list(zip(there.y, there.x, strict=True)), outlines=simpler
    )


def _features(
    told: gpd.GeoDataFrame, labels: Sequence[tuple[float, float]], *, outlines: gpd.GeoSeries
) -> Iterator[Feature]:
    rows = zip(told.to_numpy(dtype=object), labels, outlines.to_crs(WGS84), strict=True)
    for texts, (latitude, longitude), outline in rows:
        properties = {
            **dict(zip(told.columns, texts, strict=True)),
            "label_latitude": round(float(latitude), _LABEL_DECIMALS),
            "label_longitude": round(float(longitude), _LABEL_DECIMALS),
        }
        yield properties, outline
