"""Title and description of every page, in the reader's language: for tabs, bookmarks, and where a link is pasted."""

from textwrap import shorten
from typing import Final

import numpy as np

from geodata.i18n import N_, Translator
from ui import loaders
from ui.address import Choices
from ui.finder.card_links import Row, is_sensitive
from ui.first_list.markup import Html, tag, together

TITLES: Final = {
    "": N_("Find"),
    "districts": N_("Districts"),
    "coverage": N_("Coverage"),
    "about": N_("About the data"),
    "methods": N_("Method and limits"),
}
"""Path of each page → its title; the finder's path is empty."""
_MOST_LETTERS: Final = 160
"""Search engines and messengers show no more of a description."""


def title_of(page: str, facility: str, *, t: Translator) -> str:
    """Title of the page at a path; the finder with a selected place speaks of it, unless it is sensitive.

    Titles stay in the browser's history.
    """
    city = loaders.city_data().city.title[t.language]
    if not page and _may_be_named(facility):
        return f"{loaders.facility_names()[facility]} – {city}"
    return f"{t(TITLES[page])} – {city}"


def description_of(facility: str, t: Translator) -> str:
    """What the finder is for; of a selected place, what is offered there, unless that is sensitive."""
    if not _may_be_named(facility):
        return t("Here you find courses, advice and other help in {city}.", city=loaders.city_data().city.name)
    names = [offer[f"name_{t.language}"] or offer["name_de"] for offer in _offers_at(facility)]
    return shorten(" · ".join(dict.fromkeys(names)), _MOST_LETTERS, placeholder=" …")


def _offers_at(facility: str) -> list[Row]:
    index, (offers, _) = loaders.offer_index(), loaders.records()
    here = index.facilities["facility_id"].to_numpy()[index.facility_of] == facility
    return [offers[row] for row in np.flatnonzero(here)]


def _may_be_named(facility: str) -> bool:
    """Whether something is offered there that is not sensitive: a centre with many offers is no secret."""
    return any(not is_sensitive(offer) for offer in _offers_at(facility))


def head_of(page: str, choices: Choices, *, t: Translator) -> Html:
    """Title; for the finder the descriptions as well. They name no host and ask for nothing."""
    title = title_of(page, choices.facility, t=t)
    schemes = tag("meta", name="color-scheme", content="light dark")  # a dark page is dark before its scripts come
    if page:
        return together(tag("title", title), schemes)
    said = description_of(choices.facility, t)
    return together(
        tag("title", title),
        schemes,
        tag("meta", name="description", content=said),
        tag("meta", property="og:type", content="website"),
        tag("meta", property="og:title", content=title),
        tag("meta", property="og:description", content=said),
    )
