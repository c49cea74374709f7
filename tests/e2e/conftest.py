"""One application and one browser for all of these tests; every page is watched, and any fault of it fails its test."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.e2e.finder import PATIENCE_S, Finder
from tests.e2e.guard import Guard
from tests.e2e.running_app import RunningApp, free_port, running, streamlit_words

SWITCHES = (
    "--no-sandbox",  # tests may run as root in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEIGHTS = {1280: 860, 360: 780, 320: 640}
DEAD_END = "http://127.0.0.1:9"  # the discard port: whatever is not for our own address ends here

BLANK = "about:blank"

Visit = Callable[..., Finder]
Place = tuple[str, int, str]
"""Address of a server, width of a window, locale of a browser."""


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    port = free_port()
    with running(streamlit_words(port), port, log=tmp_path_factory.mktemp("app") / "log.txt") as started:
        yield started


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "Debian's chromium is not installed."
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=SWITCHES, proxy={"server": DEAD_END, "bypass": "127.0.0.1"}
        )
        yield started
        started.close()


class Visits:
    """Browser contexts by address, width and locale, kept for the session: their caches spare most of a page load.

    A kept tab spares the start of its process, too: half of a page load. Nothing of what was loaded in it remains
    (neither document nor connection nor `sessionStorage`) but the way back. It is for tests that only use the page: a
    tab keeps what a test sets in it, its media and sizes and scripts.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: dict[Place, tuple[BrowserContext, Guard]] = {}
        self._kept: dict[Place, Page] = {}

    def open(self, address: str, width: int, *, locale: str, kept: bool = False) -> Finder:
        key = address, width, locale
        context = self._context(key)
        if not kept:
            return Finder(context.new_page(), address)
        if key not in self._kept:
            self._kept[key] = context.new_page()
        return Finder(self._kept[key], address)

    def _context(self, key: Place) -> BrowserContext:
        address, width, locale = key
        if key not in self._contexts:
            viewport = {"width": width, "height": HEIGHTS[width]}
            context = self._browser.new_context(viewport=viewport, locale=locale, reduced_motion="reduce")
            context.set_default_timeout(PATIENCE_S * 1000)
            self._contexts[key] = context, Guard(context, address)
        return self._contexts[key][0]

    def end(self) -> list[str]:
        """Empty the kept tabs, close all others; gives back what their guards saw."""
        kept = set(self._kept.values())
        for context, _ in self._contexts.values():
            for page in context.pages:
                if page not in kept:
                    page.close()
        for page in kept:
            _empty(page)
        return [fault for _, guard in self._contexts.values() for fault in guard.take()]


def _empty(page: Page) -> None:
    if page.url != BLANK:
        page.evaluate("sessionStorage.clear()")
        page.goto(BLANK)


@pytest.fixture(scope="session")
def visits(browser: Browser) -> Visits:
    return Visits(browser)


@pytest.fixture
def visit(visits: Visits, app: RunningApp) -> Iterator[Visit]:
    """Opens a page: `visit()`, `visit(360)`, `visit(locale="ru-RU")`, `visit(address=…)`; `kept=True`: see `Visits`."""

    def open_page(
        width: int = 1280, *, locale: str = "de-DE", address: str = app.address, kept: bool = False
    ) -> Finder:
        return visits.open(address, width, locale=locale, kept=kept)

    yield open_page
    assert visits.end() == []
    assert app.new_tracebacks() == ""
