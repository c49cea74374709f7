"""Build step: `indicators.csv`, what census and register say about the people of each area."""

from pathlib import Path

import pandas as pd

from geodata.adapters.census_areas import read_cells_in_areas, read_settled_km2
from geodata.adapters.city_files import read_city_settings
from geodata.adapters.csv_rows import read_rows
from geodata.adapters.tables import read_table, write_table
from geodata.districts.indicators import ESTIMATE_DEFINITION, ESTIMATED, SHARES, indicator_rows
from geodata.districts.register import REGISTER_FILE, register_rows
from geodata.errors import GeodataError
from geodata.schema import FIGURES, INDICATORS


def build_indicators(source: Path, out: Path) -> Path:
    """Write the indicators of city, districts and polling districts.

    From `source/census/cells_100m.csv`, the outlines, `source/statistics/population_register.csv` where it is there,
    and the city's tables. What the office has imported stays.

    Raises:
        MissingFileError: the cells, `city.toml` or `figures.csv` are not there.
        DataError: the register says two things of one area and day.
        GeodataError: `figures.csv` does not say the city's own share, which the estimate is calibrated to.
    """
    city, figure = read_city_settings(out), _city_figure(out)
    census = indicator_rows(_people(source), city_figure=figure, km2=read_settled_km2(source), city=city)
    register = pd.DataFrame(register_rows(read_register(source)), columns=list(INDICATORS.names))
    made = pd.concat([census, register])
    return write_table(out, INDICATORS, rows=pd.concat([made, _imported(out, made)]))


def _imported(out: Path, made: pd.DataFrame) -> pd.DataFrame:
    """Official rows that the office has imported: figures of which the source folder knows nothing official."""
    if not (out / INDICATORS.file).is_file():
        return made.iloc[:0]
    there = read_table(out, INDICATORS)
    ours = set(made.loc[made["status"] == "official", "indicator"])
    return there[(there["status"] == "official") & ~there["indicator"].isin(ours)]


def read_register(source: Path) -> list[dict[str, str]]:
    """The rows of the residents' register as they stand; none where the source folder has no register."""
    path = source / "statistics" / REGISTER_FILE
    return read_rows(path)[1] if path.is_file() else []


def _people(source: Path) -> pd.DataFrame:
    """Counts by key of districts, then of polling districts."""
    cells = read_cells_in_areas(source)
    counted = ["population", *(share.counted for share in SHARES if share.counted in cells)]
    nested = cells[cells["polling_district_key"] != ""]
    levels = (cells.groupby("district_key"), nested.groupby("polling_district_key"))
    return pd.concat([level[counted].sum().sort_index() for level in levels])


def _city_figure(out: Path) -> pd.Series:
    figures = read_table(out, FIGURES)
    matching = figures[(figures["code"] == ESTIMATED) & (figures["definition"] == ESTIMATE_DEFINITION)]
    if len(matching) != 1:
        raise GeodataError(
            f"{out / FIGURES.file} must hold one row {ESTIMATED} by the definition {ESTIMATE_DEFINITION}"
        )
    return matching.iloc[0]
