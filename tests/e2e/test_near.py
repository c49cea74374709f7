"""Near a place: typed, suggested, chosen by keyboard or finger; then list, map, counts and address follow."""

import re

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.finder import Finder
from tests.e2e.near_field import BUTTON, NearField, minutes_from, offers_within
from tests.e2e.oracle import LANGUAGES, expected
from tests.e2e.test_accessible import new_part, violations
from tests.e2e.test_narrow import too_wide

pytestmark = pytest.mark.browser

CODE = re.compile(r"100mN\d{5}E\d{5}")
# Remembers every ring that is drawn: where in the frame, and how dark the canvas is on its line.
WATCH_RING = """() => {
  const paint = finder.paintHere;
  window.rings = [];
  finder.paintHere = (context, x, y) => {
    paint(context, x, y);
    const pane = L.DomUtil.getPosition(document.querySelector(".leaflet-map-pane"));
    const pixel = context.getTransform().transformPoint({ x: x + 11 * Math.SQRT1_2, y: y + 11 * Math.SQRT1_2 });
    const [red, green, blue, opacity] = context.getImageData(Math.round(pixel.x), Math.round(pixel.y), 1, 1).data;
    window.rings.push({ x: x + pane.x, y: y + pane.y, light: Math.max(red, green, blue), opacity });
  };
}"""


def walked(finder: Finder) -> list[str]:
    return finder.page.locator(".f-card .f-walk").all_inner_texts()


def listed_minutes(finder: Finder, code: str) -> list[float]:
    homes = finder.page.eval_on_selector_all("article.f-card", "all => all.map(card => card.dataset.facility)")
    return [minutes_from(code)[facility] for facility in homes]


def test_a_place_by_keyboard_alone(visit: Visit) -> None:
    finder = visit().open(lang="de")
    near, press = NearField(finder), finder.page.keyboard.press
    finder.map.evaluate(WATCH_RING)
    finder.tab_to(BUTTON)
    press("Enter")
    near.field.wait_for()
    assert finder.until(lambda: finder.focused("#near-field"), wanted=True)
    assert (near.attribute("role"), near.attribute("aria-expanded")) == ("combobox", "false")
    assert near.attribute("aria-controls") == near.list.get_attribute("id")
    assert near.list.get_attribute("role") == "listbox"

    finder.page.keyboard.type("neustadt 1")
    near.wait_for("Neustadt 1")
    assert near.attribute("aria-expanded") == "true"
    assert near.attribute("aria-activedescendant") is None
    marked = near.list.locator("[aria-selected=true]")
    assert marked.count() == 0
    press("ArrowDown")
    press("ArrowDown")
    assert near.attribute("aria-activedescendant") == marked.get_attribute("id")
    press("ArrowUp")
    assert near.attribute("aria-activedescendant") == marked.get_attribute("id")
    assert marked.locator("bdi").inner_text() == "Neustadt 1"
    assert finder.focused("#near-field")
    press("Enter")

    assert finder.until(lambda: bool(CODE.fullmatch(finder.param("near"))), wanted=True)
    code = finder.rest().param("near")
    assert finder.until(lambda: len(walked(finder)), 20) == 20
    assert all(re.fullmatch(r"\d+ Min\. zu Fuß", words) for words in walked(finder))
    shown = listed_minutes(finder, code)
    assert shown == sorted(shown)
    assert "Neustadt 1" in near.button.inner_text()
    assert finder.count == len(expected().offers)

    assert finder.until(lambda: finder.map.evaluate("rings.length") > 0, wanted=True)
    ring = finder.map.evaluate("rings.at(-1)")
    width, height = finder.map_size()
    assert 0 < ring["x"] < width
    assert 0 < ring["y"] < height
    assert ring["opacity"] == 255
    assert ring["light"] < 90
    [(x, y)] = finder.positions("migrationszentrum-goettingen")  # Neustadt 18, two hundred metres down the street
    assert abs(x - ring["x"]) + abs(y - ring["y"]) < 60


def test_a_limit_counts_and_a_reload_restores(visit: Visit) -> None:
    finder = visit().open(lang="de")
    near = NearField(finder).open().type("neustadt 18")
    code = near.choose("Neustadt 18")
    near.open()
    finder.page.get_by_test_id("stPopoverBody").get_by_role("radio", name="10").click()
    assert finder.until(lambda: finder.param("within"), "10") == "10"
    wanted = offers_within(code, 10)
    assert 0 < wanted < len(expected().offers)
    assert finder.until(lambda: finder.count, wanted) == wanted
    before = finder.rest().params, finder.count, finder.listed, finder.drawn, walked(finder)
    finder.load(finder.page.url)
    assert (finder.params, finder.count, finder.listed, finder.drawn, walked(finder)) == before
    assert near.button.inner_text().strip().startswith("In der Nähe: gewählter Ort")
    near.open()
    finder.page.locator(".st-key-near-forget button").click()
    assert finder.until(lambda: finder.param("near") + finder.param("within"), "") == ""
    assert finder.until(lambda: finder.count, len(expected().offers)) == len(expected().offers)
    assert walked(finder.rest()) == []


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [("ru", "нойштадт", "Neustadt"), ("ar", "نويشتات", "Neustadt"), ("en", "Nuestadt", "Neustadt")],
)
def test_other_scripts_and_slips_are_understood(visit: Visit, language: str, text: str, first: str) -> None:
    finder = visit().open(lang=language)
    near = NearField(finder).open().type(text)
    assert CODE.fullmatch(near.choose(first))
    assert finder.until(lambda: len(walked(finder)), 20) == 20


def test_escape_closes_the_list_first_and_the_field_after(visit: Visit) -> None:
    finder = visit().open(lang="de")
    near = NearField(finder).open().type("weende")
    near.field.press("ArrowDown")
    near.field.press("Escape")
    near.list.wait_for(state="hidden")
    assert near.field.is_visible()
    assert near.attribute("aria-expanded") == "false"
    assert near.attribute("aria-activedescendant") is None
    near.field.press("Enter")
    finder.page.wait_for_timeout(400)
    assert finder.param("near") == ""
    near.field.press("Escape")
    near.field.wait_for(state="detached")
    assert finder.focused(BUTTON)


def test_enter_never_takes_what_was_suggested_for_less(visit: Visit) -> None:
    finder = visit().open(lang="de")
    near = NearField(finder).open().type("neustadt")
    near.field.fill("weender landstraße 1")
    near.field.press("Enter")
    assert finder.until(lambda: finder.param("near") != "", wanted=True)
    assert "Weender Landstraße 1" in finder.rest().page.locator(BUTTON).first.inner_text()


def test_a_place_by_finger_on_a_phone(visit: Visit) -> None:
    finder = visit(360).open(lang="ar", view="filter")
    near = NearField(finder).open().type("neustadt 18")
    assert too_wide(finder) == []
    for part in (near.field, near.options.first, near.position):
        box = part.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    near.wait_for("Neustadt 18").options.first.click()
    assert finder.until(lambda: bool(CODE.fullmatch(finder.param("near"))), wanted=True)
    finder.rest().page.keyboard.press("Escape")
    finder.page.locator(".st-key-view-bar button").nth(1).click()
    finder.page.locator(".f-card .f-walk").first.wait_for()
    assert too_wide(finder.rest()) == []
    shown = listed_minutes(finder, finder.param("near"))
    assert shown == sorted(shown)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(visit: Visit, language: str, width: int) -> None:
    finder = visit(width, kept=True).open(lang=language, view="filter")
    near = NearField(finder).open().type("neustadt 18").wait_for("Neustadt 18")
    near.field.press("ArrowDown")
    found = violations(finder, "suggestions", part=new_part(language))
    near.field.press("Enter")
    assert finder.until(lambda: finder.param("near") != "", wanted=True)
    finder.rest()
    near.open()
    found += violations(finder, "chosen, popover open", part=new_part(language))
    finder.page.keyboard.press("Escape")
    near.field.wait_for(state="detached")
    found += violations(finder, "chosen")
    assert not found, "\n".join(found)
