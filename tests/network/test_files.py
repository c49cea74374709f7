"""The files that keep a network and its minutes: what was written comes back, what is broken is named."""

import gzip
import lzma
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.adapters.minutes_file import read_minutes, write_minutes
from geodata.adapters.network_file import NETWORK_FILE, read_network, read_ready_network, write_network
from geodata.errors import DataError, MissingFileError
from geodata.network.cells import cells_of
from geodata.network.minutes import TravelMinutes
from geodata.network.table import CYCLING, WALKING, Mode, Table
from tests.network.test_network import line, north

TABLES = st.lists(st.dictionaries(st.integers(0, 11), st.integers(1, 240)), min_size=4, max_size=4)


def table(rows: list[dict[int, int]]) -> Table:
    ordered = [sorted(row.items()) for row in rows]
    starts = np.cumsum([0, *map(len, ordered)]).astype(np.int64)
    targets = [target for row in ordered for target, _ in row]
    steps = [step for row in ordered for _, step in row]
    return Table(starts, np.array(targets, np.int32), np.array(steps, np.uint8))


@given(TABLES, TABLES, st.sampled_from([WALKING, CYCLING]))
def test_minutes_come_back_as_they_were_written(tmp_path_factory, cells, facilities, mode: Mode) -> None:  # noqa: ANN001
    pack = tmp_path_factory.mktemp("pack")
    minutes = TravelMinutes(
        mode=mode,
        cells=cells_of(north(*range(0, 1200, 100))),
        snap_m=np.array([*range(11), np.nan]),
        in_use=np.array([0, 1, 2, 3], np.int32),
        facility_ids=("a", "b", "c", "d"),
        facility_points=north(1, 2, 3, 4).round(6),
        facility_snap_m=np.array([0.1, 3276.7, np.nan, 0.0]),
        between=table([*cells, *[{}] * 8]),
        from_facilities=table(facilities),
    )
    first = write_minutes(pack, minutes).read_bytes()
    read = read_minutes(pack, mode)
    assert write_minutes(pack, read).read_bytes() == first
    assert read.mode == mode
    for name in ("cells", "snap_m", "in_use", "facility_points", "facility_snap_m"):
        np.testing.assert_array_equal(getattr(read, name), getattr(minutes, name))
    for name in ("between", "from_facilities"):
        for part in ("starts", "targets", "steps"):
            np.testing.assert_array_equal(getattr(getattr(read, name), part), getattr(getattr(minutes, name), part))


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
    path = tmp_path / "walking.xz"
    with pytest.raises(MissingFileError, match="python -m geodata build"):
        read_minutes(tmp_path)
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"walking\.xz"):
        read_minutes(tmp_path)


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
