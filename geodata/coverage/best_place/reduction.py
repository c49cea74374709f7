"""The same problem with fewer candidates and cells: what cannot matter to its best answer is left out."""

from dataclasses import dataclass

import numpy as np

from geodata.coverage.best_place.problem import Problem
from geodata.coverage.catchments import Counts, Mask, Places

_AT_ONCE = 512
"""Candidates compared with all others at the same time: bounds the memory."""


@dataclass(frozen=True, eq=False)
class Reduced:
    """A problem of the same best answer.

    Attributes:
        rows: (r,) the candidates that are left, as rows of the problem.
        covers: (r, g) whether each has a group of cells within reach.
        weights: (g,) people newly reached in each group of cells that the same candidates reach; above 0.
    """

    rows: Places
    covers: Mask
    weights: Counts


def reduced(problem: Problem) -> Reduced:
    """Leave out cells nobody can reach newly, merge cells that the same candidates reach, drop dominated candidates."""
    useful = (problem.weights > 0) & problem.covers.any(axis=0)
    covers, weights = _merged(problem.covers[:, useful], problem.weights[useful])
    rows = np.flatnonzero(~_dominated(covers)).astype(np.intp)
    covers, weights = _merged(covers[rows], weights)
    return Reduced(rows, covers, weights)


def _merged(covers: Mask, weights: Counts) -> tuple[Mask, Counts]:
    """Cells with the same candidates as one, their people together."""
    if not len(weights):
        return covers, weights
    packed = np.packbits(covers, axis=0)
    _, first, group = np.unique(packed, axis=1, return_index=True, return_inverse=True)
    return covers[:, first], np.bincount(group.ravel(), weights).astype(np.int64)


def _dominated(covers: Mask) -> Mask:
    """(c,) candidates all of whose cells another one reaches as well; of equal ones only the first is none.

    A choice with a dominated candidate reaches no more than with the other one in its place.
    """
    as_numbers = covers.astype(np.float32)  # for a fast product; exact, as no count of cells comes near 2 ** 24
    sizes, order = covers.sum(axis=1), np.arange(len(covers))
    dominated = np.zeros(len(covers), dtype=np.bool_)
    for first in range(0, len(covers), _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        is_part = (as_numbers[some] @ as_numbers.T) == sizes[some, None]
        is_more = (sizes > sizes[some, None]) | ((sizes == sizes[some, None]) & (order < order[some, None]))
        dominated[some] = (is_part & is_more).any(axis=1)
    return dominated
