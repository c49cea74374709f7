"""axe finds nothing on the districts page, in any state, language and width."""

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.districts import Districts
from tests.e2e.oracle import LANGUAGES
from tests.e2e.test_accessible import new_part, violations

pytestmark = pytest.mark.browser
TOO_WIDE = """() => [...document.querySelectorAll("[data-testid=stMain] *")].filter(element => {
  const { left, right, width } = element.getBoundingClientRect();
  const hidden = getComputedStyle(element).position === "absolute" && width <= 2;
  const outside = left < -1 || right > innerWidth + 1;
  return width > 0 && !hidden && outside && !element.closest(".d-svg, .f-hidden, .c-scroll, iframe");
}).map(element => element.tagName + "." + element.className.toString().slice(0, 60)).slice(0, 8)"""
TARGETS = "[data-testid=stMain] :is(button, a[href], summary, label.f-button)"
TOO_SMALL = f"""() => [...document.querySelectorAll("{TARGETS}")].filter(element => element.checkVisibility())
  .map(element => [element.getBoundingClientRect(), element.textContent.trim().slice(0, 30)])
  .filter(([box]) => box.height < 43.5 && box.width > 0)
  .map(([box, text]) => text + ": " + Math.round(box.height))"""


def districts(visit: Visit, width: int = 1280) -> Districts:
    page = visit(width, kept=True)
    return Districts(page.page, page.address)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_found(visit: Visit, language: str, width: int) -> None:
    page = districts(visit, width).open(lang=language, compare="09,05", against="residents_80_plus_share")
    found = violations(page, "two districts")
    for popover in ("classes", "take-away"):
        page.page.locator(f".st-key-{popover}-popover button").first.click()
        page.page.get_by_test_id("stPopoverBody").locator("button").first.wait_for()
        found += violations(page, f"{popover} open", part=new_part(language))
        page.page.keyboard.press("Escape")
        page.page.get_by_test_id("stPopoverBody").wait_for(state="detached")
    page.page.locator(".st-key-own-table summary").click()
    page.page.locator(".f-file").wait_for()
    found += violations(page, "own table", part=new_part(language, ".st-key-own-table"))
    page.open(lang=language, level="polling_district", indicator="register_population", compare="09-312")
    found += violations(page, "a level without data")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_scrolls_sideways(visit: Visit, language: str, width: int) -> None:
    page = districts(visit, width).open(lang=language, compare="09,05", against="residents_80_plus_share")
    wide = page.page.evaluate(TOO_WIDE)
    assert wide == []


@pytest.mark.parametrize("language", ["de", "ar"])
def test_targets_on_a_phone_are_large_enough(visit: Visit, language: str) -> None:
    page = districts(visit, 360).open(lang=language, compare="09,05")
    small = page.page.evaluate(TOO_SMALL)
    assert small == []
