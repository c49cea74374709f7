"""The coverage page as a visitor sees it: the sentence, the table, the map, and what can be opened."""

import re
from urllib.parse import urlencode

from playwright.sync_api import Locator

from tests.e2e.finder import MAP, POLL_MS, Finder


class Coverage(Finder):
    """One page of a browser, at the coverage page of `address`."""

    def open(self, **params: str) -> "Coverage":
        """Load it with URL parameters and wait until map and table are there."""
        self.page.goto(f"{self.address}/coverage?{urlencode(params, safe=',')}")
        return self.wait_for_map()

    def wait_for_map(self) -> "Coverage":
        self.map.wait_for_function("() => document.documentElement?.dataset.ready === '1'", polling=POLL_MS)
        self.rows.first.wait_for(state="attached")
        self.rest()
        return self

    @property
    def headline(self) -> str:
        """The answer in one sentence."""
        return self.page.locator(".st-key-coverage-headline h1").inner_text()

    @property
    def rows(self) -> Locator:
        """Rows of the gap table."""
        return self.page.locator(".st-key-gaps-pane tbody tr")

    @property
    def states(self) -> dict[str, str]:
        """Key of every district → its state in the table, "" where there are no numbers."""
        found: dict[str, str] = self.page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll(".st-key-gaps-pane tbody tr")].map(row => [
              row.dataset.key, row.querySelector(".f-state")?.className.replace(/.*f-state-/, "") ?? ""]))"""
        )
        return found

    @property
    def residents(self) -> dict[str, int]:
        """Key of every district with numbers → its residents."""
        texts: dict[str, str] = self.page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll(".st-key-gaps-pane .d-first")]
              .map(cell => [cell.closest("tr").dataset.key, cell.textContent]))"""
        )
        return {key: int(re.sub(r"\D", "", text)) for key, text in texts.items()}

    @property
    def classes(self) -> str:
        """The kind of every area that is drawn, one character each."""
        return str(self.map.evaluate("() => window.finder.areas().classes"))

    @property
    def level(self) -> str:
        """What is drawn: cells or districts."""
        return str(self.map.evaluate("() => window.finder.areas().level"))

    def click_area(self, key: str) -> None:
        """Press the mouse in an area of the level that is drawn."""
        frame = self.page.locator(MAP)
        frame.evaluate("e => e.scrollIntoView({ block: 'center' })")
        left, top = frame.evaluate("e => { const r = e.getBoundingClientRect(); return [r.x, r.y] }")
        spot = self.map.evaluate("key => window.finder.labelAt(key)", key)
        self.page.mouse.click(left + spot["x"], top + spot["y"])

    def expand(self, key: str) -> Locator:
        """Open one of the panels below."""
        panel = self.page.locator(f".st-key-{key}")
        panel.locator("summary").first.click()
        self.rest()
        return panel

    def popover(self, key: str) -> Locator:
        """Open what stands behind a button."""
        self.page.locator(f".st-key-{key} button").first.click()
        body = self.page.get_by_test_id("stPopoverBody")
        body.wait_for()
        return body

    def close(self) -> None:
        """Close what stands behind a button."""
        self.page.keyboard.press("Escape")
        self.page.get_by_test_id("stPopoverBody").wait_for(state="detached")

    def choose_by_keyboard(self, within: str, *, number: int, words: str) -> None:
        """Choose an option of a select box by its words, by keyboard alone, and wait for what the form says then."""
        form = self.page.locator(within)
        before = form.inner_text()
        box = form.locator("[data-testid='stSelectbox'] input").nth(number)
        box.focus()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)
        self.page.get_by_role("option").first.wait_for()
        self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")
        assert self.until(lambda: form.inner_text() == before, wanted=False) is False
        self.rest()
        assert box.evaluate("box => box === document.activeElement"), "a redrawn form keeps the focus"
