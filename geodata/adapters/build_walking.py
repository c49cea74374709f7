"""Build step: `pack/walking.xz`, minutes on foot between cells and from every facility, along the pack's network."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import shapely

from geodata.adapters.gazetteer_file import find_gazetteer, read_gazetteer
from geodata.adapters.network_file import NETWORK_FILE, read_network
from geodata.adapters.progress import shown
from geodata.adapters.source_folder import read_official_outlines, read_populated_cells
from geodata.adapters.tables import read_table
from geodata.adapters.walking_file import WALKING_FILE, write_walking
from geodata.crs import CENSUS_GRID
from geodata.network.cells import CELL_M, Cells, cells_of, centres_of
from geodata.network.graph import Floats, Network
from geodata.network.minutes import WalkingMinutes
from geodata.network.reach import Reached, reach
from geodata.network.snapping import Snapped, snap
from geodata.network.table import LIMIT_MIN, METRES_PER_MINUTE, from_reached
from geodata.schema import FACILITIES

_LIMIT_M: Final = LIMIT_MIN * METRES_PER_MINUTE


def build_walking(source: Path, out: Path) -> Path:
    """Write the minutes; network and gazetteer must have been built, the facilities stand in `out` (or nowhere).

    Raises:
        MissingFileError, DataError: census cells, outlines, network or gazetteer are not there or cannot be read.
    """
    pack = out / "pack"
    network = read_network(pack / NETWORK_FILE)
    used = _used_cells(source, pack)
    cells = np.unique(np.concatenate([used, _cells_near_ways(source, network)]), axis=0)
    ids, points = _facilities(out)
    walking = _walking(network, cells, used=used, ids=ids, points=points)
    return write_walking(pack / WALKING_FILE, walking)


def _walking(network: Network, cells: Cells, *, used: Cells, ids: tuple[str, ...], points: Floats) -> WalkingMinutes:
    in_use = np.flatnonzero(_is_among(cells, used)).astype(np.int32)
    there, here = snap(centres_of(cells), network), snap(points, network)
    inhabited = Snapped(np.full_like(there.nodes, -1), there.distance_m)
    inhabited.nodes[in_use] = there.nodes[in_use]
    pairs = shown(_later(reach(network, inhabited, targets=inhabited, limit_m=_LIMIT_M)), "cells", total=len(in_use))
    ways = shown(reach(network, here, targets=there, limit_m=_LIMIT_M), "facilities", total=len(ids))
    between, from_facilities = from_reached(pairs, origins=len(cells)), from_reached(ways, origins=len(ids))
    return WalkingMinutes(
        cells=cells,
        snap_m=there.distance_m,
        in_use=in_use,
        facility_ids=ids,
        facility_points=points,
        facility_snap_m=here.distance_m,
        between=between,
        from_facilities=from_facilities,
    )


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
    """Ids and (lat, lon) of facilities that have a point to be shown, in the table's order."""
    if not (out / FACILITIES.file).is_file():
        return (), np.empty((0, 2))
    table = read_table(out, FACILITIES)
    table = table[(table["latitude"] != "") & (table["address_visibility"] != "hidden")]
    return tuple(table["facility_id"]), table[["latitude", "longitude"]].to_numpy(dtype=np.float64)
