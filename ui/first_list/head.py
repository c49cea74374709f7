"""Title and description of every page, in the reader's language: for tabs, bookmarks, and where a link is pasted."""

from textwrap import shorten
from typing import Final

import numpy as np

from geodata.i18n import N_, Translator
from ui import loaders
from ui.address import Choices
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
    """Title of the page at a path; the finder with a selected place speaks of the place."""
    city = loaders.city_data().city.title[t.language]
    if facility and not page:
        return f"{loaders.facility_names()[facility]} – {city}"
    return f"{t(TITLES[page])} – {city}"


def description_of(facility: str, t: Translator) -> str:
    """What the finder is for; of a selected place, what is offered there."""
    if not facility:
        return t("Here you find courses, advice and other help in {city}.", city=loaders.city_data().city.name)
    index, (offers, _) = loaders.offer_index(), loaders.records()
    here = index.facilities["facility_id"].to_numpy()[index.facility_of] == facility
    names = [offers[row][f"name_{t.language}"] or offers[row]["name_de"] for row in np.flatnonzero(here)]
    return shorten(" · ".join(dict.fromkeys(names)), _MOST_LETTERS, placeholder=" …")


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
