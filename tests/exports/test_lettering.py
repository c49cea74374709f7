"""Texts of a picture are taken out with their place; what is not understood stays in the drawing."""

import pytest

from geodata.errors import GeodataError
from geodata.exports.lettering import from_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 20 300 200">'


def picture(body: str) -> bytes:
    return f"{HEAD}{body}</svg>".encode()


def test_a_text_leaves_the_drawing_with_its_place_and_style() -> None:
    drawing = from_svg(
        picture(
            '<g transform="translate(5, 7)" direction="rtl" fill="#4d5763"><rect width="1" height="1"/>'
            '<text x="30" y="40" style="font-size: 12px; stroke: #ffffff; stroke-width: 3" font-weight="bold"'
            ' text-anchor="end"> Groß \n Ellershausen </text></g>'
        )
    )
    (text,) = drawing.lettering
    assert (drawing.width, drawing.height) == (300, 200)
    assert "Ellershausen" not in drawing.svg
    assert "rect" in drawing.svg
    assert (text.words, text.x, text.y, text.size) == ("Groß Ellershausen", 25, 27, 12)
    assert (text.weight, text.anchor, text.direction, text.fill) == (700, "end", "rtl", "#4d5763")
    assert (text.halo, text.halo_width) == ("#ffffff", 3)


def test_lines_of_a_text_are_texts_of_their_own() -> None:
    drawing = from_svg(
        picture(
            '<text x="30" y="40">One <tspan font-weight="700">two</tspan><tspan x="30" dy="12">three</tspan></text>'
        )
    )
    assert [(text.words, text.x, text.y) for text in drawing.lettering] == [("One two", 20, 20), ("three", 20, 32)]


@pytest.mark.parametrize(
    "text",
    [
        '<text transform="rotate(30)" x="1" y="2">Leine</text>',
        '<text x="50%" y="2">Leine</text>',
        '<text x="1" y="2" font-size="2em">Leine</text>',
        '<text x="1" y="2" fill="url(#gradient)">Leine</text>',
        '<g transform="scale(2)"><text x="1" y="2">Leine</text></g>',
    ],
)
def test_what_is_not_understood_stays(text: str) -> None:
    drawing = from_svg(picture(text))
    assert drawing.lettering == ()
    assert "Leine" in drawing.svg


@pytest.mark.parametrize(
    "svg",
    [
        b"",
        b"<svg/>",
        b"<html/>",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 9"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 x 9"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan 9"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 9"/>',
    ],
)
def test_no_picture(svg: bytes) -> None:
    with pytest.raises(GeodataError, match="not an SVG"):
        from_svg(svg)


def test_a_size_without_a_box() -> None:
    drawing = from_svg(b'<svg xmlns="http://www.w3.org/2000/svg" width="640px" height="480"/>')
    assert (drawing.width, drawing.height) == (640, 480)
