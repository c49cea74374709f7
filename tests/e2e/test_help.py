"""Help to understand: the first visit's hint, texts read aloud, and what a reader has set in the system."""

from typing import Any

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.finder import Finder
from tests.e2e.test_accessible import violations
from tests.e2e.test_narrow import too_wide

pytestmark = pytest.mark.browser

OWN = "de-AT"
"""A locale that no other test uses: its browser context has a storage of its own."""
HINT, CLOSE, READ = ".f-hint", ".f-hint .f-acts button:last-child", ".f-read"
FACILITY = "migrationszentrum-goettingen"

# Chromium in a container has no voices. What is said is kept; an utterance ends when the test says so.
VOICES = """languages => {
  const voice = (lang, localService) => ({ lang, localService, default: false, name: lang });
  const speech = { said: [], silenced: 0, addEventListener: () => {},
    getVoices: () => [voice("de-DE", false), voice("ar-SA", false), ...languages.map(lang => voice(lang, true))],
    speak: utterance => speech.said.push(utterance),
    cancel: () => { speech.silenced += 1; } };
  Object.defineProperty(window, "speechSynthesis", { value: speech, configurable: true });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""
SAID = "speechSynthesis.said.map(each => [each.voice.lang, each.voice.localService, each.text])"


def speaking(finder: Finder, *languages: str) -> Finder:
    """The finder in a browser with installed voices for some languages, and remote ones for German and Arabic."""
    finder.page.add_init_script(f"({VOICES})({list(languages)})")
    return finder


def fresh(finder: Finder, **params: str) -> Finder:
    """The finder as on a first visit."""
    finder.open(**params)
    finder.evaluate("localStorage.clear()")
    finder.open(**params)
    finder.page.locator(HINT).wait_for()
    return finder


@pytest.mark.parametrize("width", [360, 1280])
def test_the_hint_goes_by_keyboard_and_does_not_come_back(visit: Visit, width: int) -> None:
    finder = fresh(visit(width, locale=OWN), lang="de")
    finder.tab_to(CLOSE)
    finder.page.keyboard.press("Enter")
    finder.page.locator(HINT).wait_for(state="detached")
    assert width < 640 or finder.focused(".st-key-question h1")  # a phone does not show the title
    finder.open(lang="ru")
    assert finder.page.locator(HINT).count() == 0
    assert finder.params == {"lang": "ru"}
    kept = finder.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('finder.'))")
    assert kept == [["finder.hint.put-away", "1"]]
    assert "hint" not in str(finder.page.context.cookies())


@pytest.mark.parametrize(("width", "language"), [(320, "ar"), (320, "ru"), (360, "de"), (1280, "ar")])
def test_the_hint_covers_nothing_and_leaves_no_gap(visit: Visit, width: int, language: str) -> None:
    finder = fresh(visit(width, locale=OWN), lang=language)
    top = "document.querySelector('.st-key-question').getBoundingClientRect().top"
    with_hint = finder.evaluate(top)
    assert finder.evaluate(f"document.querySelector('{HINT}').getBoundingClientRect().bottom") <= with_hint
    assert too_wide(finder) == []
    finder.page.locator(CLOSE).click()
    header = finder.evaluate("document.querySelector('.f-header').getBoundingClientRect().bottom")
    assert finder.evaluate(top) - header <= 16


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["de", "ar"])
def test_axe_finds_nothing_in_the_hint_and_in_a_card_that_is_read(visit: Visit, language: str, width: int) -> None:
    finder = fresh(speaking(visit(width, locale=OWN), language), lang=language, view="list")
    finder.page.locator(".f-card details summary").first.click()
    finder.page.locator(f".f-card {READ}").click()
    assert finder.page.locator(READ).count() == 2
    assert violations(finder, "hint and card with voices") == []


def test_a_card_is_read_by_installed_voices_each_language_by_its_own(visit: Visit) -> None:
    finder = speaking(visit(locale=OWN), "ru_RU", "de-AT").open(lang="ru", facility=FACILITY)
    button = finder.page.locator(f".f-card {READ}").first
    before = button.inner_text()
    button.click()
    said: list[Any] = finder.evaluate(SAID)
    assert all(local for _, local, _ in said)
    assert {language for language, _, _ in said} == {"ru_RU", "de-AT"}
    name = finder.page.locator(".f-selected h3 a").first.inner_text()
    assert said[0] == ["de-AT", True, name]
    assert button.inner_text() != before
    finder.evaluate("speechSynthesis.said.at(-1).onend()")
    assert button.inner_text() == before


def test_a_second_press_or_closing_the_card_makes_silence(visit: Visit) -> None:
    finder = speaking(visit(locale=OWN), "de-DE").open(lang="de", facility=FACILITY)
    button = finder.page.locator(f".f-card {READ}").first
    before = button.inner_text()
    button.focus()
    for silenced, key in enumerate(("Enter", "Space"), start=1):
        finder.page.keyboard.press(key)
        assert button.inner_text() != before
        finder.page.keyboard.press(key)
        assert button.inner_text() == before
        assert finder.evaluate("speechSynthesis.silenced") == silenced
    button.click()
    finder.page.locator(".f-selected details summary").first.click()
    assert finder.until(lambda: finder.evaluate("speechSynthesis.silenced"), 3) == 3


def test_a_foreign_name_is_read_by_the_readers_voice_where_it_has_none(visit: Visit) -> None:
    finder = speaking(visit(locale=OWN), "ru-RU").open(lang="ru", facility=FACILITY)
    finder.page.locator(f".f-card {READ}").first.click()
    assert {language for language, _, _ in finder.evaluate(SAID)} == {"ru-RU"}


@pytest.mark.parametrize(("language", "installed"), [("ar", ["de-DE"]), ("de", []), ("ru", [])])
def test_without_an_installed_voice_there_is_no_button(visit: Visit, language: str, installed: list[str]) -> None:
    finder = fresh(speaking(visit(locale=OWN), *installed), lang=language, facility=FACILITY)
    finder.page.locator(".f-detail[open] .f-summary").first.wait_for()
    assert finder.page.locator(READ).count() == 0


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["de", "ar"])
def test_letters_twice_as_large_need_no_sideways_scrolling(visit: Visit, language: str, width: int) -> None:
    finder = visit(width, locale=OWN)
    session = finder.page.context.new_cdp_session(finder.page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    fresh(finder, lang=language, spoken="ar", view="list")
    assert finder.evaluate("getComputedStyle(document.querySelector('.f-what')).fontSize") == "32px"
    finder.page.locator(".f-card details summary").first.click()
    assert too_wide(finder) == []


def test_more_contrast_draws_every_border_in_ink(visit: Visit) -> None:
    finder = visit(locale=OWN)
    finder.page.emulate_media(contrast="more")
    fresh(finder, lang="de", spoken="ar")
    for part in (".f-card", ".f-save", HINT, ".f-search", '[data-testid="stPopoverButton"]'):
        style = f"getComputedStyle(document.querySelector('{part}'))"
        assert finder.evaluate(f"{style}.borderTopColor") == "rgb(27, 36, 48)", part
    assert finder.evaluate(f"getComputedStyle(document.querySelector('{HINT}')).borderTopWidth") == "2px"


def test_forced_colours_frame_every_control_and_mark_the_chosen_one(visit: Visit) -> None:
    finder = visit(locale=OWN)
    finder.page.emulate_media(forced_colors="active")
    fresh(finder, lang="de", section="work_career")
    bare = """() => [...document.querySelectorAll('[data-testid="stMain"] :is(button, .f-button)')]
      .filter(e => e.checkVisibility() && getComputedStyle(e).borderTopStyle !== "solid")
      .map(e => e.outerHTML.slice(0, 90))"""
    assert finder.evaluate(bare) == []
    fills = """() => [...document.querySelectorAll('[class*="st-key-section-"] button')]
      .map(e => [(e.ariaChecked ?? e.ariaPressed) === "true", getComputedStyle(e).backgroundColor])"""
    chosen = {fill for is_chosen, fill in finder.evaluate(fills) if is_chosen}
    others = {fill for is_chosen, fill in finder.evaluate(fills) if not is_chosen}
    assert len(chosen) == 1
    assert others
    assert not chosen & others
