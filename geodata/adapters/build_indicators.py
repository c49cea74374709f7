"""Build step: `indicators.csv`, what the census cells say about the people of each district."""

from pathlib import Path

import pandas as pd

from geodata.adapters.city_files import read_city_settings
from geodata.adapters.source_folder import read_census
from geodata.adapters.tables import read_table, write_table
from geodata.districts.indicators import ESTIMATE_DEFINITION, ESTIMATED, indicator_rows
from geodata.errors import GeodataError
from geodata.schema import FIGURES, INDICATORS


def build_indicators(source: Path, out: Path) -> Path:
    """Write the indicators of districts and city, from `source/census/cells_100m.csv` and the city's tables.

    Raises:
        MissingFileError: the cells, `city.toml` or `figures.csv` are not there.
        GeodataError: `figures.csv` does not say the city's own share, which the estimate is calibrated to.
    """
    city = read_city_settings(out)
    rows = indicator_rows(_people(source), city_figure=_city_figure(out), city=city)
    return write_table(out, INDICATORS, rows=rows)


def _people(source: Path) -> pd.DataFrame:
    counted = ["population", "born_abroad", "foreign_nationals"]
    return read_census(source).groupby("district_key")[counted].sum().sort_index()


def _city_figure(out: Path) -> pd.Series:
    figures = read_table(out, FIGURES)
    matching = figures[(figures["code"] == ESTIMATED) & (figures["definition"] == ESTIMATE_DEFINITION)]
    if len(matching) != 1:
        raise GeodataError(
            f"{out / FIGURES.file} must hold one row {ESTIMATED} by the definition {ESTIMATE_DEFINITION}"
        )
    return matching.iloc[0]
