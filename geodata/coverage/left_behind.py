"""Who is left behind: the same share for two groups side by side, bounds of the difference, and what it is made of."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from geodata.coverage.catchments import ALL, Counts, Mask, steps_within
from geodata.coverage.gap_table import GapTable
from geodata.coverage.reach import within
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
    Each part is weighted with the mean of the two groups, so neither of them is the standard.

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
    sure = reach.sure <= steps_within(table.question.minutes)
    unknown = reach.unknown(table.question.minutes)
    parts = [*(slice(first, last) for first, last in pairwise(catchments.starts)), slice(None)]
    groups = [catchments.people[name] for name in (group, against)]
    return tuple(
        _behind(key, [people[part] for people in groups], sure=sure[part], unknown=unknown[part])
        for key, part in zip((*catchments.area_keys, WHOLE_CITY), parts, strict=True)
    )


def _behind(key: str, groups: list[Counts], *, sure: Mask, unknown: Mask) -> Behind:
    people = int(groups[0].sum()), int(groups[1].sum())
    shares, against = (_bounds(counts, sure=sure, unknown=unknown) for counts in groups)
    if not all(people):
        return Behind(key, people, shares, against, (math.nan, math.nan))
    apart = groups[0] / people[0] - groups[1] / people[1]
    fixed, open_cells = float(apart[sure].sum()), apart[unknown]
    lower, upper = (float(limit(open_cells, 0).sum()) for limit in (np.minimum, np.maximum))
    return Behind(key, people, shares, against, (fixed + lower, fixed + upper))


def _bounds(counts: Counts, *, sure: Mask, unknown: Mask) -> tuple[float, float]:
    everybody, lower = int(counts.sum()), int(counts[sure].sum())
    if not everybody:
        return math.nan, math.nan
    return lower / everybody, (lower + int(counts[unknown].sum())) / everybody


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
        yield from ((math.nan, math.nan), (math.nan, math.nan))
        return
    lives, others_live = one / one.sum(), other / other.sum()
    for reached, rest in zip(table.reach.histograms(group), table.reach.histograms(against), strict=True):
        share, usual = (
            within(counts, minutes) / np.maximum(1, people) for counts, people in ((reached, one), (rest, other))
        )
        # Where nobody of one of them lives they cannot differ: all of it is counted to the districts.
        share, usual = np.where(one > 0, share, usual), np.where(other > 0, usual, share)
        districts = float(((lives - others_live) * (share + usual) / 2).sum())
        yield districts, float(((lives + others_live) / 2 * (share - usual)).sum())
