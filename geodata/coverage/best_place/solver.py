"""Integer programmes of a reduced problem, for the solver HiGHS that scipy brings.

Variables: y (r,) whether a candidate is chosen, 0 or 1; x (g,) how much of a group of cells is reached, 0 to 1. A group
is reached at most as often as candidates are chosen that reach it: x <= sum of their y.
"""

import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, eye_array, hstack

from geodata.coverage.best_place.reduction import Reduced
from geodata.network.graph import Floats

_CHOSEN: Final = 0.5  # the solver's 0 and 1 are off by a millionth at most
_HALF_A_PERSON: Final = 0.5  # people are whole: half a one less asks for the same, and forgives the solver's rounding


@dataclass(frozen=True)
class Found:
    """What the solver came to in its time.

    Attributes:
        rows: candidates chosen, as rows of the problem; empty where it found no choice.
        bound: no choice is better than this number: infinite, of either sign, where it came to none.
    """

    rows: list[int]
    bound: float


def most_people(small: Reduced, p: int, *, seconds: float) -> Found:
    """Up to p places that reach most people; the bound is theirs."""
    places = np.concatenate([np.ones(len(small.rows)), np.zeros(len(small.weights))])
    people = np.concatenate([np.zeros(len(small.rows)), small.weights])
    found = _solve(small, -people, also=LinearConstraint(places[None, :], -np.inf, p), seconds=seconds)
    return Found(found.rows, -found.bound)


def fewest_places(small: Reduced, people: int, *, seconds: float) -> Found:
    """The fewest places that reach so many people; the bound is the number of places."""
    places = np.concatenate([np.ones(len(small.rows)), np.zeros(len(small.weights))])
    reached = np.concatenate([np.zeros(len(small.rows)), small.weights])
    wanted = LinearConstraint(reached[None, :], people - _HALF_A_PERSON, np.inf)
    return _solve(small, places, also=wanted, seconds=seconds)


def _solve(small: Reduced, costs: Floats, *, also: LinearConstraint, seconds: float) -> Found:
    candidates, groups = small.covers.shape
    covered: Any = hstack([csr_array(small.covers.T, dtype=np.float64), -eye_array(groups)])
    result = milp(
        costs,
        constraints=[LinearConstraint(covered.tocsr(), 0, np.inf), also],
        integrality=np.concatenate([np.ones(candidates), np.zeros(groups)]),
        bounds=Bounds(0, 1),
        options={"time_limit": seconds, "mip_rel_gap": 0},  # a gap left open would be no proof
    )
    chosen = [] if result.x is None else small.rows[result.x[:candidates] > _CHOSEN].tolist()
    bound = -math.inf if result.mip_dual_bound is None else float(result.mip_dual_bound)
    return Found(chosen, bound)
