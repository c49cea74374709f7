"""What a build has made, read back from its files: counts, sizes, and whether each promise is kept."""

import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import shapely

from geodata.adapters.build_basemap import BASEMAP_FILE
from geodata.adapters.build_districts import TOLERANCE_M
from geodata.adapters.build_indicators import read_register
from geodata.adapters.cells_file import counts_of, read_cells
from geodata.adapters.csv_rows import read_rows
from geodata.adapters.district_names import NAMES_FILE
from geodata.adapters.gazetteer_file import CELL_FILE, EXACT_FILE, read_gazetteer
from geodata.adapters.minutes_file import minutes_path, read_minutes
from geodata.adapters.network_file import NETWORK_FILE, has_ready_network, read_network
from geodata.adapters.osm_extract import find_extract, read_extract
from geodata.adapters.outlines import read_districts, read_polling_districts
from geodata.adapters.source_folder import (
    frame_around,
    read_census,
    read_official_outlines,
    read_official_polling_districts,
    read_populated_cells,
)
from geodata.adapters.tables import read_table
from geodata.crs import METRIC
from geodata.districts import deviation_m
from geodata.districts.register import is_dated
from geodata.network.table import CYCLING, WALKING, Mode
from geodata.schema import INDICATORS

_MOST_BASEMAP: Final = 250_000  # bytes, gzipped: what a phone loads before the map is whole
_MOST_WALKING: Final = 8_000_000  # bytes committed for ways in all


class Finding(NamedTuple):
    """One line of the report; `kept` is None where nothing was promised."""

    what: str
    value: float
    kept: bool | None = None


def _districts(source: Path, out: Path) -> Iterator[Finding]:
    drawn, official = (layer.to_crs(METRIC).geometry for layer in (read_districts(out), read_official_outlines(source)))
    moved = deviation_m(list(official), list(drawn))
    yield Finding("districts", len(drawn), len(drawn) == len(official))
    yield Finding("metres by which a border moved at most", round(moved, 1), moved <= TOLERANCE_M)
    yield Finding("shared borders kept", 1, bool(shapely.coverage_is_valid(read_districts(out).geometry.to_numpy())))
    yield from _polling_districts(source, out)


def _polling_districts(source: Path, out: Path) -> Iterator[Finding]:
    official = read_official_polling_districts(source)
    if len(official):
        drawn = read_polling_districts(out)
        moved = deviation_m(list(official.to_crs(METRIC).geometry), list(drawn.to_crs(METRIC).geometry))
        yield Finding("polling districts", len(drawn), len(drawn) == len(official))
        yield Finding("metres by which one of their borders moved at most", round(moved, 1), moved <= TOLERANCE_M)
        kept = bool(shapely.coverage_is_valid(drawn.geometry.to_numpy()))
        yield Finding("their shared borders kept", int(kept), kept)


def _names(_: Path, out: Path) -> Iterator[Finding]:
    rows = read_rows(out / NAMES_FILE)[1]
    there = set(read_districts(out)["key"])
    yield Finding("spellings", len(rows), {row["key"] for row in rows} == there)


def _indicators(source: Path, out: Path) -> Iterator[Finding]:
    rows = read_table(out, INDICATORS)
    yield Finding("rows", len(rows))
    yield Finding("rows withheld", int((rows["suppressed"] == "yes").sum()))
    undated = sum(not is_dated(row) for row in read_register(source))
    yield Finding("rows of the register left out, because they name no day", undated)


def _cells(source: Path, out: Path) -> Iterator[Finding]:
    cells, census = read_cells(out / "pack"), read_census(source)
    yield Finding("cells in which people are counted", len(cells))
    for name in counts_of(census):
        people = int(cells[name].sum())
        yield Finding(f"people, {name}", people, people == int(census[name].sum()))
    alone = cells.loc[cells["polling_district_key"] == "", "population"].sum()
    yield Finding("people of districts without polling districts", int(alone))


def _basemap(_: Path, out: Path) -> Iterator[Finding]:
    content = (out / "pack" / BASEMAP_FILE).read_bytes()
    packed = len(gzip.compress(content, mtime=0))
    yield Finding("bytes gzipped", packed, packed <= _MOST_BASEMAP)
    layers = Counter(feature["properties"]["layer"] for feature in json.loads(content)["features"])
    yield from (Finding(f"features of {layer}", count) for layer, count in sorted(layers.items()))


def _gazetteer(_: Path, out: Path) -> Iterator[Finding]:
    for path in (out / "pack" / CELL_FILE, out / "pack" / EXACT_FILE):
        if path.is_file():
            gazetteer = read_gazetteer(path)
            kinds = Counter(entry.kind for entry in gazetteer.entries)
            yield Finding("exact house numbers" if gazetteer.exact else "house numbers by cell", kinds.pop("house", 0))
            yield from (Finding(f"entries {kind}", count) for kind, count in sorted(kinds.items()))


def _network(source: Path, out: Path) -> Iterator[Finding]:
    network = read_network(out / "pack" / NETWORK_FILE)
    yield Finding("nodes", len(network.points), len(network.points) > 0)
    yield Finding("edges", len(network.ends))
    yield Finding("kilometres", round(float(network.lengths_m.sum()) / 1000, 1))
    yield Finding("parts that do not touch", int(network.component.max(initial=-1)) + 1)
    if not has_ready_network(source):
        frame = frame_around(read_official_outlines(source))
        yield Finding("stairs", read_extract(find_extract(source), frame).stairs)


def _minutes(mode: Mode, source: Path, *, out: Path) -> Iterator[Finding]:
    pack = out / "pack"
    minutes = read_minutes(pack, mode)
    listed = set(map(tuple, minutes.cells[minutes.in_use].tolist()))
    populated = set(map(tuple, read_populated_cells(source).tolist()))
    parts = [pack / NETWORK_FILE, minutes_path(pack, WALKING), minutes_path(pack, CYCLING)]
    size = sum(path.stat().st_size for path in parts if path.is_file())
    yield Finding("bytes of network and minutes", size, size <= _MOST_WALKING)
    yield Finding("cells", len(minutes.cells))
    yield Finding("cells in use", len(minutes.in_use), populated <= listed)
    yield Finding("cells in use outside the network", int(np.isnan(minutes.snap_m[minutes.in_use]).sum()))
    yield Finding("facilities", len(minutes.facility_ids))
    yield Finding("facilities outside the network", int(np.isnan(minutes.facility_snap_m).sum()))
    yield Finding("pairs of cells", len(minutes.between.steps), bool((minutes.between.steps > 0).all()))
    yield Finding("pairs of facility and cell", len(minutes.from_facilities.steps))


def _walking(source: Path, out: Path) -> Iterator[Finding]:
    return _minutes(WALKING, source, out=out)


def _cycling(source: Path, out: Path) -> Iterator[Finding]:
    return _minutes(CYCLING, source, out=out)


FINDINGS: Final[Mapping[str, Callable[[Path, Path], Iterator[Finding]]]] = {
    "districts": _districts,
    "names": _names,
    "indicators": _indicators,
    "cells": _cells,
    "basemap": _basemap,
    "gazetteer": _gazetteer,
    "network": _network,
    "walking": _walking,
    "cycling": _cycling,
}
"""What is found in the files of each stage, from the source folder and the data directory."""
