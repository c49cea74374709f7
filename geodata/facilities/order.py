"""The order of the list: those that state the language first, then the nearer ones, then section, name, offer."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geodata.facilities.narrowing import Narrowing
from geodata.facilities.nearness import Nearness
from geodata.facilities.query import Selection
from geodata.i18n import Translator


def list_order(
    selection: Selection,
    name_ranks: NDArray[np.intp],
    *,
    near: Nearness | None = None,
    among: Narrowing | None = None,
) -> NDArray[np.intp]:
    """Rows of the found offers in the order of the list.

    Args:
        name_ranks: rank of every offer by place name and offer name in the reader's collation (see `ranks`).
        near: with a place named, nearer offers come first; those without a known way come last.
        among: after a search its order counts, and nothing else but whether the language is stated.
    """
    index = selection.index
    sections = index.options["section"].holds.argmax(axis=1)
    rows = np.flatnonzero(selection.found)
    if among is not None and among.order is not None:
        return rows[np.lexsort((among.order[rows], ~selection.states[rows]))]
    minutes = near.of_offers(index)[rows] if near else np.zeros(len(rows), dtype=np.float32)
    return rows[np.lexsort((name_ranks[rows], sections[rows], minutes, ~selection.states[rows]))]


def ranks(names: Sequence[tuple[str, ...]], translator: Translator) -> NDArray[np.intp]:
    """Rank of each tuple of names in the reader's collation; equal names keep file order."""
    keys: list[Any] = [tuple(map(translator.sort_key, row)) for row in names]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    position = np.empty(len(keys), dtype=np.intp)
    position[order] = np.arange(len(keys))
    return position
