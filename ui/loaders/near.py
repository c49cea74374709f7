"""Walking minutes and places by name, from the city pack."""

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from geodata.adapters.gazetteer_file import open_gazetteer
from geodata.adapters.minutes_file import read_facility_minutes
from geodata.errors import MissingFileError
from geodata.facilities import Nearness
from geodata.geocoding.place_index import PlaceIndex
from geodata.geocoding.suggestion import DirectoryPlace
from geodata.network.cells import centres_of, codes_of
from geodata.network.minutes import FacilityMinutes
from ui.loaders.city import city_data, data_directory, offer_index


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
    located = offer_index().facilities.iloc[offer_index().located_rows]
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
