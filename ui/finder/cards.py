"""The list: cards of one page, grouped by what they say about the languages asked for."""

from collections.abc import Hashable
from functools import partial
from typing import Any, Final

import streamlit as st

from geodata.facilities import Answer
from geodata.facilities.saved import MOST_SAVED, with_toggled
from geodata.i18n import Translator
from ui import address, clock, loaders, static_files
from ui.finder import card_links, searched, when
from ui.finder.card_hours import HoursWriter
from ui.finder.card_text import CardWriter
from ui.finder.small_map import small_map

_LIST = st.components.v2.component(
    "finder.cards",
    js="\n".join(static_files.text(f"finder/{name}") for name in ("cards.js", "card-detail.js")),
    isolate_styles=False,
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
        "notice": when.caption(answer, choices, t=t),
        "groups": _groups(answer, cards, known=_known(answer, cards, choices=choices), t=t),
        "names": _names(t),
    }
    _LIST(
        key="cards",
        data=data,
        on_facility_change=partial(_choose, choices.facility),
        on_saved_change=partial(_save, choices.mine),
        on_pane_change=_turn,
    )


def _names(t: Translator) -> dict[str, Any]:
    return {
        "more": t("More about this offer"),
        "list": t("Offers"),
        "save": t("Save"),
        "unsave": t("Take off my list"),
        "map": t("Show on the map"),
        "back": t("Show in the list"),
        **card_links.words(t),
    }


def _choose(before: str) -> None:
    """Select a place, or let it go; a copied address then opens the card on a phone too, and not the map above it."""
    facility = st.session_state["cards"].facility
    if facility:
        address.change(facility="" if facility == before else facility, view="list")


def _save(mine: tuple[str, ...]) -> None:
    """Save an offer, or take it off the list; a full list stays as it is, and its button says so."""
    service = st.session_state["cards"].saved
    if service and (service in mine or len(mine) < MOST_SAVED):
        address.change(mine=with_toggled(mine, service))


def _turn() -> None:
    """Show a place on the phone's map, or from there in its list: it stays selected."""
    view, _, facility = str(st.session_state["cards"].pane or "").partition(" ")
    if view in address.VIEWS and facility in loaders.facility_names():
        address.change(view=view, facility=facility)


def _cards(answer: Answer, *, choices: address.Choices, t: Translator) -> list[dict[str, Any]]:
    index, writer = answer.selection.index, _writer(choices, t)
    (offers, places), neighbours = loaders.records(), loaders.neighbours()
    located = index.located[index.facility_of]
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
            "href": address.link(choices, facility=facility, view="list"),
            "saved": offer["service_id"] in choices.mine,
            "house": _house(neighbours.get(facility, 0), t),
        }
        minutes = float(answer.near.minutes[index.facility_of[row]]) if answer.near else None
        card = writer.card(offer, place, asked=answer.query.codes("spoken"), minutes=minutes)
        away = _links(offer, place, selected=frame["selected"], located=bool(located[row]), t=t)
        cards.append(frame | card | away | searched.hits(card, choices))
    return cards


def _writer(choices: address.Choices, t: Translator) -> CardWriter:
    city = loaders.city_data().city
    hours = HoursWriter(
        t, place=loaders.hours_place(), now=clock.now(), asked=choices.when, spoken=choices.query.codes("spoken")
    )
    return CardWriter(
        t, names=loaders.names(t.language), region=city.phone_region, assumed_spoken=city.assumed_spoken, hours=hours
    )


def _links(
    offer: dict[Hashable, Any], place: dict[Hashable, Any], *, selected: bool, located: bool, t: Translator
) -> dict[str, Any]:
    facility = place["facility_id"]
    share = address.link(address.Choices(t.language, view="list"), facility=facility)
    away = card_links.links(offer, place, t=t, share=share, located=located)
    if selected:  # a picture and a file in every card of the list would be slow
        away |= card_links.files(offer, place, t=t, share=share)
        away["still"] = small_map(place, offer["section"], t=t) if located else None
    return away


def _house(more: int, t: Translator) -> str:
    if not more:
        return ""
    return t.plural("In the same house: {n} more place", "In the same house: {n} more places", more)


def _known(answer: Answer, cards: list[dict[str, Any]], *, choices: address.Choices) -> list[bool]:
    """For each card whether it is known to be open at the time that was chosen or searched for; [] where none was."""
    if choices.when:
        return [bool(card["open"]) and card["open"]["kind"] != "unknown" for card in cards]
    sure = searched.surely_open(choices)
    return [] if sure is None else [bool(sure[row]) for row in answer.rows]


def _groups(answer: Answer, cards: list[dict[str, Any]], *, known: list[bool], t: Translator) -> list[dict[str, Any]]:
    if answer.query.codes("spoken"):
        return _by_language(answer, cards, t=t)
    if not known or known != sorted(known, reverse=True):  # in an order of their own, as when nothing fits
        return [{"title": "", "kind": "yes", "count": "", "cards": cards}]
    stated = [card for card, is_known in zip(cards, known, strict=True) if is_known]
    parts = (
        {"title": t("Open at that time"), "kind": "yes", "count": "", "cards": stated},
        {"title": t("Not known whether open"), "kind": "unknown", "count": "", "cards": cards[len(stated) :]},
    )
    return [part for part in parts if part["cards"]]


def _by_language(answer: Answer, cards: list[dict[str, Any]], *, t: Translator) -> list[dict[str, Any]]:
    language = t.join(t.language_name(code) for code in answer.query.codes("spoken"))
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
