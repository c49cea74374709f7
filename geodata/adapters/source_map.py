"""What can be drawn and named, from a source folder: its ready layers where they lie in `osm/`, else its extract.

Ready layers: `basemap.geojson` (layer, kind), `streets.geojson` (name, class), `bus_stops.geojson` (name),
`places.geojson` (name, class, in_city). A folder without `basemap.geojson` is taken to have none of them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.adapters.osm_extract import Box, find_extract, read_extract
from geodata.adapters.outlines import read_features
from geodata.crs import WGS84

_READY: Final = "basemap.geojson"
_LAYERS: Final = {"water": "water", "waterway": "water", "rail": "rail", "road": "road", "green": "green"}
"""Layer of the source → layer of the pack; layers not named here are left out."""


class Named(NamedTuple):
    """Something with a name on the map; `shape` in WGS 84."""

    layer: str
    kind: str
    name: str
    shape: BaseGeometry


def read_drawn(source: Path, frame: Box) -> gpd.GeoDataFrame:
    """Water, rail, roads and green: columns layer, kind and geometry (WGS 84).

    Raises:
        MissingFileError, DataError: there are neither ready layers nor one extract, or they cannot be read.
    """
    if _is_ready(source):
        ready = read_features(source / "osm" / _READY)
        ready = ready[ready["layer"].isin(_LAYERS)]
        return ready.assign(layer=ready["layer"].map(_LAYERS))[["layer", "kind", "geometry"]]
    drawn = read_extract(find_extract(source), frame).drawn
    columns = [{"layer": layer, "kind": kind} for layer, kind, _ in drawn]
    return gpd.GeoDataFrame(columns, geometry=[shape for _, _, shape in drawn], crs=WGS84)


def read_named(source: Path, frame: Box) -> list[Named]:
    """Streets (lines), bus stops and quarters (points), each with its name.

    Raises:
        MissingFileError, DataError: as `read_drawn`; a ready layer may be absent, then nothing of it is named.
    """
    return list(_ready_names(source / "osm") if _is_ready(source) else _extract_names(source, frame))


def _is_ready(source: Path) -> bool:
    return (source / "osm" / _READY).is_file()


def _ready_names(folder: Path) -> Iterator[Named]:
    for layer, file in (("street_name", "streets"), ("bus_stop", "bus_stops"), ("quarter", "places")):
        path = folder / f"{file}.geojson"
        if path.is_file():
            features = read_features(path)
            for properties, shape in zip(features.to_dict("records"), features.geometry, strict=True):
                if properties.get("in_city", True):
                    yield Named(layer, str(properties["class"]), str(properties["name"]), shape)


def _extract_names(source: Path, frame: Box) -> Iterator[Named]:
    extract = read_extract(find_extract(source), frame)
    for name, line in extract.streets:
        yield Named("street_name", "street", name, line)
    for entry in extract.entries:
        if entry.kind in {"stop", "quarter"}:
            layer, kind = ("bus_stop", "bus") if entry.kind == "stop" else ("quarter", "quarter")
            yield Named(layer, kind, entry.name, shapely.Point(entry.point[1], entry.point[0]))
