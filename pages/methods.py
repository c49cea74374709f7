"""Method and limits: how coverage is worked out, in plain language."""

import streamlit as st

from ui import address, loaders
from ui.methods import chapters

t = loaders.translator(address.current().language)

with st.container(key="reading"):
    st.title(t("Method and limits"), anchor=False)
    chapters.show(t)
