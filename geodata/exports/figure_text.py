"""Texts in an SVG figure: an SVG breaks no lines, so lines are broken here, by estimated widths.

The reader's own fonts are not known, so widths are those of a wide common one: a line may be shorter than it could be,
but does not run out of the figure.
"""

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geodata.exports.printable import REPLACEMENT

INK: Final = "#1b2430"
QUIET: Final = "#4d5763"

_BREAKS: Final = re.compile(r"[^\S\u00a0\u202f]+")  # any space but those that hold a number and its unit together
_NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OVERRIDES: Final = re.compile("[\u202a-\u202e]")  # would turn what stands around a name
_ISOLATES: Final = "\u2066\u2067\u2068"
_END_OF_ISOLATE: Final = "\u2069"
_NARROW: Final = frozenset("ijltfrI.,:;'|!()[]-· \u00a0\u202f")
_WIDE: Final = frozenset("mwMW@%ЖШЩЮМжшщюм—")


@dataclass(frozen=True)
class Style:
    """How a text looks: size in user units, weight, colour."""

    size: float = 13.0
    weight: int = 400
    fill: str = INK

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return self.size * 1.38


def width_of(text: str, style: Style) -> float:
    """Estimated width in user units."""
    return sum(map(_em, text)) * style.size * (1.06 if style.weight > 500 else 1.0)


def _em(character: str) -> float:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    if character in _NARROW:
        return 0.31
    if character in _WIDE:
        return 0.93
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return 1.0
    return 0.66 if character.isupper() else 0.58


def wrapped(text: str, width: float, *, style: Style, most: int = 60) -> tuple[str, ...]:
    """Lines of at most `width` user units and `most` in number; "…" ends what was longer. No text gives no line.

    A word that is too long is broken anywhere. What XML forbids becomes `REPLACEMENT`; every isolate that is open at
    the end of a line is closed there and opened again on the next.
    """
    clean = _OVERRIDES.sub("", _NO_XML.sub(REPLACEMENT, text))
    lines: list[str] = []
    for word in _pieces(clean, width, style=style):
        if lines and width_of(f"{lines[-1]} {word}", style) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1] + "…"]
    return tuple(_with_isolates(lines))


def _pieces(text: str, width: float, *, style: Style) -> Iterator[str]:
    """Words, those too long for a line in parts."""
    for word in filter(None, _BREAKS.split(text)):
        part, wide = "", 0.0
        for character in word:
            more = width_of(character, style)
            if part and wide + more > width:
                yield part
                part, wide = "", 0.0
            part, wide = part + character, wide + more
        yield part


def _with_isolates(lines: Sequence[str]) -> Iterator[str]:
    open_ones = ""
    for line in lines:
        begin = open_ones
        for character in line:
            if character in _ISOLATES:
                open_ones += character
            elif character == _END_OF_ISOLATE:
                open_ones = open_ones[:-1]
        yield begin + line + _END_OF_ISOLATE * len(open_ones)


def element(parent: ET.Element, name: str, **attributes: object) -> ET.Element:
    """A child with attributes; `_` in their names stands for `-`, numbers are rounded to a tenth."""
    return ET.SubElement(parent, name, {key.replace("_", "-"): _written(value) for key, value in attributes.items()})


def _written(value: object) -> str:
    return f"{round(value, 1):g}" if isinstance(value, float) else str(value)


def set_lines(
    parent: ET.Element, lines: Sequence[str], *, at: tuple[float, float], style: Style, **attributes: object
) -> float:
    """Set lines below each other, the first one's top at `at` (x, y), and return where the next one's top would be."""
    x, y = at
    look = {"font_size": style.size, "font_weight": style.weight, "fill": style.fill} | attributes
    for number, line in enumerate(lines):
        baseline = y + style.size * 1.05 + number * style.leading
        element(parent, "text", x=float(x), y=baseline, **look).text = line
    return y + style.leading * len(lines)
