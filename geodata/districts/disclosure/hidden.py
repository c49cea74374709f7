"""More is withheld than the few counts, until nothing withheld can be worked out from the rest."""

from collections import deque
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.districts.disclosure.counts import Counts, primary
from geodata.districts.disclosure.knowledge import Knowledge, Numbers, blocks, knowledge
from geodata.districts.disclosure.shift import cheapest_shift, extremes
from geodata.schema import WHOLE_CITY


def hidden(counts: Counts, *, suppress_below: int, suppress_count_below: int) -> pd.DataFrame:
    """Which counts are withheld: a table of bool in the shape of `counts.people`.

    Whoever knows all others, the populations and the sums can bound a withheld count no tighter than to a window of
    `suppress_count_below` values, among them 1 to `suppress_count_below - 1` if the count is one of these, or less only
    as far as the city's totals alone say more. The whole city ("00") is always published.

    Args:
        suppress_below: an area with fewer people shows no count.
        suppress_count_below: counts from 1 to one less than this are not shown.
    """
    first = primary(counts, suppress_below=suppress_below, suppress_count_below=suppress_count_below)
    first.loc[first.index == WHOLE_CITY] = False
    result = first.copy()
    for columns in blocks(counts):
        names = list(columns)
        table = _Table.open(counts, columns, width=suppress_count_below - 1)
        result[names] = table.protected(first[names].to_numpy().ravel()).reshape(len(first), len(names))
    return result


@dataclass(frozen=True)
class _Table:
    known: Knowledge
    cost: Numbers
    fixed: npt.NDArray[np.bool_]
    width: int

    @classmethod
    def open(cls, counts: Counts, columns: tuple[str, ...], *, width: int) -> "_Table":
        fixed = np.repeat(counts.people.index == WHOLE_CITY, len(columns))
        return cls(knowledge(counts, columns), _cost(counts, columns).ravel(), fixed, width)

    def protected(self, first: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """`first`, and what must be withheld with it."""
        withheld = first.copy()
        seen = _Seen(self.known.counts.copy(), self.known.counts.copy())
        waiting = deque(int(cell) for cell in np.flatnonzero(first))
        while waiting:
            cell = waiting.popleft()
            for end in self._open_ends(cell, seen):
                shift = cheapest_shift(
                    self.known, cell, to=end, cost=np.where(withheld, 0.0, self.cost), fixed=self.fixed
                )
                seen.add(self.known.counts + shift)
                moved = shift != 0
                waiting.extend(int(other) for other in np.flatnonzero(moved & ~withheld))
                withheld |= moved
        return withheld

    def _open_ends(self, cell: int, seen: "_Seen") -> list[float]:
        """The ends of a window for the cell that no table seen so far has shown to be possible."""
        count, low, high = (float(values[cell]) for values in (self.known.counts, seen.low, seen.high))
        small = 0 < count <= self.width
        if high - low >= self.width and not (small and (low > 1 or high < self.width)):
            return []
        wanted = 0.0 if count <= self.width else high - self.width
        least, most = extremes(self.known, cell, fixed=self.fixed)
        start = max(min(wanted, most - self.width), least)
        end = min(start + self.width, most)
        return [value for value, missing in ((start, low > start), (end, high < end)) if missing]


@dataclass(frozen=True)
class _Seen:
    """The least and the greatest count of each cell in all tables that agree with what is known."""

    low: Numbers
    high: Numbers

    def add(self, table: Numbers) -> None:
        np.minimum(self.low, table, out=self.low)
        np.maximum(self.high, table, out=self.high)


def _cost(counts: Counts, columns: tuple[str, ...]) -> Numbers:
    """What it costs to withhold each cell, by published numbers alone.

    The people to be expected there by the city's rate, times the figures made from them and the areas inside; by a
    trifle more the later a cell comes, so that of two equal ones it is always the same.
    """
    population = counts.population.to_numpy(dtype=float)[:, None]
    people = counts.people[list(columns)]
    whole = (people.index == WHOLE_CITY) if WHOLE_CITY in people.index else np.full(len(people), fill_value=True)
    rate = people[whole].sum().to_numpy(dtype=float) / max(float(population[whole].sum()), 1.0)
    figures = np.array([counts.figures.get(name, 1) for name in columns], dtype=float)
    inside = counts.parent.value_counts().reindex(people.index, fill_value=0).to_numpy(dtype=float)[:, None]
    trifle = np.arange(people.size).reshape(people.shape) / (1000 * people.size)
    cost: Numbers = (1 + population * rate) * figures * (1 + inside) * (1 + trifle)
    return cost
