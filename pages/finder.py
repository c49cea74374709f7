"""The finder: ask, compute in one call, show the same offers as list and map."""

import streamlit as st

from geodata.facilities import answer
from ui import address, cards, city_map, filters, legend, loaders, panes, result

choices = address.current()
t = loaders.translator(choices.language)
index = loaders.offer_index()

with st.container(key="question"):
    st.title(t("What are you looking for in {city}?", city=loaders.city_data().city.name), anchor=False)
    filters.sections(choices.query, t)
filters.row(choices.query, t)

found = answer(
    choices.query, index, name_ranks=loaders.name_ranks(t.language), page=choices.page, facility=choices.facility
)
shading = loaders.shading(choices.shade)

result.sentence(found, t)
list_pane, map_pane = st.columns([444, 772], gap="small")
with map_pane, st.container(key="map-pane"):
    click = city_map.show(panes.map_state(found, shading, choices=choices, t=t))
    legend.show(loaders.legend(choices.shade, t.language), indicator=choices.shade, t=t)
with list_pane, st.container(key="list-pane"):
    if len(found.order):
        cards.show(found, choices=choices, t=t)
        panes.pages(found)
    else:
        result.empty(found, t)
panes.switch(choices, t)
panes.follow(click, choices)
