"""`python -m geodata build`: derives what the app needs from the source folder, stage by stage, and reports on it."""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from geodata.adapters.build_basemap import build_basemap
from geodata.adapters.build_cells import build_cells
from geodata.adapters.build_districts import build_districts
from geodata.adapters.build_folder import data_directory, stands_alone
from geodata.adapters.build_gazetteer import build_gazetteer
from geodata.adapters.build_indicators import build_indicators
from geodata.adapters.build_minutes import build_cycling, build_walking
from geodata.adapters.build_names import build_names
from geodata.adapters.build_network import build_network
from geodata.adapters.build_report import FINDINGS
from geodata.adapters.osm_extract import forget_extract
from geodata.adapters.progress import shown
from geodata.adapters.tables import write_whole
from geodata.config import read_settings

Stage = Callable[[Path, Path], Path]
"""Reads the source folder (and what earlier stages wrote), writes one file into the data directory, returns it."""

STAGES: Final[dict[str, Stage]] = {
    "districts": build_districts,
    "names": build_names,
    "indicators": build_indicators,
    "cells": build_cells,
    "basemap": build_basemap,
    "gazetteer": build_gazetteer,
    "network": build_network,
    "walking": build_walking,
    "cycling": build_cycling,
}
"""In the order in which they run; a later stage may read what an earlier one wrote."""

_LAST_OF_EXTRACT: Final = "network"  # later stages read what earlier ones wrote

_NOT_ALONE: Final = "indicators"  # rests on figures.csv, which only a data directory has


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the subcommand."""
    command = subparsers.add_parser("build", help="derive outlines, figures, map, gazetteer and walking minutes")
    command.add_argument("--source", type=Path, required=True, help="the source folder")
    command.add_argument("--out", type=Path, help="a data directory or its pack folder (default: the app's own)")
    command.add_argument("--stage", choices=STAGES, help="only this stage")
    command.add_argument("--exact-house-numbers", action="store_true", help="also a gazetteer with exact positions")
    command.add_argument("--report", type=Path, help="write the report as JSON, too")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the stages, print what each has made; 1 when a promise is not kept, else 0."""
    own = read_settings().data_directory
    out = arguments.out or own
    left_out = _NOT_ALONE if stands_alone(out) and arguments.stage != _NOT_ALONE else None
    names = [name for name in STAGES if arguments.stage in (None, name) and name != left_out]
    with data_directory(out, source=arguments.source, own=own) as work:
        report = [_built(name, work, arguments=arguments) for name in shown(names, "stages", total=len(names))]
    if arguments.report:
        write_whole(arguments.report, f"{json.dumps(report, indent=1)}\n".encode())
    for stage in report:
        _print(stage)
    broken = [finding for stage in report for finding in stage["findings"] if finding["kept"] is False]
    print(f"{len(broken)} promises not kept" if broken else "every promise kept")
    return 1 if broken else 0


def _built(name: str, work: Path, *, arguments: argparse.Namespace) -> dict[str, Any]:
    begin = time.perf_counter()
    written = STAGES[name](arguments.source, work)
    if name == "gazetteer" and arguments.exact_house_numbers:
        build_gazetteer(arguments.source, work, exact_house_numbers=True)
    seconds = round(time.perf_counter() - begin, 1)
    findings = [finding._asdict() for finding in FINDINGS[name](arguments.source, work)]
    if name == _LAST_OF_EXTRACT:
        forget_extract()
    return {
        "stage": name,
        "file": written.name,
        "bytes": written.stat().st_size,
        "seconds": seconds,
        "findings": findings,
    }


def _print(stage: dict[str, Any]) -> None:
    print(f"{stage['stage']}: {stage['file']}, {stage['bytes']:,} bytes, {stage['seconds']} s")
    words = {True: "  kept", False: "  NOT KEPT", None: ""}
    for finding in stage["findings"]:
        print(f"  {finding['what']}: {finding['value']:,}{words[finding['kept']]}")
