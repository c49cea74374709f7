"""Reading an OpenStreetMap extract (`*.osm.pbf`) in one go: ways to walk on, addresses, names, and what is drawn.

Only what lies in a frame is kept, so that the extract of a whole region does as well as one of the city.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import osmium
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.adapters.osm_tags import area_layer, gazetteer_kind, line_layer
from geodata.errors import DataError, MissingFileError
from geodata.geocoding.distance import LatLon
from geodata.geocoding.gazetteer import Entry
from geodata.network.rules import is_open, is_walkable
from geodata.schema import Fault

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

_WKB: Final = osmium.geom.WKBFactory()
_STREET_LINK: Final = "goe:street_link"
"""Says in our own source how surely a number belongs to its street; a public extract has no such tag: it was mapped."""


@dataclass
class Extract:
    """What an extract holds inside the frame.

    Attributes:
        date: day of the extract (ISO), "" where its header does not say.
        walkable: node ids along each way that may be walked.
        positions: (lat, lon) of these nodes.
        stairs: how many of the ways are stairs.
        entries: houses, places, stops and quarters, without district.
        streets: (name, line in WGS 84) of each named way.
        drawn: (layer, kind, shape in WGS 84) of what the base map draws.
    """

    date: str
    walkable: list[list[int]] = field(default_factory=list)
    positions: dict[int, LatLon] = field(default_factory=dict)
    stairs: int = 0
    entries: list[Entry] = field(default_factory=list)
    streets: list[tuple[str, BaseGeometry]] = field(default_factory=list)
    drawn: list[tuple[str, str, BaseGeometry]] = field(default_factory=list)


def find_extract(source: Path) -> Path:
    """The one `*.osm.pbf` of a source folder, at its top or in `osm/`.

    Raises:
        MissingFileError: there is none, or more than one.
    """
    found = sorted([*source.glob("*.osm.pbf"), *source.glob("osm/*.osm.pbf")])
    if len(found) != 1:
        listed = ", ".join(path.name for path in found) or "none is there"
        raise MissingFileError(f"{source} is to hold one extract, *.osm.pbf, at its top or in osm/: {listed}")
    return found[0]


def read_extract(path: Path, frame: Box) -> Extract:
    """Everything of the extract that touches the frame; read once, also when several stages ask.

    Raises:
        DataError: it is no OpenStreetMap file, or nodes do not come before ways.
    """
    return _read_once(path, frame, changed=path.stat().st_mtime_ns)


def forget_extract() -> None:
    """Let go of what `read_extract` keeps: for a large city half a gigabyte."""
    _read_once.cache_clear()


@lru_cache(maxsize=1)
def _read_once(path: Path, frame: Box, *, changed: int) -> Extract:  # a changed file is read anew
    try:
        processor = osmium.FileProcessor(str(path)).with_locations().with_areas()
        extract = Extract(processor.header.get("osmosis_replication_timestamp", "")[:10])
        reader = _Reader(extract, frame)
        for thing in processor.with_filter(osmium.filter.EmptyTagFilter()):
            reader.read(thing)
    except (RuntimeError, ValueError) as error:  # osmium's own errors are RuntimeErrors
        raise DataError([Fault(path.name, 0, "", str(error), "an OpenStreetMap file, nodes before ways")]) from error
    return extract


class _Reader:
    """Puts nodes, ways and areas where they belong."""

    def __init__(self, extract: Extract, frame: Box) -> None:
        self._extract = extract
        self._frame = frame
        self._closed: set[int] = set()

    def read(self, thing: Any) -> None:
        tags = {tag.k: tag.v for tag in thing.tags}
        if thing.is_node():
            self._node(thing, tags)
        elif thing.is_way():
            self._way(thing, tags)
        elif thing.is_area():
            self._area(thing, tags)

    def _inside(self, lat: float, lon: float) -> bool:
        west, south, east, north = self._frame
        return west <= lon <= east and south <= lat <= north

    def _node(self, node: Any, tags: dict[str, str]) -> None:
        if not is_open(tags):
            self._closed.add(node.id)
        if self._inside(node.lat, node.lon):
            self._extract.entries.extend(_entries(tags, (node.lat, node.lon), reference=f"node/{node.id}"))

    def _way(self, way: Any, tags: dict[str, str]) -> None:
        layer, walkable = line_layer(tags), is_walkable(tags)
        if not (layer or "highway" in tags):
            return
        nodes = [(node.ref, (node.lat, node.lon)) for node in way.nodes if node.location.valid()]
        if len(nodes) < 2 or not any(self._inside(*point) for _, point in nodes):
            return
        line = shapely.LineString([(lon, lat) for _, (lat, lon) in nodes])
        if layer:
            self._extract.drawn.append((*layer, line))
        if "highway" in tags and "name" in tags:
            self._extract.streets.append((tags["name"], line))
        if walkable:
            self._walkable(nodes)
            self._extract.stairs += tags["highway"] == "steps"

    def _walkable(self, nodes: list[tuple[int, LatLon]]) -> None:
        self._extract.positions.update(nodes)
        for part in _between_gates([node for node, _ in nodes], self._closed):
            self._extract.walkable.append(part)

    def _area(self, area: Any, tags: dict[str, str]) -> None:
        layer = area_layer(tags)
        if not (layer or "name" in tags or "addr:housenumber" in tags):
            return
        shape = shapely.from_wkb(_WKB.create_multipolygon(area))
        middle = shape.representative_point()
        if layer and shape.intersects(shapely.box(*self._frame)):
            self._extract.drawn.append((*layer, shape))
        if self._inside(middle.y, middle.x):
            reference = f"{'way' if area.from_way() else 'relation'}/{area.orig_id()}"
            point = round(middle.y, 7), round(middle.x, 7)
            self._extract.entries.extend(_entries(tags, point, reference=reference))


def _between_gates(nodes: list[int], closed: set[int]) -> Iterator[list[int]]:
    """The parts of a way between closed gates; nobody passes the gate, and nobody gets to it from either side."""
    part: list[int] = []
    for node in [*nodes, None]:
        if node is not None and node not in closed:
            part.append(node)
        else:
            if len(part) > 1:
                yield part
            part = []


def _entries(tags: dict[str, str], point: LatLon, *, reference: str) -> Iterator[Entry]:
    street = tags.get("addr:street") or tags.get("addr:place")
    if street and "addr:housenumber" in tags:
        link = tags.get(_STREET_LINK, "high")
        for number in tags["addr:housenumber"].replace(",", ";").split(";"):
            yield Entry("house", street, point, number=number.strip(), link=link, reference=reference)
    if "name" in tags and (kind := gazetteer_kind(tags)):
        yield Entry(kind, tags["name"], point, reference=reference)
