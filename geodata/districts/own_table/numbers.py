"""Numbers as offices write them: counts of people, and shares with point, comma or percent sign."""

import math
import re
from dataclasses import dataclass
from typing import Final

from geodata.districts.own_table.sheet import Cell

MOST_PEOPLE: Final = 100_000_000
"""More than in any district; what is larger is a slip of the keyboard."""

_PLAIN: Final = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
_GROUPED: Final = re.compile(r"-?[0-9]{1,3}(?:([.,'’\s])[0-9]{3})+(?:[.,][0-9]+)?")
_STORED: Final = re.compile(r"-?[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]{1,3})?")
_SPACE_BEFORE_SIGN: Final = re.compile(r"\s+(?=%$)")


class Unreadable(ValueError):
    """A cell holds no such number; `code` is the fault's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Share:
    """A share in [0, 1], and half a unit of the last digit that was written: no finer than that is it known."""

    value: float
    half_digit: float


def people_in(cell: Cell) -> int:
    """The whole number of people in a cell.

    Raises:
        Unreadable: "formula", "error_cell", "thousands", "not_a_number", "not_whole", "negative" or "too_big".
    """
    _plain_cell(cell)
    if cell.kind == "text" and _GROUPED.fullmatch(cell.text):
        raise Unreadable("thousands")
    number = _number(cell)
    if number < 0:
        raise Unreadable("negative")
    if number > MOST_PEOPLE:
        raise Unreadable("too_big")
    if not number.is_integer():
        raise Unreadable("not_whole")
    return int(number)


def share_in(cell: Cell) -> Share:
    """The share in a cell: 0.273, 0,273 or 27,3 %.

    Raises:
        Unreadable: as `people_in`; "percent" for a bare number above 1, "above_one" for more than 100 %.
    """
    _plain_cell(cell)
    text = _SPACE_BEFORE_SIGN.sub("", cell.text)
    signed = cell.kind == "text" and text.endswith("%")
    bare = Cell(cell.row, cell.column, text.removesuffix("%") if signed else text, cell.kind)
    if "." in bare.text and "," in bare.text and _GROUPED.fullmatch(bare.text):
        raise Unreadable("thousands")
    number = _number(bare)
    if number < 0:
        raise Unreadable("negative")
    if number > (100 if signed else 1):
        raise Unreadable("above_one" if signed else "percent")
    half = 0.5 * 10.0 ** -_decimals(bare)
    return Share(number / 100, half / 100) if signed else Share(number, half)


def _plain_cell(cell: Cell) -> None:
    if cell.kind == "formula":
        raise Unreadable("formula")
    if cell.kind == "error":
        raise Unreadable("error_cell")


def _number(cell: Cell) -> float:
    if cell.kind == "text" and _PLAIN.fullmatch(cell.text):
        number = float(cell.text.replace(",", "."))
    elif cell.kind == "number" and _STORED.fullmatch(cell.text):
        number = float(cell.text)
    else:
        raise Unreadable("not_a_number")
    if not math.isfinite(number):
        raise Unreadable("too_big")
    return number


def _decimals(cell: Cell) -> int:
    """Digits after the point; a stored number may have an exponent, then 15 digits count as exact."""
    if "e" in cell.text.lower():
        return 15
    return len(re.split(r"[.,]", cell.text)[-1]) if re.search(r"[.,]", cell.text) else 0
