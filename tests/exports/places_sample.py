"""Offers for files: the shipped ones, and made-up ones with any text in any cell."""

import math
from collections.abc import Callable, Mapping
from typing import Any, Final

from hypothesis import strategies as st

from geodata.adapters.city_data import CityData
from geodata.exports.places_found import About, Found
from geodata.exports.places_geojson import geojson_of
from geodata.exports.places_gpx import gpx_of
from geodata.exports.places_kml import kml_of
from geodata.exports.places_table import csv_of, workbook_of
from geodata.exports.places_vcard import vcards_of
from geodata.i18n import Translator
from geodata.schema import FACILITIES, SERVICES, Kind, Table
from geodata.taxonomy import Taxonomy

WRITERS: Final[Mapping[str, Callable[[Found], bytes]]] = {
    "csv": csv_of,
    "xlsx": workbook_of,
    "geojson": geojson_of,
    "kml": kml_of,
    "gpx": gpx_of,
    "vcf": vcards_of,
}
ABOUT: Final = About("Orte; in, Göttingen", "© OpenStreetMap contributors, ODbL", "DE", (("Thema", "Deutsch <A1>"),))
CODED: Final = ("target_groups", "cost", "appointment", "wheelchair", "status", "geocode_quality")
NAMES: Final = {"steps": "Erste Schritte", "office": "Amt & Büro", "01": "Innenstadt"}

Rows = list[tuple[dict[str, Any], dict[str, Any]]]


def shipped(city: CityData, t: Translator) -> Found:
    """All offers of the shipped tables, in file order."""
    places = {row["facility_id"]: row for row in city.facilities.to_dict("records")}
    names = Taxonomy.from_table(city.taxonomy).names(t.language)
    districts = dict(zip(city.districts["key"], city.districts["name"], strict=True))
    words = {"section": names, "topic": names, "district_key": districts, **{column: {} for column in CODED}}
    pairs = ((offer, places[offer["facility_id"]]) for offer in city.services.to_dict("records"))
    return Found.from_rows(pairs, t, words=words, about=ABOUT)


def found(rows: Rows, t: Translator) -> Found:
    """Made-up rows with few words."""
    words = {**dict.fromkeys(("section", "topic", "district_key"), NAMES), **{column: {} for column in CODED}}
    return Found.from_rows(rows, t, words=words, about=ABOUT)


def pair(offer: Mapping[str, Any] | None = None, place: Mapping[str, Any] | None = None) -> Any:
    """An offer and its place of which only what matters was written down; all else is not stated."""
    house = {"facility_id": "house", "name": "Haus", "address_visibility": "public", "status": "active"}
    house |= {"source_url": "https://example.org/", "geocode_quality": "house", **(place or {})}
    deed = {"service_id": "deed", "facility_id": house["facility_id"], "section": "steps", "topic": "office"}
    deed |= {"name_de": "Rat", "summary_de": "Hilft.", "status": "active", **(offer or {})}
    return _empty(SERVICES) | deed, _empty(FACILITIES) | house


def _empty(table: Table) -> dict[str, Any]:
    nothing: dict[Kind, Any] = {Kind.NUMBER: math.nan, Kind.LIST: ()}
    return {column.name: nothing.get(column.kind, "") for column in table.columns}


HOSTILE: Final = (
    "=1+1", "+49", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "a\r\nb", "<b>&amp;</b>", "]]>", "<!--", "\x00\x0b\x1f\x85",
    "\ufffe", "\ud800", "a,b;c\\n\\", "END:VCARD\r\nBEGIN:VCARD", "\u2028", "ä" * 80, "مكتب" * 40,
    "\N{GRINNING FACE}" * 30, " ", "'", "_x0041_",
)  # fmt: skip
texts = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=[]), max_size=90))
_OFFER_TEXTS: Final = ("name_de", "name_ar", "summary_de", "summary_ar", "opening_hours_text")
_PLACE_TEXTS: Final = ("name", "gloss_ar", "operator", "street_address", "city", "postal_code", "opening_hours_text")


@st.composite
def rows_of_any_text(draw: st.DrawFn) -> Rows:
    """One to four offers at different places, with any text wherever the tables allow one."""
    made: Rows = []
    for number in range(draw(st.integers(1, 4))):
        offer = {name: draw(texts) for name in _OFFER_TEXTS} | {"service_id": f"s{number}"}
        place = {name: draw(texts) for name in _PLACE_TEXTS} | {"facility_id": f"p{number}"}
        if draw(st.booleans()):
            place |= {"latitude": draw(st.floats(-90, 90)), "longitude": draw(st.floats(-180, 179.9))}
        made.append(pair(offer | {"name_de": offer["name_de"] + "."}, place | {"name": place["name"] + "."}))
    return made
