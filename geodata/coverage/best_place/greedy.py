"""One place after the other, always the one that adds most: an answer at once, and how far the best can be from it."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeAlias

import numpy as np

from geodata.coverage.best_place.problem import Problem, Solution, in_order
from geodata.coverage.catchments import Counts

Step: TypeAlias = tuple[int, int, Counts]
"""The row chosen, the people reached before it, and the (c,) gains that it was chosen by."""


def greedy(problem: Problem, p: int) -> Solution:
    """Up to p places; of those that add as many people the lowest number, so a facility before a cell."""
    taken = list(islice(steps(problem), p + 1))
    chosen = [row for row, _, _ in taken[:p]]
    return Solution(*in_order(problem, chosen), bound=_bound(problem, taken, p=p))


def steps(problem: Problem) -> Iterator[Step]:
    """Every step of the greedy choice; ends when nobody is gained any more."""
    covered, reached = problem.nothing, 0
    while len(problem.places):
        gains = problem.gains(covered)
        row = int(gains.argmax())
        if not gains[row]:
            return
        yield row, reached, gains
        covered = covered | problem.covers[row]
        reached += int(gains[row])


def _bound(problem: Problem, taken: Sequence[Step], *, p: int) -> int:
    """People whom no p places can pass.

    Whatever is reached already, p places add no more to it than the p largest gains together, because a gain only
    shrinks while others are added. That holds at every step of the greedy choice: the least of those sums counts.
    """
    n = min(p, len(problem.places))
    return min([problem.most, *(reached + int(largest(gains)[n]) for _, reached, gains in taken)])


def largest(gains: Counts) -> Counts:
    """(c + 1,) sums of the 0, 1, 2, … largest gains."""
    return np.concatenate([[0], np.cumsum(np.sort(gains)[::-1])])


def exchanged(problem: Problem, rows: Sequence[int]) -> list[int]:
    """Rows in which no single one can be exchanged for a better one, or for as good a one with a lower number.

    It ends: every exchange either reaches more people, or lowers a number and reaches as many.
    """
    chosen, is_new = list(rows), True
    while is_new:
        is_new = False
        for at, row in enumerate(chosen):
            covered = problem.covered_by([*chosen[:at], *chosen[at + 1 :]])
            best = int(problem.gains(covered).argmax())
            is_new = is_new or best != row
            chosen[at] = best
    return chosen
