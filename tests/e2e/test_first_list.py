"""The list that comes with the page: the whole answer without scripts, and gone once the finder's own list stands."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.e2e.conftest import HEIGHTS, Visit
from tests.e2e.finder import Finder
from tests.e2e.guard import Guard
from tests.e2e.oracle import FACILITIES, LANGUAGES, expected
from tests.e2e.running_app import RunningApp
from tests.e2e.test_accessible import violations

pytestmark = pytest.mark.browser

LIST, ENTRY = "#first-list", "#first-list li[data-service]"
PLACE = "migrationszentrum-goettingen"
HELD = "held"
"""Session messages are held back until the test lets them through."""

Open = Callable[..., BrowserContext]


@pytest.fixture
def context(browser: Browser, app: RunningApp) -> Iterator[Open]:
    """Contexts of 360 px: `context(javascript=False)`; nothing foreign may be asked for, nothing may fail."""
    opened: list[tuple[BrowserContext, Guard]] = []

    def open_one(*, javascript: bool = True, dark: bool = False) -> BrowserContext:
        started = browser.new_context(
            viewport={"width": 360, "height": HEIGHTS[360]},
            locale="de-DE",
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
        )
        opened.append((started, Guard(started, app.address)))
        return started

    yield open_one
    for started, _ in opened:
        started.close()
    assert [fault for _, guard in opened for fault in guard.take()] == []
    assert app.new_tracebacks() == ""


def services(page: Page) -> list[str]:
    return [str(each.get_attribute("data-service")) for each in page.locator(ENTRY).all()]


def without_session(page: Page) -> None:
    """The scripts come, but the session's messages do not."""
    page.route_web_socket("**/_stcore/stream", lambda socket: None)


def test_without_scripts_the_list_is_the_whole_answer(context: Open, app: RunningApp) -> None:
    page = context(javascript=False).new_page()
    page.goto(f"{app.address}/?lang=ar&section=language_education&spoken=ar")
    seen: list[str] = []
    while True:
        assert page.locator("html").get_attribute("dir") == "rtl"
        assert page.locator(".fl-note").is_hidden()
        assert page.locator("noscript").last.is_visible()
        seen += services(page)
        forward = page.locator("nav.fl-acts a").last
        if f"page={len(seen) // 20 + 1}" not in (forward.get_attribute("href") or ""):
            break
        forward.click()
    assert len(seen) == len(set(seen))
    assert set(seen) == expected(section="language_education", spoken="ar").offers


def test_without_scripts_a_place_can_be_opened_called_and_read_in_another_language(
    context: Open, app: RunningApp
) -> None:
    page = context(javascript=False).new_page()
    page.goto(f"{app.address}/?lang=ru&facility={PLACE}")
    opened = page.locator(".fl-selected").first
    assert opened.locator("dl").is_visible()
    assert opened.locator(f"a[href='tel:{FACILITIES[PLACE]['phone']}']").is_visible()
    assert page.title().startswith(FACILITIES[PLACE]["name"])
    page.locator("header a[lang=de]").click()
    assert page.locator("html").get_attribute("lang") == "de"
    assert page.locator(".fl-selected").count() == page.locator(f".fl-selected h2 a[href*='{PLACE}']").count() > 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_too_wide(context: Open, app: RunningApp, language: str, dark: bool) -> None:  # noqa: FBT001 a parameter of pytest
    plain = context(javascript=False, dark=dark).new_page()
    plain.goto(f"{app.address}/?lang={language}&spoken=ru&facility={PLACE}")
    source = plain.content()
    page = context(dark=dark).new_page()  # axe is a script: it reads the same page where no other script runs
    page.route("**/static/js/**", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{app.address}/?lang={language}&spoken=ru&facility={PLACE}")
    assert page.locator(ENTRY).count() == source.count("<li data-service")
    assert violations(Finder(page, app.address), "first list") == []
    assert page.evaluate("document.querySelector('#first-list').scrollWidth <= innerWidth")
    assert page.evaluate(SMALL) == []


SMALL = """() => [...document.querySelectorAll('#first-list a')].filter(link => {
  const box = link.getBoundingClientRect();
  return box.height < 43.9 || box.width < 43.9;
}).map(link => link.outerHTML)"""


def test_once_the_finder_stands_there_is_one_list(visit: Visit) -> None:
    for width in (360, 1280):
        finder = visit(width).open(lang="de", view="list")
        assert finder.page.locator(LIST).count() == 0
        assert finder.page.get_by_role("main").count() == 1
        assert finder.page.get_by_role("article").count() == 20
        assert finder.page.locator(".f-card").first.is_visible()


def test_the_finders_list_has_the_same_offers(context: Open, app: RunningApp) -> None:
    page = context().new_page()
    page.goto(f"{app.address}/?lang=de&view=list&topic=german", wait_until="commit")
    page.locator(ENTRY).last.wait_for()
    first = services(page)
    page.locator(LIST).wait_for(state="detached")
    assert Finder(page, app.address).wait_for_answer().listed[: len(first)] == first


def test_without_a_session_the_list_stays_and_nothing_else_is_in_the_way(context: Open, app: RunningApp) -> None:
    page = context().new_page()
    without_session(page)
    page.goto(f"{app.address}/?lang=de")
    page.get_by_test_id("stApp").wait_for(state="attached")
    page.wait_for_timeout(1000)
    assert page.locator(ENTRY).count() == 20
    assert page.get_by_test_id("stApp").is_hidden()
    page.locator("#first-list h2 a").first.click(trial=True)


def test_who_reads_on_stays_at_the_same_offer_and_the_focus_is_not_lost(context: Open, app: RunningApp) -> None:
    page = context().new_page()
    held: list[Callable[[], None]] = []

    def hold(socket: object) -> None:
        server = socket.connect_to_server()  # type: ignore[attr-defined]
        server.on_message(lambda message: held.append(lambda: socket.send(message)))  # type: ignore[attr-defined]

    page.route_web_socket("**/_stcore/stream", hold)
    page.goto(f"{app.address}/?lang=de&view=list")
    link = page.locator("#first-list h2 a").nth(9)
    link.focus()
    link.evaluate("e => e.closest('li').scrollIntoView()")
    service = services(page)[9]
    Finder(page, app.address).until(lambda: len(held) > 5, wanted=True)
    while page.locator(LIST).count():
        for send in held[:]:
            held.remove(send)
            send()
        page.wait_for_timeout(50)
    card = page.locator(f"article[data-service='{service}']")
    assert page.evaluate("document.activeElement.dataset.testid") == "stMain"
    top = card.evaluate("e => e.getBoundingClientRect().top")
    assert -40 < top < HEIGHTS[360] / 2
