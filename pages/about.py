"""About: who keeps this, what the guide is, what the figures mean, where the data come from and what is unknown."""

import streamlit as st

from ui import about, address, loaders

t = loaders.translator(address.current().language)
data = loaders.city_data()

with st.container(key="reading"):
    st.title(t("About the data"), anchor=False)
    about.chapters(data.about, t, names=("use", "office", "timeline", "tasks", "network", "guide", "figures"))
    about.figures(data, t)
    about.completeness(data, t)
    about.sources(data, t)
