"""Build steps: `pack/walking.xz` and `pack/cycling.xz`, minutes between cells and from every facility.

Along the pack's network: on foot up to an hour; by bicycle, simple (the same ways at 15 km/h), up to half an hour.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import shapely

from geodata.adapters.gazetteer_file import find_gazetteer, read_gazetteer
from geodata.adapters.minutes_file import write_minutes
from geodata.adapters.network_file import NETWORK_FILE, read_network
from geodata.adapters.progress import shown
from geodata.adapters.source_folder import read_official_outlines, read_populated_cells
from geodata.adapters.tables import read_table
from geodata.crs import CENSUS_GRID
from geodata.facilities.shown import rough_degrees
from geodata.network.cells import CELL_M, Cells, cells_of, centres_of
from geodata.network.graph import Floats, Integers, Network
from geodata.network.minutes import TravelMinutes
from geodata.network.reach import Reached, reach
from geodata.network.snapping import Snapped, snap
from geodata.network.table import CYCLING, WALKING, Mode, from_reached
from geodata.schema import FACILITIES


def build_walking(source: Path, out: Path) -> Path:
    """Write the minutes on foot; network and gazetteer must have been built, facilities may stand in `out`.

    Raises:
        MissingFileError, DataError: census cells, outlines, network or gazetteer are not there or cannot be read.
    """
    return _build(source, out, mode=WALKING)


def build_cycling(source: Path, out: Path) -> Path:
    """Write the minutes by bicycle; as `build_walking`."""
    return _build(source, out, mode=CYCLING)


def _build(source: Path, out: Path, *, mode: Mode) -> Path:
    pack = out / "pack"
    network = read_network(pack / NETWORK_FILE)
    used = _used_cells(source, pack)
    cells = np.unique(np.concatenate([used, _cells_near_ways(source, network)]), axis=0)
    in_use = np.flatnonzero(_is_among(cells, used)).astype(np.int32)
    return write_minutes(pack, _minutes(network, cells, in_use=in_use, facilities=_facilities(out), mode=mode))


def _minutes(
    network: Network, cells: Cells, *, in_use: Integers, facilities: tuple[tuple[str, ...], Floats], mode: Mode
) -> TravelMinutes:
    ids, points = facilities
    there, here = snap(centres_of(cells), network), snap(points, network)
    between = _later(reach(network, _only(there, in_use), targets=_only(there, in_use), limit_m=mode.limit_m))
    ways = reach(network, here, targets=there, limit_m=mode.limit_m)
    pairs = from_reached(shown(between, "cells", total=len(in_use)), origins=len(cells), mode=mode)
    from_facilities = from_reached(shown(ways, "facilities", total=len(ids)), origins=len(ids), mode=mode)
    return TravelMinutes(
        mode=mode,
        cells=cells,
        snap_m=there.distance_m,
        in_use=in_use,
        facility_ids=ids,
        facility_points=points,
        facility_snap_m=here.distance_m,
        between=pairs,
        from_facilities=from_facilities,
    )


def _only(places: Snapped, rows: Integers) -> Snapped:
    """The places with all but some of them taken off the network."""
    nodes = np.full_like(places.nodes, -1)
    nodes[rows] = places.nodes[rows]
    return Snapped(nodes, places.distance_m)


def _later(rows: Iterator[Reached]) -> Iterator[Reached]:
    """Only targets with a larger number than the origin: the way back is as long."""
    for row in rows:
        later = row.targets > row.origin
        yield Reached(row.origin, row.targets[later], row.metres[later])


def _is_among(cells: Cells, some: Cells) -> np.ndarray:
    """Which of `cells` (distinct, ordered) are in `some`."""
    _, first = np.unique(np.concatenate([some, cells]), axis=0, return_index=True)
    return np.asarray(first < len(some))


def _used_cells(source: Path, pack: Path) -> Cells:
    """Cells where people live, and those of everything a reader can find by name."""
    entries = read_gazetteer(find_gazetteer(pack)).entries
    named = np.array([entry.point for entry in entries], dtype=np.float64).reshape(-1, 2)
    return np.unique(np.concatenate([read_populated_cells(source), cells_of(named)]), axis=0)


def _cells_near_ways(source: Path, network: Network) -> Cells:
    """Cells of the city that are not too far from any way: a visitor's own position may lie there."""
    outlines = read_official_outlines(source).to_crs(CENSUS_GRID)
    west, south, east, north = np.floor(outlines.total_bounds / CELL_M).astype(int)
    rows, columns = np.meshgrid(np.arange(south, north + 1), np.arange(west, east + 1), indexing="ij")
    cells = np.column_stack([rows.ravel(), columns.ravel()]).astype(np.int32)
    city = shapely.union_all(outlines.geometry.to_numpy())
    shapely.prepare(city)
    middle = (cells + 0.5) * CELL_M
    cells = cells[shapely.contains_xy(city, middle[:, 1], middle[:, 0])]
    return cells[snap(centres_of(cells), network).nodes >= 0]


def _facilities(out: Path) -> tuple[tuple[str, ...], Floats]:
    """Ids and (lat, lon) of facilities that have a point to be shown, in the table's order; rough where it must be.

    From exact minutes to enough cells the very house could be worked out.
    """
    if not (out / FACILITIES.file).is_file():
        return (), np.empty((0, 2))
    table = read_table(out, FACILITIES)
    table = table[(table["latitude"] != "") & (table["address_visibility"] != "hidden")]
    points = table[["latitude", "longitude"]].to_numpy(dtype=np.float64)
    rough = (table["address_visibility"] == "approximate").to_numpy()
    points[rough] = np.vectorize(rough_degrees, otypes=[np.float64])(points[rough])
    return tuple(table["facility_id"]), points
