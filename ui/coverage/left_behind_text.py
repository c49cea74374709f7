"""Words and numbers of the panel on who is left behind."""

import math
from collections.abc import Iterator, Sequence

from geodata.coverage.left_behind import Behind, Parts
from geodata.exports.coverage_names import group_name
from geodata.i18n import Translator
from geodata.schema import WHOLE_CITY
from ui import loaders
from ui.coverage.gaps_text import span
from ui.coverage.view import View
from ui.districts import plot_table
from ui.districts.plot_table import Cell, column


def say_city(city: Behind, group: str, *, t: Translator) -> str:
    """Both shares of the whole city, and their difference in percentage points."""
    name = group_name(group, t)
    if not all(city.people):
        return t("{group}: nobody of this group lives here.", group=name)
    shares = {"group": name, "share": span(*city.shares, t=t), "all": span(*city.against, t=t)}
    said = t("In the city: {group} {share}, all residents {all}.", **shares)
    lower, upper = city.difference
    if lower > 0 or upper < 0:
        words = t("The difference is {lower} to {upper} percentage points.", **_points(city, t=t))
    else:
        words = t(
            "Whether there is a difference is not known: {lower} to {upper} percentage points.", **_points(city, t=t)
        )
    return f"{said} {words}"


def _points(row: Behind, *, t: Translator) -> dict[str, str]:
    return dict(zip(("lower", "upper"), map(t.points, row.difference), strict=True))


def say_parts(parts: tuple[Parts, Parts], *, t: Translator) -> Iterator[str]:
    """Where the difference comes from, with the sure offers, and with all possible ones where they differ."""
    sure, possible = parts
    if math.isnan(sure.total):
        return
    yield t(
        "With the offers that surely fit: {total} points. {districts} come from the districts the group lives in, "
        "{places} from where in these districts it lives.",
        **_of(sure, t=t),
    )
    if possible != sure:
        yield t(
            "If all silent offers fit: {total} points. {districts} come from the districts the group lives in, "
            "{places} from where in these districts it lives.",
            **_of(possible, t=t),
        )


def _of(parts: Parts, *, t: Translator) -> dict[str, str]:
    named = {"total": parts.total, "districts": parts.districts, "places": parts.places}
    return {name: t.points(value) for name, value in named.items()}


def table_of(found: Sequence[Behind], group: str, *, view: View, t: Translator) -> plot_table.Table:
    """Every district and the city; the largest possible disadvantage first."""
    heads = (
        column(t("District"), t, number=False),
        column(t("People of the group"), t),
        column(group_name(group, t), t),
        column(group_name("all", t), t),
        column(t("Difference, percentage points"), t),
    )
    rows = [_row(each, view, t=t) for each in found]
    caption = t("The same share for two groups")
    return plot_table.Table(caption, heads, tuple(rows[:-1]), column=4, descending=False, foot=rows[-1])


def _row(row: Behind, view: View, *, t: Translator) -> plot_table.Row:
    key, people = row.area_key, row.people[0]
    name = loaders.city_data().city.name if key == WHOLE_CITY else view.names[key]
    mark: plot_table.Mark = "chosen" if key == view.chosen else ""
    if key != WHOLE_CITY and people < loaders.city_data().city.suppress_below:
        return plot_table.Row(key, name, (), mark=mark, fill="w", reason=t("Not shown: too few people of the group"))
    lower, upper = _points(row, t=t).values()
    cells = (
        Cell(t.number(people), people),
        Cell(span(*row.shares, t=t), row.shares[0]),
        Cell(span(*row.against, t=t), row.against[0]),
        Cell(lower if lower == upper else t("{lower} to {upper}", lower=lower, upper=upper), row.difference[0]),
    )
    return plot_table.Row(key, name, cells, mark=mark)
