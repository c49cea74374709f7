"""People by minutes to the nearest fitting offer: one histogram an area holds every radius, median and tenth."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from geodata.coverage.catchments import FAR, Catchments, Counts, Mask, Steps, steps_within
from geodata.coverage.offers import Fit, Offers, distinct_places
from geodata.network.graph import Floats
from geodata.network.table import STEP_MIN

_BINS: Final = FAR + 1


def histogram(nearest: Steps, people: Counts, *, catchments: Catchments) -> Counts:
    """(areas, 256) people by steps to the nearest offer; the last column holds those whom no way leads to one."""
    areas = len(catchments.area_keys)
    bins = catchments.area_of * _BINS + nearest
    return np.bincount(bins, people, minlength=areas * _BINS).astype(np.int64).reshape(areas, _BINS)


def within(counts: Counts, minutes: float) -> Counts:
    """People within a limit in minutes, (areas,) of a histogram (areas, 256)."""
    return np.asarray(counts[:, : steps_within(minutes) + 1].sum(axis=1))


def quantile(counts: Counts, share: float) -> Floats:
    """Minutes within which a share of the people has an offer, (areas,); infinite where that is too far to be known.

    NaN where there are no people.
    """
    sums = np.cumsum(counts, axis=1)
    everybody = sums[:, -1]
    step = (sums < np.ceil(everybody * share)[:, None]).sum(axis=1)
    minutes = np.where(step >= FAR, np.inf, step * STEP_MIN)
    return np.where(everybody > 0, minutes, np.nan)


@dataclass(frozen=True, eq=False)
class Reach:
    """Steps from every cell to the nearest offer that surely and that possibly fits.

    Attributes:
        sure, possible: (n,) steps, `FAR` where there is none; `possible` is never more than `sure`.
    """

    catchments: Catchments
    sure: Steps
    possible: Steps

    @classmethod
    def from_fit(cls, fit: Fit, offers: Offers, *, catchments: Catchments) -> "Reach":
        """Reach of the offers that fit."""
        return next(reaches([fit], offers, catchments=catchments))

    def unknown(self, minutes: float) -> Mask:
        """(n,) cells from which only offers are within reach that fit possibly, not surely."""
        limit = steps_within(minutes)
        return (self.possible <= limit) & (self.sure > limit)

    def histograms(self, group: str) -> tuple[Counts, Counts]:
        """(areas, 256) people of a group by steps to the nearest sure, and to the nearest possible offer."""
        people = self.catchments.people[group]
        return histogram(self.sure, people, catchments=self.catchments), histogram(
            self.possible, people, catchments=self.catchments
        )

    @cached_property
    def is_certain(self) -> bool:
        """Whether nothing that is left open would change anything."""
        return bool(np.array_equal(self.sure, self.possible))


def reaches(fits: Iterable[Fit], offers: Offers, *, catchments: Catchments) -> Iterator[Reach]:
    """Reach of each fit in turn; the way to places that several have in common is looked for once.

    They often have: whatever language is asked for, the offers that do not state theirs are the same.
    """
    known: dict[bytes, Steps] = {}

    def nearest(rows: Mask) -> Steps:
        places = distinct_places(offers, rows)
        key = places.tobytes()
        if key not in known:
            known[key] = catchments.nearest(places)
        return known[key]

    for fit in fits:
        sure = nearest(fit.sure)
        yield Reach(catchments, sure, np.minimum(sure, nearest(fit.unsure)))
