"""Everything on the page as files: tables, outlines with values, the map as a picture, and a profile of a district.

Each file is made when it is asked for, from the very view that is on the screen.
"""

from collections.abc import Iterator
from functools import partial
from typing import Final

import streamlit as st

from geodata.adapters.typesetting import to_pdf, to_png
from geodata.exports.tables import to_csv, to_geojson
from geodata.exports.workbook import to_workbook
from geodata.i18n import Translator
from ui.districts.figure_text import picture_of
from ui.districts.profile_text import profile_of
from ui.districts.table_text import about, columns_of, notes_of, rows_of
from ui.districts.view import View
from ui.downloads import Download, buttons

_PNG_SCALE: Final = 2.0
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(view: View, t: Translator) -> None:
    """A button that opens the list of files."""
    with st.popover(t("Take map and table away"), icon=":material/download:", key="take-away-popover"):
        buttons(downloads(view, t))
        if not view.compared:
            st.caption(t("Choose a district first: then its profile is here, too."))


def downloads(view: View, t: Translator) -> Iterator[Download]:
    """All files of a view."""
    name = f"{view.edition.indicator}-{view.edition.reference_date}-{view.level}"
    yield from _tables(view, name, t=t)
    yield Download(t("Map (SVG)"), f"{name}.svg", "image/svg+xml", lambda: picture_of(view, t))
    yield Download(
        t("Map (PNG)"),
        f"{name}.png",
        "image/png",
        lambda: to_png(picture_of(view, t), language=t.language, scale=_PNG_SCALE),
    )
    for key in view.compared:
        yield Download(
            t("Profile of {name} (PDF)", name=view.names[key]),
            f"profile-{key}-{view.edition.indicator}-{t.language}.pdf",
            "application/pdf",
            partial(_profile, view, key, t=t),
        )


def _profile(view: View, key: str, *, t: Translator) -> bytes:
    return to_pdf(profile_of(view, key, t=t))


def _tables(view: View, name: str, *, t: Translator) -> Iterator[Download]:
    columns = columns_of(t)
    yield Download(t("Table (CSV)"), f"{name}.csv", "text/csv", lambda: to_csv(rows_of(view, t), columns))
    yield Download(t("Table with definitions and sources (XLSX)"), f"{name}.xlsx", _XLSX, partial(_workbook, view, t=t))
    yield Download(
        t("Outlines with values (GeoJSON)"),
        f"{name}.geojson",
        "application/geo+json",
        lambda: to_geojson(rows_of(view, t), view.areas, about=about(view, t)),
    )


def _workbook(view: View, *, t: Translator) -> bytes:
    return to_workbook(
        rows_of(view, t),
        columns_of(t),
        notes=notes_of(view, t),
        sheets=(t("Values"), t("Definitions")),
        right_to_left=t.direction == "rtl",
    )
