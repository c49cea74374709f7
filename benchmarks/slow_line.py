"""The first page on a slow line: seconds until the first offer can be read, and what the bytes until then are.

`python -m benchmarks.slow_line [--visits 3]`; prints the tables of README.md. A phone of 360 px with nothing in its
cache opens the list; Chromium itself slows the line down (DevTools, `Network.emulateNetworkConditions`). The same
application without the list in its page (`peers/no_first_list.py`) is measured in the same run.
"""

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, Final
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # a script's own folder is on the path, the project is not
    sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, CDPSession, Page  # noqa: E402 the path must be set first

from benchmarks.stage import figures  # noqa: E402
from benchmarks.stage.clicks import chromium  # noqa: E402
from benchmarks.stage.server import serving  # noqa: E402

BITS_PER_S: Final = 400_000
DELAY_MS: Final = 400
LIMIT_MS: Final = 300_000
CARD: Final = "article.f-card"
FIRST_LIST: Final = "#first-list li"
OUR_STATIC: Final = "/app/static/"
HEAD_TIME: Final = (
    "line · page", "visits", "first offer s", "slowest s", "kB until then", "finder's own list s", "kB", "requests",
)  # fmt: skip
HEAD_BYTES: Final = ("what it is made of", "requests", "kB", "s on this line")


@dataclass
class Line:
    """What came over the line, by kind: bytes as they were sent (packed), and number of requests."""

    sizes: Counter[str] = field(default_factory=Counter)
    requests: Counter[str] = field(default_factory=Counter)
    _kinds: dict[str, str] = field(default_factory=dict)

    def listen(self, devtools: CDPSession) -> None:
        """Count from now on what a page receives."""
        devtools.on("Network.responseReceived", self._answered)
        devtools.on("Network.dataReceived", self._received)
        devtools.on("Network.webSocketFrameReceived", self._framed)

    def _answered(self, event: dict[str, Any]) -> None:
        kind = kind_of(event["response"]["url"])
        self._kinds[event["requestId"]] = kind
        self.requests[kind] += 1
        self.sizes[kind] += event["response"]["encodedDataLength"]

    def _received(self, event: dict[str, Any]) -> None:
        self.sizes[self._kinds.get(event["requestId"], "other")] += event["encodedDataLength"]

    def _framed(self, event: dict[str, Any]) -> None:
        self.sizes["messages of the session (unpacked)"] += len(event["response"]["payloadData"]) * 3 // 4


def kind_of(url: str) -> str:
    """What an answer is, by its address."""
    path = urlsplit(url).path
    if OUR_STATIC in path or "/component/" in path:
        return "our fonts" if path.endswith(".woff2") else "our map, styles and signs"
    if "/static/" in path:
        return "Streamlit's fonts" if path.endswith((".woff2", ".woff")) else "Streamlit's scripts and styles"
    return "page and small answers"


@dataclass(frozen=True)
class Visit:
    """One cold visit.

    Attributes:
        first_s, own_s: seconds until the first offer can be seen at all, and until the finder's own list stands.
        first_bytes: what had come over the line by the first offer.
        line: what had come when the finder's own list stood.
    """

    first_s: float
    own_s: float
    first_bytes: int
    line: Line


def visit(browser: Browser, address: str, *, slow: bool, first: str = FIRST_LIST) -> Visit:
    """A visit in a fresh context, which has an empty cache; `first` is the element that the first offer stands in."""
    context = browser.new_context(viewport={"width": 360, "height": 780}, locale="de-DE")
    page = context.new_page()
    page.set_default_timeout(LIMIT_MS)
    devtools, line = context.new_cdp_session(page), Line()
    devtools.send("Network.enable")
    if slow:
        rate = BITS_PER_S / 8
        conditions = {"offline": False, "latency": DELAY_MS, "downloadThroughput": rate, "uploadThroughput": rate}
        devtools.send("Network.emulateNetworkConditions", conditions)
    line.listen(devtools)
    page.goto(f"{address}/?lang=de&view=list", wait_until="commit")
    first_s, first_bytes = seconds_until(page, first), line.sizes.total()
    own_s = seconds_until(page, CARD)
    context.close()
    return Visit(first_s, own_s, first_bytes, line)


def seconds_until(page: Page, selector: str) -> float:
    """Seconds from the start of the visit until an element can be seen."""
    page.locator(selector).first.wait_for()
    return float(page.evaluate("performance.now()")) / 1000


def row(name: str, visits: list[Visit]) -> list[str]:
    """One line of the first table; bytes and requests are those of the last visit."""
    first, last = [each.first_s for each in visits], visits[-1]
    return [
        name,
        str(len(visits)),
        f"{median(first):.1f}",
        f"{max(first):.1f}",
        f"{last.first_bytes / 1000:,.0f}",
        f"{median(each.own_s for each in visits):.1f}",
        f"{last.line.sizes.total() / 1000:,.0f}",
        str(last.line.requests.total()),
    ]


def parts(line: Line) -> list[list[str]]:
    """The second table: kinds, the largest first."""
    return [
        [kind, str(line.requests[kind] or ""), f"{size / 1000:,.0f}", f"{size * 8 / BITS_PER_S:.1f}"]
        for kind, size in line.sizes.most_common()
    ]


def main() -> None:
    """Measure the page on the slow line and on none, and print both tables."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--visits", type=int, default=3, help="cold visits on the slow line")
    asked = words.parse_args()
    print(figures.circumstances(("streamlit",)))
    name = f"{BITS_PER_S // 1000} kbit/s, {DELAY_MS} ms"
    with serving("app:app", ROOT / "data") as server, chromium() as browser:
        visit(browser, server.address, slow=False)  # the server reads its data once
        fast = [visit(browser, server.address, slow=False) for _ in range(asked.visits)]
        slow = [visit(browser, server.address, slow=True) for _ in range(asked.visits)]
    with serving("benchmarks.peers.no_first_list:app", ROOT / "data") as server, chromium() as browser:
        visit(browser, server.address, slow=False, first=CARD)
        before = [visit(browser, server.address, slow=True, first=CARD) for _ in range(asked.visits)]
    rows = [row(name, slow), row(f"{name} · without the list in the page", before), row("this machine alone", fast)]
    print(figures.table(HEAD_TIME, rows))
    times = median(each.first_s for each in before) / median(each.first_s for each in slow)
    print(f"\nWithout the list in the page ÷ with it: {times:.1f}\n")
    print(figures.table(HEAD_BYTES, parts(slow[-1].line)))


if __name__ == "__main__":
    main()
