"""The tables and catalogues of the city, read once a process."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st
from numpy.typing import NDArray

from geodata.adapters.catalogues import read_translator
from geodata.adapters.city_data import CityData, read_city
from geodata.adapters.outlines import read_features
from geodata.config import read_settings
from geodata.exports.leaflet_ground import Ground
from geodata.facilities import OfferIndex, ranks
from geodata.facilities.shown import shown_offer, with_rough_points
from geodata.hours import Place
from geodata.i18n import Translator
from geodata.maps import place_table
from geodata.maps import start_view as start_view_of
from geodata.taxonomy import Taxonomy


@st.cache_resource(show_spinner=False)
def city_data() -> CityData:
    """One city's validated tables; raises DataError with every fault."""
    return read_city(read_settings().data_directory)


def data_directory() -> Path:
    """The folder that the tables come from."""
    return read_settings().data_directory


@st.cache_resource(show_spinner=False)
def hours_place() -> Place:
    """Where opening hours hold: the city's clock and public holidays."""
    return Place.from_city(city_data().city)


@st.cache_resource(show_spinner=False)
def taxonomy() -> Taxonomy:
    """Sections and topics in order."""
    return Taxonomy.from_table(city_data().taxonomy)


@st.cache_resource(show_spinner=False)
def shown_facilities() -> pd.DataFrame:
    """The facilities as readers may know them: nothing that goes to a browser is made of any other table."""
    return with_rough_points(city_data().facilities)


@st.cache_resource(show_spinner=False)
def offer_index() -> OfferIndex:
    """The offers as boolean columns."""
    data = city_data()
    return OfferIndex.from_tables(
        data.services,
        shown_facilities(),
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
def records() -> tuple[list[dict[Hashable, Any]], list[dict[Hashable, Any]]]:
    """Offers and places as plain dictionaries, row by row: cards read single rows, and pandas is slow at that."""
    places = {row["facility_id"]: row for row in shown_facilities().to_dict("records")}
    offers = (shown_offer(row, places[row["facility_id"]]) for row in city_data().services.to_dict("records"))
    return list(map(dict, offers)), list(places.values())


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
def facility_names() -> dict[str, str]:
    """Names of the facilities by id, as on their doors."""
    facilities = city_data().facilities
    return dict(zip(facilities["facility_id"], facilities["name"], strict=True))


@st.cache_resource(show_spinner=False)
def neighbours() -> dict[str, int]:
    """How many other places stand at the very same point, by facility id."""
    located = offer_index().facilities.iloc[offer_index().located_rows]
    located = located[located["address_visibility"] == "public"]  # a rough point says nothing of the house
    sizes = located.groupby(["latitude", "longitude"])["facility_id"].transform("size")
    return {str(key): int(size) - 1 for key, size in zip(located["facility_id"], sizes, strict=True) if size > 1}


@st.cache_resource(show_spinner=False)
def leaflet_ground() -> Ground:
    """Districts and base map of the leaflet and of the small map in a card."""
    return Ground.from_wgs84(city_data().districts, read_features(data_directory() / "pack" / "basemap.geojson"))


@st.cache_resource(show_spinner=False)
def start_view() -> tuple[float, float, float, float]:
    """(south, west, north, east) of what the map shows first."""
    return start_view_of(offer_index())
