"""The offers that were found, or my list, as files: two tables, three maps, and cards for the address book.

Each file is made when it is asked for, from the very answer that is on the screen. It holds no place that was typed or
chosen: no minutes on foot, only the limit that was set.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

import streamlit as st

from geodata.exports.places_found import Found
from geodata.exports.places_geojson import geojson_of
from geodata.exports.places_gpx import gpx_of
from geodata.exports.places_kml import kml_of
from geodata.exports.places_table import csv_of, workbook_of
from geodata.exports.places_vcard import vcards_of
from geodata.facilities import Answer
from geodata.i18n import N_, Translator
from ui.downloads import Download, buttons
from ui.finder import leaflet
from ui.finder.found import found_of

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


def show(answer: Answer, t: Translator, *, saved: bool = False) -> None:
    """A button that opens the list of files; `saved` says that the answer is my list. Nothing where nothing is found.

    Both may stand on one page: their keys differ.
    """
    if not len(answer.order):
        return
    words = t("Take my list away") if saved else t("Take the offers away")
    with st.popover(words, icon=":material/download:", key="saved-take-away" if saved else "found-take-away"):
        buttons(leaflet.downloads(answer, t, saved=saved))
        buttons(downloads(answer, t, saved=saved))
        st.caption(t.plural("All files hold {n} offer.", "All files hold {n} offers.", len(answer.order)))


def downloads(answer: Answer, t: Translator, *, saved: bool = False) -> Iterator[Download]:
    """The six files of an answer."""
    name = f"{_name(answer, saved=saved)}-{t.language}"
    for label, end, mime, write in _KINDS:
        yield Download(t(label), f"{name}.{end}", mime, partial(_made, write, answer, t=t, saved=saved))


def _made(write: Callable[[Found], bytes], answer: Answer, *, t: Translator, saved: bool) -> bytes:
    return write(found_of(answer, t, saved=saved))


def _name(answer: Answer, *, saved: bool) -> str:
    """What was asked, as the beginning of the files' names: codes, never words of the reader."""
    if saved:
        return "my-list"
    codes = [code for facet in answer.query.asked for code in answer.query.codes(facet)]
    return "-".join(["offers", *codes[:4]])
