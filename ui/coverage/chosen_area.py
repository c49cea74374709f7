"""The district or cell that was chosen: its sentence, the offers its people reach, and the way to the finder."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

import numpy as np
import streamlit as st

from geodata.coverage.catchments import FAR, NOWHERE, steps_within
from geodata.coverage.offers import Offer
from geodata.exports.coverage_words import area_sentence
from geodata.facilities import Facet
from geodata.i18n import Translator
from geodata.network.table import STEP_MIN
from ui import address, loaders
from ui.coverage import headline
from ui.coverage.view import View

_MOST: Final = 30
"""Offers in the list; the finder shows all of them."""


@dataclass(frozen=True)
class Near:
    """An offer that somebody of the area reaches: minutes from its nearest cell, and whether it surely fits."""

    offer: Offer
    minutes: float
    is_sure: bool


def show(view: View, t: Translator) -> None:
    """Nothing where no area was chosen."""
    if not view.chosen:
        return
    row = view.table.by_key[view.chosen]
    with st.container(key="chosen-area", border=True):
        st.header(view.names[view.chosen], anchor=False)
        if view.state(row) == "withheld":
            st.markdown(t("Not shown: too few people live here."))
        else:
            topic = headline.topic_name(view, t)
            st.markdown(area_sentence(row, view.table, t=t, name=view.names[view.chosen], topic_name=topic))
        found = sorted(reached(view), key=lambda near: (near.minutes, near.offer.id))
        _list(found, view, t=t)
        words = escape(t("Show them in the finder"))
        st.html(f'<p><a class="f-button" href="./{finder_link(view)}" target="_self">{words}</a></p>')


def reached(view: View) -> Iterator[Near]:
    """Offers within reach of the chosen cell, or of any cell of the chosen district in which the group lives."""
    limit, fit = steps_within(view.question.minutes), view.table.fit
    cells = _cells(view)
    for number in np.flatnonzero(fit.possible):
        offer = view.offers.records[number]
        steps = view.catchments.from_place(offer.place)[cells]
        nearest = int(steps.min(initial=FAR))
        if offer.place != NOWHERE and nearest <= limit:
            yield Near(offer, nearest * STEP_MIN, bool(fit.sure[number]))


def _cells(view: View) -> np.ndarray:
    if view.cell:
        return np.array([view.catchments.cell_rows[view.cell]])
    row = view.catchments.area_keys.index(view.chosen)
    lives = view.catchments.people[view.question.group] > 0
    return np.flatnonzero((view.catchments.area_of == row) & lives)


def _list(found: list[Near], view: View, *, t: Translator) -> None:
    if not found:
        st.markdown(t("No offer that fits is within reach of anybody here."))
        return
    where = t("within reach of this 100 m cell") if view.cell else t("within reach of somebody in this district")
    st.markdown(t.plural("{n} offer {where}:", "{n} offers {where}:", len(found), where=where))
    st.html(f'<ul class="c-offers" role="list">{"".join(_item(near, t=t) for near in found[:_MOST])}</ul>')
    if len(found) > _MOST:
        st.caption(t.plural("{n} more is in the finder.", "{n} more are in the finder.", len(found) - _MOST))


def _item(near: Near, *, t: Translator) -> str:
    name = loaders.facility_names().get(near.offer.facility_id, "") or t("new offer of your scenario")
    sign, words = ("covered", t("surely fits")) if near.is_sure else ("unknown", t("leaves something open"))
    minutes = t("from {n} min", n=t.number(math.ceil(near.minutes)))
    return (
        f'<li><span class="f-state f-state-{sign}" aria-hidden="true"></span> <bdi lang="de">{escape(name)}</bdi>'
        f' <span class="f-kind">{escape(minutes)} · {escape(words)}</span></li>'
    )


def finder_link(view: View) -> str:
    """The same question to the finder: topic, languages, and the district or the cell with the minutes."""
    choices = address.current()
    query = choices.query
    for facet, codes in _facets(view).items():
        query = query.with_codes(facet, codes)
    near = {"near": view.cell, "within": view.question.minutes} if view.cell else {"near": "", "within": 0}
    return address.link(choices, query=query, facility="", page=0, **near)


def _facets(view: View) -> dict[Facet, tuple[str, ...]]:
    question = view.question
    return {
        "section": (question.section,) if question.section else (),
        "topic": (question.topic,) if question.topic else (),
        "spoken": question.languages,
        "district": () if view.cell else (view.chosen,),
    }
