"""Coverage beside its peers, for the city; and partition by partition for a country of millions of cells.

`python -m benchmarks.coverage [--squares 40 1200] [--runs 3]`; prints the tables of README.md. The city: people within
three radii of an offer, for 3 sections × 6 languages in 18 districts, at least and at most; the same after one change;
the two-step floating catchment area. A peer that answers differently is refused. Reading files is not timed.
"""

import argparse
import math
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Final

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # on a busy machine threads wait for each other, and that is timed

import numpy as np

ROOT: Final = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # a script's own folder is on the path, the project is not
    sys.path.insert(0, str(ROOT))

from benchmarks.peers import coverage_access, coverage_pandas  # noqa: E402 the path must be set first
from benchmarks.stage import figures, scale  # noqa: E402
from benchmarks.stage.answers import Changes, City  # noqa: E402
from benchmarks.stage.ground import Ground  # noqa: E402
from benchmarks.stage.ways import Ways  # noqa: E402

PACKAGES: Final = ("numpy", "scipy", "pandas", "access", "networkx", "dask")
HEAD: Final = ("what · way", "runs", "median ms", "p95 ms", "÷ ours")
SCALE_HEAD: Final = ("cells · way", "seconds", "CPU µs a cell", "of them answering", "peak MiB")
OFTEN: Final = 30
TINY: Final = 1e-9


@dataclass(frozen=True)
class Way:
    """One way to an answer: what works it out, and how often."""

    name: str
    work: Callable[[], Any]
    runs: int


def rows(what: str, ways: Sequence[Way]) -> Iterator[list[str]]:
    """Measure the ways to one answer, ours first; whoever answers differently has no time."""
    expected, ours = None, 0.0
    for way in ways:
        answers, took = zip(*(_timed(way.work) for _ in range(way.runs)), strict=True)
        expected = answers[-1] if expected is None else expected
        if not np.allclose(answers[-1], expected, rtol=0, atol=TINY):
            raise SystemExit(f"{what}: {way.name} answers differently.")
        ours = ours or median(took)
        late = f"{1000 * figures.p95(took):,.1f}" if way.runs >= OFTEN else ""
        yield [
            f"{what} · {way.name}",
            str(way.runs),
            f"{1000 * median(took):,.1f}",
            late,
            f"{median(took) / ours:,.1f}",
        ]


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def city_rows(directory: Path, *, runs: int) -> Iterator[list[str]]:
    """The full table, from the pack's minutes and from the network; one change; two-step floating catchment areas."""
    ground = Ground.from_directory(directory)
    frames, city = ground.frames(), City(ground, Ways.from_ground(ground, directory))
    after = Changes(ground).frames(frames, number=OFTEN - 1)
    pandas, access, two_step = coverage_pandas.table, coverage_access.table, coverage_access.two_step
    full = [
        Way("ours", city.counts, OFTEN),
        Way("pandas", partial(pandas, frames), runs),
        Way("PySAL access", partial(access, frames), runs),
        Way("ours, ways worked out as well", city.counts_anew, runs),
        Way("networkx for the ways, then pandas", lambda: pandas(city.ways.frames(frames)), 1),
        Way("ours, 54 tables with every column", city.gap_tables, OFTEN),
    ]
    change = [
        Way("ours", Changes(ground).counts, OFTEN),
        Way("pandas", partial(pandas, after), runs),
        Way("PySAL access", partial(access, after), runs),
        Way("ours, 54 tables with every column", Changes(ground).step, OFTEN),
    ]
    floating = [Way("ours", city.two_step, OFTEN), Way("PySAL access", partial(two_step, frames), 1)]
    for what, ways in {"full table": full, "one change": change, "2SFCA": floating}.items():
        yield from rows(what, ways)


def country_rows(squares: int) -> Iterator[list[str]]:
    """A made-up country in a loop, and by two workers; that both give the same bytes is checked."""
    loop, spread = scale.in_loop(squares), scale.by_workers(squares)
    if loop.digest != spread.digest:
        raise SystemExit(f"{squares} squares: Dask's workers answer differently.")
    for name, run in (("loop", loop), ("Dask, 2 workers", spread)):
        cpu = [1e6 * seconds / run.cells for seconds in (run.cpu_s, run.answering_s)]
        each = ["" if math.isnan(value) else f"{value:.1f}" for value in cpu]
        yield [f"{run.cells:,} · {name}", f"{run.seconds:,.1f}", *each, f"{run.peak_mib:,.0f}"]


def main() -> None:
    """Measure the city, then each country; print the tables."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--squares", type=int, nargs="*", default=[40, 1200], help="partitions of 2,500 cells a country")
    words.add_argument("--runs", type=int, default=3, help="runs of a peer (networkx and 2SFCA: one)")
    asked = words.parse_args()
    print(figures.circumstances(PACKAGES), end="\n\n")
    print(figures.table(HEAD, []))
    for row in city_rows(ROOT / "data", runs=asked.runs):
        print(figures.line(row), flush=True)
    print(f"\nPeak memory, peers included: {scale.peak_mib():,.0f} MiB\n")
    print(figures.table(SCALE_HEAD, []))
    for squares in asked.squares:
        for row in country_rows(squares):
            print(figures.line(row), flush=True)


if __name__ == "__main__":
    main()
