"""Takes the texts out of an SVG picture, so that the typesetter sets them over the drawing.

An SVG renderer picks one font for a run of text and does not know which way a line of Arabic with a German name reads;
a typesetter does. Understood are `<text>` and `<tspan>` with attributes (or `style`) x, y, dx, dy, font-size,
font-weight, fill, text-anchor, direction, and a halo (stroke, stroke-width), inherited from `<g>` and `<svg>`;
`transform` only as translate(). Any other text stays in the drawing.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from geodata.errors import GeodataError

_NAMESPACE: Final = "{http://www.w3.org/2000/svg}"
_TRANSLATE: Final = re.compile(r"\s*translate\(\s*([-+.\deE]+)(?:[\s,]+([-+.\deE]+))?\s*\)\s*")
_INHERITED: Final = {
    "font-size": "16",
    "font-weight": "400",
    "fill": "#000000",
    "text-anchor": "start",
    "direction": "ltr",
    "stroke": "none",
    "stroke-width": "1",
}
_LARGEST: Final = 10_000.0  # user units: a picture of any size would take any memory
_COLOUR: Final = re.compile("#(?:[0-9a-fA-F]{3}){1,2}")
_WEIGHTS: Final = {"normal": 400, "bold": 700}


@dataclass(frozen=True)
class Lettering:
    """One text of a picture: x and y of its anchor on the baseline and sizes in user units, colours as #rrggbb.

    `anchor` is start, middle or end of the text in its own `direction`, as in SVG: start is right for rtl.
    `halo` is a colour or empty.
    """

    words: str
    x: float
    y: float
    size: float
    weight: int
    fill: str
    anchor: str
    direction: str
    halo: str
    halo_width: float


@dataclass(frozen=True)
class Drawing:
    """A picture without its texts, its size in user units, and the texts."""

    svg: str
    width: float
    height: float
    lettering: tuple[Lettering, ...]


def from_svg(picture: bytes) -> Drawing:
    """Part the texts from the shapes; raises GeodataError where `picture` is no SVG with a viewBox or a size."""
    try:
        root = ET.fromstring(picture)  # noqa: S314 - a picture this program drew
        width, height = _size(root)
    except (ET.ParseError, ValueError, KeyError) as error:
        raise GeodataError("The picture is not an SVG with a size.") from error
    lettering = tuple(_taken(root, style=_INHERITED, origin=_corner(root)))
    ET.register_namespace("", _NAMESPACE[1:-1])
    return Drawing(ET.tostring(root, encoding="unicode"), width, height, lettering)


def _size(root: ET.Element) -> tuple[float, float]:
    if root.tag != f"{_NAMESPACE}svg":
        raise ValueError(root.tag)
    box = root.get("viewBox")
    lengths = [] if box else [root.attrib[name].removesuffix("px") for name in ("width", "height")]
    width, height = map(float, box.replace(",", " ").split()[2:] if box else lengths)
    if not (0 < width <= _LARGEST and 0 < height <= _LARGEST):  # NaN fails too
        raise ValueError(f"{width} x {height}")
    root.attrib.update(width=str(width), height=str(height))
    return width, height


def _corner(root: ET.Element) -> tuple[float, float]:
    """Where user units begin: minus the first two numbers of the viewBox."""
    x, y = (float(number) for number in (root.get("viewBox") or "0 0").replace(",", " ").split()[:2])
    return -x, -y


def _taken(parent: ET.Element, *, style: Mapping[str, str], origin: tuple[float, float]) -> Iterator[Lettering]:
    """Remove and yield the texts below `parent`, in the order they are drawn."""
    style = _styled(parent, style)
    for child in list(parent):
        moved = _moved(child, origin)
        if moved is None:
            continue
        if child.tag != f"{_NAMESPACE}text":
            yield from _taken(child, style=style, origin=moved)
        elif (texts := _texts(child, style=style, origin=moved)) is not None:
            yield from texts
            parent.remove(child)


def _styled(element: ET.Element, style: Mapping[str, str]) -> dict[str, str]:
    declared = (part.partition(":") for part in element.get("style", "").split(";") if ":" in part)
    own = element.attrib | {name.strip(): value.strip() for name, _, value in declared}
    return {name: own.get(name, inherited) for name, inherited in style.items()}


def _moved(element: ET.Element, origin: tuple[float, float]) -> tuple[float, float] | None:
    transform = element.get("transform")
    if transform is None:
        return origin
    found = _TRANSLATE.fullmatch(transform)
    return (origin[0] + float(found[1]), origin[1] + float(found[2] or 0)) if found else None


def _texts(text: ET.Element, *, style: Mapping[str, str], origin: tuple[float, float]) -> list[Lettering] | None:
    """The text and those of its tspans that stand at a place of their own; None where a length is not understood."""
    style = _styled(text, style)
    try:
        x, y = _placed(text, (0.0, 0.0))
        lines = [(text.text or "", (x, y), style)]
        for span in text:
            words = (span.text or "") + (span.tail or "")
            if span.attrib.keys() & {"x", "y", "dy"}:
                x, y = _placed(span, (x, y))
                lines.append((words, (x, y), _styled(span, style)))
            else:
                lines[-1] = (lines[-1][0] + words, lines[-1][1], lines[-1][2])
        return [
            _lettering(words, (origin[0] + place[0], origin[1] + place[1]), style=own)
            for words, place, own in lines
            if words.strip()
        ]
    except ValueError:
        return None


def _placed(element: ET.Element, before: tuple[float, float]) -> tuple[float, float]:
    x, y = float(element.get("x", before[0])), float(element.get("y", before[1]))
    return x + float(element.get("dx", 0)), y + float(element.get("dy", 0))


def _lettering(words: str, place: tuple[float, float], *, style: Mapping[str, str]) -> Lettering:
    weight = style["font-weight"]
    halo = "" if style["stroke"] == "none" else _colour(style["stroke"])
    return Lettering(
        words=" ".join(words.split()),
        x=place[0],
        y=place[1],
        size=float(style["font-size"].removesuffix("px")),
        weight=_WEIGHTS.get(weight) or int(weight),
        fill=_colour(style["fill"]),
        anchor=style["text-anchor"],
        direction=style["direction"],
        halo=halo,
        halo_width=float(style["stroke-width"].removesuffix("px")) if halo else 0.0,
    )


def _colour(written: str) -> str:
    if not _COLOUR.fullmatch(written):
        raise ValueError(written)
    return written
