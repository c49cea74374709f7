"""A made-up country, partition by partition: each is made from its number alone, and none is kept.

A partition is about as large and as dense as the city: 2,500 populated cells in a square of 11 km, 18 districts, and a
facility to five cells. Facilities in the squares around count where somebody can walk from them. Ways are as the crow
flies times 1.3; people and offers are spread by lot.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import compress, product
from typing import Any, Final

import numpy as np

from geodata.coverage.catchments import ALL, FAR, Catchments, Steps
from geodata.coverage.offers import ACTIVE, UNVERIFIED, Offer, Offers
from geodata.coverage.partition import Opener, Partition
from geodata.network.table import STEP_MIN, WALKING

SECTIONS: Final = ("first_steps", "language_education", "work_career")
LANGUAGES: Final = ("de", "en", "ar", "ru", "tr", "fa")
SIDE: Final = 110  # cells along the side of a square
CELLS: Final = 2_500  # populated ones of them
FACILITIES: Final = 500
ROWS, COLUMNS = 3, 6  # of districts in a square
PEOPLE: Final = 51  # in a cell, on average, as in the city
BORN_ABROAD: Final = 0.17
SHARES: Final = (0.45, 0.42, 0.13)  # of the city's offers, by section
STATED: Final = 0.4  # of the offers state languages: more than today, so that both bounds are work
SPOKEN: Final = 0.3  # of them speak any one language
UNSURE: Final = 0.5  # of the offers nobody has confirmed
CELL_MIN: Final = 100 * 1.3 / WALKING.metres_per_minute  # on foot over a cell, with a detour
_LOTS: Final = ("cells", "facilities", "people", "offers")
_MARGIN: Final = WALKING.limit_min / CELL_MIN  # cells that can be walked


@dataclass(frozen=True)
class Country:
    """Squares in rows, without a border: the last one touches the first, so that each has eight around it.

    Attributes:
        squares: how many partitions there are.
        seed: the same country for the same seed.
    """

    squares: int
    seed: int = 0

    @property
    def cells(self) -> int:
        """Populated cells."""
        return self.squares * CELLS

    def openers(self) -> Iterator[Opener]:
        """What makes each partition, here or on another machine."""
        return (partial(self.partition, number) for number in range(self.squares))

    def partition(self, number: int) -> Partition:
        """Make one partition."""
        cells = self._cells(number)
        row, column = cells.T
        area_of = row * ROWS // SIDE * COLUMNS + column * COLUMNS // SIDE
        order = np.argsort(area_of, kind="stable")
        chance = self._chance(number, "people")
        people = chance.geometric(1 / PEOPLE, CELLS)
        ids, points = self._facilities_around(number)
        steps = _steps(points, cells[order] + 0.5)
        near = np.flatnonzero((steps < FAR).any(axis=1))
        catchments = Catchments(
            cells=tuple(f"{number:05}-{row * SIDE + column}" for row, column in cells[order].tolist()),
            area_keys=tuple(f"{number:05}-{area:02}" for area in range(ROWS * COLUMNS)),
            area_of=area_of[order].astype(np.intp),
            people={ALL: people, "born_abroad": chance.binomial(people, BORN_ABROAD)},
            facility_ids=tuple(_name(square, facility) for square, facility in ids[near].tolist()),
            steps=steps[near],
            between=np.empty((0, CELLS), dtype=np.uint8),
            limit_min=WALKING.limit_min,
        )
        return Partition(catchments, self._offers(ids[near]))

    def _chance(self, square: int, what: str) -> np.random.Generator:
        """The same lots for the same square, whoever asks."""
        return np.random.default_rng([self.seed, square, _LOTS.index(what)])

    def _cells(self, square: int) -> Any:
        """(cells, 2) rows and columns in the square, in no order."""
        found = self._chance(square, "cells").choice(SIDE * SIDE, CELLS, replace=False)
        return np.column_stack(np.divmod(found, SIDE))

    def _around(self, number: int) -> dict[int, tuple[int, int]]:
        """A square and those that touch it: how many rows and columns of squares away each lies."""
        wide = math.isqrt(self.squares)
        away = sorted(product((-1, 0, 1), repeat=2), key=lambda steps: steps != (0, 0))
        found: dict[int, tuple[int, int]] = {}
        for rows, columns in away:
            found.setdefault((number + rows * wide + columns) % self.squares, (rows, columns))
        return found

    def _facilities_around(self, number: int) -> tuple[Any, Any]:
        """(f, 2) square and number in it, (f, 2) points in cells from the square's corner, of all near enough."""
        ids, points = [], []
        for square, away in self._around(number).items():
            chance = self._chance(square, "facilities")
            found = chance.choice(self._cells(square), FACILITIES) + chance.random((FACILITIES, 2))
            found += np.array(away) * SIDE
            inside = np.flatnonzero(((found >= -_MARGIN) & (found <= SIDE + _MARGIN)).all(axis=1))
            ids.append(np.column_stack([np.full(len(inside), square), inside]))
            points.append(found[inside])
        return np.concatenate(ids), np.concatenate(points)

    def _offers(self, ids: Any) -> Offers:
        """One at each facility."""
        said = {square: self._said(square) for square in np.unique(ids[:, 0]).tolist()}
        records = (
            Offer(name, name, place, "", said[square][0][row], "", said[square][1][row], "", said[square][2][row])
            for place, (square, row) in enumerate(ids.tolist())
            for name in [_name(square, row)]
        )
        return Offers(tuple(records), LANGUAGES[0])

    def _said(self, square: int) -> tuple[list[str], list[tuple[str, ...]], list[str]]:
        """Sections, languages and statuses of the offers of a square."""
        chance = self._chance(square, "offers")
        sections = chance.choice(SECTIONS, FACILITIES, p=SHARES)
        speak = (chance.random((FACILITIES, 1)) < STATED) & (chance.random((FACILITIES, len(LANGUAGES))) < SPOKEN)
        status = np.where(chance.random(FACILITIES) < UNSURE, UNVERIFIED, ACTIVE)
        return sections.tolist(), [tuple(compress(LANGUAGES, row)) for row in speak.tolist()], status.tolist()


def _name(square: int, number: int) -> str:
    return f"{square:05}-{number:03}"


def _steps(points: Any, centres: Any) -> Steps:
    """(f, n) from points to cells, both in cells."""
    steps = np.empty((len(points), len(centres)), dtype=np.uint8)
    north, east = (centres[:, axis].astype(np.float32) for axis in range(2))
    for row, (at_north, at_east) in enumerate(points.astype(np.float32)):
        away = np.sqrt((north - at_north) ** 2 + (east - at_east) ** 2) * np.float32(CELL_MIN / STEP_MIN)
        steps[row] = np.where(away > WALKING.limit_min / STEP_MIN, FAR, np.maximum(np.rint(away), 1))
    return steps
