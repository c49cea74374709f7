"""Words and numbers of the gap table."""

import math
from collections.abc import Iterator
from dataclasses import replace

from geodata.coverage.gap_table import GapTable, Row
from geodata.exports.coverage_names import state_name
from geodata.i18n import Translator
from geodata.schema import WHOLE_CITY
from ui import loaders
from ui.coverage.gaps import Gaps
from ui.coverage.view import View
from ui.districts import plot_table
from ui.districts.plot_table import Cell, column


def kept_gaps(view: View, t: Translator) -> Gaps:
    """The table, made once for each answer."""
    name = ("gaps", t.language, view.chosen, *view.name)
    return loaders.kept(name, lambda: gaps_of(view, t))


def gaps_of(view: View, t: Translator) -> Gaps:
    """The table of the answer: the widest span first, the whole city at its foot."""
    anything = _any_language(view)
    rows = sorted(_rows(view, anything, t=t), key=lambda row: -((row.upper or 0) - (row.lower or 0)))
    table = plot_table.Table(
        caption=t("By district"),
        note=t("Filled: at least. Dotted: at most, if all offers that say nothing fit."),
        columns=tuple(_heads(view, with_any=anything is not None, t=t)),
        rows=tuple(rows),
        column=2 + bool(anything),
        descending=True,
        foot=_row(view.table.city, view, anything=anything, t=t),
    )
    language = t.join(t.language_name(code) for code in view.question.languages)
    title = t("{language} is spoken: share who reach it", language=language) if language else t("Share who reach it")
    return Gaps(table, title, 1 + bool(anything))


def _heads(view: View, *, with_any: bool, t: Translator) -> Iterator[plot_table.Column]:
    yield column(t("District"), t, number=False)
    yield column(t("Residents"), t)
    if with_any:
        yield column(t("Any language"), t)
    yield column(t("From – to"), t)
    yield column(t("Nearest, min (median)"), t)
    share = t.share(view.question.wished_share, digits=0)
    yield column(t("Do {share} reach it?", share=share), t, number=False)


def _any_language(view: View) -> GapTable | None:
    """The same question in any language, where one was asked for."""
    if not view.question.languages:
        return None
    question = replace(view.question, languages=())
    if view.table is view.before:
        return loaders.gap_table(question)
    return GapTable.from_question(question, view.offers, catchments=view.catchments)


def _rows(view: View, anything: GapTable | None, *, t: Translator) -> Iterator[plot_table.Row]:
    for row in view.table.rows:
        if row.area_key != WHOLE_CITY:
            yield _row(row, view, anything=anything, t=t)


def _row(row: Row, view: View, *, anything: GapTable | None, t: Translator) -> plot_table.Row:
    key = row.area_key
    name = loaders.city_data().city.name if key == WHOLE_CITY else view.names[key]
    mark: plot_table.Mark = "chosen" if key == view.chosen else ""
    state = view.state(row)
    if state in ("withheld", "empty"):
        reason = reason_of(state, t)
        return plot_table.Row(key, name, (), mark=mark, fill="w" if state == "withheld" else "-", reason=reason)
    cells = (
        Cell(t.number(row.residents), row.residents),
        *([_share(anything.by_key[key], t)] if anything else []),
        Cell(span(row.share_lower, row.share_upper, t=t), row.share_upper - row.share_lower),
        minutes_cell(row.median_min, view, t=t),
        Cell(state_name(state, t), state, sign=state),
    )
    return plot_table.Row(key, name, cells, mark=mark, lower=row.share_lower, upper=row.share_upper)


def reason_of(state: str, t: Translator) -> str:
    """Why a row has no numbers."""
    if state == "empty":
        return t("Nobody of this group lives here.")
    return t("Not shown: too few people")


def minutes_cell(pair: tuple[float, float], view: View, *, t: Translator) -> Cell:
    """Sorted by the nearest offer that possibly fits; what is too far to be known stands behind all that is."""
    return Cell(minutes_span(pair, view, t=t), min(pair[0], view.catchments.limit_min + 1))


def _share(row: Row, t: Translator) -> Cell:
    return Cell(span(row.share_lower, row.share_upper, t=t), row.share_lower)


def span(lower: float, upper: float, *, t: Translator) -> str:
    """Two shares as one text: "11–56%", or one where they look the same."""
    least, most = (t.share(share, digits=0) for share in (lower, upper))
    return most if least == most else f"{t.number(round(lower * 100))}–{most}"


def minutes_span(pair: tuple[float, float], view: View, *, t: Translator) -> str:
    """Minutes to the nearest offer that possibly, and that surely fits: "13–35", "43–60+"."""
    limit = view.catchments.limit_min
    nearest, surely = (f"{t.number(limit)}+" if math.isinf(each) else t.number(round(each)) for each in pair)
    return nearest if nearest == surely else f"{nearest}–{surely}"
