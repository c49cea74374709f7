"""The list: cards of one page, grouped by what they say about the languages asked for."""

from functools import partial
from pathlib import Path
from typing import Any, Final

import streamlit as st

from geodata.facilities import Answer
from geodata.facilities.saved import MOST_SAVED, with_toggled
from geodata.i18n import Translator
from ui import address, loaders
from ui.card_text import CardWriter

_LIST = st.components.v2.component(
    "finder.cards", js=(Path(__file__).parent / "static" / "cards.js").read_text("utf-8"), isolate_styles=False
)
SHAPES: Final = ("circle", "square", "triangle")
"""Shape of each section's mark, in the order of the sections."""


def show(answer: Answer, *, choices: address.Choices, t: Translator) -> None:
    """Show the page's cards; a click on a name selects its place."""
    cards = _cards(answer, choices=choices, t=t)
    data = {
        "language": t.language,
        "direction": t.direction,
        "view": choices.view,
        "groups": _groups(answer, cards, t=t),
        "names": {
            "more": t("More about this offer"),
            "list": t("Offers"),
            "save": t("Save"),
            "unsave": t("Take off my list"),
        },
        "reveal": bool(choices.facility),
    }

    def chosen() -> None:
        facility = st.session_state["cards"].facility
        if facility:
            address.change(facility="" if facility == choices.facility else facility)

    _LIST(key="cards", data=data, on_facility_change=chosen, on_saved_change=partial(_save, choices.mine))


def _save(mine: tuple[str, ...]) -> None:
    """Save an offer, or take it off the list; a full list stays as it is, and its button says so."""
    service = st.session_state["cards"].saved
    if service and (service in mine or len(mine) < MOST_SAVED):
        address.change(mine=with_toggled(mine, service))


def _cards(answer: Answer, *, choices: address.Choices, t: Translator) -> list[dict[str, Any]]:
    index, city = answer.selection.index, loaders.city_data().city
    (offers, places), neighbours = loaders.records(), loaders.neighbours()
    writer = CardWriter(
        t, names=loaders.names(t.language), region=city.phone_region, assumed_spoken=city.assumed_spoken
    )
    shapes = dict(zip(index.options["section"].codes, SHAPES, strict=True))
    cards = []
    for number, row in zip(answer.numbers, answer.rows, strict=True):
        offer, place = offers[row], places[index.facility_of[row]]
        facility = place["facility_id"]
        frame = {
            "number": number,
            "service": offer["service_id"],
            "shape": shapes[offer["section"]],
            "stated": bool(answer.selection.states[row]),
            "selected": facility == choices.facility,
            "href": address.link(choices, facility=facility),
            "saved": offer["service_id"] in choices.mine,
            "house": _house(neighbours.get(facility, 0), t),
        }
        minutes = float(answer.near.minutes[index.facility_of[row]]) if answer.near else None
        cards.append(frame | writer.card(offer, place, asked=answer.query.codes("spoken"), minutes=minutes))
    return cards


def _house(more: int, t: Translator) -> str:
    if not more:
        return ""
    return t.plural("In the same house: {n} more place", "In the same house: {n} more places", more)


def _groups(answer: Answer, cards: list[dict[str, Any]], *, t: Translator) -> list[dict[str, Any]]:
    asked = answer.query.codes("spoken")
    if not asked:
        return [{"title": "", "kind": "yes", "count": "", "cards": cards}]
    language = t.join(t.language_name(code) for code in asked)
    stated = {
        "title": t("Names {language}", language=language),
        "kind": "yes",
        "count": t.number(int(answer.selection.states.sum())),
        "cards": [card for card in cards if card["stated"]],
    }
    silent = {
        "title": t("Languages not stated"),
        "kind": "unknown",
        "count": t.number(int(answer.selection.silent.sum())),
        "cards": [card for card in cards if not card["stated"]],
    }
    return [part for part in (stated, silent) if part["cards"]]
