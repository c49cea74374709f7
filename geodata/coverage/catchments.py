"""Where people live, and how far it is on foot or by bicycle from there to every place where an offer can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geodata.network.table import STEP_MIN

ALL: Final = "all"
GROUPS: Final = (ALL, "born_abroad", "foreign_nationals", "age_under_10", "age_80_plus")
"""Groups of people that a census cell counts; they overlap, and everybody is in the first one."""

FAR: Final = 255
"""Steps of a place that no way leads to within the limit of the minutes."""

NOWHERE: Final = -1
"""Place of an offer without an address: by telephone, online, or hidden."""

Steps = NDArray[np.uint8]
"""Minutes in steps of `STEP_MIN`; `FAR` where no way within the limit is known."""
Places = NDArray[np.intp]
Counts = NDArray[np.int64]
Mask = NDArray[np.bool_]


def steps_within(minutes: float) -> int:
    """The largest number of steps that is within a limit in minutes."""
    return int(minutes / STEP_MIN)


@dataclass(frozen=True, eq=False)
class Catchments:
    """Populated cells and the ways from every place to them; cells of one area stand together, in the order of areas.

    A place is a number: 0 … f-1 a facility, f … f+n-1 a populated cell, where an offer could be opened.

    Attributes:
        cells: (n,) INSPIRE codes of the populated cells.
        area_keys: keys of the areas (districts or polling districts), each once, ascending.
        area_of: (n,) row of the area that each cell lies in, ascending.
        people: counts of people per cell, (n,) for each of `GROUPS` that the census has.
        facility_ids: (f,) facilities with a point.
        steps: (f, n) from every facility to every cell.
        between: (n, n) from cell to cell, 0 for a cell itself; (0, n) where it was not read.
        limit_min: minutes up to which ways are known.
    """

    cells: tuple[str, ...]
    area_keys: tuple[str, ...]
    area_of: NDArray[np.intp]
    people: Mapping[str, Counts]
    facility_ids: tuple[str, ...]
    steps: Steps
    between: Steps
    limit_min: float

    def __post_init__(self) -> None:
        if np.any(np.diff(self.area_of) < 0):
            raise ValueError("cells of one area must stand together, in the order of the areas")

    @cached_property
    def facility_rows(self) -> dict[str, int]:
        """Place of every facility by its id."""
        return {facility_id: row for row, facility_id in enumerate(self.facility_ids)}

    @cached_property
    def cell_rows(self) -> dict[str, int]:
        """Row of every populated cell by its code."""
        return {code: row for row, code in enumerate(self.cells)}

    @cached_property
    def starts(self) -> NDArray[np.intp]:
        """(areas + 1,) where the cells of each area begin; an area without cells begins where the next one does."""
        return np.searchsorted(self.area_of, np.arange(len(self.area_keys) + 1)).astype(np.intp)

    def place_of_cell(self, code: str) -> int | None:
        """Place of a populated cell, None where nobody lives."""
        row = self.cell_rows.get(code)
        return None if row is None else len(self.facility_ids) + row

    def from_place(self, place: int) -> Steps:
        """(n,) steps from a place to every cell; all `FAR` from `NOWHERE`."""
        if place == NOWHERE:
            return np.full(len(self.cells), FAR, dtype=np.uint8)
        facilities = len(self.facility_ids)
        steps: Steps = self.steps[place] if place < facilities else self.between[place - facilities]
        return steps

    def from_places(self, places: Sequence[int] | Places) -> Steps:
        """(p, n) steps from places to every cell."""
        places = np.asarray(places, dtype=np.intp)
        facilities = len(self.facility_ids)
        if np.all((places >= 0) & (places < facilities)):  # nearly always: no copy of each row on its own
            return self.steps[places]
        rows = [self.from_place(int(place)) for place in places]
        return np.array(rows, dtype=np.uint8).reshape(len(rows), len(self.cells))

    def nearest(self, places: Sequence[int] | Places) -> Steps:
        """(n,) steps from every cell to the nearest of some places; all `FAR` without any."""
        return np.asarray(self.from_places(np.unique(places)).min(axis=0, initial=FAR), dtype=np.uint8)

    def per_area(self, counts: Counts) -> Counts:
        """Sums of (n,) counts of cells over each area, (areas,)."""
        return np.bincount(self.area_of, counts, minlength=len(self.area_keys)).astype(np.int64)
