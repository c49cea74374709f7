"""The about page's parts: the office's own texts from the data directory, and what the tables say about themselves."""

from collections.abc import Sequence
from html import escape
from typing import Any, Final

import pandas as pd
import streamlit as st

from geodata.adapters.city_data import CityData
from geodata.facilities import gaps, newest_source
from geodata.i18n import N_, Translator
from ui import loaders

_COLUMNS: Final = {
    "languages_spoken": N_("Spoken languages"),
    "opening_hours": N_("Opening hours"),
    "cost": N_("Cost"),
    "appointment": N_("Appointment"),
    "wheelchair": N_("Step-free access"),
    "street_address": N_("Address"),
    "phone": N_("Telephone"),
    "website": N_("Website"),
    "assured_date": N_("Checked by the office"),
}
_OF: Final = {"offers": N_("{unknown} of {total} offers"), "places": N_("{unknown} of {total} places")}


def chapters(about: dict[str, Any], t: Translator, *, names: tuple[str, ...]) -> None:
    """Chapters of `about.toml`: title, items, paragraphs, and titled sections, whichever they have."""
    for name in names:
        chapter = about[name]
        st.header(chapter["title"][t.language], anchor=False)
        st.markdown("\n".join(_item(item, t) for item in chapter.get("items", ())))
        for paragraph in chapter.get("paragraphs", ()):
            st.markdown(paragraph[t.language])
        for section in chapter.get("sections", ()):
            title = section["title"][t.language] if "title" in section else loaders.names(t.language)[section["code"]]
            st.subheader(title, anchor=False)
            st.markdown(section["text"][t.language])


def figures(data: CityData, t: Translator) -> None:
    """The city's figures by date, each with its definition and source; never one series."""
    definitions = data.definitions
    rows = [
        (
            definitions["figure"][row["code"]]["name"][t.language],
            _figure(row, t),
            t.date(row["reference_date"]),
            definitions["definition"][row["definition"]]["name"][t.language],
            _source(row["source"], t),
        )
        for _, row in data.figures.sort_values("reference_date", kind="stable").iterrows()
    ]
    head = (t("Figure"), t("Value"), t("As of"), t("Definition"), t("Source"))
    st.html(_table(head, rows, title=t("Figures of the city")))
    for code in dict.fromkeys(data.figures["definition"]):
        st.subheader(definitions["definition"][code]["name"][t.language], anchor=False)
        st.markdown(definitions["definition"][code]["text"][t.language])


def completeness(data: CityData, t: Translator) -> None:
    """How old the data are, and how much of every column is unknown."""
    st.header(t("What we do not know"), anchor=False)
    facilities, services = data.facilities, data.services
    st.markdown(
        t(
            "This finder lists {offers} offers at {places} places. The newest source is from {date}.",
            offers=t.number(len(services)),
            places=t.number(len(facilities)),
            date=t.date(newest_source(facilities)),
        )
    )
    rows = [
        (
            t(_COLUMNS[gap.column]),
            t(_OF[gap.of], unknown=t.number(gap.unknown), total=t.number(gap.total)),
            t.share(gap.share),
        )
        for gap in gaps(services, facilities)
    ]
    head = (t("Column"), t("Not stated"), t("Share"))
    st.html(_table(head, rows, title=t("Not stated, by column")))


def sources(data: CityData, t: Translator) -> None:
    """Where the data come from, and under which licence."""
    st.header(t("Sources and licences"), anchor=False)
    for source in data.definitions["data_source"].values():
        st.markdown(described(source, t))
    st.caption(" · ".join(data.city.attribution))


def described(source: dict[str, Any], t: Translator) -> str:
    """A source with its licence and a note, as Markdown."""
    licence = source["licence"] or t("no licence stated")
    link = f"[{licence}]({source['licence_url']})" if source["licence_url"] else licence
    return f"**{source['name'][t.language]}** ({link}). {source['note'][t.language]}"


def _item(item: dict[str, Any], t: Translator) -> str:
    date = f"**{t.date(item['date'])}:** " if "date" in item else ""
    return f"- {date}{item['text'][t.language]}"


def _figure(row: pd.Series, t: Translator) -> str:
    value = t.share(row["value"]) if row["unit"] == "share" else t.number(row["value"])
    return t("about {value}", value=value) if row["approximate"] == "yes" else value


def _source(codes: tuple[str, ...], t: Translator) -> str:
    return t.join(loaders.city_data().definitions["data_source"][code]["name"][t.language] for code in codes)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, title: str) -> str:
    """A table that a phone shows as one block a row; the roles keep it a table for those who listen."""
    names = [escape(cell) for cell in head]
    columns = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in names)
    body = "".join(f'<tr role="row">{_cells(row, names)}</tr>' for row in rows)
    return (
        f'<table class="f-table f-stacked" role="table"><caption class="f-hidden">{escape(title)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{columns}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _cells(row: tuple[str, ...], names: Sequence[str]) -> str:
    first, *rest = (escape(cell) for cell in row)
    cells = (f'<td role="cell" data-label="{name}">{cell}</td>' for name, cell in zip(names[1:], rest, strict=True))
    return f'<th scope="row" role="rowheader">{first}</th>' + "".join(cells)
