"""People gained and lost between two answers to the same question."""

from dataclasses import dataclass

from geodata.coverage.catchments import Mask, Steps, steps_within
from geodata.coverage.gap_table import GapTable
from geodata.schema import WHOLE_CITY, City


@dataclass(frozen=True)
class Difference:
    """What a change of the offers does to the people of one area, or of the whole city ("00").

    Lower counts offers that surely fit, upper those that possibly fit as well. Somebody who reached an offer surely,
    and afterwards one that only possibly fits, is lost in the lower count and stays in the upper one.

    Attributes:
        gained: people who newly have an offer within reach: (lower, upper).
        lost: people who no longer have one: (lower, upper).
    """

    area_key: str
    gained: tuple[int, int]
    lost: tuple[int, int]

    @property
    def is_nothing(self) -> bool:
        """Whether nobody is gained or lost."""
        return not any((*self.gained, *self.lost))


def difference(before: GapTable, after: GapTable, *, group: str = "") -> tuple[Difference, ...]:
    """An entry an area, in the order of the catchments, and the city's at the end.

    Args:
        before, after: answers to one question, on the same catchments.
        group: whose people are counted; "" = the question's.
    """
    counts = [
        column
        for was, now in ((before.reach.sure, after.reach.sure), (before.reach.possible, after.reach.possible))
        for column in _gained_and_lost(was, now, of=after, group=group or after.question.group)
    ]
    keys = (*after.catchments.area_keys, WHOLE_CITY)
    return tuple(
        Difference(key, (gained, more_gained), (lost, more_lost))
        for key, gained, lost, more_gained, more_lost in zip(keys, *counts, strict=True)
    )


def _gained_and_lost(was: Steps, now: Steps, *, of: GapTable, group: str) -> tuple[list[int], list[int]]:
    limit = steps_within(of.question.minutes)
    reached, reaches = was <= limit, now <= limit
    return _per_area(reaches & ~reached, of=of, group=group), _per_area(reached & ~reaches, of=of, group=group)


def _per_area(cells: Mask, *, of: GapTable, group: str) -> list[int]:
    counts = of.catchments.per_area(of.catchments.people[group] * cells)
    return [*counts.tolist(), int(counts.sum())]


def is_few(difference: Difference, residents: int, *, city: City) -> bool:
    """Whether it is about too few people to be shown; `residents` are the area's people of the same group.

    As for shares: below `suppress_below` people, or where a handful of them is counted. The whole city is always shown.
    """
    if difference.area_key == WHOLE_CITY:
        return False
    few = any(0 < count < city.suppress_count_below for count in (*difference.gained, *difference.lost))
    return few or 0 < residents < city.suppress_below
