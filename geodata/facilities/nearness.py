"""How far the facilities are from a place that the reader has named, on foot along the network."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.facilities.index import Mask, OfferIndex

MINUTES_OFFERED = (5, 10, 15, 30)
"""Limits a reader can choose from, in minutes on foot."""


@dataclass(frozen=True, eq=False)
class Nearness:
    """Walking minutes from one place.

    Attributes:
        minutes: minutes to every facility (row of `facilities`), NaN where no way within an hour is known.
        within: limit in minutes, 0 for none.
    """

    minutes: NDArray[np.float32]
    within: int = 0

    def of_offers(self, index: OfferIndex) -> NDArray[np.float32]:
        """Minutes to the place of every offer (row of `services`)."""
        return self.minutes[index.facility_of]

    def allows(self, index: OfferIndex) -> Mask:
        """Offers within the limit; all of them where there is none. What has no known way is not within a limit."""
        if not self.within:
            return np.ones(len(index), dtype=bool)
        return np.asarray(self.of_offers(index) <= self.within)
