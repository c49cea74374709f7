"""`python -m geodata search`: the offers that answer each question of a table.

Works from the data directory alone; questions are answered and forgotten, nothing is kept of them.
"""

import argparse
from pathlib import Path
from typing import Final

from geodata.adapters.csv_rows import read_rows, write_rows
from geodata.adapters.search_rows import open_search
from geodata.config import read_settings
from geodata.errors import ConfigurationError
from geodata.schema import LIST_SEPARATOR
from geodata.search import SearchIndex, search

QUESTION: Final = ("query", "language")
NEW_COLUMNS: Final = ("service_ids", "suggestion")
_LIMIT: Final = 10


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the subcommand."""
    command = subparsers.add_parser("search", help="the offers that answer each question of a table")
    command.add_argument("table", type=Path, help=f"CSV file with the columns {', '.join(QUESTION)}")
    command.add_argument("-o", "--out", type=Path, required=True, help="where to write")
    command.add_argument("--limit", type=int, default=_LIMIT, help=f"offers for each question (default: {_LIMIT})")
    command.add_argument("--data", type=Path, help="the city's data directory (default: FINDER_DATA or the app's own)")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the table with `NEW_COLUMNS` after its own.

    The language of a row is the reader's. It changes no answer: each question is read in all languages.
    """
    if arguments.limit < 1:
        raise ConfigurationError(f"--limit is {arguments.limit}; it must be 1 or more")
    columns, rows = read_rows(arguments.table)
    missing = [name for name in QUESTION if name not in columns]
    if missing:
        raise ConfigurationError(f"{arguments.table} lacks {', '.join(missing)}")
    index = open_search(arguments.data or read_settings().data_directory)
    done = [row | _cells(row["query"], index, limit=arguments.limit) for row in rows]
    write_rows(arguments.out, (*columns, *(name for name in NEW_COLUMNS if name not in columns)), rows=done)
    return 0


def _cells(query: str, index: SearchIndex, *, limit: int) -> dict[str, str]:
    found = search(query, index, limit=limit)
    ids = (index.offers.ids[row] for row in found.rows)
    return {"service_ids": LIST_SEPARATOR.join(ids), "suggestion": found.suggestion}
