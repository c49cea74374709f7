"""The search field as a visitor uses it: by keyboard alone, from right to left, and with nothing left behind."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.e2e.conftest import Visit
from tests.e2e.finder import Finder
from tests.e2e.guard import Guard
from tests.e2e.oracle import LANGUAGES, ROOT
from tests.e2e.running_app import free_port, running, streamlit_words
from tests.e2e.test_accessible import violations
from tests.e2e.test_near_private import Watched, files_of

pytestmark = pytest.mark.browser

FIELD = "#search-text"
CHIPS = '[class*="st-key-chip-"] button'
CLEAR = ".st-key-search-clear button"
SENTENCE = "Deutschkurs abends Grone russisch"
DISTRESS = "mein Mann schlägt mich nahe Bahnhof"
NONSENSE = "Quitschfidelxyz"
TRACE = b"quitschfidel"
ALL = 536


def ask(finder: Finder, text: str) -> Finder:
    """Type a question, press Enter, and wait for what was understood; an earlier question is cleared before."""
    if finder.page.locator(CLEAR).count():
        finder.page.locator(CLEAR).click()
        assert finder.until(lambda: finder.count, ALL) == ALL
        finder.rest()
    finder.page.locator(FIELD).fill(text)
    finder.page.keyboard.press("Enter")
    finder.page.locator(CLEAR).wait_for()
    assert finder.until(lambda: finder.count < ALL, wanted=True)
    return finder.rest()


def test_a_pause_answers_and_the_field_keeps_text_and_focus(visit: Visit) -> None:
    finder = visit().open(lang="de")
    field = finder.page.locator(FIELD)
    field.press_sequentially("Sprachkurs", delay=30)
    assert finder.until(lambda: finder.count < ALL, wanted=True)
    finder.rest()
    assert field.input_value() == "Sprachkurs"
    assert finder.focused(".f-search")
    assert finder.params == {"lang": "de"}
    marks = finder.page.locator(".f-card mark").all_inner_texts()
    assert any("kurs" in mark.lower() for mark in marks)
    said = finder.page.locator(".st-key-search-field [role=status]").inner_text()
    assert str(finder.count) in said
    assert len(finder.drawn) <= finder.count, "the map shows the same offers"


def test_by_keyboard_alone_from_the_question_to_all_offers_again(visit: Visit) -> None:
    finder = visit().open(lang="de")
    finder.tab_to(FIELD)
    finder.page.keyboard.type(SENTENCE)
    finder.page.keyboard.press("Enter")
    assert finder.until(lambda: finder.page.locator(CHIPS).count(), 4) == 4
    finder.rest()
    assert finder.params == {"lang": "de", "spoken": "ru"}
    for left in (3, 2, 1):
        finder.tab_to(CHIPS)
        finder.page.keyboard.press("Enter")
        assert finder.until(lambda: finder.page.locator(CHIPS).count(), left) == left
        finder.rest()
    finder.tab_to(CLEAR)
    finder.page.keyboard.press("Enter")
    assert finder.until(lambda: finder.count, ALL) == ALL
    finder.rest()
    assert finder.page.locator(FIELD).input_value() == ""
    assert finder.params == {"lang": "de"}


def test_what_is_typed_while_an_answer_comes_is_not_lost(visit: Visit) -> None:
    finder = visit().open(lang="de")
    field = finder.page.locator(FIELD)
    field.fill("Sprachkurs")
    field.press("Enter")
    field.press_sequentially(" Grone", delay=60)
    assert finder.until(lambda: finder.page.locator('[class*="st-key-chip-place"]').count(), 1) == 1
    finder.rest()
    assert field.input_value() == "Sprachkurs Grone"


def test_numbers_that_lead_are_dialled(visit: Visit) -> None:
    finder = ask(visit(360).open(lang="ar", view="list"), DISTRESS)
    links = finder.page.locator(".f-lead a")
    assert [link.get_attribute("href") for link in links.all()] == ["tel:116016", "tel:110"]
    assert all(link.get_attribute("target") is None for link in links.all())
    first, question = links.first.bounding_box(), finder.page.locator(FIELD).bounding_box()
    assert first
    assert question
    assert first["height"] >= 44
    assert first["y"] < question["y"]


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("language", ["de", "ar"])
def test_everything_is_large_enough_and_nothing_is_cut_off(visit: Visit, language: str, width: int) -> None:
    finder = ask(visit(width).open(lang=language), SENTENCE)
    for target in (FIELD, ".f-search button", CHIPS, CLEAR):
        for each in finder.page.locator(target).all():
            box = each.bounding_box()
            assert box
            assert box["height"] >= 44
            assert box["width"] >= 44
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
    assert finder.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_from_right_to_left(visit: Visit) -> None:
    finder = visit(360).open(lang="ar")
    field = finder.page.locator(FIELD)
    direction = "e => getComputedStyle(e).direction"
    assert field.evaluate(direction) == "rtl", "the placeholder is Arabic"
    field.fill("Jobcenter")
    assert field.evaluate(direction) == "ltr"
    field.fill("طبيب بالعربية")
    assert field.evaluate(direction) == "rtl"
    glass, text = finder.page.locator(".f-search button").bounding_box(), field.bounding_box()
    assert glass
    assert text
    assert glass["x"] > text["x"]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_violation_in_any_answer(visit: Visit, language: str, width: int) -> None:
    finder = visit(width).open(lang=language, view="list")
    finder.page.set_viewport_size({"width": width, "height": 4000})
    # the phone's bar stays on the page, below the cards instead of over them: what scrolls under it is no small target
    finder.page.add_style_tag(content='[data-testid="stBottom"] { position: static !important; }')
    found = []
    for text in (SENTENCE, DISTRESS, "Sprachkrs", NONSENSE):
        found += violations(ask(finder, text), text)
    assert not found, "\n".join(found)


@pytest.fixture
def watch(browser: Browser) -> Iterator[Callable[[str], Watched]]:
    """Opens a page of which everything that it sends is remembered; the guard refuses every other address."""
    contexts: list[tuple[BrowserContext, Guard]] = []

    def open_page(address: str) -> Watched:
        context = browser.new_context(viewport={"width": 1280, "height": 860})
        context.set_default_timeout(20_000)
        context.add_init_script("window.asked = [];")
        contexts.append((context, Guard(context, address)))
        return Watched(context.new_page(), address)

    yield open_page
    faults = [fault for _, guard in contexts for fault in guard.take()]
    for context, _ in contexts:
        context.close()
    assert faults == []


def test_what_is_searched_for_is_kept_nowhere(
    watch: Callable[[str], Watched], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server of its own, of which every place that it could write to is known."""
    data, temporary, home = (tmp_path / name for name in ("data", "temporary", "home"))
    shutil.copytree(ROOT / "data", data)
    for folder in (temporary, home):
        folder.mkdir()
    for name, folder in {"FINDER_DATA": data, "TMPDIR": temporary, "HOME": home}.items():
        monkeypatch.setenv(name, str(folder))
    before = {path: path.stat().st_mtime_ns for path in files_of(data)}
    with running(streamlit_words(port := free_port()), port, log=tmp_path / "log.txt") as server:
        watched = watch(server.address)
        finder = ask(watched.finder.open(lang="de"), f"{NONSENSE} nahe Bahnhof")
        assert any(TRACE in frame.lower() for frame in watched.sent), "it is asked of the server that shows the page"
        assert set(finder.params) == {"lang", "near"}
        finder.page.locator(CLEAR).click()
        assert finder.until(lambda: finder.count, ALL) == ALL
        finder.load(finder.page.url)
        assert finder.page.locator(FIELD).input_value() == ""
        history = watched.history
        finder.page.close()
    assert [text for text in (*watched.asked, *history) if TRACE in text.lower()] == []
    assert server.log.read_bytes(), "the log of the server is what was looked at"
    assert {path: path.stat().st_mtime_ns for path in files_of(data)} == before
    written = [server.log, *files_of(data, temporary, home)]
    assert [path for path in written if TRACE in path.read_bytes().lower()] == []
