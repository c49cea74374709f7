"""The figure over time, for what is compared and the city: a line within one definition, or why there is none."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import streamlit as st

from geodata.districts.comparison.series import Point, Segment, Series, series_of
from geodata.i18n import Translator
from geodata.schema import WHOLE_CITY
from ui import loaders
from ui.districts import own_figures, quantities, series
from ui.districts.axes import date_axis, day_of, number_axis
from ui.districts.plot_table import Cell, Row, Table, column
from ui.districts.ranking_text import mark_of, tick_text
from ui.districts.series_text import say_series
from ui.districts.view import View


def show(view: View, t: Translator) -> None:
    """Sentences for every area compared and for the city; a plot where any of them has more than one date."""
    sentences, plot = loaders.kept(view.named("over time", t.language), lambda: _words(view, t))
    with st.container(key="over-time", border=True):
        st.header(t("Over time"), anchor=False)
        for sentence in sentences:
            st.markdown(sentence)
        if plot:
            series.show(plot, t=t)


def _words(view: View, t: Translator) -> tuple[list[str], series.Series | None]:
    data, table = loaders.city_data(), own_figures.table().indicators
    indicator, definitions = view.edition.indicator, data.definitions
    found = [
        series_of(table, indicator, key=key, figures=data.figures, definitions=definitions)
        for key in (*view.compared, WHOLE_CITY)
    ]
    said = (say_series(each, names=view.names, definitions=definitions, t=t) for each in found)
    several = [each for each in found if isinstance(each, Series)]
    return [f"{each.headline} {each.text}" for each in said], _plot(several, view=view, t=t) if several else None


def _plot(several: list[Series], *, view: View, t: Translator) -> series.Series:
    texts = loaders.city_data().definitions
    title = texts["indicator"][view.edition.indicator]["short"][t.language]
    segments = [segment for each in several for segment in each.segments]
    points = [point for segment in segments for point in segment.points]
    return series.Series(
        label=t("{figure} over time", figure=title),
        x=date_axis(t("Date"), [point.date for point in points], text=t.date),
        y=number_axis(
            title,
            [number for point in points for number in (point.lower, point.value, point.upper)],
            text=lambda tick: tick_text(tick, segments[0].unit, t=t),
        ),
        lines=tuple(_lines(several, view=view, t=t)),
        breaks=tuple(_breaks(several, texts, t=t)),
        table=_table(several, view=view, t=t),
    )


def _lines(several: list[Series], *, view: View, t: Translator) -> Iterator[series.Line]:
    for each in several:
        for segment in each.segments:
            moments = tuple(_moment(point, estimated=segment.status == "estimated") for point in segment.points)
            yield series.Line(each.key, _name(each.key, view, t=t), moments, mark_of(each.key, view))


def _moment(point: Point, *, estimated: bool) -> series.Moment:
    lower, upper = (point.lower, point.upper) if point.lower < point.upper else (None, None)
    return series.Moment(day_of(point.date), point.value, lower, upper, estimated)


def _breaks(several: list[Series], texts: Mapping[str, Any], *, t: Translator) -> Iterator[series.Break]:
    """Every change of definition, in the middle between the dates on both sides; each one once."""
    seen = set()
    for each in several:
        for before, after in pairwise(each.segments):
            place = (day_of(before.points[-1].date) + day_of(after.points[0].date)) / 2
            if before.definition != after.definition and place not in seen:
                seen.add(place)
                name = texts["definition"][after.definition]["name"][t.language]
                yield series.Break(place, t("from here on: {definition}", definition=name))


def _table(several: list[Series], *, view: View, t: Translator) -> Table:
    heads = (t("Area"), t("Value"), t("Date"), t("Definition"))
    return Table(
        caption=t("All values over time"),
        columns=tuple(column(head, t, number=place == 1) for place, head in enumerate(heads)),
        rows=tuple(
            Row(each.key, _name(each.key, view, t=t), cells, mark_of(each.key, view))
            for each in several
            for segment in each.segments
            for cells in _cells(segment, t=t)
        ),
        column=2,
    )


def _cells(segment: Segment, *, t: Translator) -> Iterator[tuple[Cell, ...]]:
    definition = loaders.city_data().definitions["definition"][segment.definition]["name"][t.language]
    for point in segment.points:
        value = quantities.quantity(point.value, segment.unit, t=t)
        said = t("about {value}", value=value) if point.approximate else value
        yield Cell(said, point.value), Cell(t.date(point.date), point.date), Cell(definition, definition)


def _name(key: str, view: View, *, t: Translator) -> str:
    return t("City") if key == WHOLE_CITY else view.names[key]
