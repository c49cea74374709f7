"""What a card says of one offer: plain texts with their language, ready to be set as text by the cards component."""

from collections.abc import Mapping
from math import ceil, isnan
from typing import Any

from geodata.facilities import national_number
from geodata.i18n import Translator
from geodata.maps import is_rough
from ui import wording

Row = Mapping[Any, Any]
"""One row of a table: column → value."""

Text = dict[str, str]
"""`text` and `lang`; `mark` says in the reader's words that it is not in the reader's language."""


class CardWriter:
    """Writes cards in one language; `names` maps codes of sections, topics and districts to words."""

    def __init__(self, t: Translator, *, names: dict[str, str], region: str, assumed_spoken: str) -> None:
        self._t = t
        self._names = names
        self._region = region
        self._assumed = assumed_spoken

    def card(self, offer: Row, place: Row, *, asked: tuple[str, ...], minutes: float | None = None) -> dict[str, Any]:
        """One card; `asked` are the languages that were asked for, `minutes` the way on foot (NaN: none known)."""
        t = self._t
        return {
            "facility": place["facility_id"],
            "section": offer["section"],
            "name": place["name"],
            "what": self._own(offer, "name"),
            "where": self._where(place),
            "walk": self._walk(place, minutes),
            "chips": self._chips(offer, asked=asked),
            "missing": self._missing(offer, place),
            "care": self._care(offer, place),
            "phone": self._phone(place),
            "website": {"href": place["website"], "label": t("Website")} if place["website"] else None,
            "summary": self._own(offer, "summary"),
            "facts": self._facts(offer, place),
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
        if minutes is None or not place["district_key"]:
            return ""
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

    def _missing(self, offer: Row, place: Row) -> str:
        t = self._t
        gaps = [
            word
            for word, known in (
                (t("languages"), offer["languages_spoken"]),
                (t("opening hours"), self._hours(offer, place)),
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
        if is_rough(place["geocode_quality"], place["confidence"]) and place["district_key"]:
            care.append(t("Position is rough"))
        return care

    def _phone(self, place: Row) -> dict[str, str] | None:
        if not place["phone"]:
            return None
        shown = national_number(place["phone"], region=self._region)
        return {"href": f"tel:{place['phone']}", "label": shown, "name": self._t("Call {number}", number=shown)}

    def _hours(self, offer: Row, place: Row) -> Text | None:
        for row in (offer, place):
            if row["opening_hours"]:
                return {"text": self._t.opening_hours(row["opening_hours"]), "lang": self._t.language}
            if row["opening_hours_text"]:
                return self._german(row["opening_hours_text"])
        return None

    def _facts(self, offer: Row, place: Row) -> list[dict[str, Any]]:
        """Every fact a reader may ask for, "not stated" where nobody has said; then those that exist for few offers."""
        unknown = [{"text": self._t("not stated"), "lang": self._t.language, "unknown": "1"}]
        asked = [(label, value or unknown) for label, value in self._asked(offer, place)]
        further = [(label, value) for label, value in self._further(offer) if value]
        return [{"label": label, "value": value} for label, value in asked + further]

    def _asked(self, offer: Row, place: Row) -> list[tuple[str, list[Text]]]:
        t, hours = self._t, self._hours(offer, place)
        groups = [t(wording.GROUPS[code]) for code in offer["target_groups"]]
        checked = place["assured_date"] or offer["assured_date"]
        return [
            (t("Section and topic"), self._words(self._names[offer["section"]], self._names[offer["topic"]])),
            (t("Address"), self._address(place)),
            (t("Spoken languages"), self._languages(offer["languages_spoken"]) or self._assumption()),
            (t("Opening hours"), [hours] if hours else []),
            (t("Cost"), self._coded(wording.COST, offer["cost"])),
            (t("Appointment"), self._coded(wording.APPOINTMENT, offer["appointment"])),
            (t("Step-free access"), self._coded(wording.WHEELCHAIR, place["wheelchair"])),
            (t("For whom"), self._words(t.listed(groups))),
            (t("Position"), self._position(place)),
            (t("Status"), self._coded(wording.STATUS, offer["status"])),
            (t("Source"), self._source(place)),
            (t("Checked by the office"), self._words(t.date(checked)) if checked else []),
        ]

    def _further(self, offer: Row) -> list[tuple[str, list[Text]]]:
        t = self._t
        return [
            (t("Interpreting into"), self._languages(offer["languages_interpreted"])),
            (t("Leaflets or website in"), self._languages(offer["material_languages"])),
            (t("Worship in"), self._languages(offer["worship_languages"])),
            (t("Translation"), self._translation(offer)),
        ]

    def _words(self, *texts: str) -> list[Text]:
        return [{"text": text, "lang": self._t.language} for text in texts if text]

    def _coded(self, words: dict[str, str], code: str) -> list[Text]:
        return self._words(self._t(words[code])) if code else []

    def _languages(self, codes: tuple[str, ...]) -> list[Text]:
        return self._words(self._t.listed(map(self._t.language_name, codes))) if codes else []

    def _assumption(self) -> list[Text]:
        if not self._assumed:
            return []
        language = self._t.language_name(self._assumed)
        return self._words(self._t("not stated; {language} is assumed", language=language))

    def _address(self, place: Row) -> list[Text]:
        town = f"{place['postal_code']} {place['city']}".strip() if place["street_address"] else ""
        parts = (place["operator"], place["street_address"], town, self._names.get(place["district_key"], ""))
        shown = [{"text": part, "lang": "de"} for part in parts if part]
        if place["address_visibility"] == "hidden":
            return self._words(self._t("kept secret to protect people"))
        return shown if place["street_address"] or place["district_key"] else []

    def _position(self, place: Row) -> list[Text]:
        words = wording.POSITION[place["geocode_quality"]]
        texts = [self._t(words)]
        if is_rough(place["geocode_quality"], place["confidence"]) and place["confidence"] == "low":
            texts.append(self._t("Sources disagree about it."))
        if place["geocode_check_m"] == place["geocode_check_m"]:  # NaN is not equal to itself
            metres = self._t.number(place["geocode_check_m"])
            texts.append(self._t("Distance to the place of the same name on the map: {metres} m.", metres=metres))
        return self._words(" ".join(texts))

    def _source(self, place: Row) -> list[dict[str, str]]:
        host = place["source_url"].split("/")[2].removeprefix("www.")
        known = self._t.date(place["source_date"]) if place["source_date"] else self._t("undated")
        link = {"text": host, "lang": "de", "href": place["source_url"]}
        return [link, *self._words(known)]

    def _translation(self, offer: Row) -> list[Text]:
        if self._t.language == "de" or offer[f"translation_status_{self._t.language}"] == "reviewed":
            return []
        return [
            *self._words(self._t("not yet read by the office; the German text is")),
            {"text": offer["summary_de"], "lang": "de"},
        ]
