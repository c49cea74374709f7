"""The leaflet: offers on A4 paper for a reader, and in German for the counter, as finished words.

Everything here is already formatted; `geodata.adapters.typesetting` makes the PDF and `leaflet.typ` beside this module
is its template. No word says when it was made: same input, same bytes.
"""

import dataclasses
import re
from dataclasses import dataclass
from typing import Any, Final, Literal

from geodata.exports.printable import REPLACEMENT, is_visible

Shape = Literal["circle", "square", "triangle"]

MOST_OFFERS: Final = 60
"""As many as a list can be saved with, and more than anybody reads on paper."""

_NAMES: Final = ("door", "what", "opposite")

_VOWEL_SIGNS: Final = re.compile("[\u064b-\u0652\u0670]")


@dataclass(frozen=True)
class Mark:
    """A section: its shape and colour on the map and in the list, and its name in the reader's language."""

    shape: Shape
    colour: str
    words: str


@dataclass(frozen=True)
class Fact:
    """What is known of an offer, or in the same words that it is not stated (`unknown`)."""

    words: str
    unknown: bool = False


@dataclass(frozen=True)
class Call:
    """Whom to call, and the number: it is printed from left to right in every language."""

    words: str
    number: str


@dataclass(frozen=True)
class Entry:
    """One offer.

    Args:
        number: as in the list, and on the map.
        section: position of its mark in the leaflet.
        door: name of the place as on its door, in German.
        address: street, postal code and town as in German; "" where none may or can be shown.
        phone: in the reader's language, or in German with a counter; None where none is known.
        what, summary: what it is, in the language `own`: the reader's, or German where nobody has translated it.
        facts: in the reader's language.
        opposite, opposite_facts: what it is and what is known, in German; nothing without a counter.
        link: opens the offer, for readers on a screen; "" = none.
    """

    number: int
    section: int
    door: str
    address: str
    phone: Call | None
    what: str
    summary: str
    own: str
    facts: tuple[Fact, ...]
    opposite: str = ""
    opposite_facts: tuple[Fact, ...] = ()
    link: str = ""


@dataclass(frozen=True)
class Picture:
    """An SVG and what it shows, in words for those who do not see it.

    Raises:
        ValueError: `alternative` is empty.
    """

    svg: bytes
    alternative: str

    def __post_init__(self) -> None:
        if not self.alternative.strip():
            raise ValueError("A picture needs an alternative text.")


@dataclass(frozen=True)
class Code:
    """A QR code and what stands beside it.

    Args:
        modules: a side, with the white border.
        words, opposite: what it is for, in the reader's language and in German ("" = no counter).
        link: what it opens, where it is short enough to be typed; else "".
    """

    picture: Picture
    modules: int
    words: str
    opposite: str
    link: str


@dataclass(frozen=True)
class Leaflet:
    """All words of a leaflet.

    Args:
        language: code of the reader's language, such as "ar".
        direction: "ltr" or "rtl": on which side the reader's words stand and the page begins.
        title, subtitle: what the paper is, and how many offers there are.
        opposite_title, opposite_subtitle: the same in German; "" without a counter.
        counter: code of the language opposite; "" = none.
        marks: sections that occur.
        start: name of the place that minutes are counted from; "" = none.
        hint: that not stated does not mean no.
        notes: date of the sources, whether they were checked, whom they come from.
        large: print for weak eyes: 18 points, one column.

    Raises:
        ValueError: no title, no entry, too many entries, or one whose section has no mark.
    """

    language: str
    direction: Literal["ltr", "rtl"]
    title: str
    subtitle: str
    entries: tuple[Entry, ...]
    marks: tuple[Mark, ...]
    calls: tuple[Call, ...]
    hint: str
    notes: tuple[str, ...]
    opposite_title: str = ""
    opposite_subtitle: str = ""
    counter: str = ""
    start: str = ""
    city_map: Picture | None = None
    code: Code | None = None
    large: bool = False

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("A leaflet without title.")
        if not 1 <= len(self.entries) <= MOST_OFFERS:
            raise ValueError(f"A leaflet has 1 to {MOST_OFFERS} offers, not {len(self.entries)}.")
        if any(not 0 <= entry.section < len(self.marks) for entry in self.entries):
            raise ValueError("An offer of a section without a mark.")


def to_fields(leaflet: Leaflet) -> dict[str, Any]:
    """The leaflet as plain lists, texts and numbers for the template; the pictures themselves are left out."""
    fields = dataclasses.asdict(leaflet)
    if fields["city_map"]:
        del fields["city_map"]["svg"]
    if fields["code"]:
        del fields["code"]["picture"]["svg"]
    return fields


def with_names(fields: dict[str, Any]) -> dict[str, Any]:
    """The same fields, with a sign for each name of an offer of which nothing can be seen: no heading is empty.

    Args:
        fields: of `to_fields`, printable.
    """
    entries = [
        entry | {name: entry[name] if is_visible(entry[name]) else REPLACEMENT for name in _NAMES}
        for entry in fields["entries"]
    ]
    return fields | {"entries": entries}


def with_bare_letters(fields: Any) -> Any:
    """The same nest of dicts, lists and values without the signs for short vowels, as newspapers print Arabic.

    A sign and its letter are one thing in a PDF, and a browser's viewer copies words with such things backwards.
    """
    match fields:
        case str():
            return _VOWEL_SIGNS.sub("", fields)
        case dict():
            return {key: with_bare_letters(value) for key, value in fields.items()}
        case list() | tuple():
            return [with_bare_letters(value) for value in fields]
    return fields


def to_reading_order(fields: dict[str, Any]) -> list[str]:
    """One text for each block of words that `leaflet.typ` sets, in its order; "" where the block is German.

    Only the reader's words need one, where they run from right to left: `exports.reading_order` says why.

    Args:
        fields: of `to_fields`.
    """
    return [
        fields["title"],
        *_each(fields["subtitle"]),
        *[""] * (bool(fields["opposite_title"]) + bool(fields["opposite_subtitle"])),
        *_each(_joined([*(mark["words"] for mark in fields["marks"]), fields["start"], fields["hint"]])),
        *(text for entry in fields["entries"] for text in _entry(entry, fields)),
        *_code(fields["code"]),
        *map(_call, fields["calls"]),
        *fields["notes"],
    ]


def _entry(entry: dict[str, Any], fields: dict[str, Any]) -> list[str]:
    """Of the reader's block, then of the one opposite."""
    own = entry["own"] == fields["language"]
    facts = _joined(fact["words"] for fact in entry["facts"])
    what, summary = (entry["what"], entry["summary"]) if own else ("", "")
    if fields["counter"]:
        head = f"{entry['number']}. {what}" if own else ""
        known = entry["phone"] or entry["opposite_facts"]  # on one line
        opposite = [entry["door"], entry["opposite"], entry["address"], known]
        return [head, *[summary][: bool(entry["summary"])], *_each(facts), *[""] * sum(map(bool, opposite))]
    address = [""] * bool(entry["address"])
    phone = [_call(entry["phone"])] if entry["phone"] else []
    return ["", what, *[summary][: bool(entry["summary"])], *address, *phone, *_each(facts)]


def _call(call: dict[str, str]) -> str:
    return f"{call['words']}: {call['number']}"


def _code(code: dict[str, Any] | None) -> list[str]:
    """The words for the reader; those in German and the link are read as they are drawn."""
    return [code["words"], *[""] * (bool(code["opposite"]) + bool(code["link"]))] if code else []


def _joined(texts: Any) -> str:
    return " · ".join(filter(None, texts))


def _each(*texts: str) -> list[str]:
    return [text for text in texts if text]
