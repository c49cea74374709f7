"""`python -m geodata COMMAND`: wires the subcommands and maps errors to exit codes.

Exit codes: 0 done; 1 done, but with faults or open cases that are listed; 2 could not be done at all.
"""

import argparse
import sys
from collections.abc import Sequence

from geodata.commands import (
    build,
    coverage,
    geocode,
    hours,
    import_indicator,
    locate,
    merge_answers,
    search,
    validate,
    walk,
)
from geodata.errors import GeodataError

_COMMANDS = (validate, build, geocode, import_indicator, locate, merge_answers, walk, coverage, search, hours)


def parser() -> argparse.ArgumentParser:
    """The argument parser with every subcommand."""
    root = argparse.ArgumentParser(prog="python -m geodata", description="Data tools of the place finder.")
    subparsers = root.add_subparsers(required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add_to(subparsers)
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand; an error of ours is one clear text on stderr, never a traceback."""
    namespace = parser().parse_args(arguments)
    try:
        return int(namespace.run(namespace))
    except GeodataError as error:
        print(error, file=sys.stderr)
        return 2
