"""What answers change in the tables, cell by cell."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from geodata.coverage.offers import ACTIVE, UNVERIFIED
from geodata.coverage.worklist.answers import Answer, Answers
from geodata.schema import FACILITIES, LIST_SEPARATOR, SERVICES

_COLUMNS: Final = {"languages": "languages_spoken", "hours": "opening_hours"}
_STATUSES: Final = {"yes": ACTIVE, "no": "inactive"}
_SOURCES: Final = "facts_source"
_SOURCE: Final = "{column}=call sheet ({day})"


class TableRow(NamedTuple):
    """A row of a table as it stands: number of its line in the file, cells by column."""

    line: int
    cells: Mapping[str, str]


class CellChange(NamedTuple):
    """A cell that becomes another: file, number of the line, key of the row, column, texts before and after."""

    file: str
    line: int
    key: str
    column: str
    old: str
    new: str


def changed_cells(
    answers: Answers, *, services: Mapping[str, TableRow], facilities: Mapping[str, TableRow]
) -> tuple[CellChange, ...]:
    """Every cell that the answers change, in the order of the answers; none where the tables say the same already.

    An offer takes the weaker of its own status and its facility's. So a facility of which nobody had confirmed that it
    exists becomes active with the first of its offers that is. A day of confirmation is never set back. Where
    languages or hours of an offer change, the call sheet and its day join the sources of the offer.

    Args:
        services, facilities: rows by id; every offer of the answers is there.
    """
    found: dict[tuple[str, str, str], CellChange] = {}
    sources: dict[str, list[str]] = {}
    for answer in answers.given:
        row = services[answer.offer_id]
        for change in _changes(answer, row, facilities=facilities):
            first = found.setdefault((change.file, change.key, change.column), change)
            if first is change and change.old != change.new and change.column in _COLUMNS.values():
                day = answer.answered_on.isoformat()
                sources.setdefault(change.key, []).append(_SOURCE.format(column=change.column, day=day))
    cells = (change for change in found.values() if change.old != change.new)
    return (*cells, *(_with_sources(key, services[key], told=told) for key, told in sources.items()))


def _with_sources(key: str, row: TableRow, *, told: list[str]) -> CellChange:
    old = row.cells[_SOURCES]
    new = LIST_SEPARATOR.join((*filter(None, [old]), *told))
    return CellChange(SERVICES.file, row.line, key, _SOURCES, old, new)


def _changes(answer: Answer, row: TableRow, *, facilities: Mapping[str, TableRow]) -> Iterator[CellChange]:
    key = answer.offer_id
    if answer.kind in _COLUMNS:
        column = _COLUMNS[answer.kind]
        old = row.cells[column]
        same = answer.kind == "languages" and {*old.split(LIST_SEPARATOR)} == {*answer.said.split(LIST_SEPARATOR)}
        yield CellChange(SERVICES.file, row.line, key, column, old, old if same else answer.said)
        return
    yield from _status(SERVICES.file, key, row=row, answer=answer)
    facility_id = row.cells["facility_id"]
    facility = facilities[facility_id]
    if answer.said == "yes" and facility.cells["status"] == UNVERIFIED:
        yield from _status(FACILITIES.file, facility_id, row=facility, answer=answer)


def _status(file: str, key: str, *, row: TableRow, answer: Answer) -> Iterator[CellChange]:
    day = answer.answered_on.isoformat()
    if row.cells["assured_date"] <= day:  # days as text: YYYY-MM-DD, or nothing
        for column, new in (("status", _STATUSES[answer.said]), ("assured_date", day)):
            yield CellChange(file, row.line, key, column, row.cells[column], new)
