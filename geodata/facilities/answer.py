"""One call for one page of the finder: what was found, in which order, and which of it stands on the page."""

from dataclasses import dataclass
from math import ceil
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geodata.facilities.index import OfferIndex
from geodata.facilities.narrowing import Narrowing
from geodata.facilities.nearness import Nearness
from geodata.facilities.order import list_order
from geodata.facilities.query import Query, Selection

PAGE_SIZE: Final = 20
"""Offers on a page of the list: two thumbs of scrolling, and few enough for numbered marks to stay readable."""


@dataclass(frozen=True)
class Answer:
    """What was found for a query.

    Attributes:
        order: rows of all found offers, in the order of the list.
        page: number of the page shown, from 1; pages: how many there are (at least 1).
        near: walking minutes from the place that was named, if one was.
        among: what was asked beside the facets, if anything was.
    """

    query: Query
    selection: Selection
    order: NDArray[np.intp]
    page: int
    pages: int
    near: Nearness | None = None
    among: Narrowing | None = None

    @property
    def first(self) -> int:
        """Number of the first offer on the page."""
        return (self.page - 1) * PAGE_SIZE + 1

    @property
    def numbers(self) -> range:
        """Numbers of the offers on the page: position in the whole list, from 1."""
        return range(self.first, self.first + len(self.rows))

    @property
    def rows(self) -> NDArray[np.intp]:
        """Rows of the offers on the page, in order."""
        return self.order[self.first - 1 : self.first - 1 + PAGE_SIZE]


def answer(
    query: Query,
    index: OfferIndex,
    *,
    name_ranks: NDArray[np.intp],
    page: int | str,
    near: Nearness | None = None,
    among: Narrowing | None = None,
) -> Answer:
    """Answer a query; a `page` out of range is put right.

    Args:
        page: the wished page from 1, or the id of a facility: the page on which it stands first ("" = page 1).
    """
    selection = query.apply(index, near=near, among=among)
    order = list_order(selection, name_ranks, near=near, among=among)
    pages = max(1, ceil(len(order) / PAGE_SIZE))
    number = _page_of(page, index, order=order) if isinstance(page, str) else page
    return Answer(query, selection, order, min(number, pages), pages, near, among)


def _page_of(facility: str, index: OfferIndex, *, order: NDArray[np.intp]) -> int:
    ids = index.facilities["facility_id"].to_numpy()[index.facility_of[order]]
    places = np.flatnonzero(ids == facility)
    return int(places[0]) // PAGE_SIZE + 1 if len(places) else 1
