"""Words of the plots stay whole and apart at every width, and Arabic captions begin at the right."""

from itertools import pairwise

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.districts import Districts

pytestmark = pytest.mark.browser
BEARING_PX = 1.5  # what a letter's box may stick out without any ink
CUT = f"""() => [...document.querySelectorAll(".d-svg text")].filter(text => {{
  const box = text.getBoundingClientRect(), picture = text.ownerSVGElement.getBoundingClientRect();
  return box.width && (box.left < picture.left - {BEARING_PX} || box.right > picture.right + {BEARING_PX});
}}).map(text => text.textContent)"""
TICKS = """() => [...document.querySelectorAll(".d-ticks > span")]
  .filter(tick => tick.checkVisibility({ visibilityProperty: true }))
  .map(tick => [tick.getBoundingClientRect().left, tick.getBoundingClientRect().right])"""
NOT_AT_THE_START = """() => [...document.querySelectorAll("[data-testid=stCaptionContainer] p")]
  .filter(text => getComputedStyle(text).textAlign !== "start").map(text => text.textContent)"""


def districts(visit: Visit, width: int) -> Districts:
    """A page of any width."""
    found = visit()
    found.page.set_viewport_size({"width": width, "height": 860})
    return Districts(found.page, found.address)


@pytest.mark.parametrize("language", ["de", "ru", "ar"])
@pytest.mark.parametrize("width", [320, 600, 700])
def test_words_are_whole_and_apart(visit: Visit, language: str, width: int) -> None:
    page = districts(visit, width).open(lang=language, compare="09,05", against="residents_80_plus_share")
    page.page.locator(".st-key-over-time .d-svg").wait_for()
    assert page.page.evaluate(CUT) == []
    ticks = page.until(lambda: apart(page), wanted=True)
    assert ticks, page.page.evaluate(TICKS)


def apart(page: Districts) -> bool:
    """Whether the ticks over the bars, at least two, stand next to each other with a gap between them."""
    ticks = page.page.evaluate(TICKS)
    return len(ticks) > 1 and all(before[1] + 4 < after[0] for before, after in pairwise(ticks))


def test_arabic_captions_begin_at_the_right(visit: Visit) -> None:
    page = districts(visit, 1280).open(lang="ar", compare="09,05")
    assert page.page.locator("[data-testid=stCaptionContainer] p").count() > 1
    assert page.page.evaluate(NOT_AT_THE_START) == []
