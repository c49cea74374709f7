"""Seconds and peak memory of `build`: for the city, for a made-up city as large, and for one ten times as large.

Made-up cities show how time grows: both come from the same generator, as plain extracts (streets with names, house
numbers, shops, bus stops), with as many nodes, cells, places and facilities as the city has, times their size. Each
build runs in a process of its own. Prints one line a build and the verdict: time no worse than n log n, memory at most
2 GiB.

    PYTHONPATH=. python benchmarks/build.py [--source DIR] [--times 10]
"""

import argparse
import json
import math
import os
import shutil
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
import osmium
from osmium.osm.mutable import Node, Way

from geodata.network.cells import cells_of, centres_of, codes_of

ROOT: Final = Path(__file__).parents[1]
SOURCE: Final = Path(os.environ.get("FINDER_SOURCE") or ROOT.parent / "shared" / "source-data")
NODES, CELLS, HOUSES, PLACES, FACILITIES, DISTRICTS = 44_769, 2_280, 21_919, 4_400, 419, 18
"""What the city has."""
SPACING_M: Final = 52.0  # 44,769 crossings on 117 km²
GAP: Final = 0.35  # so many pieces of street are missing, which leaves as many edges a node as the city has
MOST_MIB: Final = 2048
SLACK: Final = 1.25  # in a larger city fewer cells lie at the edge, so each reaches more; and the machine is shared


class City:
    """A made-up city: crossings on a bent grid, people in a quarter of its cells."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.side = round(math.sqrt(NODES * times))
        self.chance = np.random.default_rng(times)
        rows, columns = np.divmod(np.arange(self.side**2), self.side)
        metres = np.column_stack([rows, columns]) * SPACING_M + self.chance.uniform(-9, 9, (self.side**2, 2))
        self.crossings = self._degrees(metres)
        cells = np.unique(cells_of(self.crossings), axis=0)
        centre = cells.mean(axis=0)
        # People live near the middles of a few towns, as in a city with its villages.
        towns = centre + self.chance.uniform(-0.4, 0.4, (12 * times, 2)) * np.ptp(cells, axis=0)
        nearest = np.min([np.hypot(*(cells - town).T) for town in towns], axis=0)
        self.cells = cells[np.argsort(nearest, kind="stable")[: CELLS * times]]

    @staticmethod
    def _degrees(metres: np.ndarray) -> np.ndarray:
        return np.column_stack([51.5 + metres[:, 0] / 111_250, 9.0 + metres[:, 1] / 69_300])

    def points(self, count: int) -> list[tuple[float, float]]:
        """(lat, lon) strewn over the populated cells."""
        cells = self.cells[self.chance.integers(0, len(self.cells), count)]
        return [tuple(point) for point in centres_of(cells + self.chance.uniform(-0.4, 0.4, (count, 2))).tolist()]


def streets(city: City) -> list[tuple[str, list[int]]]:
    """Rows and columns of the grid, cut where a piece is missing.

    Two lines share their name, and a name ends after 40 blocks: 1,060 names where the city has 1,200.
    """
    grid = np.arange(1, city.side**2 + 1).reshape(city.side, city.side)
    found = []
    for word, lines in (("Zeile", grid), ("Spalte", grid.T)):
        for at, nodes in enumerate(lines):
            cuts = np.flatnonzero(city.chance.random(len(nodes) - 1) < GAP) + 1
            parts = zip([0, *cuts.tolist()], np.split(nodes, cuts), strict=True)
            found += [(f"{word} {at // 2}-{begin // 40}", part.tolist()) for begin, part in parts if len(part) > 1]
    return found


def things(city: City) -> list[tuple[tuple[float, float], dict[str, str]]]:
    """House numbers, shops and stops."""
    houses = [
        (point, {"addr:street": f"Zeile {at % city.side}-{at % 97}", "addr:housenumber": str(at % 200 + 1)})
        for at, point in enumerate(city.points(HOUSES * city.times))
    ]
    shops = [
        (point, {"shop": "yes", "name": f"Laden {at}"}) for at, point in enumerate(city.points(PLACES * city.times))
    ]
    stops = [
        (point, {"highway": "bus_stop", "name": f"Halt {at}"}) for at, point in enumerate(city.points(540 * city.times))
    ]
    return [*houses, *shops, *stops]


def write_extract(city: City, path: Path) -> None:
    """Crossings, things and streets as `*.osm.pbf`."""
    with osmium.SimpleWriter(str(path)) as writer:
        for at, (lat, lon) in enumerate(city.crossings.tolist()):
            writer.add_node(Node(id=at + 1, location=(lon, lat)))
        for at, ((lat, lon), tags) in enumerate(things(city)):
            writer.add_node(Node(id=len(city.crossings) + at + 1, location=(lon, lat), tags=tags))
        for at, (name, nodes) in enumerate(streets(city)):
            writer.add_way(Way(id=at + 1, nodes=nodes, tags={"highway": "residential", "name": name}))


def write_outlines(city: City, path: Path) -> None:
    """Districts side by side, from west to east."""
    (south, west), (north, east) = city.crossings.min(axis=0), city.crossings.max(axis=0)
    edges = np.linspace(west, east, DISTRICTS * city.times + 1).tolist()
    features = []
    for at, (left, right) in enumerate(pairwise(edges)):
        ring = [[left, south], [right, south], [right, north], [left, north], [left, south]]
        about = {"key": f"{at + 1:03}", "name": f"Bezirk {at + 1}"}
        features.append(
            {"type": "Feature", "properties": about, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        )
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")


def write_city(folder: Path, times: int) -> tuple[Path, Path]:
    """Source folder and data directory of a made-up city."""
    city, source, data = City(times), folder / "source", folder / "data"
    for name in (source / "districts", source / "census", data):
        name.mkdir(parents=True)
    write_extract(city, source / "city.osm.pbf")
    write_outlines(city, source / "districts" / "bezirke.geojson")
    rows = [f"{code},001,100,15,10" for code in codes_of(city.cells)]
    head = "cell_id,district_key,population,born_abroad,foreign_nationals"
    (source / "census" / "cells_100m.csv").write_text("\n".join([head, *rows]) + "\n", "utf-8")
    for name in ("city.toml", "figures.csv"):
        shutil.copy(ROOT / "data" / name, data)
    facilities = [f"f{at},{lat:.6f},{lon:.6f},public" for at, (lat, lon) in enumerate(city.points(FACILITIES * times))]
    head = "facility_id,latitude,longitude,address_visibility"
    (data / "facilities.csv").write_text("\n".join([head, *facilities]) + "\n", "utf-8")
    return source, data


def measured(source: Path, data: Path) -> dict[str, float]:
    """Seconds of each stage and in all, and peak memory in MiB (ru_maxrss), of a build in a process of its own."""
    report = data / "report.json"
    command = [sys.executable, "-m", "geodata", "build", "--source", source, "--out", data, "--report", report]
    begin = time.perf_counter()
    running = subprocess.Popen(list(map(str, command)), cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(running.pid, 0)
    seconds = time.perf_counter() - begin
    # Exit code 1: a promise of size that is made for the city is not kept by one ten times as large.
    if os.waitstatus_to_exitcode(status) > 1:
        raise SystemExit(f"build failed: {source}")
    told = json.loads(report.read_text("utf-8"))
    stages = {stage["stage"]: stage["seconds"] for stage in told}
    found = [finding for stage in told for finding in stage["findings"]]
    pairs = sum(finding["value"] for finding in found if finding["what"].startswith("pairs"))
    cpu = usage.ru_utime + usage.ru_stime
    return {"seconds": seconds, "cpu": cpu, "MiB": usage.ru_maxrss / 1024, "pairs": pairs, **stages}


def line(name: str, found: dict[str, float]) -> str:
    """One build in one line."""
    stages = ", ".join(f"{stage} {value:.1f}" for stage, value in list(found.items())[4:])
    return f"{name:<22} {found['seconds']:7.1f} s  CPU {found['cpu']:7.1f} s  peak {found['MiB']:6.0f} MiB   ({stages})"


def main() -> int:
    """Build all three; 1 when time or memory grows too much."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, default=SOURCE, help="the source folder (default: FINDER_SOURCE)")
    parser.add_argument("--times", type=int, default=10, help="how many times as large (default: 10)")
    arguments = parser.parse_args()
    with TemporaryDirectory() as name:
        work = Path(name)
        shutil.copytree(ROOT / "data", work / "city", ignore=shutil.ignore_patterns("pack"))
        print(line("the city", measured(arguments.source, work / "city")), flush=True)
        one = measured(*write_city(work / "one", 1))
        print(line("made up, as large", one), flush=True)
        many = measured(*write_city(work / "many", arguments.times))
        print(line(f"made up, {arguments.times} times", many), flush=True)
    grown, allowed = many["cpu"] / one["cpu"], arguments.times * math.log(NODES * arguments.times) / math.log(NODES)
    print(f"CPU time grew {grown:.1f} times, n log n would be {allowed:.1f}; peak {many['MiB']:.0f} of {MOST_MIB} MiB")
    print(f"pairs within reach grew {many['pairs'] / one['pairs']:.1f} times: fewer cells lie at the city's edge")
    return 0 if grown <= allowed * SLACK and many["MiB"] <= MOST_MIB else 1


if __name__ == "__main__":
    sys.exit(main())
