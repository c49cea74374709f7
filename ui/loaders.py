"""The only caches of the app: data and catalogues are read once a process, derived tables once a language."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st
from numpy.typing import NDArray

from geodata.adapters.catalogues import read_translator
from geodata.adapters.city_data import CityData, read_city
from geodata.adapters.gazetteer_file import open_gazetteer
from geodata.adapters.minutes_file import read_facility_minutes
from geodata.config import read_settings
from geodata.errors import MissingFileError
from geodata.facilities import Nearness, OfferIndex, ranks
from geodata.geocoding.place_index import PlaceIndex
from geodata.geocoding.suggestion import DirectoryPlace
from geodata.i18n import Translator
from geodata.maps import Shading, place_table, shade
from geodata.maps import start_view as start_view_of
from geodata.network.cells import centres_of, codes_of
from geodata.network.minutes import FacilityMinutes
from geodata.taxonomy import Taxonomy
from ui.legend_text import LegendText, write_legend


@st.cache_resource(show_spinner=False)
def city_data() -> CityData:
    """One city's validated tables; raises DataError with every fault."""
    return read_city(read_settings().data_directory)


def data_directory() -> Path:
    """The folder that the tables come from."""
    return read_settings().data_directory


@st.cache_resource(show_spinner=False)
def taxonomy() -> Taxonomy:
    """Sections and topics in order."""
    return Taxonomy.from_table(city_data().taxonomy)


@st.cache_resource(show_spinner=False)
def offer_index() -> OfferIndex:
    """The offers as boolean columns."""
    data = city_data()
    return OfferIndex.from_tables(
        data.services,
        data.facilities,
        codes={
            "section": taxonomy().sections,
            "topic": taxonomy().topics(),
            "district": tuple(data.districts["key"]),
        },
        assumed_spoken=data.city.assumed_spoken,
    )


@st.cache_resource(show_spinner=False)
def translator(language: str) -> Translator:
    """The reader's words."""
    return read_translator(language)


@st.cache_resource(show_spinner=False)
def name_ranks(language: str) -> NDArray[np.intp]:
    """Rank of every offer by place name, then offer name, in the reader's collation."""
    index = offer_index()
    names = index.facilities["name"].to_numpy()[index.facility_of]
    offers = index.services[f"name_{language}"].to_numpy()
    return ranks(list(zip(names, offers, strict=True)), translator(language))


@st.cache_resource(show_spinner=False)
def shading(indicator: str) -> Shading:
    """Colours and classes of one indicator."""
    data = city_data()
    return shade(data.indicators, indicator, keys=tuple(data.districts["key"]))


@st.cache_resource(show_spinner=False)
def legend(indicator: str, language: str) -> LegendText:
    """The legend of one indicator in one language."""
    return write_legend(shading(indicator), city_data(), t=translator(language))


@st.cache_resource(show_spinner=False)
def records() -> tuple[list[dict[Hashable, Any]], list[dict[Hashable, Any]]]:
    """Offers and places as plain dictionaries, row by row: cards read single rows, and pandas is slow at that."""
    services, facilities = city_data().services, city_data().facilities
    return services.to_dict("records"), facilities.to_dict("records")


@st.cache_resource(show_spinner=False)
def walking() -> FacilityMinutes | None:
    """Walking minutes from the city pack; None where no pack was built: then nobody is asked for a place."""
    try:
        return read_facility_minutes(data_directory() / "pack")
    except MissingFileError:
        return None


@st.cache_resource(show_spinner=False)
def place_index() -> PlaceIndex:
    """What is suggested while a visitor types: asked in this process, and nowhere else."""
    data = city_data()
    located = data.facilities.iloc[offer_index().located_rows]
    directory = [
        DirectoryPlace(
            row["name"], row["latitude"], row["longitude"], tuple(row[f"gloss_{t}"] for t in ("en", "ru", "ar"))
        )
        for row in located.to_dict("records")
    ]
    return PlaceIndex(open_gazetteer(data_directory()), directory)


def known_cell(code: str) -> bool:
    """Whether a code names a cell from which walking minutes are known."""
    return _row_of(code) is not None


def cell_centre(code: str) -> tuple[float, float]:
    """(lat, lon) of a known cell's centre."""
    return cell_centres()[_row_of(code) or 0]


def nearness(code: str, within: int) -> Nearness | None:
    """Walking minutes from a cell to every facility, for a known code."""
    row, minutes = _row_of(code), walking()
    if row is None or minutes is None:
        return None
    found = pd.Series(minutes.to_facilities(row), index=minutes.facility_ids)
    return Nearness(found.reindex(city_data().facilities["facility_id"]).to_numpy(), within)


def _row_of(code: str) -> int | None:
    minutes = walking()
    if not code or minutes is None:
        return None
    try:
        row = minutes.cell_of(code)
    except ValueError:
        return None
    # a cell without any way is not known: "more than an hour" would be a guess
    return row if row is not None and minutes.steps[row].any() else None


@st.cache_resource(show_spinner=False)
def cells() -> dict[str, Any]:
    """The cells a browser may choose its own from: codes and centres, and how far away it may be, in metres."""
    minutes = walking()
    if minutes is None:
        return {"code": [], "lat": [], "lon": [], "limit_m": 0}
    reached = np.flatnonzero(minutes.steps.any(axis=1))
    centres = np.array(cell_centres())[reached]
    codes = codes_of(minutes.cells[reached])
    return {"code": codes, "lat": centres[:, 0].tolist(), "lon": centres[:, 1].tolist(), "limit_m": 300}


@st.cache_resource(show_spinner=False)
def cell_centres() -> list[tuple[float, float]]:
    """(lat, lon) of every cell, rounded to about a metre."""
    minutes = walking()
    return [] if minutes is None else [(lat, lon) for lat, lon in centres_of(minutes.cells).round(5).tolist()]


@st.cache_resource(show_spinner=False)
def places() -> dict[str, list[Any]]:
    """The table of places that the browser fetches once."""
    return place_table(offer_index())


@st.cache_resource(show_spinner=False)
def names(language: str) -> dict[str, str]:
    """Words for the codes of the tables: sections and topics in the language, districts as on street signs."""
    terms = taxonomy().names(language)
    districts = city_data().districts
    return terms | dict(zip(districts["key"], districts["name"], strict=True))


@st.cache_resource(show_spinner=False)
def neighbours() -> dict[str, int]:
    """How many other places stand at the very same point, by facility id."""
    located = offer_index().facilities.iloc[offer_index().located_rows]
    sizes = located.groupby(["latitude", "longitude"])["facility_id"].transform("size")
    return {str(key): int(size) - 1 for key, size in zip(located["facility_id"], sizes, strict=True) if size > 1}


@st.cache_resource(show_spinner=False)
def start_view() -> tuple[float, float, float, float]:
    """(south, west, north, east) of what the map shows first."""
    return start_view_of(offer_index())


def warm() -> None:
    """Fill the caches before the first visitor comes."""
    for language in city_data().city.languages:
        name_ranks(language)
        for indicator in city_data().city.indicators:
            legend(indicator, language)
    records()
    place_index()
    cells()
    places()
