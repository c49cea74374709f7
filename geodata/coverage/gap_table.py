"""The gap table: for each area how many people reach a fitting offer, at least and at most, and how near it is."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal

import numpy as np

from geodata.coverage.catchments import NOWHERE, Catchments, Counts, Mask, steps_within
from geodata.coverage.offers import Fit, Offers, fits
from geodata.coverage.question import HALF, Question
from geodata.coverage.reach import Reach, quantile, within
from geodata.schema import WHOLE_CITY

State = Literal["covered", "gap", "unknown", "empty", "withheld"]
"""covered: the lower bound reaches the wished share; gap: not even the upper one does; unknown: the bounds disagree;
empty: nobody of the group lives there; withheld: too few people to say anything about them."""

WORST_TENTH: Final = 0.9
PER: Final = 1000
"""People for whom offers are counted."""


@dataclass(frozen=True)
class Row:
    """What is known of one area, or of the whole city ("00").

    Attributes:
        residents: people of the group.
        lower, upper: how many of them have an offer within reach, at least and at most.
        median_min, worst_tenth_min: minutes within which half, and nine of ten, of them have the nearest offer:
            (that possibly fits, that surely fits); infinite where it is too far to be known, NaN without people.
        offers: offers in the area that surely, and that possibly fit.
        unknown_offers: offers anywhere that leave something open and would make a difference to somebody here.
    """

    area_key: str
    residents: int
    lower: int
    upper: int
    median_min: tuple[float, float]
    worst_tenth_min: tuple[float, float]
    offers: tuple[int, int]
    unknown_offers: int

    @property
    def share_lower(self) -> float:
        """At least this share of the group has an offer within reach; NaN without people."""
        return self.lower / self.residents if self.residents else math.nan

    @property
    def share_upper(self) -> float:
        """At most this share of the group has an offer within reach; NaN without people."""
        return self.upper / self.residents if self.residents else math.nan

    @property
    def without(self) -> tuple[int, int]:
        """People without an offer within reach: at least, at most."""
        return self.residents - self.upper, self.residents - self.lower

    @property
    def per_1000(self) -> tuple[float, float]:
        """Offers in the area per 1,000 people of the group, that surely and that possibly fit; NaN without people."""
        sure, possible = (PER * n / self.residents if self.residents else math.nan for n in self.offers)
        return sure, possible

    def state(self, wished_share: float = HALF) -> State:
        """Whether the wished share of the group is covered; never `withheld`: that is for `disclosure` to say."""
        if not self.residents:
            return "empty"
        if self.share_lower >= wished_share:  # not residents × share: 0.55 × 100 is more than 55
            return "covered"
        return "gap" if self.share_upper < wished_share else "unknown"


@dataclass(frozen=True, eq=False)
class GapTable:
    """The answer to one question, for every area and the city; everything is worked out when it is first looked at."""

    question: Question
    offers: Offers
    catchments: Catchments
    fit: Fit
    reach: Reach

    @classmethod
    def from_question(cls, question: Question, offers: Offers, *, catchments: Catchments) -> "GapTable":
        """Answer a question whose parts can be (see `question.wrong_parts`); catchments are of its mode."""
        fit = fits(question, offers)
        return cls(question, offers, catchments, fit, Reach.from_fit(fit, offers, catchments=catchments))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """A row an area, in the order of the catchments, and the city's at the end."""
        return tuple(self._rows())

    @cached_property
    def by_key(self) -> dict[str, Row]:
        """The rows by key of the area."""
        return {row.area_key: row for row in self.rows}

    @property
    def city(self) -> Row:
        """The row of the whole city."""
        return self.rows[-1]

    @cached_property
    def unknown_cells(self) -> Mask:
        """(n,) cells in which somebody of the group lives for whom the bounds disagree."""
        people = self.catchments.people[self.question.group]
        return self.reach.unknown(self.question.minutes) & (people > 0)

    @cached_property
    def without_address(self) -> tuple[int, int]:
        """Offers without an address that surely, and that possibly fit: they are in no share."""
        nowhere = self.offers.places == NOWHERE
        return int((self.fit.sure & nowhere).sum()), int((self.fit.possible & nowhere).sum())

    def _rows(self) -> Iterator[Row]:
        lower, upper = (_with_sum(counts) for counts in self.reach.histograms(self.question.group))
        minutes = self.question.minutes
        columns = zip(
            (*self.catchments.area_keys, WHOLE_CITY),
            upper.sum(axis=1).tolist(),
            within(lower, minutes).tolist(),
            within(upper, minutes).tolist(),
            zip(quantile(upper, HALF).tolist(), quantile(lower, HALF).tolist(), strict=True),
            zip(quantile(upper, WORST_TENTH).tolist(), quantile(lower, WORST_TENTH).tolist(), strict=True),
            zip(self._offers(self.fit.sure), self._offers(self.fit.possible), strict=True),
            self._unknown_offers(),
            strict=True,
        )
        for key, residents, least, most, median, tenth, offers, unknown in columns:
            yield Row(key, residents, least, most, median, tenth, offers, unknown)

    def _offers(self, rows: Mask) -> list[int]:
        """Offers among some that lie in each area, and those of all areas together; not those without an address."""
        keys = self.offers.area_keys[rows & (self.offers.places != NOWHERE)]
        counts = [int((keys == key).sum()) for key in self.catchments.area_keys]
        return [*counts, sum(counts)]

    def _unknown_offers(self) -> list[int]:
        """Offers that leave something open within reach of an unknown cell of each area, and of any."""
        at = self.offers.places[self.fit.unsure]
        places, offers_at = np.unique(at[at != NOWHERE], return_counts=True)
        near = self.catchments.from_places(places) <= steps_within(self.question.minutes)
        near &= self.unknown_cells
        starts = self.catchments.starts
        touched = [near[:, first:last].any(axis=1) for first, last in pairwise(starts)]
        return [int(offers_at[area].sum()) for area in (*touched, near.any(axis=1))]


def _with_sum(counts: Counts) -> Counts:
    return np.concatenate([counts, counts.sum(axis=0, keepdims=True)])
