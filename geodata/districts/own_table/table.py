"""An office's own table: from cells with addresses to one entry a district, or to every fault in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from geodata.districts.own_table.area import area_of, is_head, is_total
from geodata.districts.own_table.columns import Columns, Meaning, find_columns, head_faults, meaning_of
from geodata.districts.own_table.fault import TableFault
from geodata.districts.own_table.names import DistrictNames
from geodata.districts.own_table.numbers import Share, Unreadable, people_in, share_in
from geodata.districts.own_table.sheet import MOST_COLUMNS, MOST_ROWS, Cell, Sheet, shown, too_many_cells
from geodata.errors import DataError

_ROUNDING: Final = 1e-6
"""Spreadsheets store shares with 15 digits; nobody prints more than four."""

_NUMBERS: Final[tuple[Meaning, ...]] = ("numerator", "denominator", "value")

Number = TypeVar("Number", int, Share)


@dataclass(frozen=True)
class Entry:
    """What the table says about one district: `value` = numerator / denominator, a share in [0, 1]."""

    key: str
    numerator: int
    denominator: int
    value: float


@dataclass(frozen=True)
class OwnTable:
    """A table without faults.

    Attributes:
        entries: by key.
        missing: keys of the districts of which it says nothing: no data there.
        ignored: heads of columns that were not read.
        definition: code in its column `definition`, "" where it has none.
    """

    entries: tuple[Entry, ...]
    missing: tuple[str, ...]
    ignored: tuple[str, ...]
    definition: str = ""


def read_own_table(sheets: Sequence[Sheet], names: DistrictNames) -> OwnTable:
    """Read the one sheet that holds data.

    The first row that is not empty is the head. It names the district (key or name), its residents, and the people
    counted or their share. A share alone is refused: without residents nobody can tell whether too few people stand
    behind it. Columns of other names are ignored, and rows of a district without any number: no data.

    Raises:
        DataError: with every `TableFault`, in order of rows.
    """
    sheet = _only_sheet(sheets)
    rows = dict(sheet.rows())
    first = min(rows)
    faults = [*_form_faults(sheet, first), *head_faults(sheet, first, head=rows[first])]
    if faults:
        raise DataError(faults)
    reading = _Reading(sheet, find_columns(rows.pop(first)), names=names)
    for row, cells in rows.items():
        reading.read_row(row, cells)
    return reading.table(ignored=_ignored(sheet, first))


def _only_sheet(sheets: Sequence[Sheet]) -> Sheet:
    filled = [sheet for sheet in sheets if sheet.cells]
    if not sheets:
        raise DataError([TableFault("no_sheet")])
    if not filled:
        raise DataError([sheets[0].fault("empty_sheet")])
    hidden = [sheet.fault("hidden_sheet") for sheet in filled if sheet.hidden]
    if hidden:
        raise DataError(hidden)
    if len(filled) > 1:
        raise DataError([filled[1].fault("two_sheets", names=", ".join(shown(sheet.name) for sheet in filled[:4]))])
    if filled[0].cells[-1].row > MOST_ROWS or max(cell.column for cell in filled[0].cells) > MOST_COLUMNS:
        raise DataError([too_many_cells(filled[0].name)])
    return filled[0]


def _form_faults(sheet: Sheet, head: int) -> Iterator[TableFault]:
    """What is wrong with the sheet whatever its cells say."""
    for address, (first, _) in sheet.merged:
        if first > head:
            yield sheet.fault("merged_cells", row=first, range=address)
    for row, cells in sheet.rows():
        if row in sheet.hidden_rows:
            yield sheet.fault("hidden_row", cells[min(cells)])
    for column in sorted(sheet.hidden_columns):
        inside = [cell for cell in sheet.cells if cell.column == column]
        yield from (sheet.fault("hidden_column", cell) for cell in inside[:1])


def _ignored(sheet: Sheet, head: int) -> tuple[str, ...]:
    return tuple(shown(cell.text) for cell in sheet.cells if cell.row == head and meaning_of(cell.text) is None)


@dataclass
class _Reading:
    """The table while it is read, row by row."""

    sheet: Sheet
    columns: Columns
    names: DistrictNames
    rows: int = 0
    entries: dict[str, Entry] = field(default_factory=dict)
    first_row: dict[str, int] = field(default_factory=dict)
    percent: list[Cell] = field(default_factory=list)
    definitions: dict[str, Cell] = field(default_factory=dict)
    faults: list[TableFault] = field(default_factory=list)

    def read_row(self, row: int, by_column: Mapping[int, Cell]) -> None:
        cells = {meaning: by_column[column] for meaning, column in self.columns.items() if column in by_column}
        self.rows += 1
        if "definition" in cells:
            self.definitions.setdefault(cells["definition"].text, cells["definition"])
        numbers = [meaning for meaning in _NUMBERS if meaning in cells]
        area = [cells[name] for name in ("key", "name") if name in cells]
        if is_head(cells, first=self.rows == 1):
            self.faults.append(self.sheet.fault("two_headers", cells[next(iter(cells))]))
        elif is_total(area):
            self.faults.append(self.sheet.fault("total_row", area[0]))
        elif not area:
            self.faults += [self.sheet.fault("no_area", cells[meaning]) for meaning in numbers[:1]]
        else:
            self._read_area(row, cells, has_numbers=bool(numbers))

    def _read_area(self, row: int, cells: Mapping[Meaning, Cell], *, has_numbers: bool) -> None:
        key = area_of(cells, self.names, sheet=self.sheet)
        if isinstance(key, TableFault):
            self.faults.append(key)
            key = ""
        elif key in self.first_row:
            place = cells.get("key") or cells["name"]
            self.faults.append(self.sheet.fault("repeated_area", place, first=self.first_row[key]))
        self.first_row.setdefault(key, row)
        entry = self._entry(row, cells, key=key) if has_numbers else None
        if entry is not None:
            self.entries[key] = entry

    def _entry(self, row: int, cells: Mapping[Meaning, Cell], *, key: str) -> Entry | None:
        """The entry, or None where one of its cells is at fault."""
        before = len(self.faults) + len(self.percent)
        empty = [meaning for meaning in _NUMBERS if meaning in self.columns and meaning not in cells]
        self.faults += [self.sheet.fault("empty_cell", Cell(row, self.columns[meaning], "")) for meaning in empty]
        people = {meaning: self._people(cells.get(meaning)) for meaning in _NUMBERS[:2]}
        share = self._share(cells.get("value"))
        residents, counted = people["denominator"], people["numerator"]
        if len(self.faults) + len(self.percent) > before or residents is None:
            return None
        self.faults += self._disagreements(cells, counted=counted, residents=residents, share=share)
        if residents == 0:
            return None
        if counted is not None:
            return Entry(key, counted, residents, counted / residents)
        return None if share is None else Entry(key, round(share.value * residents), residents, share.value)

    def _people(self, cell: Cell | None) -> int | None:
        try:
            return None if cell is None else people_in(cell)
        except Unreadable as unreadable:
            self._unreadable(unreadable.code, cell)
            return None

    def _share(self, cell: Cell | None) -> Share | None:
        try:
            return None if cell is None else share_in(cell)
        except Unreadable as unreadable:
            self._unreadable(unreadable.code, cell)
            return None

    def _unreadable(self, code: str, cell: Cell | None) -> None:
        if code == "percent" and cell is not None:
            self.percent.append(cell)  # the whole column was meant so: one sentence for all its cells
        else:
            self.faults.append(self.sheet.fault(code, cell))

    def _disagreements(
        self, cells: Mapping[Meaning, Cell], *, counted: int | None, residents: int, share: Share | None
    ) -> Iterator[TableFault]:
        if residents == 0:
            yield self.sheet.fault("no_residents", cells["denominator"])
        elif counted is not None and counted > residents:
            yield self.sheet.fault("more_than_residents", cells["numerator"], residents=residents)
        elif counted is not None and share is not None:
            exact = counted / residents
            if abs(share.value - exact) > share.half_digit + _ROUNDING:
                yield self.sheet.fault(
                    "share_differs", cells["value"], numerator=counted, denominator=residents, expected=f"{exact:.4f}"
                )

    def table(self, *, ignored: tuple[str, ...]) -> OwnTable:
        """What was read.

        Raises:
            DataError: there were faults.
        """
        faults = [*self.faults, *self._faults_of_columns()]
        if not self.entries and not faults:
            faults.append(self.sheet.fault("no_rows"))
        faults.sort(key=lambda fault: fault.row)
        if faults:
            raise DataError(faults)
        entries = tuple(self.entries[key] for key in sorted(self.entries))
        missing = tuple(key for key in self.names.names if key not in self.entries)
        return OwnTable(entries, missing, ignored, next(iter(self.definitions), ""))

    def _faults_of_columns(self) -> Iterator[TableFault]:
        if self.percent:
            yield self.sheet.fault("percent", self.percent[0], n=len(self.percent))
        if len(self.definitions) > 1:
            second = list(self.definitions.values())[1]
            yield self.sheet.fault("two_definitions", second, codes=", ".join(map(shown, [*self.definitions][:3])))
