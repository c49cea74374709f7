"""Opens what coverage is worked out from: populated cells with their people, minutes, and the tables' offers."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd

from geodata.adapters.cells_file import CELLS_FILE, GROUP_COLUMNS, read_cells
from geodata.adapters.city_data import CityData
from geodata.adapters.minutes_file import read_between, read_facility_minutes
from geodata.coverage.catchments import ALL, FAR, Catchments, Counts, Steps
from geodata.coverage.offers import Offers, offers_of
from geodata.districts.nesting import holding
from geodata.errors import DataError
from geodata.network.cells import cells_from_codes
from geodata.network.minutes import FacilityMinutes
from geodata.network.table import CYCLING, WALKING, Mode
from geodata.schema import Fault

MODES: Final[dict[str, Mode]] = {mode.name: mode for mode in (WALKING, CYCLING)}
LEVELS: Final = {"district": "district_key", "polling_district": "polling_district_key"}
"""Levels of areas, and the column of the cells that names theirs."""


def read_catchments(
    directory: Path, data: CityData, *, mode: str = WALKING.name, level: str = "district"
) -> Catchments:
    """Populated cells and minutes of a data directory's pack, for all areas of a level.

    Args:
        data: what the directory's tables say.
        mode, level: keys of `MODES` and `LEVELS`; cells in no area of the level are left out.

    Raises:
        MissingFileError, DataError: cells or minutes are not there or cannot be read.
    """
    pack, keys = directory / "pack", sorted(_outlines(data, level)["key"])
    cells = _cells_in(read_cells(pack), keys, column=LEVELS[level])
    minutes, codes = read_facility_minutes(pack, MODES[mode]), list(cells["cell"])
    return Catchments(
        cells=tuple(codes),
        area_keys=tuple(keys),
        area_of=np.searchsorted(keys, cells[LEVELS[level]].to_numpy(dtype=np.str_)).astype(np.intp),
        people=_people(cells),
        facility_ids=minutes.facility_ids,
        steps=_from_facilities(minutes, cells),
        between=read_between(pack, cells_from_codes(codes), mode=MODES[mode]),
        limit_min=MODES[mode].limit_min,
    )


def _cells_in(cells: pd.DataFrame, keys: Sequence[str], *, column: str) -> pd.DataFrame:
    """The cells that lie in an area, area by area."""
    strange = sorted(set(cells[column]) - {"", *keys})
    if strange:
        raise DataError([Fault(CELLS_FILE, 0, column, strange[0], "a key of the outlines: build both again")])
    return cells[cells[column] != ""].sort_values([column, "cell"], kind="stable").reset_index(drop=True)


def _outlines(data: CityData, level: str) -> gpd.GeoDataFrame:
    return data.districts if level == "district" else data.polling_districts


def _people(cells: pd.DataFrame) -> dict[str, Counts]:
    groups: dict[str, Any] = {ALL: cells["population"]} | {name: cells[name] for name in GROUP_COLUMNS if name in cells}
    return {name: np.asarray(counts, dtype=np.int64) for name, counts in groups.items()}


def _from_facilities(minutes: FacilityMinutes, cells: pd.DataFrame) -> Steps:
    """(f, n); a cell that the minutes do not know has no way to anywhere."""
    rows = np.array([-1 if (row := minutes.cell_of(code)) is None else row for code in cells["cell"]], dtype=np.intp)
    steps = np.where(rows[:, None] < 0, 0, minutes.steps[rows])
    return np.ascontiguousarray(np.where(steps == 0, FAR, steps).T.astype(np.uint8))


def offers_in(data: CityData, catchments: Catchments) -> Offers:
    """The offers of a city's tables at their places, each in an area of the catchments' level."""
    areas, assumed = areas_in(data, catchments), data.city.assumed_spoken
    return offers_of(data.services, data.facilities, places=catchments.facility_rows, areas=areas, assumed=assumed)


def areas_in(data: CityData, catchments: Catchments) -> dict[str, str]:
    """Key of the area of the catchments' level that every facility lies in, by its id; "" = none."""
    facilities = data.facilities
    level = next(level for level in LEVELS if set(catchments.area_keys) <= set(_outlines(data, level)["key"]))
    keys = facilities["district_key"].to_numpy(dtype=object)
    if level != "district":
        located = facilities["latitude"].notna() & (facilities["address_visibility"] != "hidden")
        points = gpd.points_from_xy(facilities["longitude"].where(located), facilities["latitude"].where(located))
        keys = holding(np.asarray(points), list(keys), polling_districts=data.polling_districts)
    return dict(zip(facilities["facility_id"], keys, strict=True))
