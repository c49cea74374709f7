"""QR codes as SVG: one path on white, no clock and no chance in it."""

import io
from typing import Final

import segno

from geodata.exports.figure_text import INK

_BORDER: Final = 4
"""White modules around the code, as the standard asks for."""


def code_of(link: str) -> tuple[bytes, int]:
    """The picture of a code that opens `link`, and its modules a side with the border.

    Raises:
        ValueError: the link is longer than a code can be (2331 bytes).
    """
    code = segno.make_qr(link, error="m")  # a crease through the paper takes up to 15%
    picture = io.BytesIO()
    code.save(picture, kind="svg", border=_BORDER, dark=INK, light="#ffffff", xmldecl=False, omitsize=True)
    return picture.getvalue(), int(code.symbol_size(border=_BORDER)[0])
