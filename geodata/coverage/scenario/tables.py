"""Answers to many questions at once, of which only what a change of the offers touches is worked out again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from geodata.coverage.catchments import ALL, Catchments, Mask, Places, Steps
from geodata.coverage.gap_table import GapTable
from geodata.coverage.offers import Fit, Offers, distinct_places, fits
from geodata.coverage.question import HALF, LEAST_MIN, Question
from geodata.coverage.reach import Reach


@dataclass(frozen=True, eq=False)
class _Answer:
    """What questions have in common that differ only in minutes, group and wished share.

    Attributes:
        said: which offers fit, where, and how: as long as it is the same, every table says the same.
        sure, unsure: places of offers that fit surely, and of those that only possibly fit.
    """

    fit: Fit
    said: Any
    sure: Places
    unsure: Places
    reach: Reach


@dataclass(frozen=True, eq=False)
class Tables:
    """The gap table of every question; use `from_questions` to make them.

    Attributes:
        tables: by question, in the order in which they were asked.
    """

    tables: Mapping[Question, GapTable]
    offers: Offers
    catchments: Catchments
    _answers: Mapping[Question, _Answer] = field(default_factory=dict)
    _nearest: Mapping[bytes, Steps] = field(default_factory=dict)

    @classmethod
    def from_questions(cls, questions: Iterable[Question], offers: Offers, *, catchments: Catchments) -> "Tables":
        """Answer questions whose parts can be; all of them are about the mode of the catchments."""
        return cls({}, offers, catchments).with_questions(questions)

    def with_questions(self, questions: Iterable[Question]) -> "Tables":
        """The answers to other questions; those that were asked before keep theirs."""
        return self._answered(tuple(questions), self.offers)

    def with_offers(self, offers: Offers) -> "Tables":
        """The answers with other offers, equal in everything to those that `from_questions` gives.

        A table that says the same as before is the same object, and goes on holding the offers that it was made with.
        Of another one only the ways to places that are new are looked up, or all where a place is gone.
        """
        return self if offers is self.offers else self._answered(tuple(self.tables), offers)

    def _answered(self, questions: tuple[Question, ...], offers: Offers) -> "Tables":
        answers: dict[Question, _Answer] = {}
        nearest: dict[bytes, Steps] = {}
        tables: dict[Question, GapTable] = {}
        for question in questions:
            shared = _shared(question)
            if shared not in answers:
                answers[shared] = self._answer(shared, offers, nearest=nearest)
            answer = answers[shared]
            if question in self.tables and answer is self._answers.get(shared):
                tables[question] = self.tables[question]
            else:
                tables[question] = GapTable(question, offers, self.catchments, answer.fit, answer.reach)
        return Tables(tables, offers, self.catchments, answers, nearest)

    def _answer(self, question: Question, offers: Offers, *, nearest: dict[bytes, Steps]) -> _Answer:
        """The earlier answer itself where nothing changes; ways that are needed again are kept in `nearest`."""
        fit, before = fits(question, offers), self._answers.get(question)
        sure, unsure = distinct_places(offers, fit.sure), distinct_places(offers, fit.unsure)
        steps = self._steps(sure, before.sure if before else None, nearest=nearest)
        others = self._steps(unsure, before.unsure if before else None, nearest=nearest)
        said = _said(fit, offers)
        if before and before.said == said:
            return before
        same = before and np.array_equal(before.sure, sure) and np.array_equal(before.unsure, unsure)
        reach = before.reach if before and same else Reach(self.catchments, steps, np.minimum(steps, others))
        return _Answer(fit, said, sure, unsure, reach)

    def _steps(self, places: Places, before: Places | None, *, nearest: dict[bytes, Steps]) -> Steps:
        """(n,) steps to the nearest of some places, from what is known of the places of an earlier answer."""
        key = places.tobytes()
        if key not in nearest:
            nearest[key] = self._nearest[key] if key in self._nearest else self._looked_up(places, before)
        return nearest[key]

    def _looked_up(self, places: Places, before: Places | None) -> Steps:
        if before is None or not np.isin(before, places).all():
            return self.catchments.nearest(places)
        opened = np.setdiff1d(places, before, assume_unique=True)
        return np.minimum(self._nearest[before.tobytes()], self.catchments.nearest(opened))


def _shared(question: Question) -> Question:
    return replace(question, minutes=LEAST_MIN, group=ALL, wished_share=HALF)


def _said(fit: Fit, offers: Offers) -> tuple[Any, ...]:
    """Which offers fit, where they are, and how each fits."""
    rows = np.flatnonzero(fit.possible)
    ids = [(offers.records[row].id, offers.records[row].facility_id) for row in rows]
    masks: tuple[Mask, ...] = (fit.sure, *fit.unknown.values())
    return (
        ids,
        offers.places[rows].tolist(),
        offers.area_keys[rows].tolist(),
        [mask[rows].tobytes() for mask in masks],
    )
