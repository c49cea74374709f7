"""`geodata walk` on the made-up town and on the committed pack."""

import csv
from pathlib import Path

import pytest

from geodata.adapters.network_file import NETWORK_FILE
from geodata.cli import main
from geodata.network.walks import END_OUTSIDE, NO_END, NO_START, NO_WAY, START_OUTSIDE, TOO_FAR
from tests.build.conftest import Built
from tests.build.test_town import WAYS
from tests.build.town import HAMLET, POSITIONS, crossing, node_at

HEADER = "note,from_latitude,from_longitude,to_latitude,to_longitude"


def walk(pack: Path, folder: Path, *lines: str) -> list[dict[str, str]]:
    (folder / "in.csv").write_text("\n".join([HEADER, *lines]) + "\n", "utf-8")
    assert main(["walk", str(folder / "in.csv"), "-o", str(folder / "out.csv"), "--pack", str(pack)]) == 0
    with (folder / "out.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def pair(begin: tuple[float, float], end: tuple[float, float]) -> str:
    return ",".join(["x", *map(str, (*begin, *end))])


def test_node_to_node_is_the_raw_graph_s_length(town: Built, tmp_path: Path) -> None:
    nodes = [node_at(0, 0), node_at(4, 5), node_at(1, 2), node_at(3, 0), HAMLET[3]]
    asked = [(begin, end) for begin in nodes for end in nodes]
    rows = walk(town.pack, tmp_path, *(pair(POSITIONS[begin], POSITIONS[end]) for begin, end in asked))
    for row, (begin, end) in zip(rows, asked, strict=True):
        assert row["reason"] == ""
        assert float(row["metres"]) == pytest.approx(WAYS[begin][end], abs=1)
        assert float(row["minutes"]) == pytest.approx(WAYS[begin][end] / 80, abs=0.02)


def test_where_there_is_no_way_the_cells_are_empty_and_say_why(town: Built, tmp_path: Path) -> None:
    centre, field, isle, hamlet = crossing(0, 0), crossing(-12, 2), crossing(2, 9), crossing(4, 47)
    cases = {
        pair(centre, isle): NO_WAY,
        pair(isle, centre): NO_WAY,
        pair(centre, field): END_OUTSIDE,
        pair(field, centre): START_OUTSIDE,
        pair(field, field): START_OUTSIDE,
        pair(centre, hamlet): TOO_FAR,
        "x,,,50,9": NO_START,
        "x,north,9,50,9": NO_START,
        "x,nan,9,50,9": NO_START,
        "x,50,9,91,9": NO_END,
        "x,50,9,inf,9": NO_END,
        "x,50,9,52.5,13.4": END_OUTSIDE,
    }
    rows = walk(town.pack, tmp_path, *cases)
    assert [row["reason"] for row in rows] == list(cases.values())
    assert all(row["minutes"] == row["metres"] == "" for row in rows)
    assert all(row["note"] == "x" for row in rows)


def test_a_table_without_rows(town: Built, tmp_path: Path) -> None:
    assert walk(town.pack, tmp_path) == []


def test_a_missing_column_is_named(town: Built, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.csv").write_text("from_latitude,to_latitude\n1,2\n", "utf-8")
    assert main(["walk", str(tmp_path / "in.csv"), "-o", str(tmp_path / "no.csv"), "--pack", str(town.pack)]) == 2
    assert "from_longitude, to_longitude" in capsys.readouterr().err
    assert not (tmp_path / "no.csv").exists()


def test_the_committed_pack_is_enough(tmp_path: Path) -> None:
    pack = Path(__file__).parents[2] / "data" / "pack"
    (tmp_path / NETWORK_FILE).write_bytes((pack / NETWORK_FILE).read_bytes())
    one, other = (51.5334, 9.9356), (51.5284, 9.9404)
    there, back = walk(tmp_path, tmp_path, pair(one, other), pair(other, one))
    assert 700 < float(there["metres"]) < 900  # straight 650 m
    assert there["metres"] == back["metres"]
