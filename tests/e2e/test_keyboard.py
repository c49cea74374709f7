"""A filter, a page of the list and a card by keyboard alone."""

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.oracle import expected

pytestmark = pytest.mark.browser

OPTION = '[data-testid="stPopoverBody"] button'
RING = "getComputedStyle(document.activeElement).boxShadow"
HEIGHTS = f"[...document.querySelectorAll('{OPTION}')].map(option => option.getBoundingClientRect().height)"


@pytest.mark.parametrize(("language", "locale"), [("de", "de-DE"), ("ar", "ar-EG")])
def test_filter_by_keyboard_alone(visit: Visit, language: str, locale: str) -> None:
    finder = visit(locale=locale).open(lang=language)
    press = finder.page.keyboard.press

    finder.tab_to("[class*=st-key-section-] button")
    press("ArrowLeft" if language == "ar" else "ArrowRight")
    press("Space")
    assert finder.until(lambda: finder.param("section"), "language_education") == "language_education"
    finder.rest()
    assert finder.focused("[class*=st-key-section-]")

    finder.tab_to(".st-key-topic-popover button")
    press("Enter")
    finder.page.locator(OPTION).first.wait_for()
    assert finder.until(lambda: finder.focused(OPTION), wanted=True)
    press("Space")
    assert finder.until(lambda: finder.param("topic"), "language_courses") == "language_courses"
    press("Escape")
    finder.page.locator(OPTION).first.wait_for(state="detached")
    assert finder.until(lambda: finder.focused(".st-key-topic-popover"), wanted=True)

    answer = expected(section="language_education", topic="language_courses")
    assert finder.until(lambda: finder.count, len(answer.offers)) == len(answer.offers)
    assert finder.until(lambda: finder.drawn, sorted(answer.places)) == sorted(answer.places)


@pytest.mark.parametrize(("width", "least"), [(1280, 39.5), (360, 43.5)])
def test_options_of_a_popover_show_the_focus_and_are_large_enough(visit: Visit, width: int, least: float) -> None:
    finder = visit(width).open(lang="de", view="filter")
    for facet in ("topic", "district"):
        finder.page.locator(f".st-key-{facet}-popover button").first.focus()
        finder.page.keyboard.press("Enter")
        assert finder.until(lambda: finder.focused(OPTION), wanted=True)
        assert "rgb(255, 210, 74)" in finder.evaluate(RING)
        assert min(finder.evaluate(HEIGHTS)) >= least
        finder.page.keyboard.press("Escape")
        finder.page.locator(OPTION).first.wait_for(state="detached")


def test_the_first_tab_leads_past_the_header(visit: Visit) -> None:
    finder = visit().open(lang="de")
    finder.page.keyboard.press("Tab")
    target = finder.evaluate("document.activeElement.getAttribute('href')")
    assert target is not None
    assert target.startswith("#")
    assert finder.page.locator(target).count() == 1


def test_a_card_and_the_next_page_by_keyboard(visit: Visit) -> None:
    finder = visit().open(lang="en", section="work_career")
    finder.tab_to(".f-card h3 a", most=80)
    facility = finder.evaluate("document.activeElement.closest('.f-card').dataset.facility")
    finder.page.keyboard.press("Enter")
    assert finder.until(lambda: finder.param("facility"), facility) == facility
    finder.rest().page.get_by_test_id("stPaginationNext").focus()
    finder.page.keyboard.press("Enter")
    assert finder.until(lambda: finder.param("page"), "2") == "2"
    assert finder.until(lambda: len(set(finder.listed) & expected(section="work_career").offers), 20) == 20


def test_focus_can_leave_the_map(visit: Visit) -> None:
    finder = visit().open(lang="de", district="11")
    finder.page.locator(".st-key-map-pane iframe").focus()
    finder.tab_to(".st-key-legend", most=15)


def test_the_views_of_a_phone(visit: Visit) -> None:
    finder = visit(360).open(lang="de", spoken="ar")
    views = finder.page.locator(".st-key-view-bar button")
    assert views.count() == 3
    views.nth(1).focus()
    finder.page.keyboard.press("Space")
    assert finder.until(lambda: finder.param("view"), "list") == "list"
    finder.page.locator(".f-card").first.wait_for()
    finder.page.locator(".st-key-map-pane").wait_for(state="hidden")
    finder.rest()
    views.nth(2).click()
    assert finder.until(lambda: finder.param("view"), "filter") == "filter"
    finder.page.locator(".st-key-district-popover button").wait_for()
    views.nth(0).click()
    assert finder.until(lambda: finder.param("view"), "") == ""
    finder.page.locator(".st-key-map-pane").wait_for()
    assert finder.rest().drawn == sorted(expected(spoken="ar").places)
