"""`python -m geodata hours`: every row keeps its cells and gets a state and a next change."""

import csv
from pathlib import Path

import pytest

from geodata.cli import main
from tests.conftest import DATA

# opening_hours | at_local | state | next_change
ROWS = """
Mo-Fr 09:00-17:00; PH off | 2025-10-31T10:00          | closed  | 2025-11-03T09:00
Mo-Fr 09:00-17:00         | 2025-10-31T10:00          | open    | 2025-10-31T17:00
Mo-Fr 09:00-17:00; PH off | 2025-06-19T10:00          | open    | 2025-06-19T17:00
Mo-Fr 09:00-17:00         | 2025-07-10T17:00:00       | closed  | 2025-07-11T09:00:00
Mo-Fr 09:00-17:00         | 2025-07-10 08:59          | closed  | 2025-07-10T09:00
Mo-Fr 09:00-17:00         | 2025-07-10T10:00+00:00    | open    | 2025-07-10T17:00+02:00
Su 02:30-04:00            | 2025-03-30T01:00          | closed  | 2025-03-30T03:00
24/7                      | 2025-07-10T10:00          | open    |
"by appointment"          | 2025-07-10T10:00          | unknown |
                          | 2025-07-10T10:00          | unknown |
Do 10 bis 12 Uhr          | 2025-07-10T10:00          | unknown |
"""


def table(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["id", "opening_hours", "at_local"], *rows])
    return path


def answered(path: Path, rows: list[list[str]], *, code: int = 0) -> list[list[str]]:
    out = path / "out.csv"
    assert main(["hours", str(table(path / "in.csv", rows)), "-o", str(out), "--data", str(DATA)]) == code
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_rows_keep_their_cells_and_order_and_are_answered(tmp_path: Path) -> None:
    lines = [[cell.strip() for cell in line.split("|")] for line in ROWS.strip("\n").splitlines()]
    expected = [[str(number), *cells] for number, cells in enumerate(lines)]
    header, *found = answered(tmp_path, [cells[:3] for cells in expected])
    assert header == ["id", "opening_hours", "at_local", "state", "next_change"]
    assert found == expected


@pytest.mark.parametrize("time", ["", "soon", "2025-13-01T10:00", "10:00", "0001-01-01T00:00", "9999-12-31T23:59"])
def test_a_time_that_is_none_leaves_its_row_unknown_and_is_listed(
    time: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [["a", "24/7", "2025-07-10T10:00"], ["b", "24/7", time]]
    assert [row[3:] for row in answered(tmp_path, rows, code=1)[1:]] == [["open", ""], ["unknown", ""]]
    assert capsys.readouterr().err == f"Not a time such as 2026-10-31T10:00:\n  row 2: {time!r}\n"


def test_a_table_without_the_columns_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.csv").write_text("id,opening_hours\n1,24/7\n")
    assert main(["hours", str(tmp_path / "in.csv"), "-o", str(tmp_path / "out.csv")]) == 2
    assert capsys.readouterr().err == f"{tmp_path / 'in.csv'} lacks at_local\n"
    assert not (tmp_path / "out.csv").exists()
