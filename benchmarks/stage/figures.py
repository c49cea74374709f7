"""Medians, 95th percentiles, and the tables that go into README.md."""

import importlib.metadata
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from statistics import median

import numpy as np

PACKAGES = ("streamlit", "streamlit-folium", "folium", "uvicorn", "pandas", "numpy")


def p95(values: Sequence[float]) -> float:
    """The 95th percentile, between neighbours where there is no exact one."""
    return float(np.percentile(values, 95))


def of(values: Sequence[float]) -> tuple[float, float]:
    """(median, 95th percentile)."""
    return float(median(values)), p95(values)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown; the first column is text, all others are numbers."""
    return "\n".join(map(line, (head, ["---", *["---:"] * (len(head) - 1)], *rows)))


def line(cells: Sequence[str]) -> str:
    """One line of such a table."""
    return f"| {' | '.join(cells)} |"


def circumstances(packages: Sequence[str] = PACKAGES) -> str:
    """Date, cores, load and versions: what a figure depends on, without names of machines or folders."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in packages)
    load = os.getloadavg()[0]
    return (
        f"{datetime.now(UTC).date()}, {os.cpu_count()} cores ({platform.machine()}, {platform.system()}), "
        f"load before the run {load:.1f}; Python {platform.python_version()}, {versions}"
    )
