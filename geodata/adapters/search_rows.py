"""Opening what the search is built from: the city's tables, its synonyms, districts and gazetteer."""

from pathlib import Path

import pandas as pd

from geodata.adapters.city_data import CityData, read_city
from geodata.adapters.csv_rows import read_rows
from geodata.adapters.district_names import NAMES_FILE
from geodata.adapters.gazetteer_file import open_gazetteer
from geodata.errors import MissingFileError
from geodata.facilities.shown import with_rough_points
from geodata.geocoding import PlaceIndex
from geodata.geocoding.gazetteer import Gazetteer
from geodata.schema import LIST_SEPARATOR, SYNONYMS
from geodata.search import Area, SearchIndex, areas_of


def open_search(directory: Path) -> SearchIndex:
    """Read a data directory and build the index; without a gazetteer only districts are understood as places.

    Raises:
        MissingFileError: the directory or a file of it is not there.
        DataError: there are faults; it carries all of them.
    """
    city = read_city(directory)
    try:
        gazetteer = open_gazetteer(directory)
    except MissingFileError:
        return index_of(city, directory)
    return index_of(city, directory, gazetteer=gazetteer, places=PlaceIndex(gazetteer))


def index_of(
    city: CityData, directory: Path, *, gazetteer: Gazetteer | None = None, places: PlaceIndex | None = None
) -> SearchIndex:
    """Build the index of a city that was read before."""
    names = list(zip(city.districts["key"], city.districts["name"], strict=True)) + _spellings(directory)
    known = Gazetteer((), city=city.city.name, date="", exact=False, digest="") if gazetteer is None else gazetteer
    areas: list[Area] = list(areas_of(known, names))
    return SearchIndex.from_tables(
        city.services,
        with_rough_points(city.facilities),
        taxonomy=city.taxonomy,
        synonyms=read_synonyms(directory),
        areas=areas,
        places=places,
    )


def read_synonyms(directory: Path) -> pd.DataFrame:
    """The table of everyday words, `means` as tuples; without rows where a city has none."""
    path = directory / SYNONYMS.file
    rows = read_rows(path)[1] if path.is_file() else []
    table = pd.DataFrame(rows, columns=list(SYNONYMS.names), dtype=object)
    table["means"] = [tuple(cell.split(LIST_SEPARATOR)) for cell in table["means"]]
    return table


def _spellings(directory: Path) -> list[tuple[str, str]]:
    path = directory / NAMES_FILE
    rows = read_rows(path)[1] if path.is_file() else []
    return [(row["key"], row["spelling"]) for row in rows]
