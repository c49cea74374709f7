"""`python -m geodata merge-answers FILE`: what a filled call sheet changes in the tables; `--write` changes it."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from geodata.adapters.answers_file import MOST_BYTES, read_answers_file
from geodata.adapters.answers_merge import merge_answers
from geodata.adapters.city_files import read_city_settings
from geodata.adapters.limited_file import read_at_most
from geodata.adapters.tables import read_table
from geodata.config import read_settings
from geodata.coverage.worklist.answer_fault import AnswerFault
from geodata.coverage.worklist.answers import Answers
from geodata.coverage.worklist.merged import CellChange
from geodata.errors import DataError
from geodata.exports.answer_fault_words import answer_fault_sentence
from geodata.i18n import SOURCE_LANGUAGE, Translator
from geodata.schema import SERVICES


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the subcommand."""
    command = subparsers.add_parser("merge-answers", help="show, or make, the changes of a filled call sheet")
    command.add_argument("file", type=Path, metavar="FILE", help="the call sheet of the coverage page, as CSV (UTF-8)")
    command.add_argument("--write", action="store_true", help="change the tables; without it nothing is changed")
    command.add_argument("--data", type=Path, help="the data directory (default: the app's own)")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print every cell that changes; 1 when sheet or tables have faults, which are listed: then nothing was changed."""
    directory = arguments.data or read_settings().data_directory
    try:
        answers = _read(arguments.file, directory)
        changes = merge_answers(answers, directory, write=arguments.write)
    except DataError as error:
        for fault in error.faults:
            print(_told(fault), file=sys.stderr)
        print(f"{_number(len(error.faults), 'fault')}. Nothing was changed.", file=sys.stderr)
        return 1
    _print(answers, changes, written=arguments.write)
    return 0


def _read(file: Path, directory: Path) -> Answers:
    city = read_city_settings(directory)
    services = read_table(directory, SERVICES)
    places = dict(zip(services["service_id"], services["facility_id"], strict=True))
    today = datetime.now(UTC).astimezone(ZoneInfo(city.timezone)).date()
    return read_answers_file(read_at_most(file, MOST_BYTES), places=places, city=city, today=today)


def _told(fault: object) -> str:
    if not isinstance(fault, AnswerFault):
        return str(fault)
    place = [
        f"row {fault.row}" if fault.row else "",
        f"column {fault.column}" if fault.column else "",
        f"found {fault.value!r}" if fault.value else "",
    ]
    return ": ".join(filter(None, (", ".join(filter(None, place)), answer_fault_sentence(fault, _ENGLISH))))


_ENGLISH = Translator(SOURCE_LANGUAGE)


def _print(answers: Answers, changes: tuple[CellChange, ...], *, written: bool) -> None:
    for change in changes:
        print(f"{change.file}:{change.line}: {change.key}: {change.column}: {change.old!r} -> {change.new!r}")
    print(f"{_number(len(answers.given), 'answer')}, {_number(answers.skipped, 'line')} without one.")
    if not changes:
        print("The tables say all of this already. Nothing was changed.")
    elif written:
        print(f"{_number(len(changes), 'cell')} changed.")
    else:
        print(f"{_number(len(changes), 'cell')} would change. Nothing was changed: add --write to change them.")


def _number(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"
