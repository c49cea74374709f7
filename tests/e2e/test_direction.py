"""Language and direction of the document, and what Arabic mirrors: everything but the map's geometry."""

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.finder import Finder
from tests.e2e.oracle import FACILITIES, LANGUAGES

pytestmark = pytest.mark.browser

DIRECTION = {"de": "ltr", "en": "ltr", "ru": "ltr", "ar": "rtl"}
DOCUMENT = """() => {
  const root = document.documentElement;
  return [root.lang, root.dir, getComputedStyle(root).direction];
}"""


def left_edge(finder: Finder, selector: str) -> float:
    box = finder.page.locator(selector).first.bounding_box()
    assert box is not None
    return box["x"]


@pytest.mark.parametrize(("language", "width"), [*((code, 1280) for code in LANGUAGES), ("ar", 360)])
def test_documents_say_their_language_and_direction(visit: Visit, language: str, width: int) -> None:
    finder = visit(width, kept=True).open(lang=language)
    said = [language, DIRECTION[language], DIRECTION[language]]
    assert finder.evaluate(DOCUMENT) == said
    assert finder.map.evaluate(DOCUMENT) == said
    finder.open_about(lang=language)
    assert finder.evaluate(DOCUMENT) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_stands_where_reading_begins(visit: Visit, language: str) -> None:
    finder = visit(kept=True).open(lang=language)
    list_is_left = left_edge(finder, ".st-key-list-pane") < left_edge(finder, ".st-key-map-pane")
    assert list_is_left == (DIRECTION[language] == "ltr")
    number_is_left = left_edge(finder, ".f-card .f-number") < left_edge(finder, ".f-card .f-body")
    assert number_is_left == (DIRECTION[language] == "ltr")
    name_is_left = left_edge(finder, ".f-brand") < left_edge(finder, ".f-languages")
    assert name_is_left == (DIRECTION[language] == "ltr")


def test_the_sections_of_a_phone_begin_at_the_right_in_arabic(visit: Visit) -> None:
    finder = visit(360, kept=True).open(lang="ar")
    tiles = finder.page.locator("[class*=st-key-section-] button")
    edges = [box["x"] for tile in tiles.all() if (box := tile.bounding_box())]
    assert edges == sorted(edges, reverse=True)


def test_the_map_itself_is_not_mirrored(visit: Visit) -> None:
    finder = visit(kept=True).open(lang="ar")
    drawn = finder.drawn
    west = min(drawn, key=lambda key: float(FACILITIES[key]["longitude"]))
    east = max(drawn, key=lambda key: float(FACILITIES[key]["longitude"]))
    north = max(drawn, key=lambda key: float(FACILITIES[key]["latitude"]))
    south = min(drawn, key=lambda key: float(FACILITIES[key]["latitude"]))
    in_arabic = finder.positions(west, east, north, south)
    assert in_arabic[0][0] < in_arabic[1][0]
    assert in_arabic[2][1] < in_arabic[3][1]
    assert finder.open(lang="de").positions(west, east, north, south) == in_arabic


def test_german_names_keep_their_language_and_direction_in_arabic(visit: Visit) -> None:
    finder = visit(kept=True).open(lang="ar")
    names = finder.page.locator(".f-card h3 bdi")
    assert names.count() == len(finder.listed)
    assert all(name.get_attribute("lang") == "de" and name.get_attribute("dir") == "ltr" for name in names.all())


@pytest.mark.parametrize("language", ["ru", "ar"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_control_is_named_in_another_script(visit: Visit, language: str, width: int) -> None:
    letters = {"ru": r"\p{Script=Cyrillic}", "ar": r"\p{Script=Arabic}"}[language]
    foreign = f"""() => [...document.querySelectorAll("[aria-label], [title], [placeholder], a[href^='#']")]
      .flatMap(e => ["aria-label", "title", "placeholder"].map(a => e.getAttribute(a))
        .concat(e.matches("a[href^='#']") ? [e.textContent] : []))
      .filter(words => words && /\\p{{Letter}}/u.test(words) && !/{letters}/u.test(words))"""
    finder = visit(width, kept=True).open(lang=language, view="list")
    assert finder.evaluate(foreign) == []
    assert finder.map.evaluate(foreign) == []
