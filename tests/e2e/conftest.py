"""One application and one browser for all of these tests; every page is watched, and any fault of it fails its test."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.e2e.finder import Finder
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

Visit = Callable[..., Finder]


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
    """Browser contexts by address, width and locale, kept for the session: their caches spare most of a page load."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: dict[tuple[str, int, str], tuple[BrowserContext, Guard]] = {}

    def open(self, address: str, width: int, *, locale: str) -> Finder:
        key = address, width, locale
        if key not in self._contexts:
            viewport = {"width": width, "height": HEIGHTS[width]}
            context = self._browser.new_context(viewport=viewport, locale=locale, reduced_motion="reduce")
            context.set_default_timeout(20_000)
            self._contexts[key] = context, Guard(context, address)
        return Finder(self._contexts[key][0].new_page(), address)

    def end(self) -> list[str]:
        """Close all pages; gives back what their guards saw."""
        for context, _ in self._contexts.values():
            for page in context.pages:
                page.close()
        return [fault for _, guard in self._contexts.values() for fault in guard.take()]


@pytest.fixture(scope="session")
def visits(browser: Browser) -> Visits:
    return Visits(browser)


@pytest.fixture
def visit(visits: Visits, app: RunningApp) -> Iterator[Visit]:
    """Opens a page: `visit()`, `visit(360)`, `visit(locale="ru-RU")`, `visit(address=…)`."""

    def open_page(width: int = 1280, *, locale: str = "de-DE", address: str = app.address) -> Finder:
        return visits.open(address, width, locale=locale)

    yield open_page
    assert visits.end() == []
    assert app.new_tracebacks() == ""
