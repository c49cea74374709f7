"""A call sheet that came back filled: what was answered, as changes of a scenario, or every fault in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from geodata.coverage.offers import UNKNOWNS
from geodata.coverage.scenario.change import Change, Close, Confirm, OpenAt, States
from geodata.coverage.worklist.answer_fault import AnswerFault, cut
from geodata.coverage.worklist.spoken_answer import day_of, hours_of, languages_of, yes_or_no_of
from geodata.errors import DataError
from geodata.schema import LIST_SEPARATOR

COLUMNS: Final = (
    "facility_id", "facility", "phone", "service_id", "service", "question", "answer", "answered_on",
)  # fmt: skip
"""Heads of a call sheet, in order."""

NEEDED: Final = ("service_id", "question", "answer", "answered_on")
"""Heads without which nothing can be read; the others are there for the people who call."""

Line = tuple[int, Mapping[str, str]]
"""Number of a row, as a spreadsheet counts, and its cells by head."""


@dataclass(frozen=True)
class Answer:
    """What somebody said about one offer.

    Attributes:
        kind: one of `UNKNOWNS`.
        said: as it stands in the tables: codes of languages with semicolons, hours in OSM notation, "yes" or "no".
    """

    offer_id: str
    kind: str
    said: str
    answered_on: date

    @property
    def change(self) -> Change:
        """The answer as a change of a scenario."""
        if self.kind == "languages":
            return States(self.offer_id, tuple(self.said.split(LIST_SEPARATOR)))
        if self.kind == "hours":
            return OpenAt(self.offer_id, self.said)
        return Confirm(self.offer_id) if self.said == "yes" else Close(self.offer_id)


@dataclass(frozen=True)
class Answers:
    """A call sheet without faults; `skipped` lines have no answer."""

    given: tuple[Answer, ...]
    skipped: int

    @property
    def changes(self) -> tuple[Change, ...]:
        """All answers as changes of a scenario, in the order of the lines."""
        return tuple(answer.change for answer in self.given)


def read_answers(
    lines: Iterable[Line], *, places: Mapping[str, str], languages: Mapping[str, str], today: date
) -> Answers:
    """Read the lines of a sheet that has all columns of `NEEDED`. Nothing is changed by it.

    Args:
        places: id of the facility of every offer, by the offer's id.
        languages: codes of languages by their names and codes in small letters.
        today: no answer can be from a later day.

    Raises:
        DataError: with every `AnswerFault`, in the order of the lines; or with one: no line has an answer.
    """
    reading = _Reading(places, languages, today)
    for row, cells in lines:
        reading.read(row, {name: cells.get(name, "").strip() for name in COLUMNS})
    if not reading.faults and not reading.given:
        reading.faults.append(AnswerFault("no_answers"))
    if reading.faults:
        raise DataError(reading.faults)
    return Answers(tuple(reading.given.values()), reading.skipped)


@dataclass
class _Reading:
    """A sheet while it is read, line by line."""

    places: Mapping[str, str]
    languages: Mapping[str, str]
    today: date
    skipped: int = 0
    given: dict[tuple[str, str], Answer] = field(default_factory=dict)
    faults: list[AnswerFault] = field(default_factory=list)

    def read(self, row: int, cells: Mapping[str, str]) -> None:
        """A line without an answer is skipped, whatever else it says; an empty one is no line."""
        if not cells["answer"]:
            self.skipped += any(cells.values())
            return
        faults = [*self._faults_of_place(row, cells), *self._faults_of_day(row, cells)]
        kind, said = cells["question"].lower(), ""
        if kind not in UNKNOWNS:
            faults.append(_fault("unknown_question", (row, "question"), cells=cells, allowed=UNKNOWNS))
        else:
            said, wrong = self._said(kind, cells["answer"])
            faults += [AnswerFault(code, row, "answer", cut(value)) for code, value in wrong]
        self.faults += faults
        day = day_of(cells["answered_on"])
        if not faults and day:
            self._keep(row, Answer(cells["service_id"], kind, said, day))

    def _keep(self, row: int, answer: Answer) -> None:
        earlier = self.given.setdefault((answer.offer_id, answer.kind), answer)
        if earlier != answer:
            self.faults.append(AnswerFault("answered_twice", row, "question", answer.kind))

    def _said(self, kind: str, answer: str) -> tuple[str, list[tuple[str, str]]]:
        """What was answered, and codes and values of what is wrong with it."""
        if kind == "languages":
            codes, unknown = languages_of(answer, self.languages)
            return LIST_SEPARATOR.join(codes), [("unknown_language", word) for word in unknown]
        said = hours_of(answer) if kind == "hours" else yes_or_no_of(answer)
        return said, [] if said else [("wrong_hours" if kind == "hours" else "not_yes_or_no", answer)]

    def _faults_of_place(self, row: int, cells: Mapping[str, str]) -> Iterator[AnswerFault]:
        service_id, facility_id = cells["service_id"], cells["facility_id"]
        if not service_id:
            yield _fault("no_service", (row, "service_id"), cells=cells)
        elif service_id not in self.places:
            yield _fault("unknown_service", (row, "service_id"), cells=cells)
        elif facility_id and facility_id != self.places[service_id]:
            allowed = (self.places[service_id],)
            yield _fault("other_facility", (row, "facility_id"), cells=cells, allowed=allowed)

    def _faults_of_day(self, row: int, cells: Mapping[str, str]) -> Iterator[AnswerFault]:
        day = day_of(cells["answered_on"])
        if day is None:
            code = "wrong_date" if cells["answered_on"] else "no_date"
            yield _fault(code, (row, "answered_on"), cells=cells)
        elif day > self.today:
            yield _fault("future_date", (row, "answered_on"), cells=cells)


def _fault(
    code: str, place: tuple[int, str], *, cells: Mapping[str, str], allowed: tuple[str, ...] = ()
) -> AnswerFault:
    row, column = place
    return AnswerFault(code, row, column, cut(cells[column]), allowed)
