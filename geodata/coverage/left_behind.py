"""Who is left behind: the same share for two groups side by side, bounds of the difference, and what it is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from geodata.coverage.catchments import ALL, Mask, steps_within
from geodata.coverage.gap_table import GapTable
from geodata.coverage.reach import within
from geodata.network.graph import Floats
from geodata.schema import WHOLE_CITY


@dataclass(frozen=True)
class Behind:
    """Two groups in one area: shares in [0, 1] that reach an offer, at least and at most; NaN without people.

    Attributes:
        people: of the group, of those it is held against.
        shares, against: of the group, and of those it is held against.
        difference: share of the group less the other, at least and at most. The bounds are never too tight, whatever
            the offers say that state nothing; they may be too wide where such offers share their cells.
    """

    area_key: str
    people: tuple[int, int]
    shares: tuple[float, float]
    against: tuple[float, float]
    difference: tuple[float, float]


@dataclass(frozen=True)
class Parts:
    """What a difference in the whole city is made of, once with only sure and once with all possible offers.

    The split is Kitagawa's (1955): the group lives in other districts than the rest, and in each district elsewhere.

    Attributes:
        districts: from the districts the group lives in.
        places: from where in each district it lives; both add up to `total`.
    """

    districts: float
    places: float

    @property
    def total(self) -> float:
        """The whole difference."""
        return self.districts + self.places


def left_behind(table: GapTable, group: str, *, against: str = ALL) -> tuple[Behind, ...]:
    """The two groups in every area, in the order of the catchments, and in the city ("00") at the end."""
    catchments, reach = table.catchments, table.reach
    limit = steps_within(table.question.minutes)
    sure, unknown = reach.sure <= limit, reach.unknown(table.question.minutes)
    starts = catchments.starts
    parts = [slice(first, last) for first, last in pairwise(starts)]
    people = catchments.people[group], catchments.people[against]
    keys = (*catchments.area_keys, WHOLE_CITY)
    return tuple(
        _behind(key, people[0][part], people[1][part], sure=sure[part], unknown=unknown[part])
        for key, part in zip(keys, (*parts, slice(None)), strict=True)
    )


def _behind(key: str, first: np.ndarray, second: np.ndarray, *, sure: Mask, unknown: Mask) -> Behind:
    people = int(first.sum()), int(second.sum())
    with np.errstate(invalid="ignore", divide="ignore"):  # 0 / 0: nobody, and so no share
        one, other = first / people[0], second / people[1]
    apart = one - other
    open_cells = apart[unknown]
    fixed = float(apart[sure].sum())
    return Behind(
        key,
        people,
        _bounds(one, sure=sure, unknown=unknown),
        _bounds(other, sure=sure, unknown=unknown),
        (fixed + float(np.minimum(open_cells, 0).sum()), fixed + float(np.maximum(open_cells, 0).sum()))
        if all(people)
        else (np.nan, np.nan),
    )


def _bounds(shares: Floats, *, sure: Mask, unknown: Mask) -> tuple[float, float]:
    lower = float(shares[sure].sum()) if len(shares) else float("nan")
    return lower, lower + float(shares[unknown].sum())


def parts_of(table: GapTable, group: str, *, against: str = ALL) -> tuple[Parts, Parts]:
    """Where the city's difference comes from: with the offers that surely fit, and with all that possibly do.

    NaN where nobody is in one of the groups.
    """
    lower, upper = (Parts(*pair) for pair in _parts(table, group, against=against))
    return lower, upper


def _parts(table: GapTable, group: str, *, against: str) -> Iterator[tuple[float, float]]:
    catchments, minutes = table.catchments, table.question.minutes
    one, other = (catchments.per_area(catchments.people[name]) for name in (group, against))
    if not one.sum() or not other.sum():
        yield from ((np.nan, np.nan), (np.nan, np.nan))
        return
    for reached, rest in zip(table.reach.histograms(group), table.reach.histograms(against), strict=True):
        share, usual = (
            within(counts, minutes) / np.maximum(1, people) for counts, people in ((reached, one), (rest, other))
        )
        # where nobody of the others lives no share is usual: all of it is counted to the districts
        usual = np.where(other > 0, usual, share)
        lives = one / one.sum()
        districts = float(((lives - other / other.sum()) * usual).sum())
        yield districts, float((lives * (share - usual)).sum())
