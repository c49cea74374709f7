"""The same table at several radii: whose place in the order of districts depends on the radius."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from geodata.coverage.catchments import Mask
from geodata.coverage.gap_table import GapTable
from geodata.coverage.question import LEAST_MIN
from geodata.coverage.reach import within
from geodata.network.graph import Floats

STEP_MIN: Final = 5
"""Minutes between a radius and the next one."""


@dataclass(frozen=True, eq=False)
class Radii:
    """Shares of every area at several radii.

    Attributes:
        minutes: (r,) ascending; the one that was asked is among them.
        area_keys: (a,) in the order of the catchments.
        lower, upper: (r, a) shares in [0, 1]; NaN where nobody of the group lives.
    """

    minutes: tuple[int, ...]
    area_keys: tuple[str, ...]
    lower: Floats
    upper: Floats

    @property
    def flips(self) -> frozenset[str]:
        """Areas that are ahead of another one at one radius, and behind it at another, by the same bound."""
        turned = _turned(self.lower) | _turned(self.upper)
        return frozenset(key for key, flips in zip(self.area_keys, turned, strict=True) if flips)


def radii_around(minutes: int, most: int) -> tuple[int, ...]:
    """At least three radii, ascending: what was asked, the next ones, and twice as far, as far as ways are known."""
    near = [minutes, minutes + STEP_MIN, minutes - STEP_MIN, 2 * minutes]
    farther = [minutes + way * STEP_MIN for way in (2, -2)]
    found = [each for each in dict.fromkeys(near) if LEAST_MIN <= each <= most]
    more = [each for each in farther if LEAST_MIN <= each <= most and each not in found]
    return tuple(sorted([*found, *more[: max(0, 3 - len(found))]]))


def at_radii(table: GapTable, radii: Sequence[int]) -> Radii:
    """Shares of a table's question at other radii; all of them come from the same two histograms."""
    lower, upper = table.reach.histograms(table.question.group)
    people = lower.sum(axis=1)
    with np.errstate(invalid="ignore"):  # 0 / 0: nobody, and so no share
        shares = [np.array([within(counts, each) / people for each in radii]) for counts in (lower, upper)]
    return Radii(tuple(radii), table.catchments.area_keys, *shares)


def ranks(values: Floats) -> list[int | None]:
    """Place of each value from the largest, 1 for it; equal values share the better place; None for NaN."""
    known = values[~np.isnan(values)]
    return [None if np.isnan(value) else 1 + int((known > value).sum()) for value in values]


def _turned(shares: Floats) -> Mask:
    """(a,) whether an area has a pair with which its order is turned around between two radii."""
    # (a, a) at some radius; NaN is neither ahead nor behind
    ahead = np.asarray((shares[:, :, None] > shares[:, None, :]).any(axis=0))
    return np.asarray((ahead & ahead.T).any(axis=1))
