"""Offers that fit and have no address: by telephone, online, at home. They are in no share, so they stand beside it."""

from html import escape

import numpy as np
import streamlit as st

from geodata.coverage.offers import Offer
from geodata.facilities import national_number
from geodata.i18n import Translator
from ui import loaders
from ui.coverage.view import View


def show(view: View, t: Translator) -> None:
    """A list behind its number; nothing where every offer has an address."""
    fit, offers = view.table.fit, view.offers
    rows = np.flatnonzero(fit.possible & (offers.places < 0))
    if not len(rows):
        return
    with st.expander(t("Offers without an address ({n})", n=t.number(len(rows))), key="without-address"):
        items = "".join(_item(offers.records[row], is_sure=bool(fit.sure[row]), t=t) for row in rows)
        st.html(f'<ul class="c-offers" role="list">{items}</ul>')


def _item(offer: Offer, *, is_sure: bool, t: Translator) -> str:
    facilities = loaders.offer_index().facilities
    facility = facilities.loc[facilities["facility_id"] == offer.facility_id].iloc[0]
    sign, words = ("covered", t("surely fits")) if is_sure else ("unknown", t("leaves something open"))
    name = f'<bdi lang="de">{escape(facility["name"])}</bdi>'
    about = f'<span class="f-kind">{escape(words)}{_telephone(facility["phone"])}</span>'
    return f'<li><span class="f-state f-state-{sign}" aria-hidden="true"></span> {name} {about}</li>'


def _telephone(phone: str) -> str:
    if not phone:
        return ""
    shown = escape(national_number(phone, region=loaders.city_data().city.phone_region))
    return f' · <a href="tel:{escape(phone)}"><bdi dir="ltr">{shown}</bdi></a>'
