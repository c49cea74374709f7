"""The small map: every number can be read, and it says nothing of where a hidden place is."""

import xml.etree.ElementTree as ET
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.exports.leaflet import Mark
from geodata.exports.leaflet_ground import Ground
from geodata.exports.leaflet_map import Pin, leaflet_map, sheet_for
from tests.exports.leaflet_sample import COURSE, SCHOOL, START, made_up, read_ground
from tests.exports.places_sample import pair

SVG = "{http://www.w3.org/2000/svg}"
CIRCLE = Mark("circle", "#A65200", "Erste Schritte")
sizes = st.sampled_from(("", "large"))
points = st.tuples(st.floats(51.48, 51.59), st.floats(9.82, 10.05))


@pytest.fixture(scope="module")
def ground() -> Ground:
    return read_ground()


def group(svg: bytes, name: str) -> ET.Element:
    found = ET.fromstring(svg).find(f"{SVG}g[@id='{name}']")  # noqa: S314 - our own
    assert found is not None
    return found


@settings(max_examples=25)
@given(st.lists(points, min_size=1, max_size=12), st.integers(1, 5), st.sampled_from((None, START)), sizes)
def test_no_number_hides_another_or_leaves_the_picture(
    places: list[tuple[float, float]], each: int, start: tuple[float, float] | None, large: str
) -> None:
    """Up to 60 numbers, and up to five in one house."""
    pins = [Pin(at + 1, CIRCLE, point) for at, point in enumerate(places * each)]
    sheet = sheet_for(len(pins), large=bool(large))
    svg = leaflet_map(pins, read_ground(), start=start, sheet=sheet)
    drawn = group(svg, "pins")
    assert [text.text for text in drawn.iter(f"{SVG}text")] == [str(pin.number) for pin in pins]
    centres = {(float(one.attrib["cx"]), float(one.attrib["cy"])) for one in drawn.iter(f"{SVG}circle")}
    assert len(centres) == len(pins)
    for (x, y), (other_x, other_y) in combinations(sorted(centres), 2):
        assert max(abs(x - other_x), abs(y - other_y)) >= 2 * sheet.radius
    assert all(sheet.radius < x < sheet.width - sheet.radius for x, _ in centres)
    assert all(sheet.radius < y < sheet.height - sheet.radius for _, y in centres)


def test_a_number_that_moved_is_tied_to_its_place(ground: Ground) -> None:
    pins = [Pin(number, CIRCLE, START) for number in (1, 2, 3)]
    svg = leaflet_map(pins, ground, start=None, sheet=sheet_for(3, large=False))
    assert len(list(group(svg, "lines").iter(f"{SVG}line"))) == 2


def test_north_is_up_and_east_is_right(ground: Ground) -> None:
    pins = [Pin(1, CIRCLE, (51.52, 9.90)), Pin(2, CIRCLE, (51.53, 9.93)), Pin(3, CIRCLE, (51.54, 9.96))]
    svg = leaflet_map(pins, ground, start=None, sheet=sheet_for(3, large=False))
    places = [(float(one.attrib["x"]), float(one.attrib["y"])) for one in group(svg, "pins").iter(f"{SVG}text")]
    assert all(left[0] < right[0] and left[1] > right[1] for left, right in pairwise(places))


def test_a_hidden_place_has_no_number_on_the_map(ground: Ground) -> None:
    hidden = pair({"service_id": "refuge"}, {**SCHOOL, "facility_id": "shelter", "address_visibility": "hidden"})
    both = made_up("de", pair(COURSE, SCHOOL), hidden, ground=ground)
    alone = made_up("de", pair(COURSE, SCHOOL), ground=ground)
    assert both.city_map == alone.city_map
    assert made_up("de", hidden, ground=ground).city_map is None


def test_each_section_has_its_own_shape(ground: Ground) -> None:
    shapes = {"circle": "circle", "square": "rect", "triangle": "polygon"}
    for shape, tag in shapes.items():
        pin = Pin(1, Mark(shape, "#000000", ""), START)  # type: ignore[arg-type]
        svg = leaflet_map([pin], ground, start=None, sheet=sheet_for(1, large=False))
        assert {one.tag for one in group(svg, "pins")} == {f"{SVG}{tag}", f"{SVG}text"}
