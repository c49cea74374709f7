"""axe finds nothing in any state of any page, in any language and width, in the page and in the map's frame."""

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Frame

from tests.e2e.conftest import Visit
from tests.e2e.finder import Finder
from tests.e2e.oracle import LANGUAGES

pytestmark = pytest.mark.browser

AXE_ONCE = f"() => {{ {files('axe_playwright_python').joinpath('axe.min.js').read_text('utf-8')} }}"
# All rules that axe has on, best practice and experiments included, and those for WCAG 2.2 AA that it has off. Only
# what AAA asks for, and what axe itself calls outdated, stays out.
RUN = """async part => {
  const rules = {};
  for (const rule of axe.getRules())
    rules[rule.ruleId] = { enabled: !rule.tags.some(tag => ["wcag2aaa", "wcag22aaa", "deprecated"].includes(tag)) };
  const { violations } = await axe.run(part ? { include: part } : document, { rules, resultTypes: ["violations"] });
  const why = node => [...node.any, ...node.all, ...node.none].map(check => check.message).join("; ").slice(0, 180);
  const where = node => node.target.flat().join(" >> ");
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${where(node)} (${why(node)})`));
}"""


POPOVER = '[data-testid="stPopoverBody"]'


def violations(finder: Finder, state: str, *, part: str = "") -> list[str]:
    """What axe finds in the page with its frames, and in each frame on its own; or in a part of the page alone."""
    frames: list[Frame] = [finder.page.main_frame] if part else finder.page.frames
    for frame in frames:
        if not frame.evaluate("'axe' in window"):
            frame.evaluate(AXE_ONCE)
    return [f"{state}, {_name(frame)}: {found}" for frame in frames for found in _run(frame, part)]


def new_part(language: str, part: str = POPOVER) -> str:
    """What is looked at when a part has been added to a page that was looked at without it.

    The part itself in every language; the whole page once more in German: how a part lies in a page is the same in all.
    """
    return "" if language == "de" else part


def _run(frame: Frame, part: str) -> Any:
    return frame.evaluate(RUN, part)


def _name(frame: Frame) -> str:
    return "map frame" if frame.parent_frame else "page"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
class TestNoViolation:
    def test_finder_from_first_sight_to_a_selected_place(self, visit: Visit, language: str, width: int) -> None:
        finder = visit(width, kept=True).open(lang=language)
        found = violations(finder, "first sight")
        facility = finder.drawn[0]
        finder.open(lang=language, spoken="ar", facility=facility, page="0")
        found += violations(finder, "language asked, place selected")
        finder.open(lang=language, section="language_education", spoken="ar", view="list")
        finder.page.locator(".f-card details summary").first.click()
        found += violations(finder, "list with an open card")
        assert not found, "\n".join(found)

    def test_open_filters(self, visit: Visit, language: str, width: int) -> None:
        finder = visit(width, kept=True).open(lang=language, view="filter")
        found = violations(finder, "filters")
        for facet in ("topic", "spoken", "district", "group"):
            finder.page.locator(f".st-key-{facet}-popover button").click()
            body = finder.page.get_by_test_id("stPopoverBody")
            body.locator("button").first.wait_for()
            found += violations(finder, f"{facet} open", part=new_part(language))
            finder.page.keyboard.press("Escape")
            body.wait_for(state="detached")
        assert not found, "\n".join(found)

    def test_empty_result(self, visit: Visit, language: str, width: int) -> None:
        finder = visit(width, kept=True).open(lang=language, topic="emergency", district="17")
        assert finder.count == 0
        finder.page.locator(".st-key-empty").wait_for()
        assert violations(finder, "nothing found") == []

    def test_about_page(self, visit: Visit, language: str, width: int) -> None:
        assert violations(visit(width, kept=True).open_about(lang=language), "about") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_and_languages_of_a_phone(visit: Visit, language: str) -> None:
    finder = visit(360, kept=True).open(lang=language)
    found = []
    for part in ("language", "menu"):
        button = finder.page.locator(f".f-{part} .f-fold")
        button.click()
        finder.page.locator(f".f-{part} .f-fold[aria-expanded=true]").wait_for()
        found += violations(finder, f"{part} open", part=new_part(language, ".f-header"))
        finder.page.keyboard.press("Escape")
        finder.page.locator(f".f-{part} .f-fold[aria-expanded=false]").wait_for()
        assert finder.focused(f".f-{part} .f-fold")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_house_popup_of_the_map(visit: Visit, language: str) -> None:
    finder = visit(kept=True).open(lang=language, facility="migrationszentrum-goettingen")
    finder.click_map(*finder.positions("migrationszentrum-goettingen")[0])
    finder.map.locator(".leaflet-popup button").first.wait_for()
    assert violations(finder, "house open") == []
