"""Reading one city: its settings, tables, texts and outlines, checked and typed."""

import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata.adapters.city_files import read_files
from geodata.adapters.outlines import read_districts, read_polling_districts
from geodata.errors import DataError
from geodata.schema import (
    FACILITIES,
    FIGURES,
    INDICATORS,
    LIST_SEPARATOR,
    SERVICES,
    TAXONOMY,
    City,
    Column,
    Kind,
    Table,
    validate,
)  # fmt: skip
from geodata.schema.city_file import CITY_FILE, parse_city
from geodata.schema.definitions import ABOUT_FILE, DEFINITIONS_FILE


@dataclass(frozen=True)
class CityData:
    """Everything that one data directory says.

    Attributes:
        city: settings of `city.toml`.
        taxonomy, facilities, services, indicators, figures: the tables, in file order, index 0, 1, …; text and dates
            are str ("" = not stated), lists are tuples of str (empty = not stated), numbers float (NaN = not stated).
        definitions: `definitions.toml` as it stands.
        about: `about.toml` as it stands.
        districts: key, name, label_latitude, label_longitude and outline (WGS 84), in the file's order.
        polling_districts: the same and district_key; empty where the city has no second level.
    """

    city: City
    taxonomy: pd.DataFrame
    facilities: pd.DataFrame
    services: pd.DataFrame
    indicators: pd.DataFrame
    figures: pd.DataFrame
    definitions: dict[str, Any]
    about: dict[str, Any]
    districts: gpd.GeoDataFrame
    polling_districts: gpd.GeoDataFrame


def read_city(directory: Path) -> CityData:
    """Read and check a data directory.

    Raises:
        MissingFileError: the directory or a file of it is not there.
        DataError: there are faults; it carries all of them.
    """
    files = read_files(directory)
    faults = validate(files)
    if faults:
        raise DataError(faults)
    city, _ = parse_city(files[CITY_FILE])
    return CityData(
        city=city,
        taxonomy=_typed(TAXONOMY, files),
        facilities=_typed(FACILITIES, files),
        services=_typed(SERVICES, files),
        indicators=_typed(INDICATORS, files),
        figures=_typed(FIGURES, files),
        definitions=tomllib.loads(files[DEFINITIONS_FILE].decode()),
        about=tomllib.loads(files[ABOUT_FILE].decode()),
        districts=read_districts(directory),
        polling_districts=read_polling_districts(directory),
    )


def _typed(table: Table, files: Mapping[str, bytes]) -> pd.DataFrame:
    text = io.BytesIO(files[table.file])
    cells = pd.read_csv(text, dtype=str, keep_default_na=False, na_filter=False, encoding="utf-8-sig")
    return pd.DataFrame({column.name: _column(cells[column.name], column) for column in table.columns})


def _column(cells: "pd.Series[str]", column: Column) -> "pd.Series[Any]":
    if column.kind is Kind.NUMBER:
        return pd.to_numeric(cells.mask(cells == "", None)).astype("float64")
    if column.kind is Kind.LIST:
        return cells.map(lambda cell: tuple(cell.split(LIST_SEPARATOR)) if cell else ()).astype(object)
    return cells.astype(object)
