"""Open when? On a phone: two taps, or the keyboard alone; chips as large as a finger, and axe finds nothing."""

import pytest
from playwright.sync_api import Locator

from geodata.adapters.catalogues import read_translator
from tests.e2e.conftest import Visit
from tests.e2e.finder import Finder
from tests.e2e.test_accessible import POPOVER, violations

pytestmark = pytest.mark.browser

FINGER_PX = 44


def button_of(finder: Finder) -> Locator:
    return finder.page.locator(".st-key-when-popover button").first


def chips_of(finder: Finder) -> Locator:
    chips = finder.page.locator(f"{POPOVER} .st-key-when-chips button")
    chips.first.wait_for()
    return chips


@pytest.mark.parametrize("language", ["ar", "de"])
def test_two_taps_ask_for_tomorrow(visit: Visit, language: str) -> None:
    t = read_translator(language)
    finder = visit(360).open(lang=language, view="filter")
    everything = finder.count
    button_of(finder).click()
    chips = chips_of(finder)
    assert chips.all_inner_texts() == [t("any time"), t("now"), t("today"), t("tomorrow"), t("another day…")]
    sizes = [box for chip in chips.all() if (box := chip.bounding_box())]
    assert all(min(box["width"], box["height"]) >= FINGER_PX for box in sizes)
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in sizes)
    assert violations(finder, f"open when, {language}", part=POPOVER) == []
    chips.filter(has_text=t("tomorrow")).click()
    assert finder.until(lambda: finder.param("open_at"), wanted="tomorrow") == "tomorrow"
    assert finder.rest().count < everything


def test_the_keyboard_alone_asks_for_today_and_lets_it_go(visit: Visit) -> None:
    finder = visit(360).open(lang="de", view="filter")
    everything = finder.count
    button_of(finder).focus()
    finder.page.keyboard.press("Enter")
    chips_of(finder).nth(2).focus()
    finder.page.keyboard.press("Space")
    assert finder.until(lambda: finder.param("open_at"), wanted="today") == "today"
    assert finder.rest().count < everything
    chips_of(finder).first.focus()
    finder.page.keyboard.press("Space")
    assert finder.until(lambda: finder.param("open_at"), wanted="") == ""
    assert finder.rest().count == everything
