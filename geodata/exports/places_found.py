"""The found offers, made ready for files: in order, each with its place, and nothing of what must not be known.

Every file of places is written from a `Found`, and from nothing else; `geodata.facilities.shown` says what is left out.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from geodata.exports.tables import plain_text
from geodata.facilities import shown
from geodata.i18n import Translator

Row = shown.Row

_NOT_TEXT: Final = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ufffe\\uffff]")
"""Control characters of ASCII and Latin 1, and what XML refuses beside them; tab and line feed stay."""

_DECIMALS: Final = 7
"""About a centimetre: as many as the table may have, none more."""


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
        seen = ((shown.shown_offer(offer, place), shown.shown_place(place)) for offer, place in pairs)
        return cls(tuple(seen), t, words, about)

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


def clean(text: str) -> str:
    """A text as any file can hold it: one kind of line end, no control characters, no half characters."""
    return _NOT_TEXT.sub("", plain_text(text).replace("\r\n", "\n").replace("\r", "\n"))
