"""As few places as possible, so that an offer reaches a wished share of the people."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from geodata.coverage.best_place.greedy import Step, exchanged, largest, steps
from geodata.coverage.best_place.problem import Problem, in_order
from geodata.coverage.best_place.reduction import Reduced, reduced
from geodata.coverage.best_place.relaxation import relaxed
from geodata.coverage.best_place.solver import fewest_places

_ROUNDING: Final = 0.01
"""Places, or people, by which a bound may be off; both are whole, so it is rounded after this was allowed for."""


@dataclass(frozen=True)
class Fewest:
    """Places that together reach the share: first the one that reaches most people, then always the one that adds most.

    Attributes:
        places, gains: as in `Solution`; empty where offers reach the share already.
        at_least: no fewer places than this can reach it.
    """

    places: tuple[int, ...]
    gains: tuple[int, ...]
    at_least: int

    @property
    def reached(self) -> int:
        """People newly reached by all of them together."""
        return sum(self.gains)

    @property
    def is_optimal(self) -> bool:
        """Whether it is proved that fewer places do not reach the share."""
        return len(self.places) <= self.at_least


def fewest(problem: Problem, share: float, *, seconds: float = 0) -> Fewest | None:
    """The fewest places for a share of the whole group; None where not even all candidates reach it.

    Args:
        share: in [0, 1], of the people of the group, those counted who are reached already.
        seconds: for the solver; 0 = one place after the other, at once, with a bound for the number of places.
    """
    wanted = problem.wanted(share)
    if wanted > problem.most:
        return None
    first = _greedy(problem, wanted)
    if first.is_optimal or not seconds:
        return first
    small = reduced(problem)
    near = _narrowed(problem, first, small=small, wanted=wanted)
    if near.is_optimal:
        return near
    found = fewest_places(small, wanted, seconds=seconds)
    at_least = max(near.at_least, math.ceil(found.bound - _ROUNDING)) if math.isfinite(found.bound) else near.at_least
    places, gains = in_order(problem, exchanged(problem, found.rows))
    if sum(gains) < wanted or len(places) >= len(near.places):
        return Fewest(near.places, near.gains, at_least)
    return Fewest(places, gains, at_least)


def _narrowed(problem: Problem, first: Fewest, *, small: Reduced, wanted: int) -> Fewest:
    """Halve what lies between the bound and the places found, as long as prices can tell whether so many do."""
    near = first
    while not near.is_optimal:
        p = (near.at_least + len(near.places)) // 2
        prices = relaxed(small, p, reached=wanted - 1)
        places, gains = in_order(problem, exchanged(problem, prices.rows))
        if sum(gains) >= wanted:
            near = Fewest(places, gains, near.at_least)
        elif prices.bound + _ROUNDING < wanted:
            near = Fewest(near.places, near.gains, p + 1)
        else:
            break
    return near


def _greedy(problem: Problem, wanted: int) -> Fewest:
    taken: list[Step] = []
    for step in steps(problem):
        if step[1] >= wanted:
            break
        taken.append(step)
    at_least = max((_needed(step, wanted) for step in taken), default=0)
    return Fewest(*in_order(problem, [row for row, _, _ in taken]), at_least=at_least)


def _needed(step: Step, wanted: int) -> int:
    """Places without which the largest gains of a step cannot make up what is missing; see `greedy` for why."""
    _, reached, gains = step
    return int(np.searchsorted(largest(gains), wanted - reached))
