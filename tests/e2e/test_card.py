"""An opened card in the browser: reachable by keyboard, large enough, silent until a tap, and left without a trace."""

import io
from collections.abc import Iterator

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, BrowserContext

from tests.e2e.conftest import Visit
from tests.e2e.finder import Finder
from tests.e2e.oracle import LANGUAGES
from tests.e2e.running_app import RunningApp
from tests.e2e.test_accessible import violations

pytestmark = pytest.mark.browser

PLACE = "migrationszentrum-goettingen"
LIBRARY = "stadtbibliothek-goettingen"
SHELTER = "frauenhaus-goettingen"
NEUTRAL = "https://de.wikipedia.org/"
SMALL = """() => [...document.querySelectorAll(".f-selected :is(summary, button, .f-button)")]
  .filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML)"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A context without the guard: the quick way out leads to another host, whose place a route takes here."""
    started = browser.new_context(viewport={"width": 360, "height": 780})
    started.route(f"{NEUTRAL}**", lambda route: route.fulfill(body="<title>neutral</title>", content_type="text/html"))
    yield started
    started.close()


def opened(finder: Finder, **params: str) -> Finder:
    """The finder with a selected card, all of whose parts are unfolded."""
    finder.open(**params)  # as our own links are: another address is rewritten, which is one more entry in the history
    finder.page.locator(".f-selected .f-detail[open]").first.wait_for()
    finder.evaluate("document.querySelectorAll('.f-selected details').forEach(each => { each.open = true; })")
    return finder


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_an_opened_card(visit: Visit, language: str, width: int) -> None:
    finder = opened(visit(width), lang=language, facility=PLACE, open_at="Th 10:00")
    assert violations(finder, "opened card") == []
    assert finder.evaluate(SMALL) == []
    assert finder.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_week_stands_in_the_card_with_today_first(visit: Visit) -> None:
    finder = opened(visit(360), lang="en", facility=LIBRARY)
    rows = finder.page.locator(".f-selected .f-week tr")
    assert rows.count() % 7 == 0
    assert rows.first.locator("th").inner_text().startswith("Today, ")
    assert finder.page.locator(".f-selected .f-open").first.inner_text()


def test_links_to_maps_say_nothing_of_the_reader_and_ask_nobody_before_the_tap(visit: Visit) -> None:
    finder = opened(visit(), lang="de", facility=LIBRARY)  # the guard reports every foreign request
    links = finder.page.locator(".f-selected .f-detail details a.f-button")
    seen = [(link.get_attribute("href") or "", link.get_attribute("rel")) for link in links.all()]
    assert {href.split("/")[2] for href, rel in seen if rel} == {
        "www.openstreetmap.org", "www.google.com", "maps.apple.com",
    }  # fmt: skip
    assert all(rel == "noopener noreferrer" or href.startswith(("geo:", "mailto:?")) for href, rel in seen)
    assert not [href for href, _ in seen if "near" in href]
    assert not [href for href, rel in seen if rel and "lang" in href]


def test_a_card_is_opened_and_a_report_written_by_keyboard_alone(visit: Visit) -> None:
    finder = visit().open(lang="en", section="work_career")
    finder.tab_to(".f-card .f-detail > summary", most=120)
    finder.page.keyboard.press("Enter")
    finder.tab_to(".f-report > summary", most=20)
    finder.page.keyboard.press("Enter")
    finder.tab_to(".f-report button", most=2)
    finder.page.keyboard.press("Enter")
    said = finder.page.locator(".f-report .f-said").first
    assert finder.until(lambda: bool(said.inner_text()), wanted=True)
    assert "near" not in finder.page.locator(".f-report pre").first.inner_text()


def test_the_code_of_a_place_leads_to_its_card(visit: Visit) -> None:
    finder = opened(visit(), lang="ar", facility=PLACE, topic="counselling")
    picture = finder.page.locator(".f-selected .f-code").first.screenshot()
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    assert code.text == f"{finder.address}/?lang=ar&facility={PLACE}"


def test_a_place_is_taken_into_the_address_book(visit: Visit) -> None:
    finder = opened(visit(), lang="de", facility=PLACE)
    with finder.page.expect_download() as taken:
        finder.page.locator(".f-selected a[download$='.vcf']").first.click()
    text = taken.value.path().read_text("utf-8")
    assert text.startswith("BEGIN:VCARD")
    assert "Migrationszentrum" in text


@pytest.mark.parametrize(("language", "width"), [("ru", 360), ("ar", 360), ("de", 1280)])
def test_the_address_of_a_place_opens_its_card_with_the_focus_on_its_name(
    visit: Visit, language: str, width: int
) -> None:
    finder = visit(width).open(lang=language, facility=PLACE)
    assert finder.until(lambda: finder.focused(".f-selected h3 a"), wanted=True)
    assert finder.page.locator(".f-detail[open]").count() == 1  # of three offers at this place
    assert finder.page.title().startswith("Migrationszentrum für Stadt und Landkreis Göttingen")
    top = finder.page.locator(".f-selected").first.bounding_box()
    assert top is not None
    assert 0 <= top["y"] < 60


def test_a_phone_goes_to_the_map_and_back_and_keeps_place_and_focus(visit: Visit) -> None:
    finder = visit(360).open(lang="ar", facility=LIBRARY)
    for button, view in (("f-to-map", "map"), ("f-to-list", "")):
        finder.page.locator(f".f-selected .{button}").first.focus()
        finder.page.keyboard.press("Enter")
        assert finder.until(lambda: finder.param("view"), view) == view
        finder.rest()
        assert finder.param("facility") == LIBRARY
        assert finder.until(lambda: finder.focused(".f-selected h3 a"), wanted=True)
        opened_cards = finder.page.locator(".f-detail[open]")
        assert finder.until(opened_cards.count, int(not view)) == int(not view)


def test_saving_an_offer_leaves_the_focus_and_the_page_where_they_are(visit: Visit) -> None:
    finder = opened(visit(360), lang="de", facility=LIBRARY)
    finder.page.locator(".f-selected .f-save").first.focus()
    finder.page.keyboard.press("Enter")
    assert finder.until(lambda: bool(finder.param("mine")), wanted=True)
    finder.rest()
    assert finder.until(lambda: finder.focused(".f-save[aria-pressed=true]"), wanted=True)
    assert finder.page.locator(".f-selected .f-detail[open]").count()


@pytest.mark.parametrize("key", ["", "Enter"])
def test_who_leaves_finds_no_way_back_to_the_card(context: BrowserContext, app: RunningApp, key: str) -> None:
    page = context.new_page()
    page.goto("about:blank")
    finder = opened(Finder(page, app.address), lang="de", facility=SHELTER)
    button = page.locator(".f-selected .f-leave").first
    if key:
        button.focus()
        page.keyboard.press(key)
    else:
        button.click()
    page.wait_for_url(NEUTRAL)
    assert page.title() == "neutral"
    assert page.evaluate("document.referrer") == ""
    page.go_back()
    assert SHELTER not in page.url
    assert finder.page.url == "about:blank"


def test_the_way_out_is_there_before_the_card_is_opened_and_only_where_it_is_needed(visit: Visit) -> None:
    finder = visit(360).open(lang="de", topic="women", view="list")
    assert finder.page.locator(".f-leave").count() == finder.page.locator(".f-card").count()
    finder.open(lang="de", topic="libraries", view="list")
    assert finder.page.locator(".f-leave").count() == 0
