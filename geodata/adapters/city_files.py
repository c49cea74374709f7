"""Opening a data directory: the bytes of its files, and the settings in `city.toml`."""

from pathlib import Path

from geodata.errors import DataError, MissingFileError
from geodata.schema import FILES, OPTIONAL_FILES, City
from geodata.schema.city_file import CITY_FILE, parse_city


def read_files(directory: Path) -> dict[str, bytes]:
    """The content of every file of a data directory, by name; of those it may lack, the ones that are there.

    Raises:
        MissingFileError: the directory or some of its files are not there; names all of them.
    """
    if not directory.is_dir():
        raise MissingFileError(f"{directory} is no folder; a data directory holds {', '.join(FILES)}")
    missing = [name for name in FILES if not (directory / name).is_file()]
    if missing:
        raise MissingFileError(f"{directory} lacks {', '.join(missing)}")
    also = (name for name in OPTIONAL_FILES if (directory / name).is_file())
    return {name: (directory / name).read_bytes() for name in (*FILES, *also)}


def read_city_settings(directory: Path) -> City:
    """The settings of the city.

    Raises:
        MissingFileError: there is no `city.toml`.
        DataError: it holds faults.
    """
    path = directory / CITY_FILE
    if not path.is_file():
        raise MissingFileError(f"{path} is not there")
    city, faults = parse_city(path.read_bytes())
    if faults:
        raise DataError(faults)
    return city
