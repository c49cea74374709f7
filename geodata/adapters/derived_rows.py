"""The indicator table as the app shows it: the rows of the file, and those that follow from the other tables."""

from pathlib import Path

import pandas as pd

from geodata.adapters.cells_file import CELLS_FILE, read_cells
from geodata.adapters.city_data import CityData
from geodata.districts.reach import reach_rows
from geodata.districts.supply import supply_rows, with_areas
from geodata.network.minutes import FacilityMinutes
from geodata.taxonomy import Taxonomy


def read_indicators(directory: Path, data: CityData, *, minutes: FacilityMinutes | None) -> pd.DataFrame:
    """`data.indicators` and, below, what places, offers and walking minutes say of each area; never older than these.

    Indicators without texts in `definitions.toml` are left out, as are those within reach without a pack.

    Args:
        directory: the data directory that `data` was read from.
        minutes: from cells to facilities, of `pack/walking.xz`; None where no pack was built.

    Raises:
        DataError: `pack/cells.csv.gz` cannot be read.
    """
    sections = Taxonomy.from_table(data.taxonomy).sections
    placed = with_areas(data.services, data.facilities, polling_districts=data.polling_districts)
    people = data.indicators[data.indicators["indicator"] == "population"]
    population = dict(zip(people["district_key"], people["value"], strict=True))
    derived = [supply_rows(placed, population=population, sections=sections, city=data.city)]
    pack = directory / "pack"
    if minutes is not None and (pack / CELLS_FILE).is_file():
        cells = read_cells(pack)
        derived.append(reach_rows(cells, minutes, placed=placed, sections=sections, city=data.city))
    known = [rows[rows["indicator"].isin(data.definitions["indicator"])] for rows in derived]
    return pd.concat([data.indicators, *known], ignore_index=True)
