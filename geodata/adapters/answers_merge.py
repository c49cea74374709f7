"""Taking answers into the tables of a data directory: all of them or none."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from geodata.adapters.changed_cells import rows_of, with_cells
from geodata.adapters.city_files import read_files
from geodata.adapters.tables import write_whole
from geodata.coverage.worklist.answers import Answers
from geodata.coverage.worklist.merged import CellChange, TableRow, changed_cells
from geodata.errors import DataError
from geodata.schema import FACILITIES, SERVICES, Table, validate

_WRITTEN = (FACILITIES, SERVICES)
"""In this order: where the machine stops between the two files, the same answers bring the second one, too."""


def merge_answers(answers: Answers, directory: Path, *, write: bool) -> tuple[CellChange, ...]:
    """Every cell that the answers change; they are written only if told so, each file in one step.

    The whole data directory is checked with the new cells in it before anything is written.

    Raises:
        DataError: with every `Fault` that the directory has, or would have; nothing was changed.
        MissingFileError: the directory is no data directory.
    """
    files = read_files(directory)
    _refuse(validate(files))
    services, facilities = (_rows(files[table.file], table) for table in (SERVICES, FACILITIES))
    changes = changed_cells(answers, services=services, facilities=facilities)
    changed = {
        table.file: with_cells(files[table.file], _by_line(change for change in changes if change.file == table.file))
        for table in _WRITTEN
    }
    _refuse(validate(files | changed))
    for name, content in changed.items() if write else ():
        if content != files[name]:
            write_whole(directory / name, content)
    return changes


def _refuse(faults: Iterable[object]) -> None:
    found = list(faults)
    if found:
        raise DataError(found)


def _rows(content: bytes, table: Table) -> dict[str, TableRow]:
    """Rows by their key."""
    return {cells[table.key[0]]: TableRow(line, cells) for line, cells in rows_of(content).items()}


def _by_line(changes: Iterable[CellChange]) -> dict[int, dict[str, str]]:
    lines: dict[int, dict[str, str]] = defaultdict(dict)
    for change in changes:
        lines[change.line][change.column] = change.new
    return lines
