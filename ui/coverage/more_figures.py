"""More of every district: the worst tenth, offers in the district, and people without an offer within reach."""

from typing import Final

import streamlit as st

from geodata.coverage.gap_table import Row
from geodata.i18n import Translator
from geodata.schema import WHOLE_CITY
from ui import loaders
from ui.coverage import area_table
from ui.coverage.cells_map import choose
from ui.coverage.gaps_text import minutes_cell, reason_of
from ui.coverage.view import View
from ui.districts import plot_table
from ui.districts.plot_table import Cell, column

_KEY: Final = "more-figures"


def show(view: View, t: Translator) -> None:
    """A table behind the first one."""
    with st.expander(t("More figures by district"), key=_KEY):
        name = (_KEY, t.language, view.chosen, *view.name)
        table = loaders.kept(name, lambda: area_table.AreaTable(_table(view, t)))
        area_table.show(table, t=t, key=f"{_KEY}-table", on_choice=choose)
        st.caption(t("Two numbers with a dash: with all offers that possibly fit, and with those that surely do."))


def _table(view: View, t: Translator) -> plot_table.Table:
    heads = (
        column(t("District"), t, number=False),
        column(t("Nine of ten have one within, min"), t),
        column(t("Offers in the district"), t),
        column(t("Offers per 1,000 people"), t),
        column(t("People without one within reach"), t),
    )
    rows = tuple(_row(row, view, t=t) for row in view.table.rows)
    return plot_table.Table(t("More figures by district"), heads, rows[:-1], column=4, descending=True, foot=rows[-1])


def _row(row: Row, view: View, *, t: Translator) -> plot_table.Row:
    key = row.area_key
    name = loaders.city_data().city.name if key == WHOLE_CITY else view.names[key]
    mark: plot_table.Mark = "chosen" if key == view.chosen else ""
    state = view.state(row)
    if state in ("withheld", "empty"):
        return plot_table.Row(key, name, (), mark=mark, fill="w", reason=reason_of(state, t))
    cells = (
        minutes_cell(row.worst_tenth_min, view, t=t),
        Cell(_pair(row.offers[::-1], digits=0, t=t), row.offers[1]),
        Cell(_pair(row.per_1000[::-1], digits=1, t=t), row.per_1000[1]),
        Cell(_pair(row.without, digits=0, t=t), row.without[1]),
    )
    return plot_table.Row(key, name, cells, mark=mark)


def _pair(pair: tuple[float, float], *, digits: int, t: Translator) -> str:
    first, second = (t.number(each, digits=digits) for each in pair)
    return first if first == second else f"{first} – {second}"
