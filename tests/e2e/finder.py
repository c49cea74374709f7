"""The finder as a visitor sees it: what is counted, listed, drawn and chosen, and the waits that reading it needs."""

import re
import time
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlencode, urlsplit

from playwright.sync_api import Frame, Locator, Page

PATIENCE_S = 45  # no test waits so long unless something is wrong, or the machine is full
POLL_MS = 50
MAP = ":is(.st-key-map-pane, .st-key-area-map, .st-key-coverage-map) iframe"
T = TypeVar("T")

RESTING = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app && app.dataset.testScriptState === "notRunning" && !document.querySelector('[data-stale="true"]')
    && document.documentElement.dataset.view;  // set by the page's own element, which comes later than the texts
}"""
WHERE = f"selector => [document.activeElement.closest(selector) !== null, ({RESTING})()]"


class Finder:
    """One page of a browser, at the finder of `address`."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def open(self, **params: str) -> "Finder":
        """Load the finder with URL parameters and wait until list and map show their first answer."""
        return self.load(f"{self.address}/?{urlencode(params, safe=',')}")

    def load(self, url: str) -> "Finder":
        self.page.goto(url)
        return self.wait_for_answer()

    def open_about(self, **params: str) -> "Finder":
        self.page.goto(f"{self.address}/about?{urlencode(params)}")
        self.page.locator(".st-key-reading h2").last.wait_for()
        return self.rest()

    def wait_for_answer(self) -> "Finder":
        self.page.locator(".st-key-result-count").wait_for(state="attached")
        # By the clock: a frame that a phone hides draws no frames of animation, which waiting goes by otherwise.
        self.map.wait_for_function("() => document.documentElement?.dataset.ready === '1'", polling=POLL_MS)
        self.page.locator(".f-card, .st-key-empty").first.wait_for(state="attached")
        return self.rest()

    def rest(self) -> "Finder":
        """Wait until the script has run to its end and nothing on the page is of an earlier run."""
        self.page.wait_for_function(RESTING)
        return self

    def until(self, read: Callable[[], T], wanted: T) -> T:
        """Read until it is what is wanted; what was read last is for the assertion to compare."""
        end = time.monotonic() + PATIENCE_S
        while (value := read()) != wanted and time.monotonic() < end:
            self.page.wait_for_timeout(POLL_MS)
        return value

    @property
    def params(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.page.url).query))

    def param(self, name: str) -> str:
        return self.params.get(name, "")

    # the sentence and the list

    @property
    def count(self) -> int:
        """Number of offers found, as the page says it."""
        return int("".join(re.findall(r"\d", self.page.locator(".st-key-result-count").inner_text())))

    @property
    def listed(self) -> list[str]:
        """Service ids of the cards on this page of the list, in order."""
        return self.page.eval_on_selector_all("article.f-card", "cards => cards.map(card => card.dataset.service)")

    def walk(self) -> list[str]:
        """Service ids of all cards on all pages of the list, in order."""
        services = list(self.listed)
        while self._turn():
            services += self.listed
        return services

    def turn_to(self, facility: str) -> "Finder":
        """Turn the pages of the list until one holds a card of the place."""
        while not self.card(facility).count() and self._turn():
            pass
        return self

    def _turn(self) -> bool:
        """Turn to the next page of the list, where there is one."""
        following = self.page.get_by_test_id("stPaginationNext")
        if not following.count() or not following.is_enabled():
            return False
        first = self.listed[0]
        following.click()
        assert self.until(lambda: self.listed[0] == first, wanted=False) is False
        self.rest()
        return True

    def card(self, facility: str) -> Locator:
        return self.page.locator(f'article.f-card[data-facility="{facility}"]')

    @property
    def selected(self) -> list[str]:
        return self.page.eval_on_selector_all(".f-selected", "cards => cards.map(card => card.dataset.facility)")

    # the map

    @property
    def map(self) -> Frame:
        """The frame that holds the map."""
        frame = self.page.wait_for_selector(MAP, state="attached").content_frame()
        assert frame is not None
        return frame

    @property
    def drawn(self) -> list[str]:
        return sorted(self.map.evaluate("window.finder.ids()"))

    @property
    def visible(self) -> int:
        return int(self.map.evaluate("window.finder.visible"))

    def positions(self, *facilities: str) -> list[tuple[float, float]]:
        """(x, y) of places in pixels of the frame."""
        spots = self.map.evaluate("ids => ids.map(id => window.finder.position(id))", list(facilities))
        return [(spot["x"], spot["y"]) for spot in spots]

    def map_size(self) -> tuple[int, int]:
        width, height = self.map.evaluate("[window.innerWidth, window.innerHeight]")
        return int(width), int(height)

    def click_map(self, x: float, y: float) -> None:
        """Press the mouse at a point of the frame, in its pixels."""
        frame = self.page.locator(MAP)
        # Into the middle: a phone's bar lies over the lower end of the page.
        frame.evaluate("e => e.scrollIntoView({ block: 'center' })")
        left, top = frame.evaluate(
            "e => { const r = e.getBoundingClientRect(); return [r.x + e.clientLeft, r.y + e.clientTop] }"
        )
        self.page.mouse.click(left + x, top + y)

    def focused(self, selector: str) -> bool:
        """Whether the keyboard's focus lies in an element."""
        return bool(self.page.evaluate("s => document.activeElement.closest(s) !== null", selector))

    def tab_to(self, selector: str, *, most: int = 40, key: str = "Tab") -> None:
        """Press Tab until the focus lies in an element; each time at a page that is at rest, as a reader would.

        What the last choice brings must be there first: who leaves a popover too early closes it.
        """
        self.page.locator(selector).first.wait_for(state="attached")
        self.rest()
        for _ in range(most):
            self.page.keyboard.press(key)
            there, resting = self.page.evaluate(WHERE, selector)
            if not resting:
                self.rest()
                there = self.focused(selector)
            if there:
                return
        raise AssertionError(f"{most} times {key} do not lead to {selector}")

    def evaluate(self, script: str) -> Any:
        return self.page.evaluate(script)
