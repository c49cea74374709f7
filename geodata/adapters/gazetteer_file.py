"""The gazetteer on disk: a gzipped CSV that is the same, byte for byte, for the same entries.

Columns: kind, name, number, latitude, longitude, extent_m, link, district_key, reference (see
`geodata.geocoding.gazetteer.Entry`). The first line after the header has the kind `about`: name = the city, number =
"exact" or "cell", reference = state of the source.
"""

import csv
import gzip
import hashlib
import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from sys import intern
from typing import Final

from geodata.adapters.city_files import read_city_settings
from geodata.adapters.csv_rows import read_rows
from geodata.adapters.tables import write_whole
from geodata.errors import MissingFileError
from geodata.geocoding.gazetteer import Entry, Gazetteer
from geodata.schema import FACILITIES

CELL_FILE: Final = "gazetteer.csv.gz"
EXACT_FILE: Final = "gazetteer-exact.csv.gz"
_COLUMNS: Final = ("kind", "name", "number", "latitude", "longitude", "extent_m", "link", "district_key", "reference")


def find_gazetteer(pack: Path) -> Path:
    """The exact gazetteer of a pack directory when it was built there, else the committed one."""
    exact = pack / EXACT_FILE
    return exact if exact.exists() else pack / CELL_FILE


def open_gazetteer(data: Path, file: Path | None = None) -> Gazetteer:
    """The gazetteer of a data directory (`file`, or the one in its `pack/`), which knows the city's postal codes.

    Raises:
        MissingFileError, DataError: the gazetteer, `city.toml` or `facilities.csv` is missing or faulty.
    """
    gazetteer = read_gazetteer(file or find_gazetteer(data / "pack"))
    city = read_city_settings(data)
    rows = read_rows(data / FACILITIES.file)[1]
    named = {row["postal_code"] for row in rows if row["city"] == city.name and row["postal_code"]}
    return replace(gazetteer, postal_codes=frozenset({*city.postal_codes, *named}))


def read_gazetteer(path: Path) -> Gazetteer:
    """Read a gazetteer file.

    Raises:
        MissingFileError: the file is not there.
    """
    if not path.exists():
        raise MissingFileError(f"No gazetteer at {path}; `python -m geodata build` makes one.")
    content = gzip.decompress(path.read_bytes())
    rows = csv.DictReader(io.StringIO(content.decode()))
    about = next(rows)
    return Gazetteer(
        entries=tuple(_entry(row) for row in rows),
        city=about["name"],
        date=about["reference"],
        exact=about["number"] == "exact",
        digest=hashlib.sha256(content).hexdigest()[:12],
    )


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        kind=row["kind"],  # type: ignore[arg-type]  # written by `write_gazetteer` only
        name=intern(row["name"]),  # a street's name stands with each of its houses: one copy is enough
        number=intern(row["number"]),
        point=(float(row["latitude"]), float(row["longitude"])),
        extent_m=float(row["extent_m"] or 0),
        link=intern(row["link"]),
        district_key=intern(row["district_key"]),
        reference=row["reference"],
    )


def write_gazetteer(entries: Iterable[Entry], *, path: Path, city: str, date: str, exact: bool) -> Path:
    """Write entries in a fixed order, atomically; returns the path."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerow(["about", city, "exact" if exact else "cell", "", "", "", "", "", date])
    writer.writerows(sorted(_row(entry) for entry in entries))
    packed = io.BytesIO()
    with gzip.GzipFile(
        filename="", mode="wb", fileobj=packed, mtime=0
    ) as file:  # no name and no time: same input, same bytes
        file.write(text.getvalue().encode())
    return write_whole(path, packed.getvalue())


def _row(entry: Entry) -> tuple[str, ...]:
    latitude, longitude = (f"{degrees:.6f}".rstrip("0").rstrip(".") for degrees in entry.point)
    extent = f"{entry.extent_m:.0f}" if entry.extent_m else ""
    return (
        entry.kind,
        entry.name,
        entry.number,
        latitude,
        longitude,
        extent,
        entry.link,
        entry.district_key,
        entry.reference,
    )
