"""The districts page as a visitor sees it: what is drawn, said, listed and chosen."""

import re
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Locator

from tests.e2e.finder import MAP, POLL_MS, Finder


class Districts(Finder):
    """One page of a browser, at the districts page of `address`."""

    def open(self, **params: str) -> "Districts":
        """Load it with URL parameters and wait until map and table are there."""
        self.page.goto(f"{self.address}/districts?{urlencode(params, safe=',')}")
        return self.wait_for_map()

    def wait_for_map(self) -> "Districts":
        self.map.wait_for_function("() => document.documentElement?.dataset.ready === '1'", polling=POLL_MS)
        self.rows.first.wait_for(state="attached")
        self.rest()
        return self

    @property
    def classes(self) -> str:
        """The fill of every area that is drawn, one character each."""
        return str(self.map.evaluate("() => window.finder.areas().classes"))

    @property
    def counts(self) -> list[int]:
        """How many areas the legend gives for each of its classes."""
        texts = self.page.locator(".f-ramp li > span:not(.f-pin)").all_inner_texts()
        return [int(re.sub(r"\D", "", text)) for text in texts]

    @property
    def drawn_counts(self) -> list[int]:
        """The same, counted on the map."""
        return [self.classes.count(str(number)) for number in range(len(self.counts))]

    @property
    def rows(self) -> Locator:
        """Rows of the ranking."""
        return self.page.locator(".st-key-ranking-pane tbody tr")

    @property
    def cells(self) -> dict[str, list[str]]:
        """Name → the texts of a row: value, bounds where there are any, people; or the reason why there is none."""
        found: dict[str, list[str]] = self.page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll(".st-key-ranking-pane tbody tr")].map(row => [
              row.querySelector("bdi").textContent,
              [...row.querySelectorAll(".d-number, .d-reason")].map(cell => cell.textContent.trim())]))"""
        )
        return found

    @property
    def borders(self) -> tuple[list[str], list[str]]:
        """Keys of the areas with a solid and with a dashed border."""
        areas: dict[str, Any] = self.map.evaluate("() => window.finder.areas()")
        return areas["chosen"], areas["compared"]

    def choose(self, key: str, words: str) -> "Districts":
        """Choose an option of a select box."""
        self.page.locator(f".st-key-{key} input").click()
        self.page.get_by_role("option", name=words, exact=True).click()
        self.rest()
        return self

    def load_again(self) -> "Districts":
        """What a reader sees who opens the address that stands there."""
        self.page.goto(str(self.page.evaluate("location.href")))
        return self.wait_for_map()

    @property
    def pins(self) -> list[str]:
        """The compared areas under their classes in the legend."""
        return [" ".join(text.split()) for text in self.page.locator(".f-pin").all_inner_texts()]

    def _spot(self, key: str) -> tuple[float, float]:
        """Where an area's name stands, in pixels of the page."""
        frame = self.page.locator(MAP)
        frame.evaluate("e => e.scrollIntoView({ block: 'center' })")
        left, top = frame.evaluate("e => { const r = e.getBoundingClientRect(); return [r.x, r.y] }")
        spot = self.map.evaluate("key => window.finder.labelAt(key)", key)
        return left + spot["x"], top + spot["y"]

    def click_area(self, key: str) -> None:
        """Press the mouse in an area."""
        self.page.mouse.click(*self._spot(key))

    def hover_area(self, key: str) -> None:
        """Move the mouse into an area."""
        x, y = self._spot(key)
        self.page.mouse.move(x - 3, y)
        self.page.mouse.move(x, y)
