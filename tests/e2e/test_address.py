"""The address is the memory: it restores everything, keeps the language, and nothing in it can do harm."""

from urllib.parse import quote

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.finder import Finder
from tests.e2e.oracle import expected

pytestmark = pytest.mark.browser


def state(finder: Finder) -> tuple[object, ...]:
    finder.rest()
    return finder.params, finder.count, finder.drawn, finder.listed, finder.selected


def test_reload_restores_the_state(visit: Visit) -> None:
    finder = visit().open(lang="ru")
    finder.page.locator("[class*=st-key-section-] button").first.click()
    assert finder.until(lambda: finder.param("section"), "first_steps") == "first_steps"
    finder.rest().page.get_by_test_id("stPaginationNext").click()
    assert finder.until(lambda: finder.param("page"), "2") == "2"
    finder.rest()
    places = expected(section="first_steps").places
    card = finder.page.locator(".f-card h3 a").nth(4)
    card.click()
    assert finder.until(lambda: len(finder.selected) > 0, wanted=True)
    before = state(finder)
    assert before[2] == sorted(places)
    finder.load(finder.page.url)
    assert finder.until(lambda: state(finder), before) == before


def test_a_link_opens_the_same_elsewhere(visit: Visit) -> None:
    question = {"section": "language_education", "spoken": "ar,ru", "confirmed": "1"}
    finder = visit(360).open(lang="ar", shade="born_abroad_share", **question)
    assert finder.params == {"lang": "ar", "shade": "born_abroad_share", **question}
    assert finder.drawn == sorted(expected(**question).places)


@pytest.mark.parametrize(
    ("locale", "language"), [("ru-RU", "ru"), ("ar-EG", "ar"), ("en-GB", "en"), ("de-DE", "de"), ("fr-FR", "de")]
)
def test_the_first_visit_follows_the_browser(visit: Visit, locale: str, language: str) -> None:
    finder = visit(locale=locale).open()
    assert finder.param("lang") == language
    assert finder.evaluate("document.documentElement.lang") == language


def test_the_chosen_language_stays(visit: Visit) -> None:
    finder = visit(locale="ru-RU").open(section="work_career")
    finder.page.locator(".f-languages button").nth(1).click()
    assert finder.until(lambda: finder.param("lang"), "en") == "en"
    assert finder.until(lambda: finder.evaluate("document.documentElement.lang"), "en") == "en"
    assert finder.rest().param("section") == "work_career"
    finder.page.locator(".f-header nav a").last.click()
    finder.page.locator(".st-key-reading h1").wait_for()
    assert finder.until(lambda: "/about" in finder.page.url and finder.param("lang") == "en", wanted=True)
    finder.page.reload()
    finder.page.locator(".st-key-reading h1").wait_for()
    assert finder.rest().param("lang") == "en"
    finder.page.locator(".f-header nav a").first.click()
    finder.wait_for_answer()
    assert finder.until(lambda: finder.param("lang"), "en") == "en"
    assert finder.count == len(expected(section="work_career").offers)


def test_back_undoes_a_choice(visit: Visit) -> None:
    finder = visit().open(lang="de")
    finder.page.locator("[class*=st-key-section-] button").nth(2).click()
    number = len(expected(section="work_career").offers)
    assert finder.until(lambda: finder.count, number) == number
    finder.rest().page.go_back()
    everything = len(expected().offers)
    assert finder.until(lambda: finder.count, everything) == everything
    assert finder.rest().param("section") == ""


HOSTILE = (
    "facility=" + quote("<script>alert(1)</script>"),
    "facility=" + quote('"></iframe><img src=x onerror=alert(1)>'),
    "lang=" + quote("../../etc/passwd"),
    "lang=de&lang=ar&lang=" + quote("<svg onload=alert(1)>"),
    "section=" + quote("' OR 1=1 --") + "&topic=" + quote("{{7*7}}") + "&district=%00%ff,__proto__",
    "page=-1&view=" + quote("javascript:alert(1)") + "&shade=constructor&confirmed=2",
    "page=99999999999999999999",
    "page=" + quote("²"),
    "spoken=" + "x" * 8000,
    "district=" + ",".join(["77"] * 2000),
    "unknown=1&_stcore=2&utm_source=x",
)


@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: query[:40])
def test_hostile_addresses_leave_a_working_page(visit: Visit, query: str) -> None:
    finder = visit(kept=True)
    finder.load(f"{finder.address}/?{query}")
    everything = expected()
    assert finder.count == len(everything.offers)
    assert finder.drawn == sorted(everything.places)
    assert set(finder.params) <= {"lang", "page"}
    assert finder.param("lang") in ("de", "ar")
    assert "alert" not in finder.page.url
