"""Build step: `pack/cells.csv.gz`, people per populated cell."""

from pathlib import Path

from geodata.adapters.cells_file import counts_of, write_cells
from geodata.adapters.census_areas import read_cells_in_areas
from geodata.adapters.source_folder import read_populated_cells
from geodata.network.cells import codes_of


def build_cells(source: Path, out: Path) -> Path:
    """Write the cells of `source/census/cells_100m.csv` in which people are counted, with their areas.

    A cell without residents stays where the offices' disturbance left people of a group in it: else these would be
    missing from the sums of its areas.

    Raises:
        MissingFileError, DataError: the cells are not there, or neither their codes nor centres can be read.
    """
    census = read_cells_in_areas(source)
    cells = census.assign(cell=codes_of(read_populated_cells(source)))
    return write_cells(out / "pack", cells[(cells[counts_of(cells)] > 0).any(axis=1)])
