"""A real Nominatim on this machine, asked through geopy's HTTP class."""

import lzma
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from geodata.adapters.gazetteer_file import CELL_FILE, read_gazetteer
from geodata.adapters.nominatim import open_nominatim
from geodata.geocoding.distance import distance_m
from geodata.geocoding.geocoder import GazetteerGeocoder

ROOT = Path(__file__).parents[2]
SOURCE = Path(os.environ.get("FINDER_SOURCE") or ROOT.parent / "shared" / "source-data")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Base address of the running Nominatim."""
    folder, port = tmp_path_factory.mktemp("nominatim"), _free_port()
    with (
        lzma.open(SOURCE / "osm" / "goettingen-nominatim-5.3.sqlite.xz") as packed,
        (folder / "places.sqlite").open("wb") as plain,
    ):
        shutil.copyfileobj(packed, plain)
    script = Path(__file__).with_name("nominatim_server.py")
    log = (folder / "log").open("w+")
    running = subprocess.Popen(
        [sys.executable, str(script), str(folder / "places.sqlite"), str(port)], stdout=log, stderr=log, cwd=folder
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(url, running, log=log)
        yield url
    finally:
        running.terminate()
        running.wait(10)
        log.close()


def _wait(url: str, running: subprocess.Popen[bytes], *, log: IO[str]) -> None:
    for _ in range(300):
        if running.poll() is not None:
            log.seek(0)
            pytest.fail(f"Nominatim did not start: {log.read()}")
        try:
            with urllib.request.urlopen(f"{url}/status", timeout=1) as answer:  # noqa: S310  # our own server
                assert answer.read() == b"OK"
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("Nominatim did not answer within 30 s")


# question | quality | latitude | longitude | tolerance in metres
QUESTIONS = """
Neustadt 18, Göttingen          | house   | 51.533065 | 9.929649 | 5
Weender Landstraße 5, Göttingen | house   | 51.539204 | 9.933184 | 5
Theaterstraße, Göttingen        | street  | 51.534964 | 9.937924 | 150
Weende                          | quarter | 51.562347 | 9.935537 | 5
Stadtbibliothek Göttingen       | place   | 51.533525 | 9.933597 | 50
"""


@pytest.mark.parametrize(
    ("question", "quality", "latitude", "longitude", "tolerance"),
    [[cell.strip() for cell in line.split("|")] for line in QUESTIONS.strip().splitlines()],
)
def test_it_answers_with_the_class_of_what_it_found(
    server: str, question: str, quality: str, latitude: str, longitude: str, tolerance: str
) -> None:
    match = open_nominatim(server, user_agent=None).ask(question)
    assert (match.quality, match.provider) == (quality, "nominatim")
    assert distance_m(match.point, (float(latitude), float(longitude))) <= float(tolerance)
    assert match.reference
    assert match.label in str(match.reason)


def test_it_finds_nothing_where_nothing_is(server: str) -> None:
    assert open_nominatim(server, user_agent=None).ask("Nirgendwogasse 3").quality == "none"


def test_the_gazetteer_and_nominatim_agree(server: str) -> None:
    ours = GazetteerGeocoder(read_gazetteer(ROOT / "data" / "pack" / CELL_FILE))
    theirs = open_nominatim(server, user_agent=None)
    for address in ("Annastraße 27", "Mauerstraße 16", "Rote Straße 28", "Allerstraße 32", "Godehardstraße 18-20"):
        assert distance_m(ours.ask(address).point, theirs.ask(f"{address}, Göttingen").point) < 75
