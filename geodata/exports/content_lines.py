"""Lines of vCard (RFC 6350) and iCalendar (RFC 5545) files: text values and folding are the same in both."""

from collections.abc import Iterable
from typing import Final

from geodata.exports.places_found import clean

_LONGEST_LINE: Final = 75
"""Octets of a line, its end not counted: a rule of the formats."""

_ESCAPES: Final = str.maketrans({"\\": r"\\", ",": r"\,", ";": r"\;", "\n": r"\n"})


def text_value(text: str) -> str:
    """A text value: backslash, comma, semicolon and line end are written with a backslash."""
    return clean(text).translate(_ESCAPES)


def file_of(lines: Iterable[str]) -> bytes:
    """The lines as a file, each folded, in UTF-8."""
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _folded(line: str) -> str:
    """A line of at most 75 octets, and further ones that begin with a space; no character is cut in two."""
    rows, row, room = [], "", _LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            rows.append(row)
            row, room = " ", _LONGEST_LINE - 1
        row += character
        room -= size
    return "\r\n".join([*rows, row])
