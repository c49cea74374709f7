"""The offers that were found, or my list, as files: two tables, three maps, and cards for the address book.

Each file is made when it is asked for, from the very answer that is on the screen. It holds no place that was typed or
chosen: no minutes on foot, only the limit that was set.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

import streamlit as st

from geodata.exports.places_found import About, Found
from geodata.exports.places_geojson import geojson_of
from geodata.exports.places_gpx import gpx_of
from geodata.exports.places_kml import kml_of
from geodata.exports.places_table import csv_of, workbook_of
from geodata.exports.places_vcard import vcards_of
from geodata.facilities import Answer, Facet
from geodata.i18n import N_, Translator
from ui import loaders, wording

_KINDS: Final = (
    (N_("Table (CSV)"), "csv", "text/csv", csv_of),
    (
        N_("Table for Excel (XLSX)"),
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        workbook_of,
    ),
    (N_("Address book (vCard)"), "vcf", "text/vcard", vcards_of),
    (N_("Walking apps and GPS devices (GPX)"), "gpx", "application/gpx+xml", gpx_of),
    (N_("Google Earth (KML)"), "kml", "application/vnd.google-earth.kml+xml", kml_of),
    (N_("Map programs (GeoJSON)"), "geojson", "application/geo+json", geojson_of),
)
"""What the button says, the end of the name, the kind, and the writer; what most people open comes first."""

_LICENSED: Final = ("openstreetmap",)
"""Sources of the directory whose licence has to stand in every copy."""


@dataclass(frozen=True)
class Download:
    """One file: what the button says, its name, its kind, and how it is made."""

    label: str
    name: str
    mime: str
    make: Callable[[], bytes]


def show(answer: Answer, t: Translator, *, saved: bool = False) -> None:
    """A button that opens the list of files; `saved` says that the answer is my list. Nothing where nothing is found.

    Both may stand on one page: their keys differ.
    """
    if not len(answer.order):
        return
    words = t("Take my list away") if saved else t("Take the offers away")
    with st.popover(words, icon=":material/download:", key="saved-take-away" if saved else "found-take-away"):
        for download in downloads(answer, t, saved=saved):
            st.download_button(
                download.label,
                data=download.make,
                file_name=download.name,
                mime=download.mime,
                key=f"take-{download.name}",
                on_click="ignore",
                width="stretch",
            )
        st.caption(t.plural("All files hold {n} offer.", "All files hold {n} offers.", len(answer.order)))


def downloads(answer: Answer, t: Translator, *, saved: bool = False) -> Iterator[Download]:
    """The six files of an answer."""
    name = f"{_name(answer, saved=saved)}-{t.language}"
    for label, end, mime, write in _KINDS:
        yield Download(t(label), f"{name}.{end}", mime, partial(_made, write, answer, t=t, saved=saved))


def found_of(answer: Answer, t: Translator, *, saved: bool = False) -> Found:
    """All offers of an answer in order, not only those on the page, with the words for their codes."""
    index, (offers, places) = answer.selection.index, loaders.records()
    city = loaders.city_data().city
    title = city.title[t.language]
    return Found.from_rows(
        ((offers[row], places[index.facility_of[row]]) for row in answer.order),
        t,
        words=_words(t),
        about=About(
            title=f"{title} · {t('My list')}" if saved else title,
            credits=_credits(t),
            region=city.phone_region,
            asked=tuple(_asked(answer, t)),
        ),
    )


def _made(write: Callable[[Found], bytes], answer: Answer, *, t: Translator, saved: bool) -> bytes:
    return write(found_of(answer, t, saved=saved))


def _name(answer: Answer, *, saved: bool) -> str:
    """What was asked, as the beginning of the files' names: codes, never words of the reader."""
    if saved:
        return "my-list"
    codes = [code for facet in answer.query.asked for code in answer.query.codes(facet)]
    return "-".join(["offers", *codes[:4]])


def _credits(t: Translator) -> str:
    data = loaders.city_data()
    sources = [data.definitions["data_source"][key] for key in _LICENSED if key in data.definitions["data_source"]]
    licences = (f"{each['name'][t.language]}: {each['licence']}, {each['licence_url']}" for each in sources)
    return " · ".join([*data.city.attribution, *licences])


def _words(t: Translator) -> Mapping[str, Mapping[str, str]]:
    """Column → code → word."""
    names = loaders.names(t.language)
    coded = {
        "cost": wording.COST,
        "appointment": wording.APPOINTMENT,
        "wheelchair": wording.WHEELCHAIR,
        "status": wording.STATUS,
        "geocode_quality": wording.POSITION,
    }
    return {
        **dict.fromkeys(("section", "topic", "district_key"), names),
        "target_groups": {code: wording.group_name(code, t) for code in wording.GROUPS},
        **{column: {code: t(word) for code, word in words.items()} for column, words in coded.items()},
    }


def _asked(answer: Answer, t: Translator) -> Iterator[tuple[str, str]]:
    """Head and choice of every filter."""
    heads: dict[Facet, str] = {
        "section": t("Section"),
        "topic": t("Topic"),
        "spoken": t("Language spoken"),
        "district": t("District"),
        "group": t("For whom"),
    }
    for facet in answer.query.asked:
        yield heads[facet], t.listed(_chosen(facet, code, t=t) for code in answer.query.codes(facet))
    if answer.query.confirmed:
        yield t("Language spoken"), t("Confirmed only")
    if answer.near and answer.near.within:
        yield t("At most, on foot"), t("{n} min", n=t.number(answer.near.within))


def _chosen(facet: Facet, code: str, *, t: Translator) -> str:
    if facet == "spoken":
        return t.language_name(code)
    return wording.group_name(code, t) if facet == "group" else loaders.names(t.language)[code]
