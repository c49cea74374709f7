"""Addresses a second, and how many are right: our gazetteer beside geopy → a Nominatim on this machine, in one run.

The addresses are those of the facilities that have a house number of their own and a place of the same name in the map
data: the place's position is the truth, the address is asked. Both ways know the same house numbers.
"""

import argparse
import csv
import lzma
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from geodata.adapters.build_gazetteer import build_gazetteer
from geodata.adapters.gazetteer_file import open_gazetteer
from geodata.adapters.nominatim import open_nominatim
from geodata.geocoding import PlaceIndex
from geodata.geocoding.distance import LatLon, distance_m
from geodata.geocoding.facility_points import DERIVED, point_of, question
from geodata.geocoding.gazetteer import Gazetteer
from geodata.geocoding.geocoder import GazetteerGeocoder
from geodata.geocoding.match import Match

ROOT = Path(__file__).resolve().parent.parent
SOURCE = Path(os.environ.get("FINDER_SOURCE") or ROOT.parent / "shared" / "source-data")
DATABASE = "goettingen-nominatim-5.3.sqlite.xz"
ROUNDS = 20  # of ours, so that the clock has something to measure


def known_addresses(gazetteer: Gazetteer) -> dict[str, LatLon]:
    """Question → (lat, lon) of the place of the facility's name."""
    with (ROOT / "data" / "facilities.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if any(sign.isdigit() for sign in row["street_address"])]
    found = {}
    for row in rows:
        point = point_of(row)
        if point is None or DERIVED in row["notes"] or not row["geocode_method"].startswith("osm"):
            continue
        if row["geocode_quality"] != "place":
            points = [entry.point for entry in gazetteer.places.exact(row["name"]).entries]
            point = min(points, key=lambda other, near=point: distance_m(other, near), default=None)
        if point:
            found.setdefault(question(row), point)
    return found


@contextmanager
def nominatim(source: Path) -> Iterator[str]:
    """Base address of a Nominatim of the source folder's database on a free port."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        database = Path(folder) / "places.sqlite"
        with lzma.open(source / "osm" / DATABASE) as packed, database.open("wb") as plain:
            shutil.copyfileobj(packed, plain)
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        server = ROOT / "tests" / "adapters" / "nominatim_server.py"
        running = subprocess.Popen([sys.executable, str(server), str(database), str(port)])
        try:
            yield _answering(f"http://127.0.0.1:{port}")
        finally:
            running.terminate()
            running.wait(10)


def _answering(url: str) -> str:
    for _ in range(300):
        try:
            with urlopen(f"{url}/status", timeout=1):  # noqa: S310  # our own server
                return url
        except (URLError, OSError):
            time.sleep(0.1)
    sys.exit("Nominatim did not answer within 30 s.")


def measured(name: str, ask: Callable[[str], Match], *, known: dict[str, LatLon], rounds: int = 1) -> float:
    """Print one line of the table; returns addresses a second (warm)."""
    answers = {text: ask(text) for text in known}
    start = time.perf_counter()
    for _ in range(rounds):
        for text in known:
            ask(text)
    per_second = rounds * len(known) / (time.perf_counter() - start)
    off = [distance_m(match.point, known[text]) for text, match in answers.items() if match.point]
    shares = [sum(metres <= limit for metres in off) / len(known) for limit in (50, 100)]
    print(f"| {name} | {per_second:,.0f} | {len(off)}/{len(known)} | {shares[0]:.0%} | {shares[1]:.0%} |")
    return per_second


def main() -> None:
    """Print the table and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=Path, default=SOURCE, help="the source folder (default: FINDER_SOURCE)")
    source = parser.parse_args().source
    if not (source / "osm" / DATABASE).is_file():
        print(
            f"{source / 'osm' / DATABASE} is not there; name the source folder with FINDER_SOURCE or --source.",
            file=sys.stderr,
        )
        sys.exit(2)
    with tempfile.TemporaryDirectory() as folder, nominatim(source) as url:
        shutil.copy(ROOT / "data" / "city.toml", folder)
        exact = open_gazetteer(ROOT / "data", build_gazetteer(source, Path(folder), exact_house_numbers=True))
        known = known_addresses(exact)
        print("| way | addresses/s | answered | within 50 m | within 100 m |\n|---|---|---|---|---|")
        ours = measured("gazetteer, exact house numbers", GazetteerGeocoder(exact).ask, known=known, rounds=ROUNDS)
        cells = open_gazetteer(ROOT / "data")
        measured("gazetteer, committed (100 m cells)", GazetteerGeocoder(cells).ask, known=known, rounds=ROUNDS)
        theirs = measured("geopy → local Nominatim", open_nominatim(url, user_agent=None).ask, known=known)
        print(f"\nratio: {ours / theirs:.0f} times")
        print_suggestions(PlaceIndex(cells), known)


def print_suggestions(index: PlaceIndex, known: Iterable[str]) -> None:
    """Print how long a suggestion takes for every beginning of the known addresses."""
    took = sorted(_milliseconds(index, text[:end]) for text in known for end in range(1, len(text) + 1))
    middle, late = took[len(took) // 2], took[len(took) * 99 // 100]
    print(f"suggestions while typing: {len(took)} texts, median {middle:.1f} ms, 99 % within {late:.1f} ms")


def _milliseconds(index: PlaceIndex, text: str) -> float:
    start = time.perf_counter()
    index.suggest(text)
    return (time.perf_counter() - start) * 1_000


if __name__ == "__main__":
    main()
