"""`pack/network.xz`: the walking network; see `packed_arrays` for the container.

First line: kind "walking-network 1". Arrays:
    points      int32 (n, 2)  latitude, longitude in millionths of a degree, each less the node before it
    ends        int32 (m, 2)  node numbers of an edge: the first less that of the edge before, the second less the first
    lengths_dm  uint32 (m,)   decimetres
"""

from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from geodata.adapters.packed_arrays import read_arrays, write_arrays
from geodata.errors import DataError
from geodata.network.graph import Network, from_edges
from geodata.schema import Fault

NETWORK_FILE: Final = "network.xz"
_KIND: Final = "walking-network 1"
_MILLIONTHS: Final = 1e6
_NODES, _EDGES = "walk_nodes.csv.gz", "walk_edges.csv.gz"


def write_network(path: Path, network: Network) -> Path:
    """Write a network; returns the path. Edges must be ordered by their ends, as `from_edges` leaves them."""
    points = np.diff(np.rint(network.points * _MILLIONTHS), axis=0, prepend=0).astype("<i4")
    begins, ends = network.ends.T
    turned = np.column_stack([np.diff(begins, prepend=0), ends - begins]).astype("<i4")
    lengths = np.rint(network.lengths_m * 10).astype("<u4")
    return write_arrays(path, {"kind": _KIND}, arrays={"points": points, "ends": turned, "lengths_dm": lengths})


def read_network(path: Path) -> Network:
    """Read the network of a pack.

    Raises:
        MissingFileError, DataError: as `packed_arrays.read_arrays`.
    """
    _, arrays = read_arrays(path, _KIND)
    begins = np.cumsum(arrays["ends"][:, 0])
    ends = np.column_stack([begins, begins + arrays["ends"][:, 1]]).astype(np.int32)
    points = np.cumsum(arrays["points"], axis=0, dtype=np.int64) / _MILLIONTHS
    return from_edges(points, ends, lengths_m=arrays["lengths_dm"] / 10.0)


def has_ready_network(source: Path) -> bool:
    """Whether a source folder brings its walking network ready made."""
    return (source / "osm" / _NODES).is_file() and (source / "osm" / _EDGES).is_file()


def read_ready_network(source: Path) -> Network:
    """The network in `osm/walk_nodes.csv.gz` (id, lat, lon) and `osm/walk_edges.csv.gz` (u, v, length_m).

    Raises:
        DataError: an edge names a node that is not listed, or a column is missing.
    """
    try:
        nodes, edges = (pd.read_csv(source / "osm" / name) for name in (_NODES, _EDGES))
        ids = pd.Index(nodes["id"])
        ends = np.column_stack([ids.get_indexer(edges[name]) for name in ("u", "v")])
        points, lengths = nodes[["lat", "lon"]].to_numpy(float), edges["length_m"].to_numpy(float)
    except (ValueError, KeyError) as error:
        raise DataError([Fault(_EDGES, 0, "", str(error), "columns id, lat, lon and u, v, length_m")]) from error
    if (ends < 0).any():
        row = int(np.flatnonzero((ends < 0).any(axis=1))[0])
        raise DataError([Fault(_EDGES, row + 2, "u, v", str(edges.iloc[row].to_dict()), f"nodes of {_NODES}")])
    return from_edges(points, ends, lengths_m=lengths)
