"""Writes the leaflet: from found offers to finished words in the reader's language, and in German opposite."""

import dataclasses
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from geodata.exports.leaflet import Call, Code, Entry, Fact, Leaflet, Mark, Picture, Shape
from geodata.exports.leaflet_code import code_of
from geodata.exports.leaflet_ground import Ground
from geodata.exports.leaflet_map import Pin, leaflet_map, sheet_for
from geodata.exports.places_found import Found, Row, address_of, point_of
from geodata.exports.places_words import Cells, cells_of, own_language
from geodata.i18n import N_, Translator

LOOKS: Final[tuple[tuple[Shape, str], ...]] = (("circle", "#A65200"), ("square", "#0F3B82"), ("triangle", "#00806A"))
"""Of the sections, in their order: as on the map of the page."""

_TITLE: Final = N_("Important places for you")
_CALLS: Final = (
    (N_("Ambulance, fire brigade"), "112"),
    (N_("Police"), "110"),
    (N_("Violence against women (free, in many languages)"), "116 016"),
)
_MOST_LANGUAGES: Final = 5
_LONGEST_TYPED: Final = 50  # characters: nobody types a longer link


@dataclass(frozen=True)
class Way:
    """On foot from the place that the reader has named.

    Args:
        start: its name.
        point: (lat, lon) in WGS 84, for the map; None = not drawn.
        minutes: to every offer, in the order of the offers; NaN where no way within an hour is known.
    """

    start: str
    point: tuple[float, float] | None
    minutes: Sequence[float]


@dataclass(frozen=True)
class Links:
    """What opens the list, and each offer in the order of the offers; "" and () = none."""

    page: str = ""
    offers: Sequence[str] = ()


@dataclass(frozen=True, eq=False)
class Look:
    """How the paper looks.

    Args:
        sections: codes of all sections, in their order, which gives each its mark.
        ground: for the map; without it, or without an offer that has a point, there is no map.
        large: print for weak eyes.
    """

    sections: Sequence[str]
    ground: Ground | None = None
    large: bool = False


def leaflet_of(
    found: Found, look: Look, *, counter: Translator | None = None, way: Way | None = None, links: Links | None = None
) -> Leaflet:
    """The leaflet of 1 to 60 found offers, numbered from 1 in their order.

    Args:
        counter: writes German opposite the reader's language; does nothing where both are the same.

    Raises:
        ValueError: no offer, or more than 60; a link that is longer than a QR code can hold.
    """
    links, counter = links or Links(), None if counter and counter.language == found.t.language else counter
    marks = _marks(found, look.sections)
    written = _written(found, marks, counter=counter, way=way, links=links)
    return dataclasses.replace(
        written,
        city_map=_map(found, marks, way=way, look=look),
        code=_code(links.page, found.t, counter=counter) if links.page else None,
        large=look.large,
    )


def _written(
    found: Found, marks: Mapping[str, Mark], *, counter: Translator | None, way: Way | None, links: Links
) -> Leaflet:
    """All words but those of map and code."""
    t, places = found.t, list(marks)
    sections = [places.index(offer["section"]) for offer, _ in found.pairs]
    leaflet = Leaflet(
        language=t.language,
        direction="rtl" if t.direction == "rtl" else "ltr",
        title=t(_TITLE),
        subtitle=_subtitle(found, t, way=way),
        entries=tuple(
            _entry(found, at, counter=counter, way=way, links=links, section=section)
            for at, section in enumerate(sections)
        ),
        marks=tuple(marks.values()),
        calls=tuple(Call(t(words), t.isolated(_unbroken(number))) for words, number in _CALLS),
        hint=t("Not stated does not mean no. Please ask."),
        notes=tuple(_notes(found)),
        start=t.isolated(way.start) if way and way.point else "",
    )
    return leaflet if counter is None else _with_opposite(leaflet, found, counter=counter, way=way)


def _with_opposite(leaflet: Leaflet, found: Found, *, counter: Translator, way: Way | None) -> Leaflet:
    subtitle = _subtitle(found, counter, way=way)
    return dataclasses.replace(
        leaflet, counter=counter.language, opposite_title=counter(_TITLE), opposite_subtitle=subtitle
    )


def _marks(found: Found, sections: Sequence[str]) -> Mapping[str, Mark]:
    """Code of each section that occurs → its mark, in the order of the sections."""
    used, names = {offer["section"] for offer, _ in found.pairs}, found.words["section"]
    return {code: Mark(*LOOKS[at % len(LOOKS)], names[code]) for at, code in enumerate(sections) if code in used}


def _subtitle(found: Found, t: Translator, *, way: Way | None) -> str:
    offers = t.plural("{n} offer", "{n} offers", len(found.pairs))
    return f"{offers} · {_start(way, t)}" if way else offers


def _start(way: Way, t: Translator) -> str:
    return t("Minutes on foot from {place}", place=t.isolated(way.start))


def _entry(found: Found, at: int, *, counter: Translator | None, way: Way | None, links: Links, section: int) -> Entry:
    offer, place = found.pairs[at]
    cells = cells_of(found, offer, place=place)
    said: dict[str, Any] = {"minutes": way.minutes[at] if way else None, "reader": found.t.language}
    said["has_counter"] = counter is not None
    entry = Entry(
        number=at + 1,
        section=section,
        door=place["name"],
        address=address_of(place),
        phone=_call(str(cells["phone"]), t=counter or found.t),
        what=str(cells["name"]),
        summary=str(cells["summary"]),
        own=own_language(found, offer),
        facts=tuple(_facts(found, at, cells=cells, **said)),
        link=links.offers[at] if links.offers else "",
    )
    if counter is None:
        return entry
    german = dataclasses.replace(found, t=counter)
    opposite = cells_of(german, offer, place=place)
    known = tuple(_facts(german, at, cells=opposite, **said))
    return dataclasses.replace(entry, opposite=str(opposite["name"]), opposite_facts=known)


def _facts(
    found: Found, at: int, *, cells: Cells, minutes: float | None, reader: str, has_counter: bool
) -> Iterator[Fact]:
    """What is known, then in one line what is not. Where a place must not be found, its minutes would tell.

    `reader` is the code of the reader's language; where German stands opposite, German words are not said twice.
    """
    t, (offer, place) = found.t, found.pairs[at]
    hours = "" if cells["hours"] == t("not stated") else str(cells["hours"])
    if hours and has_counter and not (offer["opening_hours"] or place["opening_hours"]):
        hours = hours if t.language == "de" else t("in German")
    unknown = []
    for value, title, gap in (
        (_spoken(offer["languages_spoken"], t, reader=reader), t("Spoken languages"), t("languages")),
        (hours, t("Opening hours"), t("opening hours")),
    ):
        if value:
            yield Fact(t("{title}: {choice}", title=title, choice=t.isolated(value)))
        else:
            unknown.append(gap)
    if offer["appointment"] == "yes":
        yield Fact(t("by appointment only"))
    yield from _way(place, minutes, t=t)
    if unknown:
        yield Fact(t("Not stated: {list}", list=t.listed(unknown)), unknown=True)


def _spoken(codes: Sequence[str], t: Translator, *, reader: str) -> str:
    """Names of the languages, the reader's first; of many the first few, and how many more there are."""
    ordered = sorted(codes, key=lambda code: code != reader)
    most = _MOST_LANGUAGES if len(ordered) > _MOST_LANGUAGES + 1 else len(ordered)
    named = t.listed(map(t.language_name, ordered[:most]))
    more = len(ordered) - most
    return f"{named} {t.plural('and {n} more language', 'and {n} more languages', more)}" if more else named


def _call(number: str, *, t: Translator) -> Call | None:
    return Call(t("Telephone"), t.isolated(_unbroken(number))) if number else None


def _unbroken(number: str) -> str:
    """A telephone number that stays on one line, and in one piece where words run from right to left."""
    return number.replace(" ", "\N{NO-BREAK SPACE}")


def _way(place: Row, minutes: float | None, *, t: Translator) -> Iterator[Fact]:
    """How far it is, where there is a way to it; of a place that must not be found only why its address is not here."""
    if place["address_visibility"] == "hidden":
        yield Fact(t("Address: kept secret to protect people"))
    elif minutes is not None and place["address_visibility"] == "public" and point_of(place):
        far = math.isnan(minutes)
        yield Fact(t("More than an hour on foot") if far else t("{n} min on foot", n=t.number(math.ceil(minutes))))


def _notes(found: Found) -> Iterator[str]:
    """Date of the newest source, whether anybody has checked, whom the data come from."""
    t = found.t
    rows: list[Row] = [row for pair in found.pairs for row in pair]
    newest = max((row["source_date"] for row in rows if not row["source_date"].endswith("~")), default="")
    if newest:
        yield t("Newest source: {date}", date=t.isolated(t.date(newest)))
    if not any(row["assured_date"] for row in rows):
        yield t("The office has not checked these entries yet.")
    if found.about.credits:
        yield t.isolated(found.about.credits)


def _map(found: Found, marks: Mapping[str, Mark], *, way: Way | None, look: Look) -> Picture | None:
    points = ((number, offer, point_of(place)) for number, (offer, place) in enumerate(found.pairs, start=1))
    pins = [Pin(number, marks[offer["section"]], point) for number, offer, point in points if point]
    if look.ground is None or not pins:
        return None
    sheet = sheet_for(len(pins), large=look.large)
    svg = leaflet_map(pins, look.ground, start=way.point if way else None, sheet=sheet)
    return Picture(svg, found.t("Map with the numbers of this list"))


def _code(link: str, t: Translator, *, counter: Translator | None) -> Code:
    svg, modules = code_of(link)
    typed = link.removeprefix("https://")
    return Code(
        Picture(svg, t("QR code that opens this list")),
        modules,
        words=t("Scan the code to open this list on a phone."),
        opposite=counter("Scan the code to open this list on a phone.") if counter else "",
        link=typed if len(typed) <= _LONGEST_TYPED else "",
    )
