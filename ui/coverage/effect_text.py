"""Words and numbers of what a scenario changes."""

from collections.abc import Iterator
from html import escape
from typing import Final

from geodata.coverage.disclosure import is_withheld
from geodata.coverage.gap_table import Row
from geodata.coverage.scenario.difference import Difference, difference, is_few
from geodata.exports.coverage_names import group_name
from geodata.i18n import Translator
from geodata.schema import WHOLE_CITY
from ui import loaders
from ui.coverage.gaps import Gaps
from ui.coverage.gaps_text import span
from ui.coverage.view import View
from ui.districts import plot_table
from ui.districts.plot_table import Cell, column

BOUNDS: Final = ("lower", "upper")


def is_nothing(view: View) -> bool:
    """Whether nobody of any group is gained or lost anywhere."""
    return all(difference(view.before, view.table, group=group)[-1].is_nothing for group in view.catchments.people)


def sentences(view: View, t: Translator) -> list[str]:
    """The city before and after, and how many people are gained and lost."""
    if is_nothing(view):
        return [t("Your changes make no difference to this question.")]
    before, after, city = view.before.city, view.table.city, difference(view.before, view.table)[-1]
    said = [
        t(
            "Share of the group that reaches an offer: before {before}, with your changes {after}.",
            before=t.isolated(span(before.share_lower, before.share_upper, t=t)),
            after=t.isolated(span(after.share_lower, after.share_upper, t=t)),
        )
    ]
    surely, possibly = zip(city.gained, city.lost, strict=True)
    said += _people(surely, t)
    if not any(possibly):
        said.append(t("At most, as many people reach one as before."))
    elif possibly != surely:
        said.append(
            t(
                "Counted with offers that leave something open, {gained} newly reach one and {lost} no longer do.",
                gained=t.number(possibly[0]),
                lost=t.number(possibly[1]),
            )
        )
    return said


def _people(surely: tuple[int, int], t: Translator) -> Iterator[str]:
    gained, lost = surely
    yield t.plural(
        "{n} person newly reaches an offer that surely fits.",
        "{n} people newly reach an offer that surely fits.",
        gained,
    )
    if lost:
        yield t.plural(
            "{n} person no longer reaches an offer that surely fits.",
            "{n} people no longer reach an offer that surely fits.",
            lost,
        )


def by_district(view: View, t: Translator) -> Gaps:
    """Every district with its share before and after, and people gained and lost: the largest gain first."""
    heads = (
        column(t("District"), t, number=False),
        column(t("With changes"), t),
        column(t("Before"), t),
        column(t("Gained, at least"), t),
        column(t("Lost, at least"), t),
        column(t("Gained, at most"), t),
        column(t("Lost, at most"), t),
    )
    rows = [_row(each, view, t=t) for each in difference(view.before, view.table)]
    rows, city = rows[:-1], rows[-1]
    table = plot_table.Table(
        caption=t("By district"),
        note=t("At least: offers that surely fit. At most: with those that leave something open."),
        columns=heads,
        rows=tuple(rows),
        column=3,
        descending=True,
        foot=city,
    )
    return Gaps(table, t("Share who reach it"), 0)


def _row(each: Difference, view: View, *, t: Translator) -> plot_table.Row:
    key = each.area_key
    before, after, city = view.before.by_key[key], view.table.by_key[key], loaders.city_data().city
    name = city.name if key == WHOLE_CITY else view.names[key]
    mark: plot_table.Mark = "chosen" if key == view.chosen else ""
    if not after.residents:
        return plot_table.Row(key, name, (), mark=mark, fill="-", reason=t("Nobody of this group lives here."))
    if is_withheld(before, city) or is_withheld(after, city):
        return plot_table.Row(key, name, (), mark=mark, fill="w", reason=t("Not shown: too few people"))
    few = is_few(each, after.residents, city=city)
    counts = (*zip(each.gained, each.lost, strict=True),)
    cells = (
        _share(after, t),
        _share(before, t),
        *(Cell(t("not shown")) if few else Cell(t.number(n), n) for pair in counts for n in pair),
    )
    return plot_table.Row(key, name, cells, mark=mark, lower=after.share_lower, upper=after.share_upper)


def _share(row: Row, t: Translator) -> Cell:
    return Cell(span(row.share_lower, row.share_upper, t=t), row.share_lower)


def gained_and_lost(t: Translator) -> str:
    """What the table of groups is called."""
    return t("People gained (+) and lost (−), by district and group")


def by_group(view: View, bound: str, *, t: Translator) -> str:
    """HTML: people gained and lost in every district where somebody is, a column a group."""
    side, groups = BOUNDS.index(bound), tuple(view.catchments.people)
    found = [difference(view.before, view.table, group=group) for group in groups]
    lines = "".join(
        _line(each, side, view=view, groups=groups, t=t)
        for each in zip(*found, strict=True)
        if each[0].area_key == WHOLE_CITY or not all(one.is_nothing for one in each)
    )
    title = escape(gained_and_lost(t))
    heads = "".join(f'<th scope="col">{escape(group_name(group, t))}</th>' for group in groups)
    return (
        f'<div class="c-scroll" tabindex="0" role="region" aria-label="{title}"><table class="c-matrix">'
        f'<thead><tr><th scope="col">{escape(t("District"))}</th>{heads}</tr></thead>'
        f"<tbody>{lines}</tbody></table></div>"
    )


def _line(each: tuple[Difference, ...], side: int, *, view: View, groups: tuple[str, ...], t: Translator) -> str:
    key = each[0].area_key
    cells = "".join(
        f"<td>{escape(_gain_and_loss(one, side, residents=_residents(view, key, group=group), t=t))}</td>"
        for one, group in zip(each, groups, strict=True)
    )
    name = view.names.get(key, loaders.city_data().city.name)
    return f'<tr><th scope="row"><bdi>{escape(name)}</bdi></th>{cells}</tr>'


def _residents(view: View, key: str, *, group: str) -> int:
    counts = view.catchments.per_area(view.catchments.people[group])
    return int(counts.sum() if key == WHOLE_CITY else counts[view.catchments.area_keys.index(key)])


def _gain_and_loss(one: Difference, side: int, *, residents: int, t: Translator) -> str:
    """Such as "+1,204", "−30", "+1,204 −30", or 0."""
    if is_few(one, residents, city=loaders.city_data().city):
        return t("not shown")
    gained, lost = one.gained[side], one.lost[side]
    said = [t.signed(n) for n in (gained, -lost) if n]
    return " ".join(said) or t.number(0)
