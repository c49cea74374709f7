"""The first list as a whole: what was asked, how many offers, one page of them, and the ways on from there."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from geodata.exports.places_found import About
from geodata.facilities import Answer
from geodata.i18n import Translator
from ui import address, loaders, static_files
from ui.finder import when
from ui.finder.found import found_of
from ui.first_list.entry import EntryWriter
from ui.first_list.markup import Html, tag, together

STYLE: Final = tag("style", Html(static_files.text("first_list.css")))
WITHOUT_SCRIPTS: Final = tag("noscript", tag("style", Html("#first-list{position:static}.fl-note{display:none}")))
"""In the head: without scripts nothing else is coming, and the list is the page."""

_SHOW_SELECTED: Final = tag("script", Html("document.querySelector('.fl-selected')?.scrollIntoView()"))


def list_of(answer: Answer, choices: address.Choices, *, t: Translator) -> Html:
    """The whole list for the body of the page; the finder's own takes its place later."""
    city = loaders.city_data().city
    found = found_of(replace(answer, order=answer.rows, page=1), t)
    facility_of = answer.selection.index.facility_of
    minutes = [float(answer.near.minutes[facility_of[row]]) if answer.near else None for row in answer.rows]
    writer = EntryWriter(choices, t)
    entries = [
        writer.entry(offer, place, number=number, minutes=away)
        for (offer, place), number, away in zip(found.pairs, answer.numbers, minutes, strict=True)
    ]
    top = tag("header", tag("p", tag("b", city.title[t.language])), _languages(choices, t))
    main = tag(
        "main",
        tag("h1", t("Offers")),
        *_lead(answer, choices, about=found.about, t=t),
        tag("ol", *entries, role="list") if entries else _nothing(choices, t),
        _ways_on(answer, choices, t=t),
    )
    return together(tag("div", top, main, id="first-list"), _SHOW_SELECTED if choices.facility else "")


def _languages(choices: address.Choices, t: Translator) -> Html:
    links = [
        tag(
            "a",
            loaders.translator(code).language_name(code),
            href=address.link(choices, language=code),
            lang=code,
            hreflang=code,
            aria_current="true" if code == t.language else None,
        )
        for code in loaders.city_data().city.languages
    ]
    return tag("nav", *links, aria_label=t("Language of this page"))


def _lead(answer: Answer, choices: address.Choices, *, about: About, t: Translator) -> Iterator[Html]:
    """That more is coming, what was asked, and how many there are."""
    yield tag("p", t("The page is still loading. Search, filters and map follow."), class_="fl-note")
    without = t("Without JavaScript you see this list only. Search, filters and map need JavaScript.")
    yield tag("noscript", tag("p", without))
    asked = [t("{title}: {choice}", title=head, choice=choice) for head, choice in about.asked]
    if asked:
        yield tag("p", " · ".join(asked))
    selection = answer.selection
    counts = [t.plural("{n} offer", "{n} offers", int(selection.found.sum()))]
    counts.append(t.plural("at {n} place", "at {n} places", selection.places))
    if silent := int(selection.silent.sum()):
        counts.append(t.plural("{n} does not state languages", "{n} do not state languages", silent))
    yield tag("p", " · ".join(filter(None, (*counts, when.caption(answer, choices, t=t)))))
    yield tag("p", t("“Not stated” does not mean no: call and ask."), class_="fl-less")


def _nothing(choices: address.Choices, t: Translator) -> Html:
    everything = address.link(address.Choices(t.language, mine=choices.mine))
    return together(
        tag("p", tag("b", t("Nothing fits."))),
        tag("p", tag("a", t("Remove all choices"), href=everything), class_="fl-acts"),
    )


def _ways_on(answer: Answer, choices: address.Choices, *, t: Translator) -> Html:
    """Links to the pages before and after."""
    if answer.pages == 1:
        return Html()
    before, after = answer.page - 1, answer.page + 1
    ways = ((t("Previous page"), before), (t("Next page"), after))
    links = [
        tag("a", words, href=address.link(choices, page=page, facility=""))
        for words, page in ways
        if 1 <= page <= answer.pages
    ]
    here = t("Page {n} of {all}", n=t.number(answer.page), all=t.number(answer.pages))
    return tag("nav", *links, tag("span", here), class_="fl-acts", aria_label=t("Pages of the list"))
