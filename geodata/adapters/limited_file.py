"""Opens a file that somebody names, and reads no more of it than can be of use."""

from pathlib import Path

from geodata.errors import MissingFileError


def read_at_most(path: Path, most: int) -> bytes:
    """The file's bytes, and one byte more than `most` where it is longer, so that a reader sees that it is.

    Raises:
        MissingFileError: it is not there, or no file.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise MissingFileError(f"{path} cannot be read: {error.strerror}") from error
