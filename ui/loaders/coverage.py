"""What coverage is worked out from: cells with people and minutes once a mode, and the offers of the tables."""

import hashlib
from typing import Final

import streamlit as st

from geodata.adapters.coverage_ground import areas_in, offers_in, read_catchments
from geodata.coverage.catchments import Catchments
from geodata.coverage.gap_table import GapTable
from geodata.coverage.offers import Offers
from geodata.coverage.question import Question
from geodata.errors import MissingFileError
from ui.loaders.city import city_data, data_directory

_QUESTIONS: Final = 64
"""Answers that are kept at the same time."""


@st.cache_resource(show_spinner=False)
def catchments(mode: str = "walking") -> Catchments | None:
    """Populated cells with people and minutes; None where no pack was built."""
    try:
        return read_catchments(data_directory(), city_data(), mode=mode)
    except MissingFileError:
        return None


@st.cache_resource(show_spinner=False)
def coverage_offers(mode: str = "walking") -> Offers:
    """The offers of the tables at their places; only where there are catchments."""
    return offers_in(city_data(), _ground(mode))


@st.cache_resource(show_spinner=False)
def facility_areas() -> dict[str, str]:
    """Key of the district that every facility lies in, by its id; "" = none."""
    return areas_in(city_data(), _ground("walking"))


@st.cache_resource(show_spinner=False, max_entries=_QUESTIONS)
def gap_table(question: Question) -> GapTable:
    """The answer to a question from the tables as they are, without any scenario."""
    return GapTable.from_question(question, coverage_offers(question.mode), catchments=_ground(question.mode))


def _ground(mode: str) -> Catchments:
    ground = catchments(mode)
    if ground is None:
        raise MissingFileError("no minutes: `python -m geodata build` makes them")
    return ground


@st.cache_resource(show_spinner=False)
def table_hashes() -> dict[str, str]:
    """SHA-256 of the tables that an answer rests on, by file name in the data directory."""
    names = ("districts.geojson", "facilities.csv", "services.csv", "taxonomy.csv")
    packed = ("pack/cells.csv.gz", "pack/cycling.xz", "pack/walking.xz")
    paths = {name: data_directory() / name for name in (*names, *packed)}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in paths.items() if path.is_file()}
