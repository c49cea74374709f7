"""The planner's way by keyboard alone: figure, level, two districts, a sorted table, a download."""

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.districts import Districts
from tests.e2e.test_keyboard import HEIGHTS, OPTION, RING

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("language", "locale", "figure"), [("de", "de-DE", "80"), ("ar", "ar-EG", "80")])
def test_a_comparison_by_keyboard_alone(visit: Visit, language: str, locale: str, figure: str) -> None:
    found = visit(locale=locale)
    page = Districts(found.page, found.address).open(lang=language)
    press = page.page.keyboard.press

    page.tab_to(".st-key-ask-figure input")
    press("Control+a")
    page.page.keyboard.type(figure)
    page.page.get_by_role("option").first.wait_for()
    press("ArrowDown")
    press("Enter")
    assert page.until(lambda: page.param("indicator"), "residents_80_plus_share") == "residents_80_plus_share"
    page.rest()

    page.tab_to(".st-key-ask-level button")
    press("ArrowLeft" if language == "ar" else "ArrowRight")
    press("Space")
    assert page.until(lambda: page.param("level"), "polling_district") == "polling_district"
    press("ArrowRight" if language == "ar" else "ArrowLeft")
    press("Space")
    assert page.until(lambda: page.param("level"), "") == ""
    page.rest()

    page.tab_to(".st-key-compare-popover button")
    press("Enter")
    assert page.until(lambda: page.focused(OPTION), wanted=True)
    press("Space")
    assert page.until(lambda: page.param("compare"), "01") == "01"
    page.rest()
    press("Escape")
    page.page.locator(OPTION).first.wait_for(state="detached")
    assert page.until(lambda: page.focused(".st-key-compare-popover"), wanted=True)

    page.tab_to(".st-key-ranking-pane tbody button", most=60)
    press("Enter")
    assert page.until(lambda: len(page.param("compare").split(",")), 2) == 2
    page.rest()
    assert page.until(lambda: page.focused(".st-key-ranking-pane tbody"), wanted=True)


@pytest.mark.parametrize(("width", "least"), [(1280, 39.5), (360, 43.5)])
def test_options_of_a_popover_show_the_focus_and_are_large_enough(visit: Visit, width: int, least: float) -> None:
    found = visit(width)
    page = Districts(found.page, found.address).open(lang="de", compare="09")
    for popover in ("classes", "compare", "take-away"):
        page.page.locator(f".st-key-{popover}-popover button").first.focus()
        page.page.keyboard.press("Enter")
        assert page.until(lambda: page.focused(OPTION), wanted=True)
        assert "rgb(255, 210, 74)" in page.evaluate(RING)
        assert min(page.evaluate(HEIGHTS)) >= least
        page.page.keyboard.press("Escape")
        page.page.locator(OPTION).first.wait_for(state="detached")


def test_a_download_by_keyboard(visit: Visit) -> None:
    found = visit()
    page = Districts(found.page, found.address).open(lang="de")
    page.tab_to(".st-key-take-away-popover button")
    page.page.keyboard.press("Enter")
    assert page.until(lambda: page.focused(OPTION), wanted=True)
    with page.page.expect_download() as waiting:
        page.page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".csv")
