"""`python -m geodata validate`: lists every fault in a data directory."""

import argparse
from pathlib import Path

from geodata.adapters.city_files import read_files
from geodata.config import read_settings
from geodata.schema import validate


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the subcommand."""
    command = subparsers.add_parser("validate", help="check every table; list every fault")
    command.add_argument("--data", type=Path, help="the data directory (default: the app's own)")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the faults, one a line, and a summary; 1 if there are any, else 0."""
    directory = arguments.data or read_settings().data_directory
    files = read_files(directory)
    faults = validate(files)
    for fault in faults:
        print(fault)
    touched = len({fault.file for fault in faults})
    print(f"{len(files)} files checked: " + (f"{len(faults)} faults in {touched} files" if faults else "no faults"))
    return 1 if faults else 0
