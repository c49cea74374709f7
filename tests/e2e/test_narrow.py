"""At 320 px, which is 400 % zoom of 1280, nothing has to be scrolled sideways."""

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.finder import Finder
from tests.e2e.oracle import LANGUAGES

pytestmark = pytest.mark.browser

# The document, Streamlit's own scrolling part, and whatever sticks out of the window although it can be seen.
TOO_WIDE = """() => {
  const main = '[data-testid="stMain"]', popover = '[data-testid="stPopoverBody"]', wide = [];
  for (const e of [document.scrollingElement, ...document.querySelectorAll(`${main}, ${popover}`)])
    if (e.scrollWidth > e.clientWidth) wide.push(`${e.tagName} ${e.scrollWidth} > ${e.clientWidth}`);
  const seen = e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !e.closest("svg, .f-hidden, .st-key-document");
  const scrolls = e => {
    for (let p = e.parentElement; p && !p.matches(main); p = p.parentElement)
      if (["auto", "scroll"].includes(getComputedStyle(p).overflowX)) return true;
    return false;
  };
  for (const e of document.querySelectorAll(`${main} *`)) {
    const { left, right, width, height } = e.getBoundingClientRect();
    if (width > 1 && height > 1 && (right > innerWidth + 1 || left < -1) && seen(e) && !scrolls(e))
      wide.push(`${e.tagName} ${String(e.className).slice(0, 60)} ${Math.round(left)} to ${Math.round(right)}`);
  }
  return wide.slice(0, 8);
}"""


def too_wide(finder: Finder) -> list[str]:
    found: list[str] = finder.evaluate(TOO_WIDE)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_finder_needs_no_sideways_scrolling(visit: Visit, language: str) -> None:
    finder = visit(320, kept=True).open(lang=language, spoken="ar")
    assert too_wide(finder) == []
    finder.open(lang=language, spoken="ar", view="list")
    for card in finder.page.locator(".f-card details summary").all()[:6]:
        card.click()
    assert too_wide(finder) == []
    finder.open(lang=language, spoken="ar", view="filter")
    assert too_wide(finder) == []
    finder.page.locator(".st-key-topic-popover button").click()
    finder.page.locator('[data-testid="stPopoverBody"] button').first.wait_for()
    assert too_wide(finder) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_found_and_about_need_none_either(visit: Visit, language: str) -> None:
    finder = visit(320, kept=True).open(lang=language, topic="emergency", district="17")
    assert too_wide(finder) == []
    assert too_wide(finder.open_about(lang=language)) == []
