"""In which order to ask: the place whose answer touches most people that no earlier one touches, and so on."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from geodata.coverage.catchments import Counts, Mask


@dataclass(frozen=True)
class Turn:
    """One place to ask, and what its answer would settle, in people of unknown cells.

    Attributes:
        row: row of the place.
        touched: people within its reach: a "yes" settles them.
        fresh: those of them within reach of no place that was asked before.
        settled: those of them who can reach nothing else that was not asked: settled by any answer, and counted once.
    """

    row: int
    touched: int
    fresh: int
    settled: int


def turns(near: Mask, people: Counts, *, always_open: Mask) -> Iterator[Turn]:
    """Every place once, the most useful first; of equals the one in the earlier row.

    The next place is the one with most fresh people; then with most people settled for sure; then with most touched.

    Args:
        near: (places, cells) whether a place is within reach of a cell.
        people: (cells,) people in each cell.
        always_open: (cells,) cells that reach a place besides that nobody can ask; no answer settles them for sure.
    """
    asking = _Asking(near, people, unasked=near.sum(axis=0) + always_open)
    for _ in range(len(near)):
        yield asking.next_turn()


class _Asking:
    """What is left while place after place is asked. Each cell is looked at twice, however many places there are."""

    def __init__(self, near: Mask, people: Counts, *, unasked: Counts) -> None:
        self._near, self._people = near, people
        self._unasked = unasked
        """(cells,) places within reach that were not asked yet."""
        self._touched = np.zeros(len(people), dtype=np.bool_)
        self._left = np.ones(len(near), dtype=np.bool_)
        self._reach = self._people_near(np.ones_like(self._touched))
        self._fresh = self._reach.copy()
        self._settled = self._people_near(unasked == 1)

    def next_turn(self) -> Turn:
        row = self._best()
        turn = Turn(row, int(self._reach[row]), int(self._fresh[row]), int(self._settled[row]))
        here = self._near[row]
        self._left[row] = False
        self._fresh -= self._people_near(here & ~self._touched)
        self._touched |= here
        self._unasked = self._unasked - here
        self._settled += self._people_near(here & (self._unasked == 1))
        return turn

    def _best(self) -> int:
        rows = np.flatnonzero(self._left)
        for scores in (self._fresh, self._settled, self._reach):
            rows = rows[scores[rows] == scores[rows].max()]
        return int(rows[0])

    def _people_near(self, cells: Mask) -> Counts:
        """(places,) people of some cells within reach of each place."""
        return np.asarray(self._near[:, cells] @ self._people[cells], dtype=np.int64)
