"""The empty places of the districts page, in the order of the page; on phones comparison before map."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


@dataclass(frozen=True)
class Arrangement:
    """They may be filled in any order; the map comes first, because it is what takes a browser longest."""

    title: DeltaGenerator
    controls: DeltaGenerator
    map: DeltaGenerator
    comparison: DeltaGenerator
    ranking: DeltaGenerator
    two_figures: DeltaGenerator
    over_time: DeltaGenerator
    own_table: DeltaGenerator


def arrange() -> Arrangement:
    """Title and controls above, map beside comparison and ranking, everything else below."""
    title = st.container(key="districts-title", horizontal=True, vertical_alignment="center")
    controls = st.container(key="districts-controls", horizontal=True, vertical_alignment="bottom", gap="small")
    map_pane, words_pane = st.columns([614, 602], gap="small")
    words = words_pane.container(key="words-pane")
    left, right = st.columns(2, gap="small")
    return Arrangement(
        title=title,
        controls=controls,
        map=map_pane.container(key="area-map"),
        comparison=words.container(key="comparison-pane"),
        ranking=words.container(key="ranking-pane"),
        two_figures=left,
        over_time=right,
        own_table=st.container(),
    )
