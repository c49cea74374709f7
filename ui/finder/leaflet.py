"""The leaflet of the found offers, or of my list: A4 to print, with map, numbers and QR code; German opposite."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import streamlit as st

from geodata.adapters.typesetting import leaflet_to_pdf
from geodata.exports.leaflet import MOST_OFFERS
from geodata.exports.leaflet_words import Links, Look, Way, leaflet_of
from geodata.facilities import Answer
from geodata.i18n import Translator
from ui import address, loaders
from ui.downloads import Download
from ui.finder import near
from ui.finder.found import found_of

_COUNTER: Final = "de"
"""The language of counters here, opposite the reader's own."""


@dataclass(frozen=True)
class Kind:
    """How a leaflet is printed."""

    large: bool = False
    with_german: bool = False


@dataclass(frozen=True)
class Asked:
    """Who asks: address of the finder as the reader's browser knows it, what was chosen, name of the place, if any."""

    page: str
    choices: address.Choices
    start: str


def downloads(answer: Answer, t: Translator, *, saved: bool = False) -> Iterator[Download]:
    """A leaflet, in large print, and with German opposite where the reader reads another language."""
    name = f"{'my-list' if saved else 'offers'}-{t.language}"
    kinds = [
        ("leaflet", t("Leaflet to print (PDF)"), Kind()),
        ("large", t("Leaflet in large print (PDF)"), Kind(large=True)),
    ]
    if t.language != _COUNTER:
        kinds.insert(1, ("german", t("Leaflet with German beside it (PDF)"), Kind(with_german=True)))
    asked = _asked(t)  # a file is made later, where nobody knows any more who asked for it
    for end, label, kind in kinds:
        make = partial(_made, answer, kind, t=t, saved=saved, asked=asked)
        yield Download(label, f"{name}-{end}.pdf", "application/pdf", make)


def _made(answer: Answer, kind: Kind, *, t: Translator, saved: bool, asked: Asked | None) -> bytes:
    found = found_of(answer, t, saved=saved)
    found = replace(found, pairs=found.pairs[:MOST_OFFERS])
    return leaflet_to_pdf(
        leaflet_of(
            found,
            Look(loaders.taxonomy().sections, loaders.leaflet_ground(), kind.large),
            counter=loaders.translator(_COUNTER) if kind.with_german else None,
            way=_way(answer, asked),
            links=_links(answer, asked),
        )
    )


def _asked(t: Translator) -> Asked | None:
    """None where no browser asks."""
    if not st.context.url:
        return None
    choices = address.current()
    start = near.place_name(choices, t) if choices.near else ""
    return Asked(str(st.context.url).split("?", maxsplit=1)[0], choices, start)


def _links(answer: Answer, asked: Asked | None) -> Links | None:
    """To the same list, and to each of its places; no link says where the reader is."""
    if asked is None:
        return None
    choices, index = replace(asked.choices, near="", within=0, page=0), answer.selection.index
    facilities = index.facilities["facility_id"].to_numpy()[index.facility_of[answer.order[:MOST_OFFERS]]]
    opened = replace(choices, view="list")
    offers = [asked.page + address.link(opened, facility=str(each)) for each in facilities]
    return Links(asked.page + address.link(choices, facility=""), offers)


def _way(answer: Answer, asked: Asked | None) -> Way | None:
    """Minutes from the place that was named; its point is the middle of a cell."""
    if answer.near is None or asked is None or not asked.start:
        return None
    minutes = answer.near.of_offers(answer.selection.index)[answer.order[:MOST_OFFERS]].tolist()
    return Way(asked.start, loaders.cell_centre(asked.choices.near), minutes)
