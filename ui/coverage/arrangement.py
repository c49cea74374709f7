"""The empty places of the coverage page, in the order of the page: headline, table, map, what to ask first."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


@dataclass(frozen=True)
class Arrangement:
    """They may be filled in any order; the map comes first, because it is what takes a browser longest."""

    controls: DeltaGenerator
    acts: DeltaGenerator
    headline: DeltaGenerator
    table: DeltaGenerator
    notes: DeltaGenerator
    area: DeltaGenerator
    map: DeltaGenerator
    ask_first: DeltaGenerator
    more: DeltaGenerator


def arrange() -> Arrangement:
    """Controls and headline above, the table beside map and questions, everything else below."""
    with st.container(key="coverage-top", horizontal=True, vertical_alignment="bottom", gap="small"):
        controls = st.container(key="coverage-controls", horizontal=True, vertical_alignment="bottom", gap="small")
        acts = st.container(key="coverage-acts", horizontal=True, vertical_alignment="bottom", gap="small")
    headline = st.container(key="coverage-headline")
    table_pane, map_pane = st.columns([727, 487], gap="small")
    left, right = table_pane.container(key="gaps-pane"), map_pane.container(key="coverage-map")
    return Arrangement(
        controls=controls,
        acts=acts,
        headline=headline,
        table=left.container(),
        notes=left.container(),
        area=left.container(),
        map=right.container(),
        ask_first=right.container(),
        more=st.container(key="coverage-more"),
    )
