"""Words and numbers of the panel on stability."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from geodata.coverage.question import MOST_MIN_OF
from geodata.coverage.stability.border import at_the_border
from geodata.coverage.stability.floating import FALLING, FLAT, Floating, floating
from geodata.coverage.stability.radii import Radii, at_radii, radii_around, ranks
from geodata.i18n import Translator
from geodata.network.graph import Floats
from ui import loaders
from ui.coverage import area_table
from ui.coverage.gaps_text import reason_of, span
from ui.coverage.view import View
from ui.districts import plot_table
from ui.districts.plot_table import Cell, column


@dataclass(frozen=True, eq=False)
class _Measured:
    """Everything the table says of the areas, in the order of `radii.area_keys`."""

    radii: Radii
    ranks: tuple[list[int | None], ...]
    sharing: tuple[Floating, Floating]
    border: frozenset[str]


def made(view: View, t: Translator) -> tuple[Radii, area_table.AreaTable]:
    """The shares at several radii, withheld ones left out, and the table of them."""
    radii = at_radii(view.table, radii_around(view.question.minutes, MOST_MIN_OF[view.question.mode]))
    hidden = np.isin(radii.area_keys, view.withheld)
    radii = replace(radii, lower=np.where(hidden, np.nan, radii.lower), upper=np.where(hidden, np.nan, radii.upper))
    measured = _Measured(
        radii,
        tuple(ranks(shares) for shares in radii.lower),
        (floating(view.table, FLAT), floating(view.table, FALLING)),
        at_the_border(loaders.areas("district"), metric_crs=loaders.city_data().city.metric_crs),
    )
    heads = (
        column(t("District"), t, number=False),
        *(column(t("{n} min", n=t.number(each)), t) for each in radii.minutes),
        column(t("2SFCA: offers per 1,000 people"), t),
        column(t("E2SFCA: offers per 1,000 people"), t),
    )
    rows = tuple(_row(number, measured, view=view, t=t) for number in range(len(radii.area_keys)))
    caption = t("Shares at several radii, and two other measures")
    return radii, area_table.AreaTable(plot_table.Table(caption, heads, rows, column=2, descending=True))


def sentence(radii: Radii, view: View, *, t: Translator) -> str:
    """Whether the order of the districts depends on the radius."""
    turned = [view.names[key] for key in radii.area_keys if key in radii.flips]
    minutes = t.join(t.number(each) for each in radii.minutes)
    if not turned:
        return t("The order of the districts is the same at {minutes} minutes.", minutes=minutes)
    names = t.join(t.isolated(name) for name in turned)
    return t(
        "Between {minutes} minutes the order of these districts turns around: {names}.", minutes=minutes, names=names
    )


def _row(number: int, measured: _Measured, *, view: View, t: Translator) -> plot_table.Row:
    key = measured.radii.area_keys[number]
    signs = [t("order turns")] * (key in measured.radii.flips) + [t("at the border")] * (key in measured.border)
    name = view.names[key]
    mark: plot_table.Mark = "chosen" if key == view.chosen else ""
    state = view.state(view.table.by_key[key])
    if state in ("withheld", "empty"):
        return plot_table.Row(key, name, (), mark=mark, fill="w", reason=reason_of(state, t))
    cells = (*_shares(number, measured, t=t), *(_sharing(each, number, t=t) for each in measured.sharing))
    return plot_table.Row(key, name, cells, mark=mark, note=t.listed(signs))


def _shares(number: int, measured: _Measured, *, t: Translator) -> Iterator[Cell]:
    radii = measured.radii
    for lower, upper, placed in zip(radii.lower[:, number], radii.upper[:, number], measured.ranks, strict=True):
        rank = t("rank {n}", n=t.number(placed[number] or 0))
        yield Cell(f"{span(lower, upper, t=t)} · {rank}", float(lower))


def _sharing(measure: Floating, number: int, *, t: Translator) -> Cell:
    least, most = (_of(values, number, t=t) for values in (measure.lower, measure.upper))
    return Cell(least if least == most else f"{least}–{most}", _order(measure.upper[number]))


def _of(values: Floats, number: int, *, t: Translator) -> str:
    return t.number(float(values[number]), digits=2)


def _order(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
