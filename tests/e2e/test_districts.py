"""Map, legend, table, sentence and address of the districts page say the same, by whatever way things were chosen."""

import re
from typing import Any

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.districts import Districts
from tests.e2e.finder import Finder

pytestmark = pytest.mark.browser
TELL = """() => {
  window.told = [];
  window.addEventListener("finder:hover", event => window.told.push(event.detail.key));
}"""


@pytest.fixture
def districts(visit: Visit) -> Districts:
    page = visit()
    return Districts(page.page, page.address)


def test_method_classes_level_and_figure_change_map_and_legend_together(districts: Districts) -> None:
    page = districts.open(lang="de")
    seen = [page.classes]
    assert page.drawn_counts == page.counts
    page.page.locator(".st-key-classes-popover button").first.click()
    for choice in ("Gleich viele Gebiete", "Gleiche Schritte", "Runde Zahlen"):
        page.page.get_by_role("radio", name=choice).click()
        page.until(lambda: page.classes != seen[-1], wanted=True)
        page.rest()
        assert page.until(lambda: page.drawn_counts == page.counts, wanted=True)
        seen.append(page.classes)
    page.page.get_by_role("radio", name="6", exact=True).click()
    assert page.until(lambda: page.param("classes"), "6") == "6"
    page.rest().page.keyboard.press("Escape")
    page.page.get_by_role("radio", name="111 Wahlbezirke").click()
    assert page.until(lambda: len(page.classes), 111) == 111
    page.rest()
    assert page.until(lambda: page.drawn_counts == page.counts, wanted=True)
    page.choose("ask-figure", "Menschen ab 80 Jahren")
    assert page.until(lambda: page.drawn_counts == page.counts, wanted=True)
    assert page.until(lambda: page.param("indicator"), "residents_80_plus_share") == "residents_80_plus_share"
    params = page.rest().params
    assert (params["method"], params["level"]) == ("pretty_breaks", "polling_district")
    before = page.classes, page.counts
    page.load_again()
    assert (page.classes, page.counts) == before


def test_own_limits(districts: Districts) -> None:
    page = districts.open(lang="de", method="own")
    page.page.locator(".st-key-classes-popover button").first.click()
    page.page.get_by_label("Obere Grenzen in Prozent").fill("10; 20")
    page.page.keyboard.press("Enter")
    assert page.until(lambda: len(page.counts), 3) == 3
    page.rest()
    assert page.until(lambda: page.drawn_counts == page.counts, wanted=True)
    assert page.params["breaks"] == "0.1,0.2"


def test_comparing_by_table_map_and_button(districts: Districts) -> None:
    page = districts.open(lang="de")
    page.page.locator(".st-key-ranking-pane").get_by_role("button", name="Grone").click()
    assert page.until(lambda: page.borders, (["09"], [])) == (["09"], [])
    page.click_area("05")
    assert page.until(lambda: page.borders, (["09"], ["05"])) == (["09"], ["05"])
    page.page.locator(".st-key-compare-popover button").first.click()
    page.page.get_by_test_id("stPopoverBody").get_by_text("Weende", exact=True).click()
    assert page.until(lambda: page.borders, (["09"], ["05", "06"])) == (["09"], ["05", "06"])
    page.page.keyboard.press("Escape")
    page.rest()
    pins = ["▲ Grone 29,1", "△ Nordstadt 30,1", "△ Weende 22,0"]
    assert page.until(lambda: sorted(page.pins), pins) == pins
    page.page.locator(".st-key-let-go-06 button").click()
    assert page.until(lambda: page.borders, (["09"], ["05"])) == (["09"], ["05"])
    page.rest()
    page.page.get_by_text("nicht gesichert").first.wait_for()
    assert page.page.evaluate("location.search").count("compare=09") == 1
    page.load_again()
    assert page.borders == (["09"], ["05"])


@pytest.mark.parametrize("how", [{"button": "middle"}, {"modifiers": ["Control"]}], ids=["middle", "control"])
def test_offers_of_the_districts_open_in_a_new_tab(districts: Districts, how: dict[str, Any]) -> None:
    page = districts.open(lang="de", compare="09")
    link = page.page.locator(".st-key-offers-here a").first
    page.page.locator(".st-key-ranking-pane").get_by_role("button", name="Nordstadt").click()
    assert page.until(lambda: "09%2C05" in (link.get_attribute("href") or ""), wanted=True)
    with page.page.context.expect_page() as opened:
        link.click(**how)
    finder = Finder(opened.value, page.address).wait_for_answer()
    assert finder.param("district") == "05,09"
    assert f"{finder.count} Angebote" in link.inner_text()


def test_rows_and_areas_light_up_together(districts: Districts) -> None:
    page = districts.open(lang="de")
    page.page.evaluate(TELL)
    page.rows.filter(has_text="Weende").locator("button").first.focus()
    assert page.until(lambda: page.page.evaluate("window.told.at(-1)"), "06") == "06"
    page.hover_area("09")
    assert page.until(lambda: page.page.evaluate("window.told.at(-1)"), "09") == "09"
    lit = page.rows.filter(has_text="Grone").first
    assert page.until(lambda: "d-lit" in (lit.get_attribute("class") or ""), wanted=True)


def test_the_table_sorts_by_keyboard(districts: Districts) -> None:
    page = districts.open(lang="de")
    head = page.page.locator(".st-key-ranking-pane thead").get_by_role("button", name=re.compile("Gebiet"))
    head.focus()
    page.page.keyboard.press("Enter")
    names = page.page.locator(".st-key-ranking-pane tbody th bdi")
    assert page.until(names.all_inner_texts, sorted(names.all_inner_texts())) == sorted(names.all_inner_texts())
    assert page.focused(".st-key-ranking-pane thead")
