"""Real clicks in a real Chromium, timed inside the page, with the bytes that came over the websocket."""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, WebSocket, sync_playwright
from playwright.sync_api import TimeoutError as TooSlow

STOPWATCH: Final = (Path(__file__).parent / "stopwatch.js").read_text("utf-8")
# Whatever is not for this machine ends at the discard port: a peer that asked a foreign host would be seen to hang.
DEAD_END: Final = "http://127.0.0.1:9"
SWITCHES: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@dataclass(frozen=True)
class Click:
    """One click: milliseconds to the redrawn points and to the page at rest; bytes received over the websocket."""

    drawn_ms: float
    rest_ms: float
    received: int


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """The installed Chromium without a window."""
    program = shutil.which("chromium")
    if program is None:
        raise SystemExit("Debian's chromium is not installed.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=SWITCHES, proxy={"server": DEAD_END, "bypass": "127.0.0.1"}
        )
        try:
            yield browser
        finally:
            browser.close()


class Visitor:
    """One page at one address; `way` names how the page shows its points (see stopwatch.js)."""

    def __init__(self, browser: Browser, address: str, *, way: str, limit_s: float) -> None:
        self._received = 0
        self._way = way
        self._limit_ms = limit_s * 1000
        self.page: Page = browser.new_page(viewport={"width": 1280, "height": 860}, locale="de-DE")
        self.page.set_default_timeout(self._limit_ms)
        self.page.on("websocket", self._listen)
        self.foreign: set[str] = set()
        self.page.on("request", self._note)
        self.page.goto(address)

    def click(self, selector: str, *, expected: int) -> Click:
        """Click and wait until exactly `expected` points (or runs) are shown; raises TooSlow past the limit."""
        return self._timed(selector, expected)

    def _timed(self, selector: str, expected: int | None) -> Click:
        before = self._received
        self._arm(expected)
        self.page.click(selector)
        took = self._read()
        self.page.wait_for_timeout(100)  # until the last frames are counted
        return Click(took["drawn"], took["rest"], self._received - before)

    def click_for_change(self, selector: str) -> Click:
        """Click and wait until the map shows other colours; raises TooSlow past the limit."""
        return self._timed(selector, None)

    def wait_for_change(self) -> None:
        """Wait until the first colours are drawn and the page rests; raises TooSlow past the limit."""
        self.page.wait_for_selector('[data-testid="stApp"]')
        self._arm(None)
        self.page.evaluate("document.dispatchEvent(new MouseEvent('click'))")
        self._read()

    def areas(self) -> int:
        """How many areas the map draws."""
        count = "window.finder ? window.finder.areas().classes.length : 0"
        return max(frame.evaluate(count) for frame in self.page.frames)

    def wait_until_shown(self, expected: int) -> None:
        """Wait until the first answer is drawn and the page rests; raises TooSlow past the limit."""
        self.page.wait_for_selector('[data-testid="stApp"]')
        self._arm(expected)
        self.page.evaluate("document.dispatchEvent(new MouseEvent('click'))")
        self._read()

    def _arm(self, expected: int | None) -> None:
        self.page.evaluate(STOPWATCH, [self._way, expected, self._limit_ms])

    def _read(self) -> dict[str, float]:
        took: dict[str, float] | None = self.page.evaluate("window.stopwatch")
        if took is None:
            raise TooSlow(f"not shown within {self._limit_ms:,.0f} ms")
        return took

    def _note(self, request: Request) -> None:
        host = urlsplit(request.url).hostname
        if host and host != "127.0.0.1":
            self.foreign.add(host)

    def _listen(self, websocket: WebSocket) -> None:
        websocket.on("framereceived", self._count)

    def _count(self, frame: str | bytes) -> None:
        self._received += len(frame)
