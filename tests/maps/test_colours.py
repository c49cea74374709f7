"""Marks and shading can be told apart, whatever somebody's colour vision; the thresholds are those of the design."""

import re
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest

from geodata.districts.shading.palette import PALE
from tests.maps.colour import VISION, ciede2000, contrast, difference, lab

STATIC = Path(__file__).parents[2] / "ui" / "static"
SHAPES = ("circle", "square", "triangle")

# Smallest CIEDE2000 between the three colours of the marks.
MARKS_APART = {"normal": 39.2, "protan": 19.9, "deutan": 23.9, "tritan": 20.3}
MARKS_TO_SHADING = 26.4
NEIGHBOURS_APART = 3.4
CONTRAST_ON_WHITE = {"circle": 5.5, "square": 10.7, "triangle": 4.9}
ROUNDING = 0.05  # the design gives one decimal


def mark_colors() -> dict[str, str]:
    """Shape and colour as the map script draws them."""
    script = (STATIC / "map" / "marks.js").read_text("utf-8")
    return dict(re.findall(r'\["(\w+)", "(#[0-9A-F]{6})"\]', script))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [  # from the test data of Sharma, Wu and Dalal 2005
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_ruler_is_right(one: tuple[float, ...], other: tuple[float, ...], expected: float) -> None:
    assert ciede2000(np.array(one), np.array(other)) == pytest.approx(expected, abs=5e-5)
    assert lab("#FFFFFF") == pytest.approx([100, 0, 0], abs=0.02)
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("vision", VISION)
def test_marks_are_told_apart(vision: str) -> None:
    colors = mark_colors()
    assert tuple(colors) == SHAPES
    smallest = min(difference(a, b, vision=vision) for a, b in combinations(colors.values(), 2))
    assert smallest == pytest.approx(MARKS_APART[vision], abs=ROUNDING)


@pytest.mark.parametrize("vision", VISION)
def test_marks_stand_out_from_the_shading(vision: str) -> None:
    smallest = min(difference(mark, fill, vision=vision) for mark in mark_colors().values() for fill in PALE)
    assert smallest >= MARKS_TO_SHADING - ROUNDING


def test_marks_stand_out_from_white() -> None:
    for shape, color in mark_colors().items():
        assert contrast(color, "#FFFFFF") == pytest.approx(CONTRAST_ON_WHITE[shape], abs=ROUNDING)


@pytest.mark.parametrize("vision", VISION)
def test_shading_grows_darker_in_steps_that_can_be_seen(vision: str) -> None:
    lightness = [lab(color, vision=vision)[0] for color in PALE]
    assert lightness == sorted(lightness, reverse=True)
    steps = [difference(a, b, vision=vision) for a, b in pairwise(PALE)]
    assert min(steps) >= NEIGHBOURS_APART - ROUNDING


def test_shading_never_alarms() -> None:
    for color in PALE:
        _, red, blue = lab(color)
        assert red < 15
        assert blue < 0


@pytest.mark.parametrize("shape", SHAPES)
def test_list_tiles_and_map_show_the_same_colour(shape: str) -> None:
    color = mark_colors()[shape]
    assert f'{shape}: "{color}"' in (STATIC / "finder" / "cards.js").read_text("utf-8")
    assert color.lower() in (STATIC / f"mark-{shape}.svg").read_text("utf-8").lower()
