"""Colours of classes: sequential lilac, never red, lightness falling, every class apart from the border's ink.

The colours of five classes are the visual design's; fewer are taken from them, six lie between the same ends.
tests/districts/test_palette.py works out what colour-blind readers see of them.
"""

from typing import Final

FULL: Final = ("#f2f0f7", "#dadaeb", "#bcbddc", "#9e9ac8", "#807dba")
"""Full strength, for the districts page and its pictures."""

PALE: Final = ("#F5F3F7", "#E6E5F0", "#D2D2E6", "#BFBCD9", "#ABA9D0")
"""For the finder, where marks stand above: they keep at least 20 CIEDE2000 to it."""

BORDER: Final = "#36354C"
"""Line between areas: contrast of at least 3 to every class."""


def palette(n: int, colours: tuple[str, ...] = FULL) -> tuple[str, ...]:
    """`n` colours from the lightest to the darkest of `colours`, evenly between them; one class gets the middle."""
    if n == 1:
        return (colours[len(colours) // 2],)
    places = (i * (len(colours) - 1) / (n - 1) for i in range(n))
    return tuple(_between(colours, place) for place in places)


def _between(colours: tuple[str, ...], place: float) -> str:
    """The colour at a place between two neighbours, mixed in sRGB: they are so near that no other way differs."""
    first, part = int(place), place % 1
    if part == 0:
        return colours[first]
    mixed = (
        round(a + (b - a) * part) for a, b in zip(_channels(colours[first]), _channels(colours[first + 1]), strict=True)
    )
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
