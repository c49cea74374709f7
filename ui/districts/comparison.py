"""The chosen areas and the city side by side: first what the difference is worth, then the numbers, then the offers."""

from html import escape

import streamlit as st

from geodata.districts.area_keys import level_of
from geodata.districts.comparison.refusal import Refusal
from geodata.districts.comparison.sides import compare
from geodata.facilities import Query, option_counts
from geodata.i18n import Translator
from ui import address, loaders, navigation
from ui.districts.comparison_text import Table, level_note, rank_sentence, say_comparison, table_of
from ui.districts.said import Said
from ui.districts.view import View


def show(view: View, t: Translator) -> None:
    """The sentence, the table and the way to the offers."""
    said, table, ranks = loaders.kept(view.named("comparison", t.language), lambda: _words(view, t))
    with st.container(key="comparison", border=True):
        st.header(said.headline, anchor=False)
        st.markdown("  \n".join(said.sentences))
        if view.compared:
            st.html(table)
        if ranks:
            st.caption("  \n".join(ranks))
        _offers(view, t)
        st.caption(level_note(view.level, counts=view.counts, t=t))


def _words(view: View, t: Translator) -> tuple[Said, str, list[str]]:
    """What is said first, the table as HTML, and a sentence for the rank of every area that has one."""
    found = compare(view.rows, view.compared, people=loaders.residents())
    said = say_comparison(
        found,
        names=view.names,
        definitions=loaders.city_data().definitions,
        suppress_below=loaders.city_data().city.suppress_below,
        t=t,
    )
    if isinstance(found, Refusal) or not view.compared:
        return said, "", []
    ranked = found.table.loc[[key for key in view.compared if key in found.ranks.index]].to_dict("index")
    ranks = [f"{t.isolated(view.names[str(key)])}: {rank_sentence(numbers, t=t)}" for key, numbers in ranked.items()]
    return said, _table(table_of(found, names=view.names, year=view.residents_year, t=t)), ranks


def _table(table: Table) -> str:
    names = [escape(name) for name in table.head]
    head = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in names)
    body = "".join(_row(row, names) for row in table.rows)
    return (
        f'<table class="f-table f-stacked" role="table"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(row: tuple[str, ...], names: list[str]) -> str:
    first, *rest = map(escape, row)
    cells = "".join(
        f'<td role="cell" data-label="{name}">{cell}</td>' for name, cell in zip(names[1:], rest, strict=True)
    )
    return f'<tr role="row"><th scope="row" role="rowheader"><bdi>{first}</bdi></th>{cells}</tr>'


def _offers(view: View, t: Translator) -> None:
    """Links to the finder with the chosen districts: all offers, and those of each section."""
    keys = tuple(dict.fromkeys(key.partition("-")[0] for key in view.compared if level_of(key) != "city"))
    if not keys:
        return
    choices, index = address.current(), loaders.offer_index()
    query = Query().with_codes("district", keys)
    names = loaders.names(t.language)
    counts = option_counts(query, index)["section"]
    districts = t.join(names[key] for key in keys)
    target = navigation.pages(t)["finder"]
    everything = t.plural(
        "{n} offer in {districts}", "{n} offers in {districts}", sum(counts.values()), districts=districts
    )
    with st.container(key="offers-here", horizontal=True, gap="small"):
        st.page_link(target, label=everything, query_params=address.params(choices, query=query))
        for section, count in counts.items():
            label = t("{section}: {n}", section=names[section].replace("[", "").replace("]", ""), n=t.number(count))
            of_section = query.with_codes("section", (section,))
            st.page_link(target, label=label, query_params=address.params(choices, query=of_section))
