"""What a reader asks beside the facets, words to search for or hours: a mask over the offers, and an order."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geodata.facilities.index import Mask


@dataclass(frozen=True, eq=False)
class Narrowing:
    """Offers that are kept.

    Attributes:
        allows: rows of `services` that fit.
        order: place of each offer in an order of its own, smaller first, as after a search; None = the list's own.
    """

    allows: Mask
    order: NDArray[np.intp] | None = None


def all_of(narrowings: Iterable[Narrowing | None]) -> Narrowing | None:
    """What all of some allow, in the order of the first that has one; None where there is none."""
    found = [each for each in narrowings if each is not None]
    if not found:
        return None
    order: Any = next((each.order for each in found if each.order is not None), None)
    return Narrowing(np.logical_and.reduce([each.allows for each in found]), order)
