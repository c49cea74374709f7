"""`python -m geodata import-indicator FILE`: takes the office's own table of districts into `indicators.csv`."""

import argparse
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from geodata.adapters.city_files import read_city_settings
from geodata.adapters.limited_file import read_at_most
from geodata.adapters.own_import import Upload, add_upload, read_upload
from geodata.adapters.own_table import MOST_BYTES
from geodata.config import read_settings
from geodata.districts.own_table.rows import OFFICE_SOURCE, Statement
from geodata.errors import DataError
from geodata.schema import INDICATORS


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the subcommand."""
    command = subparsers.add_parser(
        "import-indicator", help="take the office's own table of districts in, or refuse it"
    )
    command.add_argument("file", type=Path, metavar="FILE", help="CSV (UTF-8) or XLSX: district, people, residents")
    command.add_argument(
        "--definition", required=True, help="who is counted: city_first, extended_2018, census_2022, …"
    )
    command.add_argument("--date", required=True, help="the day the numbers are from, as YYYY-MM-DD")
    command.add_argument("--source", required=True, help=f"a data_source of definitions.toml, such as {OFFICE_SOURCE}")
    command.add_argument("--data", type=Path, help="the data directory (default: the app's own)")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Take the table in and say what is shown; 1 when it has faults, which are listed: then nothing was changed."""
    directory = arguments.data or read_settings().data_directory
    statement = Statement(arguments.definition, arguments.date, arguments.source)
    content = read_at_most(arguments.file, MOST_BYTES)
    try:
        upload = read_upload(content, statement, directory=directory, today=_today(directory))
        replaced = add_upload(upload, directory)
    except DataError as error:
        for fault in error.faults:
            print(fault, file=sys.stderr)
        n = len(error.faults)
        print(f"{n} fault{'s' if n > 1 else ''}. Nothing was changed.", file=sys.stderr)
        return 1
    _print(upload, replaced)
    return 0


def _today(directory: Path) -> date:
    return datetime.now(UTC).astimezone(ZoneInfo(read_city_settings(directory).timezone)).date()


def _print(upload: Upload, replaced: int) -> None:
    first = upload.rows.iloc[0]
    withheld = list(upload.rows.loc[upload.rows["suppressed"] == "yes", "district_key"])
    districts = len(upload.table.entries)
    print(f"{first['indicator']} by {first['definition']}, {first['reference_date']}: {districts} districts")
    print(f"  {INDICATORS.file}: {len(upload.rows)} rows written, {replaced} of them replaced older ones")
    for what, keys in (
        ("withheld, too few people stand behind it", withheld),
        ("no data", upload.table.missing),
        ("columns ignored", upload.table.ignored),
    ):
        if keys:
            print(f"  {what}: {', '.join(keys)}")
