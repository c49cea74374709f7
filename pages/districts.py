"""Districts: ask for a figure, compute in one call, show map, comparison and every area with its bounds."""

import streamlit as st

from ui import address, loaders
from ui.districts import (
    area_map,
    comparison,
    controls,
    legend,
    over_time,
    own_table,
    ranking,
    take_away,
    two_figures,
)
from ui.districts.arrangement import arrange
from ui.districts.ranking_text import kept_ranking
from ui.districts.view import view

t = loaders.translator(address.current().language)
shown = view(address.current().asked)
place = arrange()

with place.map:
    click = area_map.show(shown, t)
with place.comparison:
    comparison.show(shown, t)
with place.ranking:
    ranking.show(kept_ranking(shown, t), t=t, on_choice=controls.toggle)
with place.title:
    st.title(t("Compare districts"), anchor=False)
    take_away.show(shown, t)
with place.controls:
    controls.show(shown, t)
with place.map:
    legend.show(shown, t)
with place.two_figures:
    two_figures.show(shown, t)
with place.over_time:
    over_time.show(shown, t)
with place.own_table:
    own_table.show(t)

area_map.follow(click)
