"""The finder: ask, compute in one call, show the same offers as map and list.

The map is shown first, although it does not stand first: it is what takes a browser longest.
"""

import streamlit as st

from ui import address, loaders
from ui.districts import own_figures
from ui.finder import cards, city_map, filters, legend, my_list, near, panes, result, take_away, when
from ui.finder.finding import find
from ui.finder.first_visit import hint
from ui.finder.searching import search_field, show_search

choices = address.current()
t = loaders.translator(choices.language)
place = panes.arrange()

figures = own_figures.table()
shade = choices.shade or figures.default
key = loaders.legend(shade, t.language, of=figures)
found = find(choices, t)
show_search(place, found, choices=choices, t=t)
hint(place.lead, t)

with place.map:
    click = city_map.show(panes.map_state(found, loaders.shading(shade, figures), legend=key, choices=choices, t=t))
with place.result:
    result.sentence(found, t)
with place.list:
    if len(found.order):
        cards.show(found, choices=choices, t=t)
        panes.pages(found)
    else:
        result.empty(found, t)
with place.question:
    st.title(t("What are you looking for in {city}?", city=loaders.city_data().city.name), anchor=False)
    search_field(found, choices=choices, t=t)
    filters.sections(found, t)
with place.filters:
    near.show(choices, t)
    when.show(choices, t)
    filters.row(found, t)
    my_list.show(choices.mine, t, on_change=lambda ids: address.change(mine=ids))
    take_away.show(found, t)
with place.map:
    legend.show(key, indicator=shade, t=t)

panes.switch(choices, t)
panes.follow(click, choices)
