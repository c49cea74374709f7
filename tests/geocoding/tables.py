"""Reading and changing CSV files in tests."""

import csv
from collections.abc import Callable
from pathlib import Path

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rewrite(path: Path, change: Callable[[Row], Row]) -> None:
    """Write the table with `change` applied to each row."""
    rows = [change(row) for row in read(path)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
