"""The search field as a visitor uses it: by keyboard alone, from right to left, and with nothing left behind."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.conftest import Visit
from tests.e2e.finder import Finder
from tests.e2e.oracle import LANGUAGES
from tests.e2e.test_accessible import new_part, violations
from tests.e2e.traces import Watching, found_in, secluded

pytestmark = pytest.mark.browser

FIELD = "#search-text"
CHIPS = '[class*="st-key-chip-"] button'
CLEAR = ".st-key-search-clear button"
SENTENCE = "Deutschkurs abends Grone russisch"
DISTRESS = "mein Mann schlägt mich nahe Bahnhof"
NONSENSE = "Quitschfidelxyz"
TRACE = b"quitschfidel"
ALL = 536
ANSWER = ".st-key-lead, .st-key-question, .st-key-search, .st-key-result, .f-card mark"


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
    found = violations(ask(finder, SENTENCE), SENTENCE)
    for text in (DISTRESS, "Sprachkrs", NONSENSE):
        # The words above the cards, and what is marked in them; the cards themselves are looked at in German.
        found += violations(ask(finder, text), text, part=new_part(language, ANSWER))
    assert not found, "\n".join(found)


def test_what_is_searched_for_is_kept_nowhere(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watching = Watching(browser)
    with secluded(tmp_path, monkeypatch) as place:
        watched = watching.open(place.server.address)
        finder = ask(watched.finder.open(lang="de"), f"{NONSENSE} nahe Bahnhof")
        assert any(TRACE in frame.lower() for frame in watched.sent), "it is asked of the server that shows the page"
        assert set(finder.params) == {"lang", "near"}
        finder.page.locator(CLEAR).click()
        assert finder.until(lambda: finder.count, ALL) == ALL
        finder.load(finder.page.url)
        assert finder.page.locator(FIELD).input_value() == ""
        left = b"\n".join((*watched.asked, *watched.history, watched.stored))
        assert watching.end() == []
    assert found_in(left, [TRACE]) == []
    assert place.holding([TRACE]) == []
