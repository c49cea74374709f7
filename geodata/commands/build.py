"""`python -m geodata build`: derives what the app needs from the source folder."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final

from geodata.adapters.build_basemap import build_basemap
from geodata.adapters.build_districts import build_districts
from geodata.adapters.build_gazetteer import build_gazetteer
from geodata.adapters.build_indicators import build_indicators
from geodata.config import read_settings

Stage = Callable[[Path, Path], Path]
"""Reads the source folder (and what earlier stages wrote), writes one file into the data directory, returns it."""

STAGES: Final[dict[str, Stage]] = {
    "districts": build_districts,
    "indicators": build_indicators,
    "basemap": build_basemap,
    "gazetteer": build_gazetteer,
}
"""In the order in which they run; a later stage may read what an earlier one wrote."""


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the subcommand."""
    command = subparsers.add_parser("build", help="derive outlines, indicators and basemap")
    command.add_argument("--source", type=Path, required=True, help="the source folder")
    command.add_argument("--out", type=Path, help="the data directory (default: the app's own)")
    command.add_argument("--stage", choices=STAGES, help="only this stage")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the stages and print each file written."""
    out = arguments.out or read_settings().data_directory
    for name, stage in STAGES.items():
        if arguments.stage in (None, name):
            written = stage(arguments.source, out)
            print(f"{name}: {written} ({written.stat().st_size:,} bytes)")
    return 0
