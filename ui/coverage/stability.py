"""How stable the answer is: other radii, two measures that share offers among people, and the city's border."""

from typing import Final

import streamlit as st

from geodata.coverage.stability.floating import FALLING
from geodata.i18n import Translator
from ui import loaders
from ui.coverage import area_table
from ui.coverage.cells_map import choose
from ui.coverage.stability_text import made, sentence
from ui.coverage.view import View

_KEY: Final = "stability"


def show(view: View, t: Translator) -> None:
    """The table at several radii with ranks, then two other measures, each with what it says and what it does not."""
    with st.expander(t("How stable is it?"), key=_KEY):
        name = (_KEY, t.language, view.chosen, *view.name)
        radii, table = loaders.kept(name, lambda: made(view, t))
        st.markdown(sentence(radii, view, t=t))
        area_table.show(table, t=t, key=f"{_KEY}-table", on_choice=choose)
        _explain(t)


def _explain(t: Translator) -> None:
    """What ranks, marks and the two other measures say, and what they do not."""
    st.caption(
        t("Ranks go by the lower bound. “Order turns”: ahead of another district at one radius, behind it at another.")
    )
    st.caption(t("“At the border”: offers outside the city are missing here, so people may reach more than shown."))
    st.markdown(
        t(
            "2SFCA shares each offer among all who reach it, then adds up what each person reaches. "
            "It says where many people share few offers. It does not know how large an offer is, or who uses it."
        )
    )
    near, middle, far = (t.number(weight, digits=2) for weight in FALLING)
    st.markdown(
        t(
            "E2SFCA counts near offers more: weight {near} in the first third of the way, {middle} in the second, "
            "{far} in the last.",
            near=near,
            middle=middle,
            far=far,
        )
    )
