"""What everybody knows about a table of counts, as linear relations between its cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from geodata.districts.disclosure.counts import Counts

Numbers = npt.NDArray[np.float64]

_ROUNDING: Final = 1e-4
"""Far below one person, and above what sums of a solver's numbers leave open."""

_Terms = list[tuple[int, int]]  # position of a cell, and its sign


@dataclass(frozen=True)
class Knowledge:
    """Relations between the m cells of a table of areas × columns, read row by row, and the true counts.

    Attributes:
        counts: (m,) the true counts.
        most: (m,) what each could be at most: the population.
        equal: sparse (·, m); `equal @ counts == 0` is known.
        at_most: sparse (·, m); `at_most @ counts <= limit` is known.
        limit: right hand sides of `at_most`.
    """

    counts: Numbers
    most: Numbers
    equal: sparse.csr_array
    at_most: sparse.csr_array
    limit: Numbers

    def holds(self, table: Numbers) -> bool:
        """Whether (m,) other counts agree with all that is known."""
        in_range = (table >= -_ROUNDING) & (table <= self.most + _ROUNDING)
        adds_up = np.abs(self.equal @ table) <= _ROUNDING
        fits = self.at_most @ table <= self.limit + _ROUNDING
        return bool(in_range.all() and adds_up.all() and fits.all())


def knowledge(counts: Counts, columns: tuple[str, ...]) -> Knowledge:
    """What is known about some columns, by the true counts.

    Parts that add up to their total are known to do so. Where parts are less, some area is missing: they are known to
    be no more than the total, and no less than it without the people who live in what is missing. Parts that are more
    tell nothing, for somebody counted otherwise.
    """
    people = counts.people[list(columns)].to_numpy(dtype=float)
    most = np.maximum(counts.population.to_numpy(dtype=float)[:, None], people).ravel()
    flat = people.ravel()
    equal: list[_Terms] = []
    at_most: list[tuple[_Terms, float]] = []
    for total, parts in [*_nested(counts, len(columns)), *_totals(counts, columns)]:
        missing, living_there = (values[total] - values[parts].sum() for values in (flat, most))
        terms = [(total, -1), *((part, 1) for part in parts)]
        if missing == 0:
            equal.append(terms)
        elif missing > 0:
            at_most.append((terms, 0.0))
            if living_there >= missing:
                at_most.append(([(cell, -sign) for cell, sign in terms], living_there))
    at_most += [([(cell, 1) for cell in cells], most[cells[0]]) for cells in _apart(counts, columns)]
    limit = np.array([most_of_it for _, most_of_it in at_most])
    return Knowledge(flat, most, _matrix(equal, flat.size), _matrix([terms for terms, _ in at_most], flat.size), limit)


def blocks(counts: Counts) -> list[tuple[str, ...]]:
    """The columns, those tied by a sum together: what is published of one block says nothing about another."""
    names = list(counts.people.columns)
    groups = [{name} for name in names]
    for tied in [*({total, *parts} for total, parts in counts.sums.items()), *map(set, counts.apart)]:
        apart = [group for group in groups if not group & tied]
        groups = [*apart, set().union(*(group for group in groups if group & tied))]
    ordered = [tuple(name for name in names if name in group) for group in groups]
    return sorted(ordered, key=lambda block: names.index(block[0]))


def _nested(counts: Counts, width: int) -> Iterator[tuple[int, list[int]]]:
    row_of = pd.Series(range(len(counts.parent)), index=counts.parent.index)
    for parent, rows in row_of.groupby(counts.parent, sort=False):
        if parent in row_of.index:
            for column in range(width):
                yield int(row_of[parent]) * width + column, [int(row) * width + column for row in rows]


def _totals(counts: Counts, columns: tuple[str, ...]) -> Iterator[tuple[int, list[int]]]:
    place = {name: position for position, name in enumerate(columns)}
    for total, parts in counts.sums.items():
        if total in place:
            for row in range(len(counts.people)):
                yield row * len(place) + place[total], [row * len(place) + place[part] for part in parts]


def _apart(counts: Counts, columns: tuple[str, ...]) -> Iterator[list[int]]:
    place = {name: position for position, name in enumerate(columns)}
    for names in counts.apart:
        if names[0] in place:
            for row in range(len(counts.people)):
                yield [row * len(place) + place[name] for name in names]


def _matrix(relations: list[_Terms], size: int) -> sparse.csr_array:
    entries = [(row, cell, sign) for row, terms in enumerate(relations) for cell, sign in terms]
    rows, cells, signs = np.array(entries, dtype=int).reshape(-1, 3).T
    return sparse.csr_array((signs.astype(float), (rows, cells)), shape=(len(relations), size))
