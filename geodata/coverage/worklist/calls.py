"""The unanswered questions behind a gap table, one call a facility, and what the answers would settle at least."""

import math
from collections.abc import Container
from dataclasses import dataclass

import numpy as np

from geodata.coverage.catchments import Mask, Places, steps_within
from geodata.coverage.gap_table import GapTable
from geodata.coverage.offers import UNKNOWNS
from geodata.coverage.worklist.order import turns


@dataclass(frozen=True)
class Ask:
    """What one offer leaves open: codes of `UNKNOWNS`, in their order."""

    offer_id: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Call:
    """One call: everything that the possible, but not sure offers of a facility leave open for the question.

    Attributes:
        settles_up_to: people within reach for whom the bounds disagree: they reach an offer for sure after a "yes".
        settles_at_least: people for whom nothing else was left to ask; they are settled by any answer, if the calls
            before were answered.
        remaining_at_most: people for whom the bounds still disagree after this call and all before, whatever they say.
        remaining_at_least: the same if all say yes.
    """

    facility_id: str
    asks: tuple[Ask, ...]
    settles_up_to: int
    settles_at_least: int
    remaining_at_most: int
    remaining_at_least: int

    @property
    def kinds(self) -> tuple[str, ...]:
        """What is asked there, about any of its offers."""
        return tuple(kind for kind in UNKNOWNS if any(kind in ask.kinds for ask in self.asks))


@dataclass(frozen=True)
class Worklist:
    """The calls in the order in which they are to be made; one whose answer would change nobody's bounds is left out.

    The promise: after the first calls, fully answered, the bounds disagree at most for people who can reach a possible
    offer that was not asked. For whatever an answer is, an offer becomes sure, which settles everybody near it, or
    impossible, which takes it away; no answer makes an offer possible that was not. So "all say no" is the worst case,
    and "all say yes" the best: it settles everybody near, and an answer touches nobody else.

    Attributes:
        residents: people of the group.
        unknown: people for whom the bounds disagree before any call.
    """

    residents: int
    unknown: int
    calls: tuple[Call, ...]

    @property
    def questions(self) -> int:
        """How many single questions all calls ask."""
        return sum(len(ask.kinds) for call in self.calls for ask in call.asks)

    @property
    def share_unknown(self) -> float:
        """Share of the group for whom the bounds disagree before any call; NaN without people."""
        return self._share(self.unknown)

    def share_after(self, calls: int) -> tuple[float, float]:
        """(At least, at most) this share of the group is still unknown after the first calls, whatever they say."""
        if not calls:
            return self.share_unknown, self.share_unknown
        last = self.calls[calls - 1]
        return self._share(last.remaining_at_least), self._share(last.remaining_at_most)

    def _share(self, people: int) -> float:
        return people / self.residents if self.residents else math.nan


@dataclass(frozen=True)
class _Open:
    """Offers that leave something open, as rows: those at each facility that can be asked, and all others."""

    asked: dict[int, list[int]]
    places: Places
    others: Places


def worklist(table: GapTable, *, known: Container[str] | None = None) -> Worklist:
    """Whom to call first, for the question and the offers of a table.

    Args:
        known: ids of the offers that exist; nobody can be asked about those that a scenario has made up. None = all.
    """
    found = _open_offers(table, known)
    people = table.catchments.people[table.question.group][table.unknown_cells]
    near, beside = _near(found.places, table), np.asarray(_near(found.others, table).any(axis=0))
    helps = (near @ people) > 0
    places, calls = found.places[helps], []
    most = least = unknown = int(people.sum())
    for turn in turns(near[helps], people, always_open=beside):
        most, least, place = most - turn.settled, least - turn.fresh, int(places[turn.row])
        asks = tuple(_ask(row, table) for row in found.asked[place])
        name = table.catchments.facility_ids[place]
        calls.append(Call(name, asks, turn.touched, turn.settled, most, least))
    return Worklist(table.city.residents, unknown, tuple(calls))


def _near(places: Places, table: GapTable) -> Mask:
    """(places, unknown cells) whether a place is within reach."""
    steps = table.catchments.from_places(places)[:, table.unknown_cells]
    return np.asarray(steps <= steps_within(table.question.minutes))


def _open_offers(table: GapTable, known: Container[str] | None) -> _Open:
    """Places of facilities are sorted by their ids: of two equal calls the earlier one comes first."""
    ids, asked, others = table.catchments.facility_ids, dict[int, list[int]](), []
    for row in np.flatnonzero(table.fit.unsure).tolist():
        place = int(table.offers.places[row])
        if 0 <= place < len(ids) and (known is None or table.offers.records[row].id in known):
            asked.setdefault(place, []).append(row)
        elif place >= 0:
            others.append(place)
    places = sorted(asked, key=ids.__getitem__)
    return _Open(asked, np.array(places, dtype=np.intp), np.array(sorted(set(others)), dtype=np.intp))


def _ask(row: int, table: GapTable) -> Ask:
    kinds = tuple(kind for kind in UNKNOWNS if table.fit.unknown[kind][row])
    return Ask(table.offers.records[row].id, kinds)
