"""A dark system gives a dark page in every part of it; map and legend stay light; a light one gives what it gave."""

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.coverage import Coverage
from tests.e2e.districts import Districts
from tests.e2e.finder import Finder
from tests.e2e.running_app import RunningApp
from tests.e2e.test_accessible import violations

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize(("language", "width"), [("de", 360), ("ar", 360), ("de", 1280), ("ar", 1280)])
CHIPS = '[class*="st-key-chip-"] button'
CARD = {"section": "language_education", "spoken": "ar", "view": "list"}
# As the visual design has them. Part: (what is read, light, dark).
COLOURS = {
    ".stApp": ("backgroundColor", "#F6F5F1", "#14181D"),
    ".st-key-result-count p": ("color", "#1B2430", "#ECEAE4"),
    '[data-testid="stCaptionContainer"] p': ("color", "#4D5763", "#B4BAC1"),
    ".f-header": ("backgroundColor", "#FFFFFF", "#1D232A"),
    ".f-card": ("backgroundColor", "#FFFFFF", "#1D232A"),
    ".f-card h3 a": ("color", "#1B2430", "#ECEAE4"),
    ".f-card .f-where": ("color", "#4D5763", "#B4BAC1"),
    ".f-languages [aria-pressed=true]": ("backgroundColor", "#1B2430", "#F2E3C2"),
    ".f-languages [aria-pressed=true] ": ("color", "#FFFFFF", "#16202C"),
    ".f-search": ("borderTopColor", "#737B85", "#8C95A0"),
    ".f-card .f-button": ("borderTopColor", "#737B85", "#8C95A0"),
    ".f-button": ("backgroundColor", "#FFFFFF", "#1D232A"),
}
LIGHT_ALWAYS = {
    ".st-key-legend": ("backgroundColor", "#FFFFFF"),
    ".st-key-legend h2": ("color", "#1B2430"),
    ".st-key-legend .f-meta": ("color", "#4D5763"),
    ".st-key-legend label p": ("color", "#1B2430"),
    ".st-key-legend [role=radio][aria-checked=true]": ("backgroundColor", "#1B2430"),
    ".st-key-legend [role=radio][aria-checked=true] p": ("color", "#FFFFFF"),
    ".st-key-legend [role=radio]:not([aria-checked=true])": ("backgroundColor", "#F6F5F1"),
    ".st-key-legend [role=radio]:not([aria-checked=true]) p": ("color", "#1B2430"),
}


def seen(visit: Visit, scheme: str, width: int = 1280) -> Finder:
    """A new page for a system that is dark or light."""
    finder = visit(width)
    finder.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    return finder


def colour(finder: Finder, part: str, what: str) -> str:
    """A computed colour of a part of the page, as `#RRGGBB`."""
    element = finder.page.locator(part).first
    red, green, blue = element.evaluate("(e, what) => getComputedStyle(e)[what].match(/\\d+/g).slice(0, 3)", what)
    return f"#{int(red):02X}{int(green):02X}{int(blue):02X}"


def searched(finder: Finder, words: str, language: str) -> Finder:
    """The finder with a search that has left chips."""
    finder.open(lang=language)
    finder.page.locator(".f-search input").fill(words)
    finder.page.keyboard.press("Enter")
    finder.page.locator(CHIPS).first.wait_for()
    return finder.rest()


@BOTH
def test_axe_finds_nothing_in_the_dark_finder(visit: Visit, language: str, width: int) -> None:
    finder = seen(visit, "dark", width).open(lang=language, **CARD)
    finder.page.locator(".f-card details summary").first.click()
    found = violations(finder, "list with an open card")
    words = {"de": "Deutschkurs abends Grone russisch", "ar": "طبيب بالعربية"}[language]
    found += violations(searched(finder, words, language), "search")
    assert not found, "\n".join(found)


@BOTH
def test_axe_finds_nothing_on_the_other_dark_pages(visit: Visit, language: str, width: int) -> None:
    finder = seen(visit, "dark", width)
    page, address = finder.page, finder.address
    districts = Districts(page, address).open(lang=language, compare="09,05", against="residents_80_plus_share")
    found = violations(districts, "districts")
    found += violations(Coverage(page, address).open(lang=language, area="09"), "coverage")
    page.goto(f"{address}/methods?lang={language}")
    page.locator(".stApp h2").last.wait_for()
    found += violations(finder.rest(), "methods")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_those_of_the_design(visit: Visit, scheme: str) -> None:
    finder = seen(visit, scheme).open(lang="de", **CARD)
    place = 2 if scheme == "dark" else 1
    shown = {part: colour(finder, part, wanted[0]) for part, wanted in COLOURS.items()}
    assert shown == {part: wanted[place] for part, wanted in COLOURS.items()}
    shown = {part: colour(finder, part, what) for part, (what, _) in LIGHT_ALWAYS.items()}
    assert shown == {part: wanted for part, (_, wanted) in LIGHT_ALWAYS.items()}
    assert finder.map.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(246, 245, 241)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_outside_of_the_app_and_the_focus_have_the_colours_too(visit: Visit, scheme: str) -> None:
    finder = seen(visit, scheme).open(lang="de")
    dark = scheme == "dark"
    finder.page.locator(".st-key-topic-popover button").click()
    body = '[data-testid="stPopoverBody"]'
    finder.page.locator(f"{body} button").first.wait_for()
    assert colour(finder, body, "backgroundColor") == ("#14181D" if dark else "#F6F5F1")
    assert colour(finder, f"{body} label p", "color") == ("#ECEAE4" if dark else "#1B2430")
    finder.page.keyboard.press("Tab")
    assert colour(finder, ":focus-visible", "outlineColor") == ("#FFD24A" if dark else "#1B2430")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_way_out_of_a_sensitive_card_can_be_read(visit: Visit, scheme: str) -> None:
    finder = seen(visit, scheme).open(lang="de", topic="emergency")
    finder.page.locator(".f-leave").first.wait_for()
    shown = colour(finder, ".f-leave", "color"), colour(finder, ".f-leave", "backgroundColor")
    assert shown == (("#16202C", "#F2E3C2") if scheme == "dark" else ("#FFFFFF", "#1B2430"))


def test_a_theme_that_streamlit_was_asked_for_wins_over_the_system(visit: Visit) -> None:
    finder = seen(visit, "light").load(f"{visit().address}/?lang=de&embed=true&embed_options=dark_theme")
    assert colour(finder, ".stApp", "backgroundColor") == "#14181D"
    assert colour(finder, ".f-card", "backgroundColor") == "#1D232A"
    assert finder.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_a_system_that_turns_dark_turns_the_page(visit: Visit) -> None:
    finder = seen(visit, "light").open(lang="de")
    finder.page.emulate_media(color_scheme="dark")
    assert finder.until(lambda: colour(finder, ".stApp", "backgroundColor"), "#14181D") == "#14181D"
    assert finder.until(lambda: colour(finder, ".f-card", "backgroundColor"), "#1D232A") == "#1D232A"
    scheme = "getComputedStyle(document.documentElement).colorScheme"
    assert finder.until(lambda: finder.evaluate(scheme), "dark") == "dark"


def test_paper_is_light(visit: Visit) -> None:
    finder = seen(visit, "dark").open(lang="de", **CARD)
    finder.page.emulate_media(media="print")
    assert colour(finder, ".stApp", "backgroundColor") == "#F6F5F1"
    assert colour(finder, ".f-card", "backgroundColor") == "#FFFFFF"
    for part in (".st-key-question h1", ".f-card h3 a", ".st-key-result-count p", "[class*=st-key-section-] button p"):
        assert colour(finder, part, "color") == "#1B2430", part


def test_more_contrast_makes_every_line_of_a_dark_page_ink(visit: Visit) -> None:
    finder = seen(visit, "dark")
    finder.page.emulate_media(contrast="more")
    finder.open(lang="de", **CARD)
    for part, what in ((".f-card", "borderTopColor"), (".f-search", "borderTopColor"), (".f-card .f-where", "color")):
        assert colour(finder, part, what) == "#ECEAE4", part


def test_forced_colours_keep_the_data_and_frame_the_rest(visit: Visit) -> None:
    finder = seen(visit, "dark", 1280)
    finder.page.emulate_media(forced_colors="active")
    districts = Districts(finder.page, finder.address).open(lang="de", compare="09,05")
    assert colour(districts, ".d-box", "backgroundColor") != colour(districts, ".d-plot", "backgroundColor")
    assert colour(districts, ".d-tick", "backgroundColor") == "#1B2430"
    assert colour(districts, ".f-ramp li:last-child b", "backgroundColor") == "#807DBA"
    assert colour(districts, ".d-plot", "borderTopColor") == colour(districts, ".d-plot", "color")


@pytest.mark.parametrize("path", ["/", "/districts", "/coverage", "/about", "/methods"])
def test_a_dark_page_does_not_begin_with_a_white_one(app: RunningApp, path: str) -> None:
    head = app.fetch(f"{path}?lang=ar")[1].split("<body")[0]
    assert '<meta name="color-scheme" content="light dark">' in head
