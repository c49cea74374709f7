"""Words of a scenario: what each change says, and what offers and places are called."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from geodata.coverage.offers import Offer
from geodata.coverage.scenario.change import Add, Change, Close, Confirm, Move, OpenAt, Speak, States
from geodata.i18n import Translator
from ui import loaders
from ui.coverage.view import View

_NEW: Final = re.compile(r"new-([1-9]\d{0,5})", re.ASCII)


def change_sentence(change: Change, view: View, *, t: Translator) -> str:
    """One change in a sentence or two."""
    offer = _offer_called(change.offer_id, view, t=t)
    match change:
        case Add():
            said = _opens(change, offer, place=place_name(change.at, view, t=t), t=t)
        case Move(at=at):
            said = t("{offer} moves. New place: {place}.", offer=offer, place=place_name(at, view, t=t))
        case Close():
            said = t("{offer} closes.", offer=offer)
        case Speak(languages=codes):
            said = t("{offer}: more languages. {languages}.", offer=offer, languages=_languages(codes, t))
        case States(languages=codes):
            said = t("{offer}: these languages only. {languages}.", offer=offer, languages=_languages(codes, t))
        case OpenAt(hours=hours):
            said = t("{offer} is open: {hours}.", offer=offer, hours=_hours(hours, t))
        case Confirm():
            said = t("{offer} is confirmed.", offer=offer)
    return said


def _opens(change: Add, offer: str, *, place: str, t: Translator) -> str:
    said = [t("{offer} opens. Place: {place}.", offer=offer, place=place)]
    if change.languages:
        said.append(t("Languages: {languages}.", languages=_languages(change.languages, t)))
    else:
        said.append(t("Languages are not stated."))
    if change.hours:
        said.append(t("Open: {hours}.", hours=_hours(change.hours, t)))
    return " ".join(said)


def _languages(codes: Iterable[str], t: Translator) -> str:
    return t.join(t.language_name(code) for code in codes)


def _hours(rule: str, t: Translator) -> str:
    return t.isolated(t.opening_hours(rule))


def place_name(at: str, view: View, *, t: Translator) -> str:
    """A facility as on its door, or the district of a cell."""
    row = view.catchments.cell_rows.get(at)
    if row is None:
        return t.isolated(loaders.facility_names().get(at, at))
    district = view.names[view.catchments.area_keys[view.catchments.area_of[row]]]
    return t("100 m cell in {district} ({code})", district=t.isolated(district), code=t.isolated(at))


def _offer_called(offer_id: str, view: View, *, t: Translator) -> str:
    """An offer as it was before anything was done to it; a new one by its number."""
    row = view.before.offers.rows.get(offer_id)
    if row is not None:
        return offer_name(view.before.offers.records[row], t)
    added = next(change for change in view.scenario.changes if change.offer_id == offer_id)
    return _new_name(offer_id, added.topic or added.section if isinstance(added, Add) else "", t=t)


def offer_name(offer: Offer, t: Translator) -> str:
    """Where an offer is, and its topic; a new one by its number."""
    term = offer.topic or offer.section
    facility = loaders.facility_names().get(offer.facility_id)
    if facility is None or _NEW.fullmatch(offer.id):
        return _new_name(offer.id, term, t=t)
    return f"{t.isolated(facility)} · {loaders.names(t.language)[term]}"


def _new_name(offer_id: str, term: str, *, t: Translator) -> str:
    found = _NEW.fullmatch(offer_id)
    name = t("New offer {n}", n=t.number(int(found[1]))) if found else t.isolated(offer_id)
    return f"{name} · {loaders.names(t.language)[term]}" if term else name


def offer_names(view: View, t: Translator) -> dict[str, str]:
    """Offers that the question is about, whatever their language: id → words, sorted by words, each once."""
    question = view.question
    names = {
        offer.id: offer_name(offer, t)
        for offer, gone in zip(view.offers.records, view.offers.gone.tolist(), strict=True)
        if not gone and question.section in ("", offer.section) and question.topic in ("", offer.topic)
    }
    return _told_apart(dict(sorted(names.items(), key=lambda item: t.sort_key(item[1]))))


def _told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Names with a number behind those that another one has as well: a choice is told by its words."""
    seen: dict[str, int] = {}
    for name in names.values():
        seen[name] = seen.get(name, 0) + 1
    repeated, counts = {name for name, n in seen.items() if n > 1}, dict.fromkeys(seen, 0)
    told = {}
    for code, name in names.items():
        counts[name] += 1
        told[code] = f"{name} ({counts[name]})" if name in repeated else name
    return told


def place_names(view: View, t: Translator) -> dict[str, str]:
    """The cell that was chosen on the map, then facilities with a known place: code → words."""
    facilities = loaders.kept(("facility places", view.question.mode, t.language), lambda: _facilities(view, t))
    return {view.cell: place_name(view.cell, view, t=t)} | facilities if view.cell else facilities


def _facilities(view: View, t: Translator) -> dict[str, str]:
    names = loaders.facility_names()
    found = {each: t.isolated(names[each]) for each in view.catchments.facility_ids if each in names}
    return dict(sorted(found.items(), key=lambda item: t.sort_key(item[1])))
