"""The list: cards of one page, grouped by what they say about the languages asked for."""

from pathlib import Path
from typing import Any, Final

import streamlit as st

from geodata.facilities import Answer
from geodata.i18n import Translator
from ui import address, loaders
from ui.card_text import CardWriter

_LIST = st.components.v2.component(
    "finder.cards", js=(Path(__file__).parent / "static" / "cards.js").read_text("utf-8"), isolate_styles=False
)
SHAPES: Final = ("circle", "square", "triangle")
"""Shape of each section's mark, in the order of the sections."""


def show(answer: Answer, choices: address.Choices, t: Translator) -> None:
    """Show the page's cards; a click on a name selects its place."""
    cards = _cards(answer, choices, t)
    data = {
        "language": t.language,
        "direction": t.direction,
        "groups": _groups(answer, cards, t),
        "names": {"more": t("More about this offer"), "list": t("Offers")},
        "reveal": bool(choices.facility),
    }

    def chosen() -> None:
        facility = st.session_state["cards"].facility
        if facility:
            address.change(facility="" if facility == choices.facility else facility)

    _LIST(key="cards", data=data, on_facility_change=chosen)


def _cards(answer: Answer, choices: address.Choices, t: Translator) -> list[dict[str, Any]]:
    index, selection, city = answer.selection.index, answer.selection, loaders.city_data().city
    writer = CardWriter(
        t, names=loaders.names(t.language), region=city.phone_region, assumed_spoken=city.assumed_spoken
    )
    neighbours = loaders.neighbours()
    sections = index.options["section"].holds.argmax(axis=1)
    asked = answer.query.codes("spoken")
    cards = []
    for number, row in enumerate(answer.rows, start=answer.first):
        place = index.facilities.iloc[index.facility_of[row]]
        facility = str(place["facility_id"])
        more = neighbours.get(facility, 0)
        cards.append(
            writer.card(index.services.iloc[row], place, asked=asked)
            | {
                "number": number,
                "service": index.services["service_id"].iloc[row],
                "shape": SHAPES[sections[row]],
                "stated": bool(selection.states[row]),
                "selected": facility == choices.facility,
                "href": address.link(choices, facility=facility),
                "house": t.plural("In the same house: {n} more place", "In the same house: {n} more places", more)
                if more
                else "",
            }
        )
    return cards


def _groups(answer: Answer, cards: list[dict[str, Any]], t: Translator) -> list[dict[str, Any]]:
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
