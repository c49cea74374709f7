"""Typesets what is taken away: the district profile and the call sheet as tagged PDF (PDF/UA-1), pictures as PNG.

Fonts come from packages, as files; nothing is downloaded and no font of the machine is looked at. No output depends on
clock, locale or machine.
"""

import dataclasses
import json
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import typst
from fontTools.ttLib import TTFont

from geodata.adapters.pdf_words import with_words
from geodata.errors import GeodataError, MissingFileError
from geodata.exports import leaflet as leaflets
from geodata.exports import lettering
from geodata.exports.call_sheet import CallSheet
from geodata.exports.leaflet import Leaflet
from geodata.exports.printable import with_printable
from geodata.exports.profile import Profile, to_fields
from geodata.exports.reading_order import BLOCKS, to_reading_order

_TEMPLATES: Final = Path(__file__).resolve().parent.parent / "exports"

_FONTS: Final = {"fontpkg_source_sans_3": "SourceSans3[[]wght[]].ttf", "fontpkg_almarai": "Almarai-Regular.ttf"}
"""Package and file of each family, in order of preference. Almarai and not the pages' Noto Sans Arabic, which is drawn
as letters without dots plus dots: text copied from a PDF then has every dotted letter twice."""

_SETTINGS: Final = (("9.5", "yes"), ("9", "yes"), ("9.5", "no"), ("9", "no"), ("8.5", "no"), ("8", "no"), ("7.5", "no"))
"""Points of the running text, and whether tables stay whole: the first that keeps the profile on two pages."""


_TOO_LONG: Final = "panicked with: too long"  # the last line of profile.typ


@dataclass(frozen=True)
class Typefaces:
    """Fonts for the typesetter, their families and what each covers, in order of preference."""

    fonts: typst.Fonts
    families: tuple[str, ...]
    covered: tuple[frozenset[str], ...]


def to_pdf(profile: Profile) -> bytes:
    """The profile as PDF/UA-1 of at most two A4 pages; a character that no font has is shown as an empty square.

    Raises:
        GeodataError: even in the smallest size it needs more pages, or its picture is no SVG.
        MissingFileError: a font is missing.
    """
    faces = read_typefaces()
    fields = with_printable(to_fields(profile), fonts=faces.covered)
    inputs = {
        "profile": json.dumps(fields),
        "picture": _picture(profile.picture.svg, faces) if profile.picture else "",
    }
    pdf = _on_two_pages(inputs, faces)
    # From left to right the pieces of a line are drawn in the order they are read: nothing to add.
    return with_words(pdf, to_reading_order(fields), blocks=BLOCKS) if profile.direction == "rtl" else pdf


def call_sheet_to_pdf(sheet: CallSheet) -> bytes:
    """The call sheet as PDF/UA-1 of A4 pages; a character that no font has is shown as an empty square.

    Raises:
        GeodataError: it cannot be typeset.
        MissingFileError: a font is missing.
    """
    faces = read_typefaces()
    inputs = {"sheet": json.dumps(with_printable(dataclasses.asdict(sheet), fonts=faces.covered))}
    try:
        return _compiled("call_sheet", faces, inputs=inputs, format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        raise GeodataError(f"The call sheet cannot be typeset: {error.message}") from error


def leaflet_to_pdf(leaflet: Leaflet) -> bytes:
    """The leaflet as PDF/UA-1 of A4 pages; a character that no font has is shown as an empty square.

    Raises:
        GeodataError: it cannot be typeset, or its map is no SVG.
        MissingFileError: a font is missing.
    """
    faces = read_typefaces()
    fields = leaflets.with_names(with_printable(leaflets.to_fields(leaflet), fonts=faces.covered))
    inputs = {
        "leaflet": json.dumps(leaflets.with_bare_letters(fields)),
        "picture": _picture(leaflet.city_map.svg, faces) if leaflet.city_map else "",
        "code": leaflet.code.picture.svg.decode() if leaflet.code else "",
    }
    try:
        pdf = _compiled("leaflet", faces, inputs=inputs, format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        raise GeodataError(f"The leaflet cannot be typeset: {error.message}") from error
    if leaflet.direction == "ltr":
        return pdf
    return with_words(pdf, leaflets.to_reading_order(fields), blocks=BLOCKS, mixed=True)


def to_png(svg: bytes, *, language: str, scale: float = 2.0) -> bytes:
    """A picture as PNG, `scale` pixels a user unit; raises GeodataError where it is no SVG that can be drawn."""
    faces = read_typefaces()
    inputs = {"picture": _picture(svg, faces), "language": language}
    try:
        return _compiled("picture", faces, inputs=inputs, format="png", ppi=72.0 * scale)
    except typst.TypstError as error:
        raise GeodataError(f"The picture cannot be drawn: {error.message}") from error


@cache
def read_typefaces() -> Typefaces:
    """Open the fonts, once a process; raises MissingFileError where one is not installed."""
    paths = [_font_path(package, name) for package, name in _FONTS.items()]
    folders = [str(path.parent) for path in paths]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    told = [_told(path) for path in paths]
    return Typefaces(fonts, tuple(family for family, _ in told), tuple(covered for _, covered in told))


def _font_path(package: str, name: str) -> Path:
    spec = find_spec(package)
    for folder in spec.submodule_search_locations or [] if spec else []:
        for path in Path(folder, "files").glob(name):
            return path
    raise MissingFileError(f"The font {name} is missing: install the package {package.replace('_', '-')}.")


def _told(path: Path) -> tuple[str, frozenset[str]]:
    """Family and characters of a font."""
    with TTFont(path, lazy=True) as font:
        return str(font["name"].getBestFamilyName()), frozenset(map(chr, font.getBestCmap()))


def _picture(svg: bytes, faces: Typefaces) -> str:
    drawing = lettering.from_svg(svg)
    texts = with_printable([dataclasses.asdict(text) for text in drawing.lettering], fonts=faces.covered)
    return json.dumps(dataclasses.asdict(drawing) | {"lettering": texts})


def _on_two_pages(inputs: dict[str, str], faces: Typefaces) -> bytes:
    for size, whole in _SETTINGS:
        setting = inputs | {"size": size, "whole": whole}
        try:
            return _compiled("profile", faces, inputs=setting, format="pdf", pdf_standards=["ua-1"])
        except typst.TypstError as error:
            if error.message != _TOO_LONG:
                raise GeodataError(f"The profile cannot be typeset: {error.message}") from error
    raise GeodataError("The profile is too long for two pages.")


def _compiled(template: str, faces: Typefaces, *, inputs: dict[str, str], **output: Any) -> bytes:
    source = b"".join((_TEMPLATES / f"{name}.typ").read_bytes() for name in ("lettering", template))
    inputs = inputs | {"families": json.dumps(faces.families)}
    return bytes(typst.compile(source, font_paths=faces.fonts, sys_inputs=inputs, timestamp=0, **output))
