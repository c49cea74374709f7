"""The figures of this session: the city's own, and the office's table where the reader has brought one."""

import secrets
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from geodata.districts.figures import Figures
from ui import loaders

_OWN: Final = "own_table"


@dataclass(frozen=True, eq=False)
class OwnTable:
    """A table that was read and may be shown.

    Attributes:
        token: names it in the caches of this process.
        file: its name, for the reader.
        source: whoever supplied it, in the reader's words.
        rows: as in `indicators.csv`, typed; what must not be shown is withheld already.
    """

    token: str
    file: str
    source: str
    rows: pd.DataFrame


def own_table() -> OwnTable | None:
    """The table of this session, if there is one."""
    own: OwnTable | None = st.session_state.get(_OWN)
    return own


def keep(rows: pd.DataFrame, *, file: str, source: str) -> None:
    """Keep a table for this session, instead of an earlier one."""
    st.session_state[_OWN] = OwnTable(secrets.token_hex(8), file, source, rows)


def forget() -> None:
    """Go back to the city's own figures."""
    st.session_state.pop(_OWN, None)


def table() -> Figures:
    """Every figure of this session."""
    own = own_table()
    return loaders.figures() if own is None else loaders.figures(own.token, own.rows)
