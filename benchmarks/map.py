"""From a click to redrawn points: the finder beside an empty rerun, the usual way and FastMarkerCluster, in one run.

`python -m benchmarks.map [--clicks N] [--sizes 1000 10000]`; prints the table of README.md. Each measured click takes
the section filter away, so that all places are drawn; the click that sets it again is not counted.
"""

import argparse
import importlib.util
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # a script's own folder is on the path, the project is not
    sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser  # noqa: E402 the path must be set first
from playwright.sync_api import TimeoutError as TooSlow  # noqa: E402

from benchmarks.stage import figures  # noqa: E402
from benchmarks.stage.clicks import Click, Visitor, chromium  # noqa: E402
from benchmarks.stage.dataset import write_dataset  # noqa: E402
from benchmarks.stage.server import serving  # noqa: E402
from benchmarks.stage.tables import read_places, read_sections, read_table, with_sections  # noqa: E402

LIMIT_S = 300  # the usual way with ten thousand markers takes a minute or more
SLOW = ("markers", "markers_tuned")
CLUSTER_PACKAGE = "xstatic"  # PyPI xstatic-leaflet-markercluster
NAMES = {
    "empty": "empty rerun",
    "finder": "the finder",
    "clusters": "FastMarkerCluster",
    "markers_tuned": "the usual way, tuned",
    "markers": "the usual way",
}
HEAD = (
    "places · way",
    "clicks",
    "median ms",
    "p95 ms",
    "page at rest ms",
    "× empty",
    "usual way ÷ this",
    "kB first",
    "kB again",
)


@dataclass(frozen=True)
class Task:
    """One data directory: all its places, and those of the section that the filter is set to at first."""

    directory: Path
    section: str
    position: int
    all: int
    filtered: int

    @classmethod
    def from_directory(cls, directory: Path) -> "Task":
        """The section with fewest places: the way back from it draws most."""
        places, services = read_places(directory), read_table(directory, "services.csv")
        counts = [len(with_sections(places, services, sections=[code])) for code in read_sections(directory)]
        position = counts.index(min(counts))
        everything = len(with_sections(places, services, sections=[]))
        return cls(directory, read_sections(directory)[position], position, everything, counts[position])


def measure(browser: Browser, task: Task, *, way: str, clicks: int) -> list[Click]:
    """Start the application of one way, open it with the filter set, and click."""
    app = "app:app" if way == "finder" else "benchmarks.peers.app:app"
    with serving(app, task.directory, peer="" if way == "finder" else way) as server:
        visitor = Visitor(browser, f"{server.address}/?lang=de&section={task.section}", way=way, limit_s=LIMIT_S)
        try:
            return list(_clicks(visitor, task, way=way, clicks=clicks))
        finally:
            visitor.page.close()


def _clicks(visitor: Visitor, task: Task, *, way: str, clicks: int) -> Iterator[Click]:
    if way == "empty":
        visitor.wait_until_shown(1)
        yield from [visitor.click(".st-key-again button", expected=run) for run in range(2, clicks + 3)][1:]
        return
    visitor.wait_until_shown(task.filtered)
    tile = f"[class*=st-key-section-] button >> nth={task.position}"
    for number in range(clicks):
        if number:
            visitor.click(tile, expected=task.filtered)
        yield visitor.click(tile, expected=task.all)


def rows(browser: Browser, task: Task, *, clicks: int) -> Iterator[list[str]]:
    """Measure every way on one data directory; the usual way comes second, because the others are compared with it."""
    few = 1 if task.all > 5_000 else min(clicks, 5)
    measured: dict[str, list[Click]] = {}
    for way in ("empty", "markers", "finder", "clusters", "markers_tuned"):
        if way == "clusters" and importlib.util.find_spec(CLUSTER_PACKAGE) is None:
            print("FastMarkerCluster is left out: xstatic-leaflet-markercluster is not installed.", file=sys.stderr)
            continue
        try:
            measured[way] = measure(browser, task, way=way, clicks=few if way in SLOW else clicks)
        except TooSlow:
            print(f"{NAMES[way]} took more than {LIMIT_S} s with {task.all} places.", file=sys.stderr)
    yield from (_row(task, way, measured=measured) for way in NAMES if way in measured)


def _row(task: Task, way: str, *, measured: dict[str, list[Click]]) -> list[str]:
    middle = {name: median(click.drawn_ms for click in clicks) for name, clicks in measured.items()}
    clicks = measured[way]
    usual = f"{middle['markers'] / middle[way]:,.1f}" if "markers" in middle and way != "empty" else ""
    return [
        f"{task.all:,} · {NAMES[way]}",
        str(len(clicks)),
        f"{middle[way]:,.0f}",
        f"{figures.p95([click.drawn_ms for click in clicks]):,.0f}" if len(clicks) > 1 else "",
        f"{median(click.rest_ms for click in clicks):,.0f}",
        f"{middle[way] / middle['empty']:.2f}",
        usual,
        f"{clicks[0].received / 1000:,.1f}",
        f"{median(click.received for click in clicks[1:]) / 1000:,.1f}" if len(clicks) > 1 else "",
    ]


def main() -> None:
    """Measure the shipped data and generated places, and print the table."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--clicks", type=int, default=15, help="measured clicks of each way (the usual way: fewer)")
    words.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000], help="numbers of generated places")
    asked = words.parse_args()
    print(figures.circumstances())
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        made = [write_dataset(ROOT / "data", Path(folder) / str(size), places=size) for size in asked.sizes]
        tasks = [Task.from_directory(directory) for directory in (ROOT / "data", *made)]
        print(figures.table(HEAD, []))
        for task in tasks:
            for row in rows(browser, task, clicks=asked.clicks):
                print(figures.line(row), flush=True)


if __name__ == "__main__":
    main()
