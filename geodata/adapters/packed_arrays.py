"""Arrays in one file: a line of JSON, then each array as NumPy writes it, all compressed with xz.

Same arrays, same bytes: there is no time and no name in it, and no pickled object. A reader needs nothing but NumPy:
`lzma.open(path)`, `readline()`, then `numpy.load(file)` once for each name listed under "arrays" in the first line.
"""

import io
import json
import lzma
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from geodata.adapters.tables import write_whole
from geodata.errors import DataError, MissingFileError
from geodata.schema import Fault

_PRESET: Final = 6


def write_arrays(path: Path, about: Mapping[str, Any], *, arrays: Mapping[str, np.ndarray]) -> Path:
    """Write arrays (kept as they are; little-endian or bytes) with what `about` says of them."""
    head = json.dumps({**about, "arrays": list(arrays)}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    packed = io.BytesIO()
    with lzma.open(packed, "wb", preset=_PRESET) as file:
        file.write(f"{head}\n".encode())
        for array in map(np.ascontiguousarray, arrays.values()):
            np.lib.format.write_array_header_1_0(file, np.lib.format.header_data_from_array_1_0(array))
            file.write(array.data.cast("B") if array.size else b"")
    return write_whole(path, packed.getvalue())


def read_arrays(path: Path, kind: str) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """What is said of the arrays, and the arrays by name.

    Raises:
        MissingFileError: the file is not there.
        DataError: it was not written by `write_arrays`, is cut off, or holds something else than `kind`.
    """
    if not path.is_file():
        raise MissingFileError(f"{path} is not there; `python -m geodata build` makes it")
    try:
        with lzma.open(path) as file:
            about = json.loads(file.readline())
            arrays = {name: np.lib.format.read_array(file, allow_pickle=False) for name in about["arrays"]}
    except (lzma.LZMAError, EOFError, ValueError, KeyError, TypeError) as error:
        raise DataError([Fault(path.name, 0, "", str(error), f"a file of the kind {kind!r}")]) from error
    if about.get("kind") != kind:
        raise DataError([Fault(path.name, 0, "kind", str(about.get("kind")), kind)])
    return about, arrays
