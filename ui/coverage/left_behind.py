"""Who is left behind: the share of one group beside that of all, the difference, and where it comes from."""

from typing import Final

import streamlit as st

from geodata.coverage.catchments import ALL, GROUPS
from geodata.coverage.left_behind import left_behind, parts_of
from geodata.exports.coverage_names import group_name
from geodata.i18n import Translator
from ui import loaders
from ui.coverage import area_table
from ui.coverage.cells_map import choose
from ui.coverage.left_behind_text import say_city, say_parts, table_of
from ui.coverage.view import View
from ui.widgets import coded_choice

_KEY: Final = "left-behind"
_CHOSEN: Final = "left-behind-chosen"


def show(view: View, t: Translator) -> None:
    """A choice of the group, sentences for the city, and every district."""
    groups = {code: group_name(code, t) for code in GROUPS if code in view.catchments.people and code != ALL}
    if not groups:
        return
    with st.expander(t("Who is left behind?"), key=_KEY):
        group = _group(view, tuple(groups))
        coded_choice(
            t("Group"), groups, chosen=group, key=f"{_KEY}-{t.language}", on_choice=_choose, label_visibility="visible"
        )
        name = (_KEY, group, t.language, view.chosen, *view.name)
        found = left_behind(view.table, group)
        st.markdown(say_city(found[-1], group, t=t))
        for sentence in say_parts(parts_of(view.table, group), t=t):
            st.markdown(sentence)
        table = loaders.kept(name, lambda: area_table.AreaTable(table_of(found, group, view=view, t=t)))
        area_table.show(table, t=t, key=f"{_KEY}-table", on_choice=choose)
        st.caption(
            t("The bounds of the difference hold whatever the silent offers say; they may be wider than needed.")
        )


def _group(view: View, groups: tuple[str, ...]) -> str:
    """The group chosen here, else the one that is asked for, else the first."""
    wished = (st.session_state.get(_CHOSEN), view.question.group)
    return next((code for code in wished if code in groups), groups[0])


def _choose(group: str) -> None:
    st.session_state[_CHOSEN] = group
