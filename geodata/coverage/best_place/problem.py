"""Whom an offer at each place would newly reach, and what a choice of places comes to."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from geodata.coverage.catchments import Counts, Mask, Places, steps_within
from geodata.coverage.question import Question
from geodata.coverage.reach import Reach


@dataclass(frozen=True, eq=False)
class Problem:
    """Candidate places, the cells within reach of each, and the people there whom no offer reaches yet.

    Attributes:
        places: (c,) numbers of the candidates in `Catchments`, ascending. A *row* is a position in here.
        covers: (c, n) whether a candidate has a cell within reach.
        weights: (n,) people of the group in each cell; 0 where an offer reaches them already.
        reached_before: people of the group whom an offer reaches already.
        total: people of the group.
    """

    places: Places
    covers: Mask
    weights: Counts
    reached_before: int
    total: int

    @cached_property
    def _sparse(self) -> Any:
        return csr_array(self.covers, dtype=np.int64)

    def rows_of(self, places: Sequence[int]) -> list[int]:
        """Rows of candidates by their places."""
        return [int(row) for row in np.searchsorted(self.places, places)]

    @property
    def nothing(self) -> Mask:
        """(n,) no cell is reached by a new place yet."""
        return np.zeros(len(self.weights), dtype=np.bool_)

    def gains(self, covered: Mask) -> Counts:
        """(c,) people whom each candidate would newly reach when some (n,) cells are covered already."""
        return np.asarray(self._sparse @ np.where(covered, 0, self.weights), dtype=np.int64)

    def covered_by(self, rows: Sequence[int] | Places) -> Mask:
        """(n,) cells within reach of at least one of some candidates."""
        return np.asarray(self.covers[np.asarray(rows, dtype=np.intp)].any(axis=0))

    def reached_by(self, rows: Sequence[int] | Places) -> int:
        """People whom some candidates newly reach together."""
        return int(self.weights[self.covered_by(rows)].sum())

    @cached_property
    def most(self) -> int:
        """People whom all candidates together would newly reach."""
        return self.reached_by(np.arange(len(self.places)))

    def wanted(self, share: float) -> int:
        """People who must be newly reached so that an offer reaches a share of the group; 0 where it does already."""
        return max(0, math.ceil(share * self.total) - self.reached_before)

    def share_after(self, reached: int) -> float:
        """Share of the group with an offer within reach when some are newly reached; NaN without people."""
        return (self.reached_before + reached) / self.total if self.total else math.nan


def problem_of(question: Question, reach: Reach, *, candidates: Places, even_possible: bool = False) -> Problem:
    """The problem of a question: its group, minutes and mode.

    Args:
        reach: of the offers that fit the question.
        candidates: (c,) places, ascending.
        even_possible: count people as reached who have an offer that possibly fits, not only one that surely does.
    """
    catchments, limit = reach.catchments, steps_within(question.minutes)
    people = catchments.people[question.group]
    reached = (reach.possible if even_possible else reach.sure) <= limit
    return Problem(
        places=candidates,
        covers=catchments.from_places(candidates) <= limit,
        weights=np.where(reached, 0, people),
        reached_before=int(people[reached].sum()),
        total=int(people.sum()),
    )


@dataclass(frozen=True)
class Solution:
    """Places for new offers: first the one that reaches most people, then always the one that adds most.

    Attributes:
        places: numbers in `Catchments`; fewer than were asked for where more would reach nobody else.
        gains: people whom each place newly reaches, whom none before it does.
        bound: people whom as many places as were asked for can newly reach at most, wherever they are.
    """

    places: tuple[int, ...]
    gains: tuple[int, ...]
    bound: int

    @property
    def reached(self) -> int:
        """People newly reached by all of them together."""
        return sum(self.gains)

    @property
    def is_optimal(self) -> bool:
        """Whether it is proved that no other places reach more."""
        return self.reached >= self.bound


def in_order(problem: Problem, rows: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Places and gains of chosen rows, most people first, then the lowest number; whoever gains nobody is dropped."""
    left, covered = sorted(rows), problem.nothing
    places, gains = [], []
    while left:
        gained = problem.gains(covered)[left]
        if not gained.max():
            break
        row = left.pop(int(gained.argmax()))
        places.append(int(problem.places[row]))
        gains.append(int(gained.max()))
        covered = covered | problem.covers[row]
    return tuple(places), tuple(gains)
