"""Minutes from many origins to many targets, sparse: only what is near enough."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from geodata.network.graph import Integers
from geodata.network.reach import Reached


class Mode(NamedTuple):
    """A way to move: its name, its speed and how far minutes are known."""

    name: str
    kmh: float
    limit_min: float

    @property
    def metres_per_minute(self) -> float:
        """Speed."""
        return self.kmh * 1000 / 60

    @property
    def limit_m(self) -> float:
        """How far it gets within the limit."""
        return self.limit_min * self.metres_per_minute


WALKING: Final = Mode("walking", 4.8, 60.0)
CYCLING: Final = Mode("cycling", 15.0, 30.0)
"""The simple bicycle: the same ways at another speed, without one-way streets, stairs, lights and hills."""

STEP_MIN: Final = 0.25
"""Minutes are kept in steps of 15 seconds, so that an hour fits a byte; the error is at most half a step."""

Steps = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Table:
    """Targets of each origin.

    Attributes:
        starts: (origins + 1,) where the entries of each origin begin.
        targets: (entries,) numbers of targets, ascending for each origin.
        steps: (entries,) minutes in steps of `STEP_MIN`, 1 to 240; what is not listed is too far.
    """

    starts: NDArray[np.int64]
    targets: Integers
    steps: Steps

    def matrix(self, columns: int) -> Any:
        """The sparse (origins, columns) matrix of steps."""
        return csr_array((self.steps, self.targets, self.starts), shape=(len(self.starts) - 1, columns))


def from_reached(rows: Iterable[Reached], *, origins: int, mode: Mode) -> Table:
    """A table from the targets of each origin, which may come in any order; origins without one get no entry."""
    targets: list[Integers] = [np.empty(0, dtype=np.int32)] * origins
    steps: list[Steps] = [np.empty(0, dtype=np.uint8)] * origins
    for row in rows:
        targets[row.origin] = row.targets
        # At least one step: two places are never 0 minutes apart, so that 0 cannot be mistaken for anything.
        steps[row.origin] = np.maximum(np.rint(row.metres / mode.metres_per_minute / STEP_MIN), 1).astype(np.uint8)
    starts = np.concatenate([[0], np.cumsum([len(row) for row in targets], dtype=np.int64)]).astype(np.int64)
    none = np.empty(0, np.int32), np.empty(0, np.uint8)
    return Table(starts, np.concatenate([*targets, none[0]]), np.concatenate([*steps, none[1]]))
