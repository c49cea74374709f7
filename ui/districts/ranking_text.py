"""The ranking's rows and words: every area of the level with value, bounds and the people it speaks of."""

import math
from collections.abc import Iterator

from geodata.districts.comparison.value import Value
from geodata.i18n import Translator
from geodata.schema import WHOLE_CITY
from ui import loaders
from ui.districts import legend, quantities
from ui.districts.axes import number_axis
from ui.districts.plot_table import MOST_ROWS, Cell, Mark, Row, Table, column, left_out
from ui.districts.ranking import Ranking
from ui.districts.view import View
from ui.finder.shading_text import ShadingText


def kept_ranking(view: View, t: Translator) -> Ranking:
    """The ranking, made once for each view."""
    return loaders.kept(view.named("ranking", t.language), lambda: ranking_of(view, t))


def ranking_of(view: View, t: Translator) -> Ranking:
    """The ranking of the figure shown."""
    text = legend.text_of(view, t)
    shown = [value for value in text.values.values() if value.state == "shown"]
    city = _city(view)
    axis = number_axis(
        text.indicator["short"][t.language],
        [number for value in shown for number in (value.lower, value.value, value.upper)],
        text=lambda tick: tick_text(tick, text.unit, t=t),
        line=city.value if city and city.state == "shown" and text.unit not in quantities.ADD_UP else None,
    )
    bounded = any(value.bounded for value in shown)
    heads = [t("Area"), t("Value"), *([t("Bounds")] if bounded else []), t("People {year}", year=view.residents_year)]
    table = Table(
        caption=t("All areas: estimate and bounds") if text.estimated else t("All areas: values"),
        note=t("Line = estimate, bar = bounds") if bounded else "",
        columns=tuple(column(head, t, number=i > 0) for i, head in enumerate(heads)),
        rows=tuple(_rows(view, text, bounded=bounded, t=t)),
        column=1,
        descending=True,
        foot=_foot(city, bounded=bounded, t=t),
        more=left_out(len(view.names) - MOST_ROWS, t),
    )
    return Ranking(table, axis, bar_title=t("Bar"), palette=view.shading.palette)


def _city(view: View) -> Value | None:
    rows = view.edition.rows
    own = rows[rows["district_key"] == WHOLE_CITY].to_dict("records")
    return Value.from_row(own[0]) if own else None


def _rows(view: View, text: ShadingText, *, bounded: bool, t: Translator) -> Iterator[Row]:
    """The largest values first, then what is not shown; not more than a table holds, but whatever is compared."""
    fills = dict(zip(view.shading.keys, view.shading.fills, strict=True))
    shown = sorted((value for value in text.values.values() if value.state == "shown"), key=lambda each: -each.value)
    order = dict.fromkeys([*(value.key for value in shown), *view.shading.keys])
    for place, key in enumerate(order):
        if place < MOST_ROWS or key in view.compared:
            yield _area(text.values.get(key, Value(key)), view=view, fill=fills[key], bounded=bounded, t=t)


def _area(value: Value, *, view: View, fill: str, bounded: bool, t: Translator) -> Row:
    key, name, mark = value.key, view.names[value.key], mark_of(value.key, view)
    if value.state != "shown":
        why = legend.text_of(view, t).reason(key) if value.state == "withheld" else t("no data")
        return Row(key, name, (), mark=mark, fill=fill, reason=why)
    lower, upper = (value.lower, value.upper) if value.bounded else (None, None)
    cells = cells_of(value, bounded=bounded, t=t)
    return Row(key, name, cells, mark=mark, fill=fill, value=value.value, lower=lower, upper=upper)


def mark_of(key: str, view: View) -> Mark:
    """How an area stands in the comparison."""
    if key not in view.compared:
        return ""
    return "chosen" if key == view.compared[0] else "compared"


def cells_of(value: Value, *, bounded: bool, t: Translator) -> tuple[Cell, ...]:
    """Value, bounds where the figure has any, and people."""
    people = loaders.residents().get(value.key, math.nan) if math.isnan(value.people) else value.people
    known = not math.isnan(people)
    return (
        Cell(quantities.quantity(value.value, value.unit, t=t), value.value),
        *([Cell(quantities.bounds(value, t=t), value.lower)] if bounded else []),
        Cell(t.number(people) if known else "", people if known else None),
    )


def _foot(city: Value | None, *, bounded: bool, t: Translator) -> Row | None:
    if city is None or city.state != "shown":
        return None
    cells, name = cells_of(city, bounded=bounded, t=t), t("City")
    if city.unit in quantities.ADD_UP:  # no bar: the axis is the areas', and their sum is far outside
        return Row(WHOLE_CITY, name, cells)
    lower, upper = (city.lower, city.upper) if city.bounded else (None, None)
    return Row(WHOLE_CITY, name, cells, value=city.value, lower=lower, upper=upper)


def tick_text(tick: float, unit: str, *, t: Translator) -> str:
    """A place on an axis in the reader's format."""
    return t.share(tick, digits=0) if unit == "share" else t.number(tick, digits=0 if tick == round(tick) else 1)
