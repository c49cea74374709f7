"""The best places, proved, or the best that were found in some time with a bound for any others.

First prices rule out the candidates that are in no better choice than the best known one. What is left goes to the
solver. Ties: where the greedy places reach as many people as any others, they stay. Else every place is exchanged for
the lowest number that reaches as many, so a facility comes before a cell. The solver answers the same every time.
"""

import math
from collections.abc import Sequence
from typing import Final

from geodata.coverage.best_place.greedy import exchanged, greedy
from geodata.coverage.best_place.problem import Problem, Solution, in_order
from geodata.coverage.best_place.reduction import Reduced, reduced, with_candidates
from geodata.coverage.best_place.relaxation import relaxed
from geodata.coverage.best_place.solver import most_people

_ROUNDING: Final = 0.01
"""Persons by which a bound may be off; people are whole, so it is rounded down after this was added."""


def proved(problem: Problem, p: int, *, seconds: float) -> Solution:
    """The best p places; not proved (`is_optimal`) where the solver needs more than some seconds."""
    first = greedy(problem, p)
    if first.is_optimal:
        return first
    best = _better(problem, first, rows=problem.rows_of(first.places))
    if best.is_optimal:
        return best
    small = reduced(problem)
    prices = relaxed(small, p, reached=best.reached)
    best = _better(problem, best, rows=prices.rows)
    left = with_candidates(small, prices.bound_with + _ROUNDING >= best.reached + 1)
    rows, most = _solved(left, p, seconds=seconds)
    best = _better(problem, best, rows=rows)
    bound = math.floor(min(prices.bound, most) + _ROUNDING)
    return Solution(best.places, best.gains, min(first.bound, max(best.reached, bound)))


def _better(problem: Problem, known: Solution, *, rows: Sequence[int]) -> Solution:
    """The known solution, or that of some rows after exchanges where they reach more people."""
    other = Solution(*in_order(problem, exchanged(problem, rows)), bound=known.bound)
    return max(known, other, key=lambda each: each.reached)


def _solved(left: Reduced, p: int, *, seconds: float) -> tuple[list[int], float]:
    """Rows, and people whom none of the candidates left can pass."""
    if not len(left.weights):
        return [], 0
    found = most_people(left, p, seconds=seconds)
    return found.rows, found.bound
