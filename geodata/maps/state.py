"""The small state sent with every change: masks over the located places, numbers of the list page, selection."""

import base64
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.facilities import Selection


@dataclass(frozen=True)
class MapState:
    """Masks are base64 of packed bits, most significant first; bit i is row i of the place table.

    Attributes:
        mask: places drawn.
        filled: places of which an offer states the language (all drawn ones when none was asked for).
        sections: one mask a section, in order: the section whose mark the place wears.
        numbers: place row → its first number on the list page.
    """

    mask: str
    filled: str
    sections: tuple[str, ...]
    numbers: dict[int, int]


def map_state(selection: Selection, order: NDArray[np.intp], *, first: int, page: NDArray[np.intp]) -> MapState:
    """State for a selection.

    Args:
        order: rows of all found offers in the order of the list; a place wears the section of its first.
        first: number of the first offer on the page (1 on page one).
        page: rows of the offers on the page, in order.
    """
    index = selection.index
    wears = np.full(len(index.facilities), -1, dtype=np.intp)
    sections = index.options["section"].holds.argmax(axis=1)
    wears[index.facility_of[order[::-1]]] = sections[order[::-1]]
    rows = index.located_rows
    drawn = selection.drawn[rows]
    return MapState(
        mask=packed_bits(drawn),
        filled=packed_bits(selection.drawn_states[rows]),
        sections=tuple(packed_bits(drawn & (wears[rows] == s)) for s in range(len(index.options["section"].codes))),
        numbers=_numbers(selection, page=page, first=first),
    )


def _numbers(selection: Selection, *, page: NDArray[np.intp], first: int) -> dict[int, int]:
    index = selection.index
    row_on_map = np.cumsum(index.located) - 1
    numbers: dict[int, int] = {}
    for number, offer in enumerate(page, start=first):
        facility = index.facility_of[offer]
        if index.located[facility]:
            numbers.setdefault(int(row_on_map[facility]), number)
    return numbers


def packed_bits(mask: NDArray[np.bool_]) -> str:
    """A mask as base64 of its bits, most significant first."""
    return base64.b64encode(np.packbits(mask).tobytes()).decode("ascii")
