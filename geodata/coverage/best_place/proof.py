"""The best places, proved by a solver, or the best that were found in its time with a bound for any others.

Ties: where the greedy places reach as many people as the solver's, they stay. Else every place is exchanged for the
lowest number that reaches as many, so a facility comes before a cell. The solver itself answers the same every time.
"""

import math
from typing import Final

from geodata.coverage.best_place.greedy import exchanged, greedy
from geodata.coverage.best_place.problem import Problem, Solution, in_order
from geodata.coverage.best_place.reduction import reduced
from geodata.coverage.best_place.solver import Found, most_people

_ROUNDING: Final = 0.01
"""Persons by which the solver's bound may be off; people are whole, so it is rounded down after this was added."""


def proved(problem: Problem, p: int, *, seconds: float) -> Solution:
    """The best p places; not proved (`is_optimal`) where the solver needs more than some seconds."""
    first = greedy(problem, p)
    if first.is_optimal:
        return first
    found = most_people(reduced(problem), p, seconds=seconds)
    bound = _bound(found, first)
    starts = (problem.rows_of(first.places), found.rows)
    better = (Solution(*in_order(problem, exchanged(problem, rows)), bound=bound) for rows in starts)
    return max(Solution(first.places, first.gains, bound), *better, key=lambda each: each.reached)


def _bound(found: Found, first: Solution) -> int:
    return first.bound if math.isinf(found.bound) else min(first.bound, math.floor(found.bound + _ROUNDING))
