"""Live counts: how many offers every option would give, and the way out of an empty result."""

import numpy as np

from geodata.facilities.index import FACETS, Facet, OfferIndex
from geodata.facilities.narrowing import Narrowing
from geodata.facilities.nearness import Nearness
from geodata.facilities.query import Query


def option_counts(
    query: Query, index: OfferIndex, *, near: Nearness | None = None, among: Narrowing | None = None
) -> dict[Facet, dict[str, int]]:
    """For every facet and code: the offers found if this code alone were chosen in its facet, all else as it is.

    For `spoken` only the offers that state the language are counted; those that say nothing stand beside the list.
    """
    states, silent = query.speaks(index)
    counts: dict[Facet, dict[str, int]] = {}
    for facet in FACETS:
        base = query.fits(index, ignoring=facet, near=near, among=among)
        if facet != "spoken":
            base = base & (states | silent)
        options = index.options[facet]
        counts[facet] = dict(zip(options.codes, map(int, base.astype(np.int64) @ options.holds), strict=True))
    return counts


def way_out(
    query: Query, index: OfferIndex, *, near: Nearness | None = None, among: Narrowing | None = None
) -> tuple[Facet, int] | None:
    """The facet whose removal finds most offers, and how many; None when no single removal finds any."""
    found = {facet: int(query.without(facet).apply(index, near=near, among=among).found.sum()) for facet in query.asked}
    best = max(found, key=lambda facet: found[facet], default=None)
    return (best, found[best]) if best and found[best] else None
