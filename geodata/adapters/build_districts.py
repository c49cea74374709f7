"""Build step: `districts.geojson`, generalised from the city's own outlines."""

from pathlib import Path
from typing import Final

from geodata.adapters.outlines import DISTRICTS_FILE, read_features, write_features
from geodata.crs import METRIC, WGS84
from geodata.districts import generalise

TOLERANCE_M: Final = 10.0
"""Greatest distance of the drawn border from the official one: less than the width of a street."""

_DECIMALS: Final = 6
"""About 0.1 m: finer would only repeat the noise of the projection."""

_LABEL_DECIMALS: Final = 5


def build_districts(source: Path, out: Path) -> Path:
    """Write the generalised outlines of `source/districts/stadtbezirke.geojson`; returns the written file.

    Raises:
        MissingFileError, DataError: the outlines are not there or no GeoJSON.
        GeodataError: they do not meet edge to edge.
    """
    official = read_features(source / "districts" / "stadtbezirke.geojson").sort_values("key")
    metric = official.to_crs(METRIC)
    simpler = metric.set_geometry(generalise(list(metric.geometry), TOLERANCE_M), crs=METRIC).to_crs(WGS84)
    features = (
        (
            {
                "key": row.key,
                "name": row.name,
                "label_latitude": round(row.label_lat, _LABEL_DECIMALS),
                "label_longitude": round(row.label_lon, _LABEL_DECIMALS),
            },
            row.geometry,
        )
        for row in simpler.itertuples(index=False)
    )
    return write_features(out / DISTRICTS_FILE, features, decimals=_DECIMALS)
