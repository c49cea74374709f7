"""The files that keep a network and its minutes: what was written comes back, what is broken is named."""

import gzip
import lzma
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.adapters.network_file import NETWORK_FILE, read_network, read_ready_network, write_network
from geodata.adapters.walking_file import WALKING_FILE, read_walking, write_walking
from geodata.errors import DataError, MissingFileError
from geodata.network.cells import cells_of
from geodata.network.minutes import WalkingMinutes
from geodata.network.table import Table
from tests.network.test_network import line, north

TABLES = st.lists(st.dictionaries(st.integers(0, 11), st.integers(1, 240)), min_size=4, max_size=4)


def table(rows: list[dict[int, int]]) -> Table:
    ordered = [sorted(row.items()) for row in rows]
    starts = np.cumsum([0, *map(len, ordered)]).astype(np.int64)
    targets = [target for row in ordered for target, _ in row]
    steps = [step for row in ordered for _, step in row]
    return Table(starts, np.array(targets, np.int32), np.array(steps, np.uint8))


@given(TABLES, TABLES)
def test_minutes_come_back_as_they_were_written(tmp_path_factory, cells, facilities) -> None:  # noqa: ANN001
    path = tmp_path_factory.mktemp("walking") / WALKING_FILE
    walking = WalkingMinutes(
        cells=cells_of(north(*range(0, 1200, 100))),
        snap_m=np.array([*range(11), np.nan]),
        in_use=np.array([0, 1, 2, 3], np.int32),
        facility_ids=("a", "b", "c", "d"),
        facility_points=north(1, 2, 3, 4).round(6),
        facility_snap_m=np.array([0.1, 3276.7, np.nan, 0.0]),
        between=table([*cells, *[{}] * 8]),
        from_facilities=table(facilities),
    )
    read = read_walking(write_walking(path, walking))
    first = path.read_bytes()
    assert write_walking(path, read).read_bytes() == first
    for name in ("cells", "snap_m", "in_use", "facility_points", "facility_snap_m"):
        np.testing.assert_array_equal(getattr(read, name), getattr(walking, name))
    for name in ("between", "from_facilities"):
        for part in ("starts", "targets", "steps"):
            np.testing.assert_array_equal(getattr(getattr(read, name), part), getattr(getattr(walking, name), part))


def test_a_network_comes_back_to_the_decimetre(tmp_path: Path) -> None:
    network = line(0, 100.04, 250, 90, pairs=[(0, 1), (1, 2), (0, 3)])
    read = read_network(write_network(tmp_path / NETWORK_FILE, network))
    assert read.ends.tolist() == network.ends.tolist()
    assert read.points == pytest.approx(network.points, abs=5e-7)
    assert read.lengths_m == pytest.approx(network.lengths_m, abs=0.05)


@pytest.mark.parametrize(
    "content", [b"", b"no xz", lzma.compress(b"{}\n"), lzma.compress(b'{"kind":"x","arrays":[]}\n')]
)
def test_a_broken_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / WALKING_FILE
    with pytest.raises(MissingFileError, match="python -m geodata build"):
        read_walking(path)
    path.write_bytes(content)
    with pytest.raises(DataError, match=WALKING_FILE):
        read_walking(path)


def test_an_edge_to_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "osm").mkdir()
    nodes, edges = (tmp_path / "osm" / name for name in ("walk_nodes.csv.gz", "walk_edges.csv.gz"))
    nodes.write_bytes(gzip.compress(b"id,lat,lon\n7,51.5,9.9\n9,51.6,9.9\n"))
    edges.write_bytes(gzip.compress(b"u,v,length_m\n7,9,100\n9,8,100\n"))
    with pytest.raises(DataError, match=r"walk_edges\.csv\.gz:3"):
        read_ready_network(tmp_path)
    edges.write_bytes(gzip.compress(b"u,v,length_m\n7,9,100\n"))
    assert read_ready_network(tmp_path).ends.tolist() == [[0, 1]]
    edges.write_bytes(gzip.compress(b"u,v\n7,9\n"))
    with pytest.raises(DataError, match="length_m"):
        read_ready_network(tmp_path)
