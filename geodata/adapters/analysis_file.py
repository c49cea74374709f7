"""Files of analyses: what a question was answered from, and the question itself."""

import hashlib
from pathlib import Path

from geodata.coverage.analysis import Analysis, from_json, input_files
from geodata.coverage.question import Question
from geodata.errors import MissingFileError


def input_hashes(directory: Path, question: Question, *, level: str) -> dict[str, str]:
    """SHA-256 (hexadecimal) of every file that the answer rests on, by name in the data directory.

    Raises:
        MissingFileError: one of them is not there.
    """
    return {name: hashlib.sha256(_content(directory / name)).hexdigest() for name in input_files(question, level)}


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
