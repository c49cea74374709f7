"""The legend of a figure: ramp with limits and numbers, areas compared under their class, patterns, notes.

Places are given along the line: 0 is where the reader's lines begin, left or, in Arabic, right.
"""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geodata.districts.shading.palette import BORDER
from geodata.districts.shading.shade import NO_DATA, WITHHELD, Shading
from geodata.exports.figure_map import EMPTY, PATTERNS, MapAreas
from geodata.exports.figure_text import INK, QUIET, Style, element, set_lines, width_of, wrapped
from geodata.exports.figure_words import FigureWords

TITLE: Final = Style(size=17.0, weight=650)
PLAIN: Final = Style()
META: Final = Style(fill=QUIET)
STRONG: Final = Style(weight=600)
_CARE: Final = Style(weight=600, fill="#5a4300")
_CARE_GROUND: Final = "#f6ecd2"

_GAP: Final = 10.0
_SWATCH: Final = 30.0
_RAMP: Final = 18.0


@dataclass(frozen=True)
class Side:
    """A column of the figure between two margins, in a writing direction.

    Attributes:
        width: of the figure, in user units.
        margin: free on both sides.
        rtl: whether lines begin on the right.
    """

    width: float
    margin: float
    rtl: bool

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin

    def x(self, along: float) -> float:
        """Where a line begins that is `along` from the column's begin."""
        return self.width - self.margin - along if self.rtl else self.margin + along

    def left(self, along: float, width: float) -> float:
        """Left edge of a shape that is `width` wide and begins at `along`."""
        return self.x(along) - (width if self.rtl else 0.0)


@dataclass(frozen=True)
class Pin:
    """What the legend says of a marked area: how it is shaded, name and value, and whether its sign is filled."""

    fill: str
    text: str
    filled: bool


def pins_of(areas: MapAreas, words: FigureWords, *, shading: Shading) -> list[Pin]:
    """Those of the marked areas that have a text, the chosen ones first."""
    fills = dict(zip(shading.keys, shading.fills, strict=True))
    signed = [(key, True) for key in areas.chosen] + [(key, False) for key in areas.compared]
    return [Pin(fills[key], words.values[key], filled) for key, filled in signed if words.values.get(key)]


def add_title(parent: ET.Element, words: FigureWords, *, side: Side, top: float) -> float:
    """Title, and the word "estimate" as a chip at the end of its line; returns where the next part begins."""
    chip = width_of(words.estimate, _CARE) + 16 if words.estimate else 0.0
    if chip:
        at = side.inner - chip
        element(parent, "rect", x=side.left(at, chip), y=top, width=chip, height=24, rx=6, fill=_CARE_GROUND)
        middle = side.left(at, chip) + chip / 2
        set_lines(parent, [words.estimate], at=(middle, top + 3.5), style=_CARE, text_anchor="middle")
    lines = wrapped(words.title, side.inner - chip - _GAP, style=TITLE)
    return max(set_lines(parent, lines, at=(side.x(0), top), style=TITLE), top + 24) + 6


def add_ramp(
    parent: ET.Element, words: FigureWords, *, shading: Shading, pins: Sequence[Pin], side: Side, top: float
) -> float:
    """Classes side by side, the lowest first, with limits and number of areas, and `pins` under their class."""
    if not shading.classes:
        return top
    wide = side.inner / len(shading.classes)
    bottoms = []
    # limits are numbers with a dash between them: they run from left to right in every language
    running = {"direction": "ltr", "text_anchor": "end"} if side.rtl else {}
    for number, (part, (limits, count)) in enumerate(zip(shading.classes, words.classes, strict=True)):
        x, left = side.x(number * wide), side.left(number * wide, wide)
        element(parent, "rect", x=left, y=top, width=wide, height=_RAMP, fill=part.color, stroke=BORDER)
        y = set_lines(parent, _in_class(limits, wide), at=(x, top + _RAMP + 4), style=PLAIN, **running)
        bottoms.append(set_lines(parent, _in_class(count, wide), at=(x, y), style=META))
    y = max(bottoms)
    for pin in pins:
        if pin.fill.isdigit():
            y = _add_pin(parent, pin, side=side, at=(int(pin.fill) * wide, y), wide=wide)
    return y + _GAP


def _in_class(text: str, wide: float) -> tuple[str, ...]:
    return wrapped(text, wide - 6, style=PLAIN, most=4)


def add_patterns_key(parent: ET.Element, words: FigureWords, *, pins: Sequence[Pin], side: Side, top: float) -> float:
    """Keys of hatching, dots and empty land one after the other, and below the marked areas without a value."""
    keys = ((PATTERNS[WITHHELD], words.withheld), (PATTERNS[NO_DATA], words.no_data), (EMPTY, words.empty))
    at, y, bottom = 0.0, top, top
    for fill, text in keys:
        if not text:
            continue
        lines = wrapped(text, side.inner - _SWATCH - 8, style=PLAIN)
        wide = _SWATCH + 8 + max((width_of(line, PLAIN) for line in lines), default=0.0)
        if at + wide > side.inner:
            at, y = 0.0, bottom
        look = {"width": _SWATCH, "height": 16, "fill": fill, "stroke": BORDER}
        element(parent, "rect", x=side.left(at, _SWATCH), y=y + 1, **look)
        bottom = max(bottom, set_lines(parent, lines, at=(side.x(at + _SWATCH + 8), y), style=PLAIN) + 4)
        at += wide + 2 * _GAP
    for pin in pins:
        if not pin.fill.isdigit():
            bottom = _add_pin(parent, pin, side=side, at=(0.0, bottom), wide=side.inner)
    return bottom + 4


def _add_pin(parent: ET.Element, pin: Pin, *, side: Side, at: tuple[float, float], wide: float) -> float:
    """A triangle and its text, which begins at `at` (along, top) in a column `wide` or, if too long, ends with it."""
    along, top = at
    ends = along + 15 + width_of(pin.text, STRONG) > side.inner and along > 0
    sign = along + wide - 10 if ends else along
    lines = wrapped(pin.text, sign - 5 if ends else side.inner - along - 15, style=STRONG, most=3)
    left, base = side.left(sign, 10.0), top + 14
    data = f"M{left:.1f} {base:.1f}H{left + 10:.1f}L{left + 5:.1f} {base - 9:.1f}Z"
    look = {"stroke": INK, "stroke_width": 1.4, "stroke_linejoin": "round"}
    element(parent, "path", d=data, fill=INK if pin.filled else "#ffffff", **look)
    anchor = {"text_anchor": "end"} if ends else {}
    return set_lines(parent, lines, at=(side.x(sign - 5 if ends else sign + 15), top), style=STRONG, **anchor) + 1


def add_block(parent: ET.Element, text: str, *, style: Style, side: Side, top: float) -> float:
    """A paragraph as wide as the column."""
    return set_lines(parent, wrapped(text, side.inner, style=style), at=(side.x(0), top), style=style)
