"""Classes can be told apart, whatever somebody's colour vision, and their colours never alarm."""

from itertools import pairwise

import pytest

from geodata.districts.shading.palette import BORDER, FULL, PALE, palette
from tests.maps.colour import VISION, contrast, difference, lab

NUMBERS = (3, 4, 5, 6)

# Smallest CIEDE2000 between two classes that stand side by side in the legend.
NEIGHBOURS_APART = {
    3: {"normal": 14.77, "protan": 14.28, "deutan": 14.72, "tritan": 12.74},
    4: {"normal": 9.29, "protan": 9.01, "deutan": 9.25, "tritan": 7.82},
    5: {"normal": 6.36, "protan": 6.19, "deutan": 6.39, "tritan": 5.50},
    6: {"normal": 5.15, "protan": 5.00, "deutan": 5.12, "tritan": 4.25},
}
JUST_NOTICEABLE = 2.3  # Mahy, Van Eycken, Oosterlinck 1994
BORDER_CONTRAST = 3.1
ROUNDING = 0.006  # two decimals above


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("n", NUMBERS)
def test_lightness_falls(n: int, vision: str) -> None:
    lightness = [lab(color, vision=vision)[0] for color in palette(n)]
    assert len(lightness) == n
    assert all(lighter > darker for lighter, darker in pairwise(lightness))


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("n", NUMBERS)
def test_neighbours_are_told_apart(n: int, vision: str) -> None:
    smallest = min(difference(one, other, vision=vision) for one, other in pairwise(palette(n)))
    assert smallest == pytest.approx(NEIGHBOURS_APART[n][vision], abs=ROUNDING)
    assert smallest > JUST_NOTICEABLE


@pytest.mark.parametrize("n", NUMBERS)
@pytest.mark.parametrize("colours", [FULL, PALE])
def test_the_border_is_seen_on_every_class(n: int, colours: tuple[str, ...]) -> None:
    assert min(contrast(BORDER, color) for color in palette(n, colours)) >= BORDER_CONTRAST


@pytest.mark.parametrize("n", NUMBERS)
@pytest.mark.parametrize("colours", [FULL, PALE])
def test_no_class_is_red(n: int, colours: tuple[str, ...]) -> None:
    for color in palette(n, colours):
        _, red, yellow = lab(color)
        assert red < 16
        assert yellow < 0


@pytest.mark.parametrize("n", NUMBERS)
def test_steps_are_even(n: int) -> None:
    steps = [difference(one, other) for one, other in pairwise(palette(n))]
    assert max(steps) < 2 * min(steps)


def test_five_classes_are_the_designs() -> None:
    assert palette(5) == FULL == ("#f2f0f7", "#dadaeb", "#bcbddc", "#9e9ac8", "#807dba")
    assert palette(5, PALE) == PALE


@pytest.mark.parametrize(("n", "expected"), [(0, ()), (1, (FULL[2],)), (2, (FULL[0], FULL[4])), (3, FULL[::2])])
def test_fewer_classes_take_colours_of_five(n: int, expected: tuple[str, ...]) -> None:
    assert palette(n) == expected
