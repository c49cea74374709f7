"""What a file says of an offer and its place: one cell a column, in the reader's language."""

from collections.abc import Iterable, Iterator
from typing import Final

from geodata.exports.places_found import Found, Row, point_of
from geodata.facilities import national_number
from geodata.i18n import N_, Translator
from geodata.schema import language_hours

HEADS: Final = {
    "service_id": N_("Id"),
    "name": N_("Offer"),
    "name_de": N_("Offer in German"),
    "summary": N_("What it is"),
    "section": N_("Section"),
    "topic": N_("Topic"),
    "target_groups": N_("For whom"),
    "languages_spoken": N_("Spoken languages"),
    "languages_interpreted": N_("Interpreting into"),
    "material_languages": N_("Leaflets or website in"),
    "worship_languages": N_("Worship in"),
    "hours": N_("Opening hours"),
    "cost": N_("Cost"),
    "appointment": N_("Appointment"),
    "place": N_("Place"),
    "gloss": N_("Kind of place"),
    "operator": N_("Run by"),
    "street_address": N_("Street and number"),
    "postal_code": N_("Postal code"),
    "city": N_("Town"),
    "district": N_("District"),
    "latitude": N_("Latitude"),
    "longitude": N_("Longitude"),
    "position": N_("Position"),
    "phone": N_("Telephone"),
    "email": N_("E-mail"),
    "website": N_("Website"),
    "wheelchair": N_("Step-free access"),
    "status": N_("Status"),
    "source": N_("Source"),
    "source_date": N_("Date of the source"),
    "checked": N_("Checked by the office"),
    "translation": N_("Translation"),
    "language": N_("Language of the texts"),
    "credits": N_("Credits"),
}
"""Column → its head, in the order of the files."""

_LANGUAGES: Final = ("languages_spoken", "languages_interpreted", "material_languages", "worship_languages")
_ABOUT_OFFER: Final = ("target_groups", *_LANGUAGES, "hours", "cost", "appointment", "status")
_ABOUT_PLACE: Final = ("operator", "wheelchair", "position", "source", "source_date", "checked", "translation")
_ASKED: Final = frozenset({"languages_spoken", "hours", "cost", "appointment", "wheelchair"})
"""What everybody asks for: an empty cell would look like a no."""

_BETWEEN: Final = " · "

Cells = dict[str, str | float]


def heads(t: Translator) -> dict[str, str]:
    """Column → its head in the reader's language, in order; German readers need the German name only once."""
    return {name: t(head) for name, head in HEADS.items() if name != "name_de" or t.language != "de"}


def cells_of(found: Found, offer: Row, *, place: Row) -> Cells:
    """Every cell of one offer; "" or NaN where nothing is known, words where that might look like a no."""
    cells = _offer_cells(found, offer, place=place) | _place_cells(found, place)
    unknown = found.t("not stated")
    return {name: unknown if name in _ASKED and cell == "" else cell for name, cell in cells.items()} | {
        "language": found.t.language_name(own_language(found, offer)),
        "credits": found.about.credits,
    }


def lines_of(found: Found, place: Row, *, offers: Iterable[Row]) -> Iterator[str]:
    """What kind of place it is, its offers and facts, as lines of text: for programs that show one text a point."""
    yield from filter(None, (gloss_of(found, place),))
    cells: Cells = {}
    for offer in offers:
        cells = cells_of(found, offer, place=place)
        yield from (str(cells["name"]), str(cells["summary"]))
        yield from _said(found, cells, names=_ABOUT_OFFER)
        yield ""
    yield from _said(found, cells, names=_ABOUT_PLACE)


def own_text(found: Found, row: Row, *, column: str) -> str:
    """A text in the reader's language, or in German where there is none."""
    return str(row[f"{column}_{found.t.language}"] or row[f"{column}_de"])


def own_language(found: Found, offer: Row) -> str:
    """Code of the language in which an offer's name and summary are written."""
    return found.t.language if offer[f"name_{found.t.language}"] else "de"


def gloss_of(found: Found, place: Row) -> str:
    """What kind of place it is, for those who do not read its German name; "" in German."""
    return "" if found.t.language == "de" else str(place[f"gloss_{found.t.language}"])


def about_lines(found: Found) -> Iterator[str]:
    """What a file says of itself: how many offers, what was asked, in which language, whom the data come from."""
    t, language = found.t, HEADS["language"]
    yield t.plural("{n} offer", "{n} offers", len(found.pairs))
    yield from (t("{title}: {choice}", title=head, choice=choice) for head, choice in found.about.asked)
    yield t("{title}: {choice}", title=t(language), choice=t.language_name(t.language))
    yield t("What is not stated is unknown. It does not mean no.")
    yield found.about.credits


def _said(found: Found, cells: Cells, *, names: Iterable[str]) -> Iterator[str]:
    t = found.t
    yield from (t("{title}: {choice}", title=t(HEADS[name]), choice=cells[name]) for name in names if cells[name])


def _offer_cells(found: Found, offer: Row, *, place: Row) -> Cells:
    t = found.t
    return {
        "service_id": offer["service_id"],
        "name": own_text(found, offer, column="name"),
        "name_de": offer["name_de"],
        "summary": own_text(found, offer, column="summary"),
        "section": _word(found, "section", code=offer["section"]),
        "topic": _word(found, "topic", code=offer["topic"]),
        "target_groups": t.listed(_word(found, "target_groups", code=code) for code in offer["target_groups"]),
        **{name: t.listed(map(t.language_name, offer[name])) for name in _LANGUAGES},
        "hours": _hours(found, offer, place=place),
        "cost": _word(found, "cost", code=offer["cost"]),
        "appointment": _word(found, "appointment", code=offer["appointment"]),
        "status": _word(found, "status", code=offer["status"]),
        "translation": _translation(found, offer),
        "checked": _date(found, place["assured_date"] or offer["assured_date"]),
    }


def _place_cells(found: Found, place: Row) -> Cells:
    latitude, longitude = point_of(place) or (float("nan"), float("nan"))
    return {
        "place": place["name"],
        "gloss": gloss_of(found, place),
        **{name: place[name] for name in ("operator", "street_address", "postal_code", "city", "email", "website")},
        "district": _word(found, "district_key", code=place["district_key"]),
        "latitude": latitude,
        "longitude": longitude,
        "position": _position(found, place),
        "phone": national_number(place["phone"], region=found.about.region) if place["phone"] else "",
        "wheelchair": _word(found, "wheelchair", code=place["wheelchair"]),
        "source": place["source_url"],
        "source_date": _date(found, place["source_date"]),
    }


def _word(found: Found, column: str, *, code: str) -> str:
    return found.words[column].get(code, code) if code else ""


def _position(found: Found, place: Row) -> str:
    if place["address_visibility"] == "hidden":
        return found.t("kept secret to protect people")
    return _word(found, "geocode_quality", code=place["geocode_quality"])


def _hours(found: Found, offer: Row, *, place: Row) -> str:
    """Hours for everybody, then those of single languages."""
    t, everybody = found.t, _everybodys_hours(found, offer, place=place)
    own = [
        t("{language}: {state}", language=t.language_name(code), state=t.opening_hours(rule))
        for code, rule in language_hours(offer["hours_by_language"]).items()
    ]
    return _BETWEEN.join([everybody or t("not stated"), *own]) if own else everybody


def _everybodys_hours(found: Found, offer: Row, *, place: Row) -> str:
    for row in (offer, place):
        if row["opening_hours"]:
            return found.t.opening_hours(row["opening_hours"])
        if row["opening_hours_text"]:
            return str(row["opening_hours_text"])
    return ""


def _translation(found: Found, offer: Row) -> str:
    language = own_language(found, offer)
    if language == "de" or offer[f"translation_status_{language}"] == "reviewed":
        return ""
    return found.t("not yet read by the office")


def _date(found: Found, text: str) -> str:
    return found.t.date(text) if text else ""
