"""The partner's way by keyboard alone: from the table to the cells, to the offers, to a scenario, to the report."""

import json
from pathlib import Path

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.coverage import Coverage

pytestmark = pytest.mark.browser


def in_popover(page: Coverage) -> bool:
    return page.focused('[data-testid="stPopoverBody"]')


@pytest.mark.parametrize(
    ("language", "locale", "speak", "spoken"),
    [("de", "de-DE", "Sprachen", "Arabisch"), ("ar", "ar-EG", "لغات", "العربية")],
)
def test_from_the_table_to_the_report(
    visit: Visit, language: str, locale: str, speak: str, spoken: str, tmp_path: Path
) -> None:
    found = visit(locale=locale)
    page = Coverage(found.page, found.address).open(lang=language)
    press = page.page.keyboard.press
    before = page.residents["00"], page.headline

    # a district of the table: its cells are outlined, its offers listed
    page.tab_to(".st-key-gaps-pane tbody tr[data-key='09'] button", most=80)
    press("Enter")
    assert page.until(lambda: page.param("area"), "09") == "09"
    page.rest()
    assert page.map.evaluate("() => window.finder.areas().chosen") == ["09"]
    assert page.page.locator(".st-key-chosen-area li").count() == 2

    # what if one of them spoke Arabic: the first sentence is another one
    page.tab_to(".st-key-what-if", most=120, key="Shift+Tab")
    press("Enter")
    assert page.until(lambda: in_popover(page), wanted=True)
    page.choose_by_keyboard(".st-key-what-if-form", number=0, words=speak)
    page.choose_by_keyboard(".st-key-what-if-form", number=1, words="Jugendmigrationsdienst")
    page.tab_to(".st-key-what-if-form [data-testid='stButtonGroup'] button", most=20)
    while page.evaluate("document.activeElement.textContent.trim()") != spoken:
        press("ArrowLeft" if language == "ar" else "ArrowRight")
    press("Space")
    page.rest()
    page.tab_to(".st-key-what-if-make button", most=80)
    press("Enter")
    page.page.locator(".st-key-effect").wait_for(state="attached")
    page.rest()
    press("Escape")
    page.page.get_by_test_id("stPopoverBody").wait_for(state="detached")
    assert page.headline != before[1]

    # the analysis holds question and scenario
    page.tab_to(".st-key-coverage-report", most=80)
    press("Enter")
    assert page.until(lambda: in_popover(page), wanted=True)
    page.tab_to("[class*='st-key-take-analysis'] button", most=30)
    with page.page.expect_download() as waiting:
        press("Enter")
    target = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(target)
    analysis = json.loads(target.read_text("utf-8"))
    assert analysis["scenario"]["changes"]
