"""Minutes between cells and to facilities, worked out beforehand; answering is a look into an array.

NaN says: no way within the mode's limit is known (60 minutes on foot). Two different places are at least 0.25 minutes
apart, so 0 is only the answer for a cell and itself.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geodata.network.cells import Cells, cells_from_codes, cells_of, centres_of, codes_of
from geodata.network.graph import Floats
from geodata.network.table import STEP_MIN, Mode, Table

Minutes = NDArray[np.float32]


class _KnownCells:
    """Knows the rows of its cells by their codes."""

    cells: Cells

    @cached_property
    def _rows(self) -> dict[tuple[int, int], int]:
        return {(northing, easting): row for row, (northing, easting) in enumerate(self.cells.tolist())}

    def cell_of(self, code: str) -> int | None:
        """Row of the cell with an INSPIRE code ("100mN31532E43169"), None where there is none.

        Raises:
            ValueError: it is no such code.
        """
        northing, easting = cells_from_codes([code])[0].tolist()
        return self._rows.get((northing, easting))


@dataclass(frozen=True, eq=False)
class TravelMinutes(_KnownCells):
    """Minutes along the network, the way from a cell's centre to the network and back off it included.

    Attributes:
        mode: on foot (4.8 km/h, up to 60 minutes) or the simple bicycle (15 km/h, up to 30 minutes).
        cells: the city's cells near any way, and all populated ones; other attributes know them by their row here.
        snap_m: distance of each cell's centre from the network in metres, NaN where it is outside.
        in_use: rows of cells where people live or that hold an address, place or stop.
        facility_ids: those with a point, in the order of the table.
        facility_points: (f, 2) latitude, longitude the minutes were worked out for.
        facility_snap_m: distance of each facility from the network in metres, NaN where it is outside.
        between: cells in use to cells in use with a larger row (the way back is as long).
        from_facilities: facilities to cells.
    """

    mode: Mode
    cells: Cells
    snap_m: Floats
    in_use: NDArray[np.int32]
    facility_ids: tuple[str, ...]
    facility_points: Floats
    facility_snap_m: Floats
    between: Table
    from_facilities: Table

    @cached_property
    def _facility_rows(self) -> dict[str, int]:
        return {facility_id: row for row, facility_id in enumerate(self.facility_ids)}

    @cached_property
    def _both_ways(self) -> Any:
        later = self.between.matrix(len(self.cells))
        return (later + later.T).tocsr()

    @cached_property
    def _by_facility(self) -> Any:
        return self.from_facilities.matrix(len(self.cells))

    @cached_property
    def _by_cell(self) -> Any:
        return self._by_facility.T.tocsr()

    def cell_at(self, latitude: float, longitude: float) -> int | None:
        """Row of the cell around a point, None where there is none."""
        northing, easting = cells_of(np.array([[latitude, longitude]]))[0].tolist()
        return self._rows.get((northing, easting))

    def code(self, cell: int) -> str:
        """INSPIRE code of a cell, fit for a URL."""
        return codes_of(self.cells[[cell]])[0]

    def centre(self, cell: int) -> tuple[float, float]:
        """(lat, lon) of a cell's centre, to five decimals."""
        latitude, longitude = centres_of(self.cells[[cell]])[0].tolist()
        return round(latitude, 5), round(longitude, 5)

    def minutes(self, from_cell: int, to_cell: int) -> float:
        """Minutes between two cells in use; NaN when too far or not in use."""
        return float(self.to_cells(from_cell)[to_cell])

    def to_facility(self, cell: int, facility_id: str) -> float:
        """Minutes from a cell to a facility; NaN when too far, outside the network, or without a point."""
        row = self._facility_rows.get(facility_id)
        return float("nan") if row is None else float(self.to_facilities(cell)[row])

    def to_facilities(self, cell: int) -> Minutes:
        """(f,) minutes from a cell to every facility, in the order of `facility_ids`."""
        return _row(self._by_cell, cell)

    def to_cells(self, cell: int) -> Minutes:
        """(n,) minutes from a cell in use to every cell; NaN for those not in use, 0 for the cell itself."""
        found = _row(self._both_ways, cell)
        found[cell] = 0.0
        return found

    def from_facility(self, facility_id: str) -> Minutes:
        """(n,) minutes from a facility to every cell; all NaN when it is not known here."""
        row = self._facility_rows.get(facility_id)
        return np.full(len(self.cells), np.nan, np.float32) if row is None else _row(self._by_facility, row)


@dataclass(frozen=True, eq=False)
class FacilityMinutes(_KnownCells):
    """Minutes from every cell to every facility, one number of 8 bits a pair.

    Attributes:
        cells: as in `TravelMinutes`.
        facility_ids: those with a point, in the order of the columns.
        steps: (n, f) minutes in steps of `STEP_MIN`; 0 = no way within the limit is known.
    """

    cells: Cells
    facility_ids: tuple[str, ...]
    steps: NDArray[np.uint8]

    def to_facilities(self, cell: int) -> Minutes:
        """(f,) minutes from a cell to every facility, NaN where no way within the limit is known."""
        steps = self.steps[cell]
        return np.where(steps == 0, np.float32(np.nan), steps * np.float32(STEP_MIN))


def _row(matrix: Any, row: int) -> Minutes:
    found = np.full(matrix.shape[1], np.nan, dtype=np.float32)
    part = slice(matrix.indptr[row], matrix.indptr[row + 1])
    found[matrix.indices[part]] = matrix.data[part] * np.float32(STEP_MIN)
    return found
