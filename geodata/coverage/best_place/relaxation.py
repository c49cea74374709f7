"""A bound from prices, without a solver: it is near, and it rules out most candidates.

Every group of cells gets a price from 0 to its people (Lagrange's multipliers). A candidate is worth the prices of the
groups that it reaches. Whatever the prices are, no p places reach more people than all (people less price) and the p
largest worths come to. The prices are moved along the subgradient, which makes that sum small.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np

from geodata.coverage.best_place.reduction import Reduced
from geodata.coverage.catchments import Places
from geodata.network.graph import Floats

_ROUNDS: Final = 400
_FIRST_LENGTH: Final = 1.5
_SHORTER: Final = 0.985
"""Lengths of steps: these three left 2 to 62 of 1,100 candidates in most questions to the first city, 500 at worst."""


@dataclass(frozen=True, eq=False)
class Relaxed:
    """What prices say of p places of a reduced problem.

    Attributes:
        bound: people whom no p places can pass.
        bound_with: (r,) people whom no p places with a certain candidate among them can pass.
        rows: the best p candidates met on the way, as rows of the problem.
    """

    bound: float
    bound_with: Floats
    rows: list[int]


def relaxed(small: Reduced, p: int, *, reached: int) -> Relaxed:
    """Bounds for p places, no more than there are candidates; so many people are known to be reached by some."""
    search = _Search(small, p, reached=reached)
    for number in range(_ROUNDS):
        if not search.has_moved(_FIRST_LENGTH * _SHORTER**number):
            break
    return search.result()


class _Search:
    """Prices on their way, and the best met so far."""

    def __init__(self, small: Reduced, p: int, *, reached: int) -> None:
        self._small, self._p, self._reached = small, p, reached
        self._people = small.weights.astype(np.float64)
        self._prices = self._best_prices = self._people / 2
        self._bound = np.inf
        self._choice: Places = np.array([], dtype=np.intp)

    @cached_property
    def _covers(self) -> Any:
        return self._small.covers.astype(np.float32)

    def has_moved(self, length: float) -> bool:
        """Move the prices; False where no move can help: nobody more can be reached, or nothing pulls at a price."""
        worth = self._covers @ self._prices.astype(np.float32)
        choice = np.argpartition(worth, -self._p)[-self._p :]
        times = self._covers[choice].sum(axis=0)
        self._keep_if_better(choice, reached=int(self._small.weights[times > 0].sum()))
        bound = float((self._people - self._prices).sum() + worth[choice].sum(dtype=np.float64))
        if bound < self._bound:
            self._bound, self._best_prices = bound, self._prices
        slope = times - (self._prices < self._people)
        if self._bound < self._reached + 1 or not slope.any():
            return False
        step = length * (bound - self._reached) / float(slope @ slope)
        self._prices = np.clip(self._prices - step * slope, 0, self._people)
        return True

    def _keep_if_better(self, choice: Places, *, reached: int) -> None:
        if reached > self._reached:
            self._reached, self._choice = reached, choice

    def result(self) -> Relaxed:
        """Bounds from the best prices, worked out again in full precision."""
        worth = self._small.covers.astype(np.float64) @ self._best_prices
        chosen = np.argpartition(worth, -self._p)[-self._p :]
        bound = float((self._people - self._best_prices).sum() + worth[chosen].sum())
        bound_with = bound - np.maximum(worth[chosen].min() - worth, 0)
        return Relaxed(bound, bound_with, self._small.rows[self._choice].tolist())
