"""The populated 100 m cells of the city pack."""

import pandas as pd
import streamlit as st

from geodata.adapters.cells_file import CELL_COLUMNS, read_cells
from geodata.errors import MissingFileError
from ui.loaders.city import data_directory


@st.cache_resource(show_spinner=False)
def populated() -> pd.DataFrame:
    """The populated cells in the order in which the map knows them, as `read_cells` gives them.

    Without a pack an empty table: the map then has no cells. All callers hold the same table: nobody writes to it.
    """
    try:
        return read_cells(data_directory() / "pack")
    except MissingFileError:
        return pd.DataFrame({name: pd.Series(dtype=str) for name in CELL_COLUMNS}).astype({"population": int})
