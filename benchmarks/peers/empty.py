"""The floor: a page with one button, in the same process with the same imports."""

import streamlit as st
import streamlit_folium  # noqa: F401 the finder's page imports it too

st.session_state["runs"] = st.session_state.get("runs", 0) + 1
with st.container(key="again"):
    st.button("Again")
with st.container(key="runs"):
    st.markdown(str(st.session_state["runs"]))
