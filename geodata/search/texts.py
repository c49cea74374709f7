"""The texts of every offer, each with the part of the directory it is of."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import pandas as pd

from geodata.search.grammar import LANGUAGES
from geodata.taxonomy import Taxonomy


class Part(NamedTuple):
    """A part of an offer's texts: how much a word there counts in [0, 1], and the code of the reason it gives."""

    weight: float
    reason: str


PARTS: Final = {
    "name": Part(1.0, "name_word"),
    "offer": Part(0.95, "name_word"),
    "gloss": Part(0.9, "name_word"),
    "topic": Part(0.8, "topic"),
    "summary": Part(0.6, "text"),
    "operator": Part(0.55, "text"),
    "section": Part(0.35, "section"),
}
"""Parts by their codes, the weightiest first."""


class OfferText(NamedTuple):
    """One text of one offer: its row in the services, the code of the part, and the text itself."""

    row: int
    part: str
    text: str


def texts_of(services: pd.DataFrame, facilities: pd.DataFrame, *, taxonomy: Taxonomy) -> Iterator[OfferText]:
    """All texts of all offers, in every language that the tables have; empty ones are left out."""
    columns = [*_columns(services, "offer", name="name"), *_columns(services, "summary", name="summary")]
    for part, column in columns:
        yield from _filled(part, services[column])
    houses = facilities.set_index("facility_id").loc[services["facility_id"]]
    own = [("name", "name"), ("operator", "operator"), *_columns(facilities, "gloss", name="gloss")]
    for part, column in own:
        if column in houses:
            yield from _filled(part, houses[column])
    for part in ("topic", "section"):
        for language in LANGUAGES:
            if f"name_{language}" in taxonomy.table:
                yield from _filled(part, services[part].map(taxonomy.names(language)).fillna(""))


def _columns(table: pd.DataFrame, part: str, *, name: str) -> list[tuple[str, str]]:
    return [(part, f"{name}_{language}") for language in LANGUAGES if f"{name}_{language}" in table]


def _filled(part: str, cells: "pd.Series[str]") -> Iterator[OfferText]:
    return (OfferText(row, part, text) for row, text in enumerate(cells) if text)
