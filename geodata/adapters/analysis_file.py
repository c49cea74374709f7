"""Files of analyses: what a question was answered from, and the question itself."""

import hashlib
from pathlib import Path

from geodata.coverage.analysis import Analysis, from_json, input_files
from geodata.coverage.question import Question
from geodata.errors import MissingFileError


def input_hashes(directory: Path, question: Question, *, level: str) -> dict[str, str]:
    """SHA-256 (hexadecimal) of the files that the answer rests on, by name in the data directory.

    One that is not there is left out: whoever needs it says so.
    """
    there = {name: directory / name for name in input_files(question, level) if (directory / name).is_file()}
    return {name: hashlib.sha256(_content(path)).hexdigest() for name, path in there.items()}


def read_analysis(path: Path) -> Analysis:
    """Read the file of an analysis.

    Raises:
        MissingFileError: it is not there, or no file.
        DataError: it is no analysis; `faults` says all that is wrong.
    """
    return from_json(_content(path))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MissingFileError(f"{path} cannot be read: {error.strerror}") from error
