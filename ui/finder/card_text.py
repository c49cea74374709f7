"""What a card says of one offer: plain texts with their language, ready to be set as text by the cards component."""

from math import ceil, isnan
from typing import Any

from geodata.facilities import national_number
from geodata.i18n import Translator
from geodata.maps import is_rough
from ui.finder.card_detail import DetailWriter, Row, Text
from ui.finder.card_hours import HoursWriter


class CardWriter:
    """Writes cards in one language; `names` maps codes of sections, topics and districts to words."""

    def __init__(
        self, t: Translator, *, names: dict[str, str], region: str, assumed_spoken: str, hours: HoursWriter
    ) -> None:
        self._t = t
        self._names = names
        self._region = region
        self._assumed = assumed_spoken
        self._hours = hours
        self._detail = DetailWriter(t, names=names, assumed_spoken=assumed_spoken, hours=hours)

    def card(self, offer: Row, place: Row, *, asked: tuple[str, ...], minutes: float | None = None) -> dict[str, Any]:
        """One card; `asked` are the languages that were asked for, `minutes` the way on foot (NaN: none known)."""
        t, walk = self._t, self._walk(place, minutes)
        return {
            "facility": place["facility_id"],
            "section": offer["section"],
            "name": place["name"],
            "what": self._own(offer, "name"),
            "where": self._where(place),
            "walk": walk,
            "open": self._open(offer, place, minutes=minutes),
            "chips": self._chips(offer, asked=asked),
            "missing": self._missing(offer, place),
            "care": self._care(offer, place),
            "phone": self._phone(place),
            "website": {"href": place["website"], "label": t("Website")} if place["website"] else None,
            "heading": f"{self._names[offer['section']]} · {self._names[offer['topic']]}",
            "summary": self._own(offer, "summary"),
            "facts": self._detail.groups(offer, place, minutes=minutes, walk=walk, asked=asked),
        }

    def _own(self, row: Row, column: str) -> Text:
        own = row[f"{column}_{self._t.language}"]
        if own:
            return {"text": own, "lang": self._t.language}
        return self._german(row[f"{column}_de"])

    def _german(self, text: str) -> Text:
        mark = "" if self._t.language == "de" else self._t("in German")
        return {"text": text, "lang": "de", "mark": mark}

    def _where(self, place: Row) -> list[Text]:
        street = f"{place['street_address']}" if place["street_address"] else ""
        district = self._names.get(place["district_key"], "")
        parts = [{"text": part, "lang": "de"} for part in (street, district) if part]
        return parts or [{"text": self._t("No address to show"), "lang": self._t.language}]

    def _walk(self, place: Row, minutes: float | None) -> str:
        if minutes is None or not place["district_key"] or place["address_visibility"] != "public":
            return ""  # as in the leaflet: to a place that must not be found there is no way
        if isnan(minutes):
            return self._t("More than an hour on foot")
        return self._t("{n} min on foot", n=self._t.number(ceil(minutes)))

    def _chips(self, offer: Row, *, asked: tuple[str, ...]) -> list[dict[str, str]]:
        t, spoken = self._t, offer["languages_spoken"]
        if not asked:
            return []
        if not spoken and self._assumed in asked:
            assumed = t("{language} (assumed)", language=t.language_name(self._assumed))
            return [{"kind": "assumed", "text": assumed}]
        chips = [{"kind": "yes", "text": t.language_name(code)} for code in asked if code in spoken]
        more = len(spoken) - len(chips)
        if chips and more:
            chips.append({"kind": "tag", "text": t.plural("and {n} more language", "and {n} more languages", more)})
        return chips

    def _open(self, offer: Row, place: Row, *, minutes: float | None) -> dict[str, str] | None:
        """Nothing where no hours are known, unless hours were asked for: then it is said that they are not."""
        if self._hours.asked or self._hours.known(offer, place):
            return self._hours.state(offer, place, minutes=minutes)
        return None

    def _hours_known(self, offer: Row, place: Row) -> bool:
        # Where hours were asked for, the line on them says that they are not stated.
        stated = any(row[name] for row in (offer, place) for name in ("opening_hours", "opening_hours_text"))
        return bool(self._hours.asked) or stated

    def _missing(self, offer: Row, place: Row) -> str:
        t = self._t
        gaps = [
            word
            for word, known in (
                (t("languages"), offer["languages_spoken"]),
                (t("opening hours"), self._hours_known(offer, place)),
                (t("cost"), offer["cost"]),
                (t("step-free access"), place["wheelchair"]),
            )
            if not known
        ]
        return t("Not stated: {list}", list=t.listed(gaps)) if gaps else ""

    def _care(self, offer: Row, place: Row) -> list[str]:
        t, care = self._t, []
        if "unverified" in (offer["status"], place["status"]):
            known = place["source_date"]
            care.append(
                t("Not confirmed yet. Last known: {date}", date=t.date(known)) if known else t("Not confirmed yet")
            )
        if is_rough(place) and place["district_key"]:
            care.append(t("Position is rough"))
        return care

    def _phone(self, place: Row) -> dict[str, str] | None:
        if not place["phone"]:
            return None
        shown = national_number(place["phone"], region=self._region)
        return {
            "href": f"tel:{place['phone']}",
            "label": shown,
            "name": self._t("Call {number}", number=self._t.isolated(shown)),
        }
