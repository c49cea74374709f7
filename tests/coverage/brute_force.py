"""The rules of the gap table written a second time, in plain loops over cells and offers.

Nothing is shared with `geodata.coverage` but what a question and an offer are. Numbers are Python's own: whole people,
minutes that are infinite where no way is known, shares as fractions.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from geodata.coverage.offers import Offer
from geodata.coverage.question import Question
from geodata.hours import Opening

IsOpen = Callable[[str, Opening], bool | None]


@dataclass(frozen=True)
class Cell:
    """A populated cell: its area, and its people by group."""

    area: str
    people: Mapping[str, int]


@dataclass(frozen=True)
class Ground:
    """Areas, cells, and minutes[place][cell] from the place of every offer that has an address."""

    areas: Sequence[str]
    cells: Sequence[Cell]
    minutes: Mapping[int, Sequence[float]]


class Answer(NamedTuple):
    """A row, in the order in which `GapTable` has it; None stands for "nobody lives here"."""

    area: str
    residents: int
    lower: int
    upper: int
    median_min: tuple[float | None, float | None]
    worst_tenth_min: tuple[float | None, float | None]
    offers: tuple[int, int]
    unknown_offers: int
    without: tuple[int, int]
    state: str


def speaks(question: Question, offer: Offer, *, assumed: str) -> bool | None:
    """Yes, no, or None: not stated. Any one of the languages asked for is enough."""
    if not question.languages:
        return True
    for code in question.languages:
        if code in offer.languages or (code == assumed and not offer.languages):
            return True
    return False if offer.languages else None


def fits(question: Question, offer: Offer, *, assumed: str, is_open: IsOpen) -> bool | None:
    """Whether an offer is what is asked for: one no is enough for a no, all must be yes for a yes."""
    answers: list[bool | None] = [
        offer.status in ("active", "unverified"),
        question.section in ("", offer.section),
        question.topic in ("", offer.topic),
        speaks(question, offer, assumed=assumed),
    ]
    if question.verified and offer.status == "unverified":
        answers.append(None)
    if question.opening is not None and False not in answers:
        answers.append(is_open(offer.hours, question.opening))
    if False in answers:
        return False
    return None if None in answers else True


def minutes_of_share(waits: Iterable[tuple[float, int]], share: Fraction) -> float | None:
    """The fewest minutes within which so many of the people have an offer; `waits` are (minutes, people)."""
    ordered = sorted(waits)
    wanted = share * sum(people for _, people in ordered)
    reached = 0
    for minutes, people in ordered:
        reached += people
        if people and reached >= wanted:
            return minutes
    return None


def nearest(offers: Iterable[Offer], ground: Ground, *, cell: int) -> float:
    """Minutes from a cell to the nearest of some offers; infinite without any."""
    found = math.inf
    for offer in offers:
        if offer.place >= 0:
            found = min(found, ground.minutes[offer.place][cell])
    return found


class BruteForce:
    """All answers to one question."""

    def __init__(
        self, question: Question, offers: Sequence[Offer], ground: Ground, *, assumed: str, is_open: IsOpen
    ) -> None:
        self.question, self.ground = question, ground
        judged = [(offer, fits(question, offer, assumed=assumed, is_open=is_open)) for offer in offers]
        self.sure = [offer for offer, verdict in judged if verdict is True]
        self.unsure = [offer for offer, verdict in judged if verdict is None]
        self.people = [cell.people[question.group] for cell in ground.cells]
        self.surely = [nearest(self.sure, ground, cell=at) for at in range(len(ground.cells))]
        unsurely = [nearest(self.unsure, ground, cell=at) for at in range(len(ground.cells))]
        self.possibly = [min(pair) for pair in zip(self.surely, unsurely, strict=True)]

    def rows(self) -> list[Answer]:
        """A row for every area, in order, and one for all of them together."""
        found = [self._row(area, [area]) for area in self.ground.areas]
        return [*found, self._row("00", list(self.ground.areas))]

    def without_address(self) -> tuple[int, int]:
        """Offers that have no address, and fit surely, and possibly."""
        sure = sum(offer.place < 0 for offer in self.sure)
        return sure, sure + sum(offer.place < 0 for offer in self.unsure)

    def _row(self, name: str, areas: list[str]) -> Answer:
        cells = [at for at, cell in enumerate(self.ground.cells) if cell.area in areas]
        residents = sum(self.people[at] for at in cells)
        lower, upper = (
            sum(self.people[at] for at in cells if minutes[at] <= self.question.minutes)
            for minutes in (self.surely, self.possibly)
        )
        inside = [
            sum(offer.place >= 0 and offer.area_key in areas for offer in offers) for offers in (self.sure, self.unsure)
        ]
        return Answer(
            area=name,
            residents=residents,
            lower=lower,
            upper=upper,
            median_min=self._minutes(cells, Fraction(1, 2)),
            worst_tenth_min=self._minutes(cells, Fraction(9, 10)),
            offers=(inside[0], sum(inside)),
            unknown_offers=self._unknown(cells),
            without=(residents - upper, residents - lower),
            state=self._state(residents, lower, upper=upper),
        )

    def _minutes(self, cells: list[int], share: Fraction) -> tuple[float | None, float | None]:
        possible, sure = (
            minutes_of_share([(minutes[at], self.people[at]) for at in cells], share)
            for minutes in (self.possibly, self.surely)
        )
        return possible, sure

    def _unknown(self, cells: list[int]) -> int:
        """Offers of which an answer could decide whether somebody in these cells has one within reach."""
        limit, count = self.question.minutes, 0
        open_cells = [at for at in cells if self.people[at] and self.possibly[at] <= limit < self.surely[at]]
        for offer in self.unsure:
            count += offer.place >= 0 and any(self.ground.minutes[offer.place][at] <= limit for at in open_cells)
        return count

    def _state(self, residents: int, lower: int, *, upper: int) -> str:
        if residents == 0:
            return "empty"
        wished = Fraction(str(self.question.wished_share))
        if Fraction(lower, residents) >= wished:
            return "covered"
        return "gap" if Fraction(upper, residents) < wished else "unknown"
