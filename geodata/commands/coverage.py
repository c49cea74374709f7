"""`python -m geodata coverage`: who reaches an offer, as one table; with --out everything about the answer as files.

The question comes from options, or with --config from the file of an analysis, which makes the same files again: from
the same tables the same bytes. Tables that have changed since are named; with --strict the exit code is 1 then.
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from geodata.adapters.analysis_file import input_hashes, read_analysis
from geodata.adapters.catalogues import read_translator
from geodata.adapters.city_data import CityData, read_city
from geodata.adapters.coverage_answers import answer_to
from geodata.adapters.coverage_files import files_of, write_files
from geodata.commands.coverage_options import add_question_options, analysis_of, given
from geodata.config import read_settings
from geodata.coverage.analysis import Analysis, changed_inputs, wrong_values
from geodata.coverage.question import Wrong
from geodata.errors import BrokenScenario, ConfigurationError, DataError
from geodata.exports.coverage_fault_words import changed_sentence, fault_sentence
from geodata.exports.coverage_table import to_csv, to_json
from geodata.i18n import SOURCE_LANGUAGE
from geodata.taxonomy import Taxonomy

_FORMATS = {"csv": to_csv, "json": to_json}


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the subcommand."""
    command = subparsers.add_parser("coverage", help="who reaches an offer, at least and at most, by district")
    add_question_options(command)
    command.add_argument("--format", choices=_FORMATS, default="csv", help="of the table that is printed")
    command.add_argument("--config", type=Path, metavar="FILE", help="an analysis.json instead of the options above")
    command.add_argument("--out", type=Path, metavar="DIR", help="write table, outlines, map and reports instead")
    command.add_argument(
        "--language-of-report", metavar="L", action="append", help="de, en, ru or ar; may be repeated (default: all)"
    )
    command.add_argument("--strict", action="store_true", help="exit code 1 when tables have changed since")
    command.add_argument("--data", type=Path, help="the data directory (default: the app's own)")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the table or write the files; 1 with --strict and changed tables, 2 when the question cannot be."""
    directory = arguments.data or read_settings().data_directory
    data, t = read_city(directory), read_translator(SOURCE_LANGUAGE)
    try:
        asked, languages = _checked(arguments, data)
        inputs = input_hashes(directory, asked.question, level=asked.level)
        answer = answer_to(replace(asked, inputs=inputs), data, directory=directory)
    except (DataError, BrokenScenario) as error:
        for fault in error.faults:
            print(fault_sentence(fault, t), file=sys.stderr)
        return 2
    changed = changed_inputs(asked, inputs)
    for name in changed:
        print(changed_sentence(name, t), file=sys.stderr)
    if arguments.out:
        write_files(arguments.out, dict(files_of(answer, [read_translator(language) for language in languages])))
    else:
        sys.stdout.write(_FORMATS[arguments.format](answer).decode())
    return 1 if changed and arguments.strict else 0


def _checked(arguments: argparse.Namespace, data: CityData) -> tuple[Analysis, tuple[str, ...]]:
    """What is asked, and the languages of the reports.

    Raises:
        MissingFileError: there is no such file of an analysis.
        ConfigurationError: there is one, and options beside it that it answers, too.
        DataError: something that is asked cannot be; `faults` says all of it.
    """
    if arguments.config:
        if twice := given(arguments):
            raise ConfigurationError(f"The analysis answers this already; leave it out: {', '.join(twice)}.")
        asked, wrong = read_analysis(arguments.config), list[Wrong]()
    else:
        asked, wrong = analysis_of(arguments)
    wrong += wrong_values(asked.question, Taxonomy.from_table(data.taxonomy))
    languages, allowed = tuple(arguments.language_of_report or data.city.languages), data.city.languages
    wrong += [Wrong("report", language, allowed) for language in languages if language not in allowed]
    if wrong:
        raise DataError(wrong)
    return asked, languages
