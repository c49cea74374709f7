"""The found offers, made ready for files: in order, each with its place, and nothing of what must not be known.

Every file of places is written from a `Found`, and from nothing else. A place whose address is hidden keeps only the
columns that say nothing of where it is; of an approximate one the point is rough and the address is left out.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from geodata.exports.tables import plain_text
from geodata.i18n import Translator
from geodata.schema.facility_rules import location_in

Row = Mapping[Any, Any]
"""One row of a table: column → value."""

_KEPT_OF_HIDDEN: Final = frozenset({
    "facility_id", "name", "gloss_en", "gloss_ru", "gloss_ar", "gloss_translation_status", "operator",
    "address_visibility", "phone", "email", "website", "opening_hours", "opening_hours_text", "wheelchair",
    "source_url", "source_date", "assured_date", "status",
})  # fmt: skip
_LEFT_OUT_OF_APPROXIMATE: Final = frozenset({"street_address", "postal_code", "osm_ref", "geocode_check_m"})
_MAY_LOCATE: Final = frozenset({"service_id", "facility_id", "name"})
"""What an entry cannot do without; the data contract refuses a hidden place's name that says where it is."""

_NOT_TEXT: Final = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ufffe\\uffff]")
"""Control characters of ASCII and Latin 1, and what XML refuses beside them; tab and line feed stay."""

_DECIMALS: Final = 7
"""About a centimetre: as many as the table may have, none more."""

_ROUGH_DECIMALS: Final = 3
"""About a hundred metres."""


@dataclass(frozen=True)
class About:
    """What holds for the whole file.

    Attributes:
        title: of the finder, in the reader's language.
        credits: whom the data come from, and under which licence.
        region: ISO 3166 code of the country in which telephone numbers are dialled.
        asked: head and choice of every filter, in the reader's language; never a typed word or a place.
    """

    title: str
    credits: str
    region: str
    asked: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Found:
    """Offers and their places, ready to be written.

    Attributes:
        pairs: rows of `services.csv` and `facilities.csv`, in the order of the list.
        t: words of the reader's language.
        words: column → code → word, for `section`, `topic`, `district_key`, `target_groups`, `cost`, `appointment`,
            `wheelchair`, `status` and `geocode_quality`.
        about: what holds for the whole file.
    """

    pairs: tuple[tuple[Row, Row], ...]
    t: Translator
    words: Mapping[str, Mapping[str, str]]
    about: About

    @classmethod
    def from_rows(
        cls, pairs: Iterable[tuple[Row, Row]], t: Translator, *, words: Mapping[str, Mapping[str, str]], about: About
    ) -> "Found":
        """From rows as they stand in the tables; what must not be known is taken away here, once for all files."""
        return cls(tuple(_shown(offer, place) for offer, place in pairs), t, words, about)

    def places(self) -> list[tuple[Row, tuple[Row, ...]]]:
        """Each place once, in the order of its first offer, with its offers."""
        offers: dict[str, list[Row]] = {}
        rows: dict[str, Row] = {}
        for offer, place in self.pairs:
            rows.setdefault(place["facility_id"], place)
            offers.setdefault(place["facility_id"], []).append(offer)
        return [(rows[key], tuple(those)) for key, those in offers.items()]


def point_of(place: Row) -> tuple[float, float] | None:
    """(lat, lon) in WGS 84, with at most seven decimals; None where there is none."""
    latitude, longitude = place["latitude"], place["longitude"]
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        return None
    return round(float(latitude), _DECIMALS), round(float(longitude), _DECIMALS)


def degrees(value: float) -> str:
    """A coordinate as text, never in powers of ten."""
    return f"{value:.{_DECIMALS}f}".rstrip("0").rstrip(".")


def address_of(place: Row) -> str:
    """Street, postal code and town on one line; "" where no street is known."""
    if not place["street_address"]:
        return ""
    return f"{place['street_address']}, {place['postal_code']} {place['city']}".replace(",  ", ", ").rstrip(", ")


def _shown(offer: Row, place: Row) -> tuple[Row, Row]:
    """The two rows without what must not be known."""
    if place["address_visibility"] == "hidden":
        kept = {name: cell if name in _KEPT_OF_HIDDEN else _nothing(cell) for name, cell in place.items()}
        return _without_locations(offer), _without_locations(kept)
    if place["address_visibility"] == "approximate":
        return offer, {name: _roughly(name, cell) for name, cell in place.items()}
    return offer, place


def _without_locations(row: Row) -> Row:
    return {
        name: "" if name not in _MAY_LOCATE and isinstance(cell, str) and location_in(cell) else cell
        for name, cell in row.items()
    }


def _roughly(name: str, cell: object) -> object:
    if name in _LEFT_OUT_OF_APPROXIMATE:
        return _nothing(cell)
    return round(cell, _ROUGH_DECIMALS) if name in ("latitude", "longitude") and isinstance(cell, float) else cell


def _nothing(cell: object) -> object:
    """Not stated, as the tables have it."""
    return math.nan if isinstance(cell, float) else () if isinstance(cell, tuple) else ""


def clean(text: str) -> str:
    """A text as any file can hold it: one kind of line end, no control characters, no half characters."""
    return _NOT_TEXT.sub("", plain_text(text).replace("\r\n", "\n").replace("\r", "\n"))
