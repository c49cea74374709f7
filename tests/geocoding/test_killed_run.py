"""A long run that is killed: what was found before is not asked again, and the table is never half written."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from geodata.adapters.csv_rows import read_rows, write_rows
from tests.adapters.geocoder_stub import FOUND, Stub

ROOT = Path(__file__).parents[2]
JSON = {"Content-Type": "application/json"}


def _start(table: Path, stub: Stub, *, store: Path) -> subprocess.Popen[bytes]:
    command = ["geocode", str(table), "--provider", "nominatim", "--nominatim", stub.url, "--store", str(store)]
    return subprocess.Popen(
        [sys.executable, "-m", "geodata", *command], cwd=ROOT, env=os.environ, stdout=subprocess.DEVNULL
    )


def _some(table: Path) -> list[dict[str, str]]:
    """Shorten the table to a hundred places with an address; returns them."""
    columns, rows = read_rows(table)
    some = [row for row in rows if row["street_address"]][:100]
    write_rows(table, columns, rows=some)
    return some


def test_a_run_killed_half_way_loses_nothing(data: Path, tmp_path: Path) -> None:
    asked = _some(data / "facilities.csv")
    addresses = len({(row["street_address"], row["postal_code"]) for row in asked})
    stub = Stub((200, JSON, FOUND, 0.01))
    killed, unbroken = data / "facilities.csv", data / "unbroken.csv"
    before = killed.read_bytes()
    unbroken.write_bytes(before)
    run = _start(killed, stub, store=tmp_path / "killed.sqlite")
    while len(stub.requests) < 40 and run.poll() is None:
        time.sleep(0.005)
    run.send_signal(signal.SIGKILL)
    assert run.wait(10) == -signal.SIGKILL
    assert killed.read_bytes() == before
    assert _start(killed, stub, store=tmp_path / "killed.sqlite").wait(60) == 0
    assert len(stub.requests) <= addresses + 1  # the question under way when the run was killed may be asked again
    assert _start(unbroken, stub, store=tmp_path / "unbroken.sqlite").wait(60) == 0
    stub.close()
    assert killed.read_bytes() == unbroken.read_bytes()
