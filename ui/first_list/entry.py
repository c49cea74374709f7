"""One offer of the first list, from the very texts of its card; opened where its place is selected."""

from collections.abc import Iterator
from typing import Any, Final

from geodata.exports.places_found import address_of
from geodata.i18n import Translator
from ui import address, clock, loaders
from ui.finder import card_links
from ui.finder.card_hours import HoursWriter
from ui.finder.card_links import Row
from ui.finder.card_text import CardWriter
from ui.first_list.markup import Html, tag, together

_LEAVE: Final = "document.documentElement.style.display='none';location.replace(this.href);return false"
"""As the card does: the page goes at once, and the next one takes its place in the history."""


class EntryWriter:
    """Writes entries in one language for one address."""

    def __init__(self, choices: address.Choices, t: Translator) -> None:
        city = loaders.city_data().city
        hours = HoursWriter(
            t, place=loaders.hours_place(), now=clock.now(), asked=choices.when, spoken=choices.query.codes("spoken")
        )
        names = loaders.names(t.language)
        self._cards = CardWriter(
            t, names=names, region=city.phone_region, assumed_spoken=city.assumed_spoken, hours=hours
        )
        self._choices, self._t, self._names = choices, t, names

    def entry(self, offer: Row, place: Row, *, number: int, minutes: float | None) -> Html:
        """One entry.

        Args:
            offer, place: rows as `Found` has them: nothing that must not be known.
            number: place in the whole list, from 1.
            minutes: on foot, as for the card.
        """
        # A place whose address is hidden has lost this code with the rest of what locates it.
        place = {**place, "geocode_quality": place["geocode_quality"] or "none"}
        card = self._cards.card(offer, place, asked=self._choices.query.codes("spoken"), minutes=minutes)
        selected = card["facility"] == self._choices.facility
        name = tag("bdi", card["name"], lang="de", dir="ltr")
        link = tag("a", name, href=address.link(self._choices, facility=card["facility"]))
        lines = (
            tag("h2", tag("span", f"{self._t.number(number)}."), link),
            *self._lines(card, offer, place=place),
            self._acts(card, offer, place=place),
            *(self._details(card) if selected else ()),
        )
        return tag("li", *lines, data_service=offer["service_id"], class_="fl-selected" if selected else None)

    def _lines(self, card: dict[str, Any], offer: Row, *, place: Row) -> Iterator[Html]:
        t, spoken = self._t, offer["languages_spoken"]
        yield tag("p", self._text(card["what"]))
        yield tag("p", self._where(card, place), class_="fl-less")
        yield from (tag("p", line) for line in (card["walk"], _state(card["open"])) if line)
        yield from (tag("p", chip["text"]) for chip in card["chips"] if chip["kind"] == "assumed")
        if spoken:
            names = t.listed(map(t.language_name, spoken))
            yield tag("p", t("{title}: {choice}", title=t("Spoken languages"), choice=names))
        yield from (tag("p", line, class_="fl-less") for line in (card["missing"], *card["care"]) if line)

    def _where(self, card: dict[str, Any], place: Row) -> Html:
        parts = [part for part in (address_of(place), self._names.get(place["district_key"], "")) if part]
        if not parts:
            return together(*map(self._text, card["where"]))
        return tag("bdi", ", ".join(parts), lang="de", dir="ltr")

    def _acts(self, card: dict[str, Any], offer: Row, *, place: Row) -> Html:
        acts, name = [], card["name"]
        if card["phone"]:
            number = tag("bdi", card["phone"]["label"], dir="ltr")
            acts.append(tag("a", number, href=card["phone"]["href"], aria_label=card["phone"]["name"]))
        away = card_links.links(offer, place, t=self._t, share="", located=False)
        for link in filter(None, (away["email"], card["website"])):
            words = f"{link['label']}: {name}"
            acts.append(tag("a", link["label"], href=link["href"], rel="noreferrer", aria_label=words))
        if away["leave"]:
            link = {"href": away["leave"]["href"], "rel": "noreferrer", "onclick": _LEAVE}
            acts.insert(0, tag("a", away["leave"]["label"], class_="fl-leave", **link))
        return tag("p", *acts, class_="fl-acts") if acts else Html()

    def _details(self, card: dict[str, Any]) -> Iterator[Html]:
        yield tag("p", self._text(card["summary"]))
        rows = [row for group in card["facts"] for row in group["rows"]]
        yield tag("dl", *(together(tag("dt", row["label"]), tag("dd", *self._value(row))) for row in rows))

    def _value(self, row: dict[str, Any]) -> Iterator[Html]:
        said = [self._text(text) for text in row["value"]]
        said += [Html(tag("span", chip["text"])) for chip in row.get("chips", ())]
        said += [tag("span", f"{day['day']}: {day['hours']}") for day in row.get("week", ())]
        yield from (tag("span", text, class_="fl-part") for text in said)

    def _text(self, text: dict[str, str]) -> Html:
        """A text in its own language; a mark says that it is not the reader's."""
        shown = text["text"]
        own = text["lang"] == self._t.language
        said = together(shown) if own else tag("bdi", shown, lang=text["lang"], dir="ltr")
        return together(said, f" ({text['mark']})" if text.get("mark") else "")


def _state(state: dict[str, str] | None) -> str:
    return " · ".join(filter(None, (state["text"], state["note"]))) if state else ""
