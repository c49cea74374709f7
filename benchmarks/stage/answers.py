"""What ours answers about the city: the work that `benchmarks.coverage` times."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from benchmarks.peers.coverage_frames import Frames
from benchmarks.stage.ground import QUESTIONS, RADII, Ground, services
from benchmarks.stage.ways import Ways
from geodata.coverage.catchments import ALL, NOWHERE
from geodata.coverage.gap_table import GapTable
from geodata.coverage.offers import Offer, Offers, fits
from geodata.coverage.partition import Partition, tables
from geodata.coverage.scenario import Scenario, Speak, applied
from geodata.coverage.scenario.tables import Tables
from geodata.coverage.stability.floating import FLAT, per_cell

ADDED = ("ar", "tr")
"""Languages that a change adds to an offer that stated none."""
EVERY = [replace(question, minutes=radius) for question in QUESTIONS for radius in RADII]


@dataclass(frozen=True)
class City:
    """The city, and the ways in it."""

    ground: Ground
    ways: Ways

    def counts(self) -> Any:
        """(questions, 2, districts, radii) people within reach of a fitting offer, at least and at most."""
        return tables(Partition(self.ground.catchments, self.ground.offers), QUESTIONS, radii=RADII)

    def counts_anew(self) -> Any:
        """The same, with the ways to all cells worked out first."""
        catchments = replace(self.ground.catchments, steps=self.ways.steps())
        return tables(Partition(catchments, self.ground.offers), QUESTIONS, radii=RADII)

    def gap_tables(self) -> Any:
        """The same as the page has it, with all columns of a table for each question and radius."""
        found = Tables.from_questions(EVERY, self.ground.offers, catchments=self.ground.catchments)
        return _people(found.tables.values())

    def two_step(self) -> Any:
        """(questions, 2, cells, radii) offers per person."""
        catchments, offers = self.ground.catchments, self.ground.offers
        found = [fits(question, offers) for question in QUESTIONS]
        fitting = np.stack([mask for fit in found for mask in (fit.sure, fit.possible)])
        people = catchments.people[ALL]
        reached = [
            per_cell(fitting, offers, catchments=catchments, people=people, zones=(radius, FLAT)) for radius in RADII
        ]
        return np.stack(reached, axis=-1).reshape(len(QUESTIONS), 2, -1, len(RADII))


class Changes:
    """One change after the other to tables that are there: an offer says which languages are spoken."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._tables = Tables.from_questions(EVERY, ground.offers, catchments=ground.catchments)
        _people(self._tables.tables.values())  # as on the page: all of their columns are there
        self._silent = [offer for offer in ground.offers.records if not offer.languages and offer.place != NOWHERE]
        self._number = 0

    def step(self) -> Any:
        """(questions of the section, 2, districts, radii) people after the next change; all columns are worked out."""
        offer = self._following()
        found = self._tables.with_offers(self._changed(offer))
        return _people(found.tables.values())[_touched(offer)]

    def counts(self) -> Any:
        """The same after the next change, and nothing but these people."""
        offer = self._following()
        partition = Partition(self._ground.catchments, self._changed(offer))
        return tables(partition, QUESTIONS[_touched(offer)], radii=RADII)

    def _following(self) -> Offer:
        self._number += 1
        return self._silent[self._number - 1]

    def frames(self, frames: Frames, *, number: int) -> Frames:
        """The peers' tables after a change, with only the questions that it can have touched."""
        offer = self._silent[number]
        return replace(frames, services=services(self._changed(offer)), asked=frames.asked[_touched(offer)])

    def _changed(self, offer: Offer) -> Offers:
        scenario = Scenario(changes=(Speak(offer.id, ADDED),))
        ground = self._ground
        return applied(scenario, ground.offers, catchments=ground.catchments, areas=ground.areas)


def _touched(offer: Offer) -> slice:
    """The questions about an offer's section."""
    rows = [row for row, question in enumerate(QUESTIONS) if question.section == offer.section]
    return slice(rows[0], rows[-1] + 1)


def _people(found: Iterable[GapTable]) -> Any:
    """(questions, 2, districts, radii) of tables in the order of `EVERY`."""
    people = [[(row.lower, row.upper) for row in table.rows[:-1]] for table in found]
    return np.array(people).reshape(len(QUESTIONS), len(RADII), -1, 2).transpose(0, 3, 2, 1)
