"""Coverage in a browser: the map draws what the table says, and a partner gets from a gap to its report."""

import json
import re
from pathlib import Path

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.coverage import Coverage

pytestmark = pytest.mark.browser
KINDS = {"covered": "0", "unknown": "-", "gap": "g", "empty": "n", "": "w"}


def coverage(visit: Visit, width: int = 1280) -> Coverage:
    page = visit(width)
    return Coverage(page.page, page.address)


def test_the_map_of_districts_has_the_states_of_the_table(visit: Visit) -> None:
    page = coverage(visit).open(lang="de", draw="districts")
    states = page.states
    assert len(states) == 18
    assert page.classes == "".join(KINDS[states[key]] for key in sorted(states))


def test_the_map_of_cells_has_the_numbers_of_the_table(visit: Visit) -> None:
    page = coverage(visit).open(lang="de")
    assert page.level == "cell"
    assert set(page.classes) <= set("0-gwn")
    before = page.classes.count("0")
    page.open(lang="de", reach="30")
    assert page.classes.count("0") > before
    assert sum(page.residents.values()) - page.residents["00"] <= page.residents["00"]


def test_a_click_on_a_cell_leads_to_its_district_and_the_finder(visit: Visit) -> None:
    page = coverage(visit).open(lang="en")
    code = page.map.evaluate("() => { const l = window.finder; return l.areas().classes.indexOf('0'); }")
    key = page.map.evaluate(
        "async i => (await (await fetch('../../api/populated-cells.json')).json()).features[i].properties.key", code
    )
    page.click_area(key)
    assert page.until(lambda: page.param("area"), key) == key
    page.rest()
    link = page.page.locator(".st-key-chosen-area a.f-button")
    assert "near=" in str(link.get_attribute("href"))
    link.click()
    page.page.locator(".st-key-result-count").wait_for()
    assert page.param("near") == key
    assert page.param("topic") == "counselling"


def test_a_row_leads_to_its_district_and_back(visit: Visit) -> None:
    page = coverage(visit).open(lang="en")
    page.page.locator(".st-key-gaps-pane tbody tr[data-key='09'] button").click()
    assert page.until(lambda: page.param("area"), "09") == "09"
    page.rest()
    assert page.page.locator(".st-key-chosen-area li").count() == 2
    page.page.locator(".st-key-gaps-pane tbody tr[data-key='09'] button").click()
    assert page.until(lambda: page.param("area"), "") == ""


@pytest.mark.parametrize("language", ["de", "ar"])
def test_from_a_gap_to_a_scenario_and_a_report(visit: Visit, language: str, tmp_path: Path) -> None:
    page = coverage(visit).open(lang=language, area="08", speaks="any")
    before = page.headline
    form = page.popover("what-if")
    form.locator(".st-key-what-if-form input").nth(2).click()
    page.page.get_by_role("option").nth(3).click()
    page.rest()
    form.get_by_role("button").filter(has_text=re.compile(".")).locator("visible=true")
    page.page.locator(".st-key-what-if-make button").click()
    page.rest()
    page.close()
    report = page.popover("coverage-report")
    with page.page.expect_download() as waiting:
        report.get_by_role("button").filter(has_text="JSON").first.click()
    target = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(target)
    page.close()
    analysis = json.loads(target.read_text("utf-8"))
    assert "scenario" in json.dumps(analysis)
    assert before
