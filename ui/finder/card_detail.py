"""What the opened card says: languages, the way, what else matters, the source; "not stated" where nobody has said."""

from collections.abc import Mapping
from typing import Any, Final

from geodata.facilities.shown import is_approximate
from geodata.i18n import Translator
from ui import wording
from ui.finder.card_hours import HoursWriter

Row = Mapping[Any, Any]
Text = dict[str, str]
"""`text` and `lang`; `mark` says in the reader's words that it is not in the reader's language."""

Fact = dict[str, Any]
"""`label` and `value` (texts), with `chips` or a `week` where there is one; a `fold` hides chips `after` so many."""


_SHOWN: Final = 5
"""So many languages stand in a row at once: more would push the way and the hours off a phone's page."""


class DetailWriter:
    """Writes the details in one language; arguments as for `CardWriter`."""

    def __init__(self, t: Translator, *, names: dict[str, str], assumed_spoken: str, hours: HoursWriter) -> None:
        self._t = t
        self._names = names
        self._assumed = assumed_spoken
        self._hours = hours

    def groups(
        self, offer: Row, place: Row, *, minutes: float | None, walk: str, asked: tuple[str, ...] = ()
    ) -> list[dict[str, Any]]:
        """Titled groups of facts, in order of need; `walk` are words for `minutes`, `asked` the languages asked for.

        To the group that is a `way` belong the map and what leads to others.
        """
        t = self._t
        return [
            {"title": t("Languages"), "rows": self._languages(offer, asked)},
            {"title": t("How to get there"), "rows": self._way(place, walk=walk), "way": True},
            {"title": t("What else matters"), "rows": self._matters(offer, place, minutes=minutes)},
            {"title": t("Source"), "rows": self._sources(offer, place)},
        ]

    def _languages(self, offer: Row, asked: tuple[str, ...]) -> list[Fact]:
        t = self._t
        rows = [
            (t("Spoken languages"), "languages_spoken", self._assumption()),
            (t("Interpreting into"), "languages_interpreted", ""),
            (t("Leaflets or website in"), "material_languages", ""),
            *([(t("Worship in"), "worship_languages", "")] if offer["worship_languages"] else ()),
        ]
        return [
            {"label": label, "value": [], **self._chips(offer[column], asked, unknown=unknown)}
            for label, column, unknown in rows
        ]

    def _chips(self, codes: tuple[str, ...], asked: tuple[str, ...], *, unknown: str) -> Fact:
        """The reader's language first, named or not, then those asked for; of many the last are folded."""
        t, first = self._t, (self._t.language, *asked)
        if not codes:
            return {"chips": [{"kind": "assumed", "text": unknown or t("not stated")}]}
        ordered = sorted(codes, key=lambda code: first.index(code) if code in first else len(first))
        chips = [{"kind": "yes" if code == t.language else "tag", "text": t.language_name(code)} for code in ordered]
        if t.language not in (*codes, self._assumed):
            chips.insert(0, {"kind": "no", "text": t("{language}: not named", language=t.language_name(t.language))})
        more = len(chips) - _SHOWN
        if more < 2:
            return {"chips": chips}
        words = t.plural("Show {n} more language", "Show {n} more languages", more)
        return {"chips": chips, "fold": {"after": _SHOWN, "label": words}}

    def _assumption(self) -> str:
        if not self._assumed:
            return ""
        return self._t("not stated; {language} is assumed", language=self._t.language_name(self._assumed))

    def _way(self, place: Row, *, walk: str) -> list[Fact]:
        t = self._t
        on_foot = [(t("On foot"), self._words(walk))] if walk else []
        return self._rows([(t("Address"), self._address(place)), *on_foot, (t("Position"), self._position(place))])

    def _matters(self, offer: Row, place: Row, *, minutes: float | None) -> list[Fact]:
        t = self._t
        groups = [t(wording.GROUPS[code]) for code in offer["target_groups"]]
        facts = [
            (t("Cost"), self._coded(wording.COST, offer["cost"])),
            (t("Appointment"), self._coded(wording.APPOINTMENT, offer["appointment"])),
            (t("Step-free access"), self._coded(wording.WHEELCHAIR, place["wheelchair"])),
            (t("For whom"), self._words(t.listed(groups))),
        ]
        return [self._open(offer, place, minutes=minutes), *self._rows(facts)]

    def _open(self, offer: Row, place: Row, *, minutes: float | None) -> Fact:
        stated = offer["opening_hours_text"] or place["opening_hours_text"]
        if self._hours.known(offer, place):
            state = self._hours.state(offer, place, minutes=minutes)
            value = self._words(state["text"], state["note"])
        else:
            words = self._hours.state(offer, place, minutes=None)["text"]
            value = [self._german(stated)] if stated else [{**self._words(words)[0], "unknown": "1"}]
        return {"label": self._t("Opening hours"), "value": value, "week": self._hours.week(offer, place)}

    def _sources(self, offer: Row, place: Row) -> list[Fact]:
        t, checked = self._t, place["assured_date"] or offer["assured_date"]
        facts = [
            (t("Status"), self._coded(wording.STATUS, offer["status"])),
            (t("Source"), self._source(place)),
            (t("Checked by the office"), self._words(t.date(checked)) if checked else []),
        ]
        translation = self._translation(offer)
        return self._rows([*facts, (t("Translation"), translation)] if translation else facts)

    def _rows(self, facts: list[tuple[str, list[Text]]]) -> list[Fact]:
        unknown = [{"text": self._t("not stated"), "lang": self._t.language, "unknown": "1"}]
        return [{"label": label, "value": value or unknown} for label, value in facts]

    def _words(self, *texts: str) -> list[Text]:
        return [{"text": text, "lang": self._t.language} for text in texts if text]

    def _german(self, text: str) -> Text:
        return {"text": text, "lang": "de", "mark": "" if self._t.language == "de" else self._t("in German")}

    def _coded(self, words: dict[str, str], code: str) -> list[Text]:
        return self._words(self._t(words[code])) if code else []

    def _address(self, place: Row) -> list[Text]:
        town = f"{place['postal_code']} {place['city']}".strip() if place["street_address"] else ""
        parts = (place["operator"], place["street_address"], town, self._names.get(place["district_key"], ""))
        shown = [{"text": part, "lang": "de"} for part in parts if part]
        if place["address_visibility"] == "hidden":
            return self._words(self._t("kept secret to protect people"))
        return shown if place["street_address"] or place["district_key"] else []

    def _position(self, place: Row) -> list[Text]:
        if is_approximate(place):
            return self._words(self._t("Position is rough, to protect people: the pin may be a hundred metres away."))
        quality = place["geocode_quality"]
        texts = [self._t(wording.POSITION[quality])]
        if place["confidence"] == "low":
            texts.append(self._t("Sources disagree about it."))
        if place["geocode_check_m"] == place["geocode_check_m"]:  # NaN is not equal to itself
            metres = self._t.number(place["geocode_check_m"])
            texts.append(self._t("Distance to the place of the same name on the map: {metres} m.", metres=metres))
        return self._words(" ".join(texts))

    def _source(self, place: Row) -> list[dict[str, str]]:
        known = self._t.date(place["source_date"]) if place["source_date"] else self._t("undated")
        if not place["source_url"]:  # left out where it says where an approximate place is
            return self._words(known)
        host = place["source_url"].split("/")[2].removeprefix("www.")
        return [{"text": host, "lang": "de", "href": place["source_url"]}, *self._words(known)]

    def _translation(self, offer: Row) -> list[Text]:
        if self._t.language == "de" or offer[f"translation_status_{self._t.language}"] == "reviewed":
            return []
        return [
            *self._words(self._t("not yet read by the office; the German text is")),
            {"text": offer["summary_de"], "lang": "de"},
        ]
