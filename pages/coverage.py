"""Coverage: ask who reaches an offer, answer with both bounds, show table, map, and what would change the answer."""

import streamlit as st

from ui import address, loaders
from ui.coverage import ask_first, cells_map, chosen_area, controls, gaps, headline, legend, panels, without_address
from ui.coverage.arrangement import arrange
from ui.coverage.gaps_text import kept_gaps
from ui.coverage.view import view

t = loaders.translator(address.current().language)
shown = view(address.current().cover)
if shown is None:
    headline.missing(t)
    st.stop()
place = arrange()

with place.map:
    legend.switch(shown, t)
    click = cells_map.show(shown, t)
with place.headline:
    headline.show(shown, t)
with place.table:
    gaps.show(kept_gaps(shown, t), t=t, on_choice=cells_map.choose)
with place.controls:
    controls.show(shown, t)
with place.acts:
    panels.acts(shown, t)
with place.notes:
    headline.notes(shown, t)
    without_address.show(shown, t)
with place.area:
    chosen_area.show(shown, t)
with place.map:
    legend.show(shown, t)
with place.ask_first:
    ask_first.show(shown, t)
with place.more:
    panels.show(shown, t)

cells_map.follow(click)
