"""What leads away from a card: letters, maps, a link to share, a report, files, and the quick way out.

No link asks anybody anything before it is tapped. The pages behind "maps" learn a point, and nothing of the reader.
"""

import base64
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote, urlsplit

import streamlit as st

from geodata.exports.calendar import calendar_of
from geodata.exports.leaflet_code import code_of
from geodata.exports.places_found import address_of
from geodata.exports.places_vcard import vcards_of
from geodata.facilities.saved import saved_answer
from geodata.hours import rule_of
from geodata.i18n import Translator
from ui import clock, loaders
from ui.finder.found import found_of

Row = Mapping[Any, Any]

SENSITIVE_TOPICS: Final = ("women", "emergency")
"""Who asks for shelter, counselling after violence, or the police may live with the one she is afraid of."""
_SENSITIVE_WORDS: Final = ("gewalt", "zwang", "opfer", "missbrauch")
"""The same inside wider topics: words of the German name or summary."""
NEUTRAL: Final = "https://{language}.wikipedia.org/"
"""Where the quick way out leads: a page that anybody may have open, in the reader's language, in every city."""

_MAPS: Final = (
    ("OpenStreetMap", "https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=18/{lat}/{lon}"),
    ("Google Maps", "https://www.google.com/maps/search/?api=1&query={lat},{lon}"),
    ("Apple Maps", "https://maps.apple.com/?ll={lat},{lon}&q={name}"),
)


def links(offer: Row, place: Row, *, t: Translator, share: str, located: bool) -> dict[str, Any]:
    """Every card's links; `share` is the finder's link to the place, `located` says that it may be shown on a map."""
    return {
        "email": {"href": f"mailto:{place['email']}", "label": t("Write")} if place["email"] else None,
        "maps": _maps(place, t) if located else None,
        "share": {"href": share},
        "report": report_of(offer, place, t=t),
        "leave": {"href": NEUTRAL.format(language=t.language), "label": t("Leave this page")}
        if is_sensitive(offer)
        else None,
    }


def files(offer: Row, place: Row, *, t: Translator, share: str) -> dict[str, Any]:
    """For the address book and the calendar, and a picture that a phone reads; made for the selected place only."""
    service, name = offer["service_id"], place["name"]
    found = found_of(saved_answer((service,), loaders.offer_index()), t)
    card = {"label": t("Address book (vCard)"), "href": _data("text/vcard", vcards_of(found)), "path": f"{service}.vcf"}
    taken = [card, *_dates(offer, place, t=t)]
    page = urlsplit(st.context.url or "")
    if not page.netloc:
        return {"files": taken, "code": None}
    picture, _ = code_of(f"{page.scheme}://{page.netloc}{page.path or '/'}{share}")
    label = t("QR code: opens {place} on another phone", place=t.isolated(name))
    return {"files": taken, "code": {"href": _data("image/svg+xml", picture), "label": label}}


def _dates(offer: Row, place: Row, *, t: Translator) -> list[dict[str, str]]:
    """A file of the coming dates, where there are few enough in a week to be dates."""
    made = calendar_of(
        rule_of(offer, place),
        clock.now().date(),
        place=loaders.hours_place(),
        uid=offer["service_id"],
        title=f"{t.isolated(_called(offer, t))} – {t.isolated(place['name'])}",
        address=place["street_address"] and f"{place['street_address']}, {place['postal_code']} {place['city']}",
    )
    label, name = t("Calendar (regular dates)"), f"{offer['service_id']}.ics"
    return [{"label": label, "href": _data("text/calendar", made), "path": name}] if made else []


def is_sensitive(offer: Row) -> bool:
    """Whether it may be dangerous to be seen reading about an offer."""
    said = f"{offer['name_de']} {offer['summary_de']}".lower()
    return offer["topic"] in SENSITIVE_TOPICS or any(word in said for word in _SENSITIVE_WORDS)


def _maps(place: Row, t: Translator) -> dict[str, Any]:
    point = {"lat": f"{place['latitude']:.5f}", "lon": f"{place['longitude']:.5f}", "name": quote(place["name"])}
    phone = {"label": t("Map app of this phone"), "href": "geo:{lat},{lon}?q={lat},{lon}({name})".format(**point)}
    services = [{"label": name, "href": link.format(**point)} for name, link in _MAPS]
    return {"title": t("Open in a map service"), "links": [phone, *services]}


def words(t: Translator) -> dict[str, Any]:
    """Words on the buttons of every card, sent once for all of them."""
    return {
        "share": {"label": t("Share with others"), "done": t("The link is copied.")},
        "report": {
            "label": t("Report a mistake"),
            "hint": t("Send this text to the office. It says nothing about you."),
            "page": t("Page"),
            "wrong": t("What is wrong:"),
            "copy": t("Copy the text"),
            "done": t("The text is copied."),
            "mail": t("As an e-mail"),
            "to": loaders.city_data().city.report_to,
        },
    }


def report_of(offer: Row, place: Row, *, t: Translator) -> dict[str, str]:
    """The beginning of a letter on a mistake: which offer, and what the guide says of it; the page adds its link.

    It holds nothing of the reader: neither a place nor minutes from there, nor what was searched for.
    """
    said = (
        (t("Address"), address_of(place)),
        (t("Telephone"), place["phone"]),
        (t("E-mail"), place["email"]),
        (t("Website"), place["website"]),
        (t("Spoken languages"), t.listed(map(t.language_name, offer["languages_spoken"]))),
        (
            t("Opening hours"),
            rule_of(offer, place) or offer["opening_hours_text"] or place["opening_hours_text"],
        ),
    )
    name, subject = t.isolated(place["name"]), t("Mistake in the guide: {place}", place=t.isolated(place["name"]))
    ids = t.isolated(f"{place['facility_id']}, {offer['service_id']}")
    lines = [f"{t.isolated(_called(offer, t))} – {name}", ids, ""]
    lines += [
        t("{title}: {choice}", title=title, choice=t.isolated(value) if value else t("not stated"))
        for title, value in said
    ]
    return {"subject": subject, "text": "\n".join(lines)}


def _called(offer: Row, t: Translator) -> str:
    return str(offer[f"name_{t.language}"] or offer["name_de"])


def _data(mime: str, content: bytes) -> str:
    return f"data:{mime};base64,{base64.b64encode(content).decode()}"
