"""The legend, outside the map: marks, shading with limits and counts, definition, date, source and bounds."""

import streamlit as st

from geodata.i18n import Translator
from ui import address, loaders
from ui.districts import own_figures
from ui.finder.legend_text import LegendText
from ui.widgets import coded_choice


def show(legend: LegendText, *, indicator: str, t: Translator) -> None:
    """The line for phones, the legend of marks and indicator with all values, and the control for the others."""
    st.html(legend.line)
    with st.container(key="legend", border=True):
        st.html(legend.legend)
        _control(indicator, t)


def _control(indicator: str, t: Translator) -> None:
    texts = loaders.city_data().definitions["indicator"]
    coded_choice(
        t("Colour the districts by"),
        {code: texts[code]["short"][t.language] for code in loaders.offered(own_figures.table())},
        chosen=indicator,
        key=f"shade-{t.language}",
        on_choice=lambda code: address.change(shade=code),
        label_visibility="visible",
    )
