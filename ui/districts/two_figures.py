"""Two figures at once: what their common order says, and what it does not."""

from collections.abc import Sequence

import streamlit as st

from geodata.districts.comparison.relation import Relation, relation
from geodata.i18n import Translator
from ui import address, loaders
from ui.districts import controls, own_figures, quantities, scatter
from ui.districts.axes import Axis, number_axis
from ui.districts.plot_table import Cell, Row, Table, column
from ui.districts.ranking_text import mark_of, tick_text
from ui.districts.relation_text import say_relation
from ui.districts.view import View
from ui.widgets import coded_select


def show(view: View, t: Translator) -> None:
    """The choice of a second figure; with one, the sentences, the scatter and its table."""
    with st.container(key="two-figures", border=True):
        st.header(t("Two figures at once"), anchor=False)
        names = {"": t("none chosen")} | controls.indicator_names(view, t)
        against = view.asked.against if view.asked.against in names else ""
        coded_select(
            t("Second figure"),
            names,
            chosen=against,
            key=f"against-{t.language}",
            on_choice=lambda code: address.ask(against=code),
        )
        if against:
            _plot(view, against, t=t)


def _plot(view: View, against: str, *, t: Translator) -> None:
    other = own_figures.table().editions(against)[0]
    found = relation(view.edition.rows, other.rows, level=view.level)
    texts = loaders.city_data().definitions["indicator"]
    said = say_relation(found, indicators=texts, t=t)
    st.subheader(said.headline, anchor=False)
    st.markdown(said.text)
    if len(found.pairs):
        scatter.show(_scatter(view, found, t=t), t=t, on_choice=controls.toggle)
    for code, date in ((found.x, view.edition.reference_date), (found.y, other.reference_date)):
        definition = loaders.city_data().definitions["definition"][texts[code]["definition"]]["name"][t.language]
        st.caption(
            t(
                "{figure}: as of {date}. Definition: {name}.",
                figure=texts[code]["short"][t.language],
                date=t.date(date),
                name=definition,
            )
        )


def _scatter(view: View, found: Relation, *, t: Translator) -> scatter.Scatter:
    texts = loaders.city_data().definitions["indicator"]
    units = [str(texts[code]["unit"]) for code in (found.x, found.y)]
    titles = [str(texts[code]["short"][t.language]) for code in (found.x, found.y)]
    pairs = [(str(key), float(x), float(y)) for key, x, y in found.pairs.itertuples()]
    x = _axis(titles[0], [x for _, x, _ in pairs], unit=units[0], t=t)
    y = _axis(titles[1], [y for _, _, y in pairs], unit=units[1], t=t)
    return scatter.Scatter(
        label=t("{y} above {x}, a point for every area", x=titles[0], y=titles[1]),
        x=x,
        y=y,
        points=tuple(scatter.Point(key, view.names[key], x, y, mark_of(key, view)) for key, x, y in pairs),
        table=Table(
            caption=t("Both figures of every area"),
            columns=tuple(column(head, t, number=i > 0) for i, head in enumerate((t("Area"), *titles))),
            rows=tuple(_row(pair, view=view, units=units, t=t) for pair in pairs),
            column=1,
            descending=True,
        ),
    )


def _row(pair: tuple[str, float, float], *, view: View, units: Sequence[str], t: Translator) -> Row:
    key, *numbers = pair
    cells = (Cell(quantities.quantity(number, unit, t=t), number) for number, unit in zip(numbers, units, strict=True))
    return Row(key=key, name=view.names[key], cells=tuple(cells), mark=mark_of(key, view))


def _axis(title: str, values: list[float], *, unit: str, t: Translator) -> Axis:
    return number_axis(title, values, text=lambda tick: tick_text(tick, unit, t=t), from_zero=False)
