"""Two-step floating catchment areas: offers shared among all who reach them, a second measure beside the shares.

2SFCA (Luo & Wang 2003): each place's offers are divided by the people within reach of it; each cell adds up what it
reaches. Enhanced (E2SFCA, Luo & Qi 2009): the same with weights that fall in three zones of equal width.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from geodata.coverage.catchments import FAR, NOWHERE, Catchments, Mask, Steps, steps_within
from geodata.coverage.gap_table import PER, GapTable
from geodata.coverage.offers import Offers
from geodata.network.graph import Floats

FLAT: Final = (1.0,)
"""One zone: everything within reach counts the same (2SFCA)."""
FALLING: Final = (1.0, 0.68, 0.22)
"""Weights of three zones of a third of the radius each, from near to far (E2SFCA; the default of PySAL's `access`)."""


@dataclass(frozen=True, eq=False)
class Floating:
    """Offers per 1,000 people of the group that an average person of each area reaches, (a,), NaN without people.

    Attributes:
        lower, upper: with the offers that surely, and that possibly fit.
    """

    lower: Floats
    upper: Floats


def floating(table: GapTable, weights: Sequence[float]) -> Floating:
    """The measure for a table's question, per area; `weights` of zones of equal width up to the radius."""
    catchments, people = table.catchments, table.catchments.people[table.question.group]
    bounds, zones = np.stack([table.fit.sure, table.fit.possible]), (table.question.minutes, weights)
    reached = per_cell(bounds, table.offers, catchments=catchments, people=people, zones=zones)
    areas = len(catchments.area_keys)
    with np.errstate(invalid="ignore"):  # 0 / 0: nobody, and so no average
        lower, upper = (
            PER * np.bincount(catchments.area_of, found * people, minlength=areas) / catchments.per_area(people)
            for found in reached
        )
    return Floating(lower, upper)


def per_cell(
    fitting: Mask, offers: Offers, *, catchments: Catchments, people: np.ndarray, zones: tuple[float, Sequence[float]]
) -> Floats:
    """(…, n) offers per person that each cell reaches.

    Args:
        fitting: (…, o) the offers that count, for several questions at once where there are more axes: they share
            the ways. Those without an address reach nobody.
        people: (n,) who shares them.
        zones: radius in minutes, and the weights of zones of equal width up to it.
    """
    somewhere = np.flatnonzero(np.atleast_2d(fitting).any(axis=0) & (offers.places != NOWHERE))
    places, at = np.unique(offers.places[somewhere], return_inverse=True)
    supply = fitting[..., somewhere] @ np.eye(len(places))[at]
    weight = _weights(catchments.from_places(places), zones)
    demand = weight @ people
    # A place that nobody reaches gives nothing.
    ratio = np.divide(supply, demand, out=np.zeros(supply.shape), where=demand > 0)
    return np.asarray(ratio @ weight)


def _weights(steps: Steps, zones: tuple[float, Sequence[float]]) -> Floats:
    """(p, n) weight of each way: that of the first zone it lies in, 0 beyond the last."""
    minutes, weights = zones
    limits = [steps_within(minutes * (zone + 1) / len(weights)) for zone in range(len(weights))]
    of_step = np.array([*weights, 0.0])[np.searchsorted(limits, np.arange(FAR + 1))]
    return np.take(of_step, steps)
