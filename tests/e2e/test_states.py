"""What a reader sees while something is missing: the sentence, in her language, and the way on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.e2e.finder import Finder
from tests.e2e.running_app import RunningApp

pytestmark = pytest.mark.browser

MISSING = {
    "de": "Die Karte fehlt gerade. Alles steht in der Liste.",
    "en": "The map is missing right now. Everything is in the list.",
    "ru": "Карты сейчас нет. Всё есть в списке.",
    "ar": "تعذّر عرض الخريطة. كل شيء في القائمة.",
}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A context without the guard: these tests break connections on purpose."""
    started = browser.new_context(viewport={"width": 1280, "height": 860})
    yield started
    started.close()


@pytest.mark.parametrize("language", MISSING)
def test_without_its_places_the_map_says_so_and_the_list_stands(
    context: BrowserContext, app: RunningApp, language: str
) -> None:
    context.route("**/api/places.json", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{app.address}/?lang={language}")
    notice = page.frame_locator(".st-key-map-pane iframe").locator(".notice")
    notice.get_by_role("button").wait_for()
    assert notice.locator("p").inner_text() == MISSING[language]
    assert page.locator(".f-card").count() == 20
    context.unroute("**/api/places.json")
    notice.get_by_role("button").click()
    notice.wait_for(state="detached")


def test_without_a_connection_the_page_says_so_and_stays(context: BrowserContext, app: RunningApp) -> None:
    finder = Finder(context.new_page(), app.address).open(lang="de")
    context.set_offline(True)
    finder.page.locator(".f-offline").wait_for()
    assert finder.page.locator(".f-offline").inner_text() == "Keine Verbindung. Offenes bleibt lesbar."
    assert finder.page.locator(".f-card").count() == 20
    context.set_offline(False)
    finder.page.locator(".f-offline").wait_for(state="detached")
