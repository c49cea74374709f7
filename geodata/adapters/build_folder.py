"""Where a build works: in a data directory, or for a pack directory that stands alone."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from geodata.schema import DISTRICTS_FILE, FACILITIES, POLLING_DISTRICTS_FILE
from geodata.schema.city_file import CITY_FILE

PACK: Final = "pack"


def stands_alone(out: Path) -> bool:
    """Whether `out` is neither a data directory (with its `city.toml`) nor the `pack` of one."""
    return not (out / CITY_FILE).is_file() and not (out.parent / CITY_FILE).is_file()


@contextmanager
def data_directory(out: Path, *, source: Path, own: Path) -> Iterator[Path]:
    """The data directory in which stages work.

    Args:
        out: a data directory, the pack directory of one, or any other folder: that one gets the pack and the outlines,
            for the settings of the app's own city and the facilities of the source folder or else the app's own.
        source: the source folder.
        own: the app's own data directory.
    """
    if (out / CITY_FILE).is_file():
        yield out
    elif not stands_alone(out):
        yield out.parent
    else:
        with TemporaryDirectory() as name:
            work = Path(name)
            _begin(work, out, source=source, own=own)
            yield work
            shutil.copytree(work / PACK, out, dirs_exist_ok=True)
            for outlines in (DISTRICTS_FILE, POLLING_DISTRICTS_FILE):
                if (work / outlines).is_file():
                    shutil.copy(work / outlines, out)


def _begin(work: Path, out: Path, *, source: Path, own: Path) -> None:
    shutil.copy(own / CITY_FILE, work)
    places = [folder / FACILITIES.file for folder in (source, source / "facilities", own)]
    for path in [*filter(Path.is_file, places)][:1]:
        shutil.copy(path, work)
    if out.is_dir():
        shutil.copytree(out, work / PACK)
    (work / PACK).mkdir(exist_ok=True)
