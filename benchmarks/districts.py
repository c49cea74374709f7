"""From a click to redrawn districts: another figure, another method; beside an empty rerun and `folium.Choropleth`.

`python -m benchmarks.districts [--clicks N] [--areas 11000]`; prints the table of README.md. A change is over when the
map has drawn other colours than before the click.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # a script's own folder is on the path, the project is not
    sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser  # noqa: E402 the path must be set first

from benchmarks.stage import figures  # noqa: E402
from benchmarks.stage.areas import INDICATORS, write_areas  # noqa: E402
from benchmarks.stage.clicks import Click, Visitor, chromium  # noqa: E402
from benchmarks.stage.server import serving  # noqa: E402

LIMIT_S = 60
METHODS = (0, 1)  # natural breaks and equal numbers, by their place in the row of buttons
HEAD = (
    "areas · change",
    "clicks",
    "median ms",
    "p95 ms",
    "page at rest ms",
    "× empty",
    "kB a change",
    "foreign hosts asked",
)

Change = Callable[[Visitor, int], Click]
"""Does one change on a page that is ready for it; the number says which of two."""


@dataclass(frozen=True)
class Measured:
    """What one way took; `foreign` hosts were asked for something, and did not answer."""

    name: str
    clicks: list[Click]
    foreign: int


def empty(browser: Browser, data: Path, *, clicks: int) -> Measured:
    """Reruns of a page without anything."""
    with serving("benchmarks.peers.app:app", data, peer="empty") as server:
        visitor = Visitor(browser, server.address, way="empty", limit_s=LIMIT_S)
        visitor.wait_until_shown(1)
        runs = [visitor.click(".st-key-again button", expected=run) for run in range(2, clicks + 3)][1:]
        return Measured("empty rerun", runs, len(visitor.foreign))


def usual(browser: Browser, data: Path, *, clicks: int) -> Measured:
    """Another figure on the map that is built anew."""
    with serving("benchmarks.peers.app:app", data, peer="choropleth") as server:
        as_it_is = Visitor(browser, f"{server.address}/?legend=1", way="choropleth", limit_s=LIMIT_S)
        as_it_is.page.wait_for_timeout(5_000)
        as_it_is.page.close()
        visitor = Visitor(browser, server.address, way="choropleth", limit_s=LIMIT_S)
        visitor.wait_for_change()
        found = [visitor.click_for_change(f".st-key-figure label >> nth={2 - run % 2}") for run in range(clicks)]
        return Measured("18 · folium.Choropleth and 416 markers, another figure", found, len(as_it_is.foreign))


def ours(browser: Browser, data: Path, *, level: str, clicks: int) -> Iterator[Measured]:
    """Another figure, and another method, on the districts page."""
    with serving("app:app", data) as server:
        address = f"{server.address}/districts?lang=en&indicator={INDICATORS[0]}&level={level}"
        for name, change in (("another figure", _figure), ("another method", _method)):
            visitor = Visitor(browser, address, way="districts", limit_s=LIMIT_S)
            visitor.wait_for_change()
            if change is _method:
                visitor.page.click(".st-key-classes-popover button")
            found = [change(visitor, run) for run in range(clicks + 1)][1:]
            areas = visitor.areas()
            yield Measured(f"{areas:,} · {name}", found, len(visitor.foreign))
            visitor.page.close()


def _figure(visitor: Visitor, run: int) -> Click:
    visitor.page.click(".st-key-ask-figure input")
    name = ("Foreign nationality", "Born abroad")[run % 2]
    return visitor.click_for_change(f'[role=option]:has-text("{name}")')


def _method(visitor: Visitor, run: int) -> Click:
    return visitor.click_for_change(f"[class*=st-key-method-] button >> nth={METHODS[(run + 1) % 2]}")


def _row(measured: Measured, floor: float) -> list[str]:
    clicks = measured.clicks
    middle = median(click.drawn_ms for click in clicks)
    return [
        measured.name,
        str(len(clicks)),
        f"{middle:,.0f}",
        f"{figures.p95([click.drawn_ms for click in clicks]):,.0f}",
        f"{median(click.rest_ms for click in clicks):,.0f}",
        f"{middle / floor:.2f}",
        f"{median(click.received for click in clicks) / 1000:,.1f}",
        str(measured.foreign),
    ]


def main() -> None:
    """Measure the shipped data at both levels, generated areas, and the usual way; print the table."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--clicks", type=int, default=15, help="measured changes of each way (the usual way: five)")
    words.add_argument("--areas", type=int, default=11_000, help="number of generated areas")
    asked = words.parse_args()
    print(figures.circumstances())
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        many = write_areas(ROOT / "data", Path(folder) / "areas", areas=asked.areas)
        floor = empty(browser, ROOT / "data", clicks=asked.clicks)
        least = median(click.drawn_ms for click in floor.clicks)
        print(figures.table(HEAD, [_row(floor, least)]), flush=True)
        for data, level in (
            (ROOT / "data", "district"),
            (ROOT / "data", "polling_district"),
            (many, "polling_district"),
        ):
            for measured in ours(browser, data, level=level, clicks=asked.clicks):
                print(figures.line(_row(measured, least)), flush=True)
        print(figures.line(_row(usual(browser, ROOT / "data", clicks=5), least)), flush=True)


if __name__ == "__main__":
    main()
