"""Somebody who looks for help, with one thumb on a phone or with a keyboard alone; every step is counted."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from tests.e2e.finder import Finder
from tests.e2e.near_field import NearField

if TYPE_CHECKING:
    from playwright.sync_api import Locator

FIELD = "#search-text"
CLEAR = ".st-key-search-clear button"
POPOVER = '[data-testid="stPopoverBody"]'
SECTION = "[class*=st-key-section-]"
VIEWS = ("map", "list", "filter")
FARTHEST = 300  # presses of Tab: past all filters and twenty cards
STANDS_BEFORE = """css => {
  const focus = document.activeElement, thing = [...document.querySelectorAll(css)].find(e => e.checkVisibility());
  return focus !== document.body && Boolean(focus.compareDocumentPosition(thing) & Node.DOCUMENT_POSITION_PRECEDING);
}"""
SWITCHED = "['checkbox', 'radio'].includes(document.activeElement.type)"
T = TypeVar("T")


class Resident:
    """A visitor of the finder in one language.

    A step is a tap, a typed text (with Enter) or a choice. `keys`: no pointer is used at all.
    """

    def __init__(self, finder: Finder, language: str, *, keys: bool = False) -> None:
        self.finder = finder
        self.page = finder.page
        self.language = language
        self.keys = keys
        self.steps = 0
        self.typed: list[str] = []

    def arrive(self) -> "Resident":
        self.finder.open(lang=self.language)
        return self

    def sees(self, read: Callable[[], T], wanted: T) -> None:
        """Wait until the page shows what is wanted."""
        assert self.finder.until(read, wanted) == wanted
        self.finder.rest()

    def thing(self, css: str) -> "Locator":
        return self.page.locator(css).locator("visible=true").first

    # steps

    def reach(self, css: str) -> "Locator":
        """Put the thumb, or the focus, on something without pressing it."""
        self.steps += 1
        thing = self.thing(css)
        thing.wait_for()
        if self.keys and not self.finder.focused(css):
            self._tab_to(css)
        elif not self.keys:
            thing.scroll_into_view_if_needed()
        return thing

    def tap(self, css: str) -> None:
        thing = self.reach(css)
        if self.keys:
            self.page.keyboard.press("Space" if self.finder.evaluate(SWITCHED) else "Enter")
        else:
            thing.click()

    def unfold(self, css: str) -> None:
        """Press a button that opens a popover; the keyboard's focus goes into it."""
        self.tap(css)
        self.thing(POPOVER).wait_for()
        if self.keys:
            self.sees(lambda: self.finder.focused(POPOVER), wanted=True)

    def pick(self, group: str, at: int) -> None:
        """Choose the option that stands at a place of a row of options."""
        self.steps += 1
        options = self.page.locator(f"{group} button")
        options.nth(at).wait_for()
        if not self.keys:
            options.nth(at).click()
            return
        self._tab_to(f"{group} button")
        for _ in range(options.count()):
            if options.nth(at).evaluate("option => option === document.activeElement"):
                break
            self.page.keyboard.press("ArrowLeft" if self.language == "ar" else "ArrowRight")
        self.page.keyboard.press("Space")

    def search(self, words: str) -> None:
        """Type into the search field and wait for the answer."""
        self.reach(FIELD)
        if not self.keys:
            self.thing(FIELD).click()
        self._write(words)
        self.page.keyboard.press("Enter")
        self.thing(CLEAR).wait_for()
        self.finder.rest()

    def show(self, view: str) -> None:
        """Tap map, list or filters in the bar of a phone; a wide window has no bar and shows all of them."""
        bar = self.page.locator(".st-key-view-bar")
        if bar.is_visible():
            self.pick(".st-key-view-bar", VIEWS.index(view))
            self.sees(lambda: str(self.finder.evaluate("document.documentElement.dataset.view")), view)

    def name_place(self, words: str) -> str:
        """Open the field for a place, type one and take the first suggestion; gives back its cell."""
        near = NearField(self.finder)
        self.tap(".st-key-near-popover button")
        near.field.wait_for()
        self.sees(lambda: self.finder.focused("#near-field"), wanted=True)
        self.steps += 2  # the text and the choice
        self._write(words)
        near.options.first.wait_for()
        if self.keys:
            self.page.keyboard.press("ArrowDown")
            self.page.keyboard.press("Enter")
        else:
            near.options.first.click()
        self.sees(lambda: self.finder.param("near") != "", wanted=True)
        return self.finder.param("near")

    def _tab_to(self, css: str) -> None:
        """Forward or back, whichever way the thing stands from where the focus is."""
        back = self.finder.rest().page.evaluate(STANDS_BEFORE, css)
        self.finder.tab_to(css, most=FARTHEST, key="Shift+Tab" if back else "Tab")

    def _write(self, words: str) -> None:
        self.typed.append(words)
        self.page.keyboard.type(words)

    # what the page says

    @property
    def first(self) -> str:
        """Service id of the first card."""
        return self.finder.listed[0]

    @property
    def chips(self) -> list[str]:
        """What the search has understood: `topic-language_courses`, `place-09` …"""
        names = self.page.eval_on_selector_all("[class*=st-key-chip-]", "chips => chips.map(chip => chip.className)")
        return [found[1] for name in names if (found := re.search(r"st-key-chip-(\S+)", name))]

    def card(self, service: str) -> str:
        """Selector of an offer's card."""
        return f'article.f-card[data-service="{service}"]'

    def in_sight(self, css: str) -> bool:
        """Whether something can be seen without scrolling, at least in part."""
        self.thing(css).wait_for()
        return bool(
            self.thing(css).evaluate(
                "e => { const { top, bottom } = e.getBoundingClientRect(); return bottom > 0 && top < innerHeight; }"
            )
        )
