"""The call sheet: whom to ask what, in order, as finished words for paper, and as a table to be filled and read back.

It is in the language of those who call and are called, whatever the reader's is. `geodata.adapters.typesetting` makes
the PDF and `call_sheet.typ` beside this module is its template. No word says when it was made: same input, same bytes.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from geodata.coverage.question import Question
from geodata.coverage.worklist import Call, Worklist
from geodata.coverage.worklist.answers import COLUMNS
from geodata.exports import tables
from geodata.exports.coverage_words import offer_phrase, within_phrase
from geodata.exports.worklist_words import QUESTIONS, promise
from geodata.hours import WEEKDAYS
from geodata.i18n import Translator

Choices = tuple[tuple[str, ...], tuple[str, ...]]
"""Boxes to be ticked, and words with a line to write on."""

_BYTE_ORDER_MARK = "\ufeff"
_DELIMITER = ";"
"""Spreadsheets in German open a file with semicolons as a table, and one with commas as a single column."""


@dataclass(frozen=True)
class Contact:
    """How to reach a facility: its name as on the door, its district, telephone as dialled here, website; "" = none."""

    name: str
    district: str
    phone: str
    website: str


@dataclass(frozen=True)
class Item:
    """One question about one offer.

    Attributes:
        kind: code of `UNKNOWNS`; `question` is what it asks in words.
        boxes: answers to be ticked.
        blanks: words, each with a line behind it to write on.
    """

    service_id: str
    service: str
    kind: str
    question: str
    boxes: tuple[str, ...]
    blanks: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """One call; `reach` says how to reach the place."""

    facility_id: str
    name: str
    phone: str
    reach: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class CallSheet:
    """All words of a call sheet.

    Attributes:
        language: code of its language.
        heads: of the three columns offer, question, answer; `day_head` stands before the line for the day of the call.
        closing: what the answers will settle.
    """

    language: str
    title: str
    subtitle: str
    intro: tuple[str, ...]
    heads: tuple[str, str, str]
    day_head: str
    places: tuple[Place, ...]
    closing: str


@dataclass(frozen=True)
class Directory:
    """What the tables say of places and offers: contacts of facilities and names of offers, by their ids.

    Attributes:
        languages: codes of languages that are offered to be ticked, besides those asked for.
    """

    contacts: Mapping[str, Contact]
    services: Mapping[str, str]
    languages: Sequence[str]


def call_sheet_of(
    found: Worklist, question: Question, *, directory: Directory, topic_name: str, t: Translator
) -> CallSheet:
    """The words of a worklist.

    Args:
        topic_name: name of the topic or section asked for, in the sheet's language; "" = any.
        t: of the sheet's language, which is that of the people who are called.
    """
    answers = _answers(question, directory, t=t)
    return CallSheet(
        language=t.language,
        title=t("Call sheet"),
        subtitle=f"{offer_phrase(question, t, topic_name=topic_name)} · {within_phrase(question, t)}",
        intro=_intro(t),
        heads=(t("Offer"), t("Question"), t("Answer")),
        day_head=t("Day of the call:"),
        places=tuple(_place(call, directory, answers=answers, t=t) for call in found.calls),
        closing=promise(found, t),
    )


def _intro(t: Translator) -> tuple[str, ...]:
    return (
        t("Please call in this order. The first answers help most."),
        t("Tick or write down what is said. Whoever does not know has not said no: leave it empty."),
        t("Please write down no names of persons."),
        t("Then write the answers into the CSV file of this list, and choose it on the page “Coverage”."),
    )


def _answers(question: Question, directory: Directory, *, t: Translator) -> Mapping[str, Choices]:
    """Boxes and blanks of every kind of question; a language that is asked for comes first."""
    languages = tuple(dict.fromkeys((*question.languages, *directory.languages)))
    return {
        "languages": (tuple(t.language_name(code) for code in languages), (t("others:"),)),
        "hours": ((), tuple(t.opening_hours(day) for day in WEEKDAYS)),
        "active": ((t("yes"), t("no")), ()),
    }


def _place(call: Call, directory: Directory, *, answers: Mapping[str, Choices], t: Translator) -> Place:
    contact = directory.contacts[call.facility_id]
    phone = t("Telephone: {number}", number=contact.phone) if contact.phone else t("no telephone listed")
    website = "" if contact.phone else contact.website
    items = tuple(
        Item(ask.offer_id, directory.services[ask.offer_id], kind, t(QUESTIONS[kind]), *answers[kind])
        for ask in call.asks
        for kind in ask.kinds
    )
    reach = " · ".join(filter(None, (contact.district, phone, website)))
    return Place(call.facility_id, contact.name, contact.phone, reach, items)


def to_csv(sheet: CallSheet) -> bytes:
    """The table to be filled: a line a question, `answer` and `answered_on` empty; UTF-8 with mark, semicolons.

    A text that a spreadsheet would run begins with an apostrophe.
    """
    lines = [
        (place.facility_id, place.name, place.phone, item.service_id, item.service, item.kind, "", "")
        for place in sheet.places
        for item in place.items
    ]
    harmless = tables.to_csv(
        pd.DataFrame(lines, columns=list(COLUMNS), dtype=object), dict(zip(COLUMNS, COLUMNS, strict=True))
    )
    rows = csv.reader(io.StringIO(harmless.decode("utf-8-sig"), newline=""))
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=_DELIMITER, quoting=csv.QUOTE_MINIMAL, lineterminator="\n").writerows(rows)
    return f"{_BYTE_ORDER_MARK}{text.getvalue()}".encode()
