"""The map with the mouse: points, houses, districts, and a view that no filter moves."""

import json
import math

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.finder import Finder
from tests.e2e.oracle import FACILITIES, ROOT, expected, houses

pytestmark = pytest.mark.browser

Spot = tuple[float, float]
CLEAR_PX = 34  # twice what a click catches, and a little
EDGE_PX = 70  # the zoom buttons and the attribution lie in this border


def inside(spot: Spot, size: tuple[int, int]) -> bool:
    return all(EDGE_PX < value < extent - EDGE_PX for value, extent in zip(spot, size, strict=True))


def lonely_place(finder: Finder) -> tuple[str, Spot]:
    """A drawn place that is alone in its house, in view, and as far from others as can be."""
    drawn = finder.drawn
    alone = {keys[0] for keys in houses().values() if len(keys) == 1}
    spots = dict(zip(drawn, finder.positions(*drawn), strict=True))
    size = finder.map_size()

    def distance(key: str) -> float:
        return min(math.dist(spots[key], spot) for other, spot in spots.items() if other != key)

    in_view = [key for key in drawn if key in alone and inside(spots[key], size)]
    best = max(in_view, key=distance)
    return best, spots[best]


def district_spots(finder: Finder) -> list[tuple[str, Spot]]:
    """Points in view at which a district is named and no place is drawn near, with the district's key.

    Pixels are worked out from two drawn places: x grows with longitude, y with the Mercator of latitude.
    """
    drawn = finder.drawn
    west = min(drawn, key=lambda key: float(FACILITIES[key]["longitude"]))
    east = max(drawn, key=lambda key: float(FACILITIES[key]["longitude"]))
    (west_x, west_y), (east_x, _) = finder.positions(west, east)
    west_lon, east_lon = (float(FACILITIES[key]["longitude"]) for key in (west, east))
    pixels = (east_x - west_x) / math.radians(east_lon - west_lon)

    def mercator(latitude: float) -> float:
        return math.asinh(math.tan(math.radians(latitude)))

    west_lat = float(FACILITIES[west]["latitude"])
    others, size = finder.positions(*drawn), finder.map_size()
    features = json.loads((ROOT / "data" / "districts.geojson").read_text("utf-8"))["features"]
    spots = []
    for district in (feature["properties"] for feature in features):
        x = west_x + math.radians(district["label_longitude"] - west_lon) * pixels
        y = west_y - (mercator(district["label_latitude"]) - mercator(west_lat)) * pixels
        if inside((x, y), size) and all(math.dist((x, y), other) > CLEAR_PX for other in others):
            spots.append((district["key"], (x, y)))
    return spots


@pytest.mark.parametrize(("language", "width"), [("de", 1280), ("ar", 1280), ("ar", 360)])
def test_a_click_on_a_point_selects_its_card(visit: Visit, language: str, width: int) -> None:
    finder = visit(width).open(lang=language, section="work_career")
    facility, spot = lonely_place(finder)
    finder.click_map(*spot)
    assert finder.until(lambda: finder.param("facility"), facility) == facility
    assert finder.until(lambda: set(finder.selected), {facility}) == {facility}
    card = finder.card(facility).first
    card.wait_for()
    assert finder.until(lambda: card.evaluate("e => e.getBoundingClientRect().top < innerHeight"), wanted=True)
    # The place stands on the page of the list that holds it, and the answer is the same as before.
    assert finder.drawn == sorted(expected(section="work_career").places)


def test_a_click_on_a_name_selects_its_point(visit: Visit) -> None:
    finder = visit().open(lang="de", district="05")
    facility = next(key for key in finder.drawn if finder.card(key).count())
    finder.card(facility).locator("h3 a").first.click()
    assert finder.until(lambda: finder.param("facility"), facility) == facility
    assert finder.until(lambda: set(finder.selected), {facility}) == {facility}
    spot = finder.positions(facility)[0]
    assert all(0 < value < extent for value, extent in zip(spot, finder.map_size(), strict=True))


def test_every_place_of_a_house_can_be_reached(visit: Visit) -> None:
    house = max(houses().values(), key=len)
    assert len(house) >= 6
    assert {FACILITIES[key]["street_address"] for key in house} == {"Neustadt 18"}
    finder = visit().open(lang="de", facility=house[0])
    for facility in (*house[1:], house[0]):
        finder.click_map(*finder.positions(facility)[0])
        names = finder.map.locator(".leaflet-popup button[data-id]")
        names.first.wait_for()
        assert sorted(names.evaluate_all("all => all.map(e => e.dataset.id)")) == sorted(house)
        names.and_(finder.map.locator(f"[data-id='{facility}']")).click()
        assert finder.until(lambda key=facility: finder.param("facility") == key, wanted=True)
        assert finder.until(lambda: set(finder.selected), {facility}) == {facility}
        finder.rest()


def test_a_house_is_listed_on_a_phone_too(visit: Visit) -> None:
    house = max(houses().values(), key=len)
    finder = visit(360).open(lang="ar", facility=house[0], view="map")
    finder.click_map(*finder.positions(house[0])[0])
    names = finder.map.locator(".leaflet-popup button[data-id]")
    names.first.wait_for()
    assert names.count() == len(house)
    box = finder.map.locator(".leaflet-popup").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360


def test_a_click_on_a_district_filters_by_it(visit: Visit) -> None:
    finder = visit().open(lang="en", section="work_career")
    key, spot = district_spots(finder)[0]
    finder.click_map(*spot)
    assert finder.until(lambda: finder.param("district"), key) == key
    answer = expected(section="work_career", district=key)
    assert finder.until(lambda: finder.count, len(answer.offers)) == len(answer.offers)
    assert finder.until(lambda: finder.drawn, sorted(answer.places)) == sorted(answer.places)
    finder.rest().click_map(*spot)
    assert finder.until(lambda: finder.param("district"), "") == ""


@pytest.mark.parametrize("width", [360, 1280])
def test_every_load_begins_with_the_same_view_of_the_city(visit: Visit, width: int) -> None:
    finder = visit(width).open(lang="de")
    drawn = finder.drawn
    first = finder.positions(*drawn)
    in_view = [spot for spot in first if all(0 < v < extent for v, extent in zip(spot, finder.map_size(), strict=True))]
    assert len(set(in_view)) > len(drawn) / 5
    # A browser that has everything in its cache is quicker: the map must not measure its frame before it has a size.
    assert finder.open(lang="de").positions(*drawn) == first
    assert finder.open(lang="de", view="list").open(lang="de").positions(*drawn) == first


def test_a_map_that_was_hidden_at_first_shows_the_city_too(visit: Visit) -> None:
    usual = visit(360).open(lang="de")
    drawn = usual.drawn
    hidden = visit(360).open(lang="de", view="list")
    hidden.page.locator(".st-key-view-bar button").first.click()
    hidden.page.locator(".st-key-map-pane iframe").wait_for()
    hidden.rest()
    wanted = usual.positions(*drawn)
    assert hidden.until(lambda: hidden.positions(*drawn), wanted) == wanted


def test_zoom_and_pan_survive_a_filter(visit: Visit) -> None:
    finder = visit().open(lang="de")
    witnesses = finder.drawn[0], finder.drawn[-1]
    before = finder.positions(*witnesses)
    finder.map.locator(".leaflet-control-zoom-in").click()
    assert finder.until(lambda: finder.positions(*witnesses) == before, wanted=False) is False
    finder.map.locator("#map_div").drag_to(
        finder.map.locator("#map_div"), source_position={"x": 300, "y": 300}, target_position={"x": 410, "y": 230}
    )
    moved = finder.until(lambda: finder.positions(*witnesses), finder.positions(*witnesses))
    frame = finder.map
    finder.page.locator("[class*=st-key-section-] button").nth(1).click()
    answer = expected(section="language_education")
    assert finder.until(lambda: finder.visible, len(answer.places)) == len(answer.places)
    assert finder.rest().positions(*witnesses) == moved
    finder.page.locator(".f-languages button").nth(3).click()
    assert finder.until(lambda: finder.param("lang"), "ar") == "ar"
    assert finder.rest().positions(*witnesses) == moved
    assert finder.map == frame
