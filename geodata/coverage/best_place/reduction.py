"""The same problem with fewer candidates and cells: what cannot matter to its best answer is left out."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from geodata.coverage.best_place.problem import Problem
from geodata.coverage.catchments import Counts, Mask, Places

_AT_ONCE: Final = 512
"""Candidates compared with all others at the same time: bounds the memory."""


@dataclass(frozen=True, eq=False)
class Reduced:
    """A part of a problem.

    Attributes:
        rows: (r,) the candidates that are left, as rows of the problem.
        covers: (r, g) whether each has a group of cells within reach.
        weights: (g,) people newly reached in each group of cells that the same candidates reach; above 0.
    """

    rows: Places
    covers: Mask
    weights: Counts


def reduced(problem: Problem) -> Reduced:
    """Drop cells in which nobody can be reached newly, and candidates that another one makes needless."""
    everything = np.arange(len(problem.places), dtype=np.intp)
    small = with_candidates(Reduced(everything, problem.covers, problem.weights), np.ones(len(everything), dtype=bool))
    return with_candidates(small, ~_dominated(small.covers))


def with_candidates(given: Reduced, kept: Mask) -> Reduced:
    """Some (r,) of the candidates; cells that the same ones of them reach become one group, their people together."""
    covers = given.covers[kept]
    useful = (given.weights > 0) & covers.any(axis=0)
    covers, weights = covers[:, useful], given.weights[useful]
    if len(weights):
        _, first, group = np.unique(np.packbits(covers, axis=0), axis=1, return_index=True, return_inverse=True)
        covers, weights = covers[:, first], np.bincount(group.ravel(), weights).astype(np.int64)
    return Reduced(given.rows[kept], covers, weights)


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
