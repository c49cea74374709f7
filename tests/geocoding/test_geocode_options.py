"""What each option of `geocode` and `locate` does, and what the answers say of borders and of namesakes."""

import argparse
import json
import os
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from geodata.adapters.gazetteer_file import CELL_FILE, write_gazetteer
from geodata.adapters.outlines import read_districts
from geodata.cli import main
from geodata.commands.open_chain import add_chain_options, open_chain
from geodata.geocoding.gazetteer import Entry
from tests.adapters.geocoder_stub import FOUND, Stub
from tests.geocoding.conftest import ROOT
from tests.geocoding.tables import read, rewrite

JSON = {"Content-Type": "application/json"}
AGENT = "Referat 05 (finder@goettingen.test)"


@pytest.fixture
def stub() -> Iterator[Stub]:
    """A Nominatim that finds everything at (50.1, 10.1), far outside the city."""
    server = Stub((200, JSON, FOUND, 0))
    yield server
    server.close()


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    def write(*queries: str) -> Path:
        path = tmp_path / "in.csv"
        path.write_text("query\n" + "".join(f'"{query}"\n' for query in queries), "utf-8")
        return path

    return write


def _geocoded(path: Path, *options: str) -> list[dict[str, str]]:
    out = path.with_name("out.csv")
    assert main(["geocode", str(path), "-o", str(out), *options]) == 0
    return read(out)


def test_offline_asks_nobody_whatever_is_set(
    data: Path, table: Callable[..., Path], stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FINDER_NETWORK", "1")
    monkeypatch.setenv("FINDER_USER_AGENT", AGENT)
    monkeypatch.setenv("FINDER_NOMINATIM_URL", stub.url)
    assert [row["quality"] for row in _geocoded(table("Nirgends 5", "Neustadt 18"), "--offline")] == ["none", "house"]
    assert stub.requests == []


def test_only_the_named_providers_are_asked(data: Path, table: Callable[..., Path], stub: Stub) -> None:
    path = table("Neustadt 18")
    assert _geocoded(path, "--nominatim", stub.url, "--provider", "gazetteer")[0]["provider"] == "gazetteer"
    assert stub.requests == []
    assert _geocoded(path, "--nominatim", stub.url, "--provider", "nominatim")[0]["provider"] == "nominatim"
    assert len(stub.requests) == 1
    both = _geocoded(path, "--nominatim", stub.url, "--provider", "nominatim", "--provider", "gazetteer")
    assert both[0]["provider"] == "gazetteer"


def test_a_pack_elsewhere_is_used(data: Path, table: Callable[..., Path], tmp_path: Path) -> None:
    entry = Entry("street", "Birkenweg", (51.54, 9.93), extent_m=100, district_key="01")
    write_gazetteer([entry], path=tmp_path / "pack" / CELL_FILE, city="Göttingen", date="2026", exact=False)
    rows = _geocoded(table("Birkenweg", "Neustadt 18"), "--pack", str(tmp_path / "pack"))
    assert [row["matched"] for row in rows] == ["Birkenweg", ""]


def test_a_point_outside_the_city_is_flagged(data: Path, table: Callable[..., Path], stub: Stub) -> None:
    row = _geocoded(table("Birkenweg 4"), "--nominatim", stub.url, "--provider", "nominatim")[0]
    assert (row["latitude"], row["district_key"]) == ("50.100000", "")
    assert row["reason"].endswith("The point lies outside the city.")


def test_another_city_is_left_to_those_who_know_it(data: Path, table: Callable[..., Path], stub: Stub) -> None:
    ours = _geocoded(table("Neustadt 18, 37124 Rosdorf"))[0]
    assert (ours["quality"], ours["reason"]) == (
        "none",
        "“37124” is not in this city; the address lies elsewhere.",
    )
    theirs = _geocoded(table("Neustadt 18, 37124 Rosdorf"), "--nominatim", stub.url)[0]
    assert (theirs["provider"], theirs["district_key"]) == ("nominatim", "")


def test_a_point_near_a_border_says_so(data: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    outline = read_districts(data).set_index("key").geometry["01"]
    longitude, latitude = outline.boundary.interpolate(0).coords[0]
    entry = Entry("place", "Grenzstein", (latitude, longitude), district_key="01")
    write_gazetteer([entry], path=tmp_path / "pack" / CELL_FILE, city="Göttingen", date="2026", exact=False)
    assert main(["locate", "Grenzstein", "--json", "--pack", str(tmp_path / "pack")]) == 0
    assert "Within 25 m of the border of" in json.loads(capsys.readouterr().out)["reason"]


def test_address_and_namesake_are_both_kept_with_their_distance(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The address stands 100 m south of the place of the facility's name: the point stays, the distance is said."""
    facilities = data / "facilities.csv"
    place = next(row for row in read(facilities) if row["geocode_quality"] == "house" and row["street_address"])
    point = float(place["latitude"]), float(place["longitude"])
    street, number = place["street_address"].rsplit(" ", 1)
    entries = [
        Entry("house", street, point, number, link="high", district_key=place["district_key"]),
        Entry("place", place["name"], (point[0] + 100 / 111_195, point[1]), district_key=place["district_key"]),
    ]
    exact = write_gazetteer(entries, path=tmp_path / "exact.csv.gz", city="Göttingen", date="2026", exact=True)
    rewrite(facilities, lambda row: row | {"notes": row["notes"].replace("Adresspunkt abgeleitet", "")})
    main(["geocode", str(facilities), "--gazetteer", str(exact), "--offline"])
    after = next(row for row in read(facilities) if row["facility_id"] == place["facility_id"])
    assert (after["latitude"], after["longitude"]) == (place["latitude"], place["longitude"])
    assert after["geocode_check_m"] == "100"
    assert f"{place['facility_id']}: 100 m" in capsys.readouterr().out


def test_public_servers_stand_behind_the_switch(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parser = argparse.ArgumentParser()
    add_chain_options(parser)
    monkeypatch.setenv("FINDER_USER_AGENT", AGENT)
    assert [one.name for one in open_chain(parser.parse_args([])).chain.providers] == ["gazetteer"]
    monkeypatch.setenv("FINDER_NETWORK", "1")
    wired = open_chain(parser.parse_args([])).chain.providers
    assert [one.name for one in wired] == ["gazetteer", "nominatim", "photon"]
    monkeypatch.setenv("FINDER_USER_AGENT", "my-application")
    assert main(["locate", "Neustadt 18"]) == 2


def test_parallel_runs_on_one_store_end_alike(
    data: Path, table: Callable[..., Path], stub: Stub, tmp_path: Path
) -> None:
    path = table(*(f"Nirgendsweg {number}" for number in range(30)))
    command = [sys.executable, "-m", "geodata", "geocode", str(path), "--nominatim", stub.url]
    store = ["--store", str(tmp_path / "one.sqlite")]
    outs = [tmp_path / f"out{at}.csv" for at in range(2)]
    runs = [subprocess.Popen([*command, *store, "-o", str(out)], cwd=ROOT, stderr=subprocess.DEVNULL) for out in outs]
    assert [run.wait(60) for run in runs] == [0, 0]
    assert len({out.read_bytes() for out in outs}) == 1
    asked = len(stub.requests)
    assert subprocess.run([*command, *store, "-o", str(tmp_path / "again.csv")], cwd=ROOT, check=False).returncode == 0
    assert len(stub.requests) == asked


def test_a_terminal_sees_a_bar_and_a_file_does_not(data: Path, table: Callable[..., Path], tmp_path: Path) -> None:
    path = table(*(f"Neustadt {number}" for number in range(1, 60)))
    command = [sys.executable, "-m", "geodata", "geocode", str(path), "-o", str(tmp_path / "out.csv")]
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    assert subprocess.run(command, cwd=ROOT, stderr=theirs, check=False).returncode == 0
    assert b"addresses" in os.read(ours, 100_000)
    os.close(theirs)
    os.close(ours)
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stderr == b""
