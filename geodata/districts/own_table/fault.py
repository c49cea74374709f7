"""What is wrong in an office's own table: a code, the place, and one sentence a code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from geodata.i18n import N_, SOURCE_LANGUAGE, Translator

MESSAGES: Final[Mapping[str, str]] = {
    # the file
    "empty_file": N_("The file is empty. Save the table again and choose it once more."),
    "too_large": N_("The file is larger than {limit} MB. A table of districts needs less. Keep one sheet only."),
    "unpacks_too_large": N_("Unpacked, the file is larger than {limit} MB. Keep one sheet with the table only."),
    "old_excel": N_("This is an old or locked Excel file. Save it as .xlsx without a password."),
    "macros": N_("The file holds macros. Save it as .xlsx without macros."),
    "not_a_table": N_("This is no table. Save it as .xlsx or as CSV in UTF-8."),
    "damaged": N_("The file is damaged. Open it in your spreadsheet program and save it again as .xlsx."),
    "unsafe_xml": N_("The file declares its own XML entities. Save it again as .xlsx in a spreadsheet program."),
    "wrong_encoding": N_("The letters are not stored in UTF-8. Save the file as “CSV UTF-8”."),
    "broken_quotes": N_("A quotation mark has no partner in this row or below."),
    # the sheets
    "no_sheet": N_("The file has no sheet with cells. Put the table on a sheet."),
    "empty_sheet": N_("The sheet is empty. Put the head of the table in the first row."),
    "two_sheets": N_("More than one sheet holds data: {names}. Keep the one to be read."),
    "hidden_sheet": N_("A hidden sheet holds data. Show it or delete it."),
    "hidden_row": N_("This row is hidden. Show it or delete it."),
    "hidden_column": N_("This column is hidden. Show it or delete it."),
    "too_many_cells": N_("The table has more than {rows} rows or {columns} columns. Delete what is not part of it."),
    # the head
    "no_header": N_("The first row must name the columns, for example: {example}"),
    "merged_header": N_("Cells of the head are merged ({range}). One row of single cells, please."),
    "two_headers": N_("This is a second row of heads. Keep one row of heads."),
    "repeated_column": N_("Two columns mean the same: {first} and {second}. Keep one."),
    "no_area_column": N_("There is no column for the district. Name it: {allowed}"),
    "no_denominator_column": N_("There is no column with the number of residents. Without it nobody can check whether too few people stand behind a share. Name it: {allowed}"),  # noqa: E501 - one message, one line
    "no_number_column": N_("There is no column with people counted or with shares. Name it: {allowed}"),
    # the rows
    "merged_cells": N_("Cells are merged ({range}). Each district needs its own cells."),
    "more_cells": N_("This row has more cells than the head. Numbers with a comma need quotation marks, or semicolons between cells."),  # noqa: E501 - one message, one line
    "no_rows": N_("There is no district below the head."),
    "total_row": N_("This is the row of the whole city or a sum. Delete it: it is worked out from the districts."),
    "no_area": N_("This row has numbers but no district. Write its key or name, or delete the row."),
    "unknown_key": N_("No district has this key. Keys are: {allowed}"),
    "unknown_name": N_("No district has this name. Names are: {allowed}"),
    "key_and_name": N_("Key and name are two different districts: {key} is {expected}."),
    "repeated_area": N_("This district was already in row {first}. Each district once."),
    "two_definitions": N_("The file holds more than one definition: {codes}. One file, one definition."),
    "other_definition": N_("The file says another definition than you chose. You chose: {expected}"),
    # the cells
    "formula": N_("This cell holds a formula. Replace it by its value: copy, then “paste values only”."),
    "error_cell": N_("This cell shows an error of the spreadsheet. Write the number, or delete the whole row."),
    "empty_cell": N_("This cell is empty, others of its row are not. Fill it, or delete the whole row."),
    "not_a_number": N_("This is no number. Write digits only, or delete the whole row."),
    "not_whole": N_("People are counted in whole numbers, without point or comma."),
    "thousands": N_("Write numbers without marks between thousands: 1234 and not 1.234"),
    "too_big": N_("This number is too large for a district."),
    "negative": N_("A number below 0 cannot be right here."),
    "percent": N_("This looks like percent without the sign. Write 0.273 or 27.3 % (cells like this: {n})."),
    "above_one": N_("A share cannot be more than 100 %."),
    "no_residents": N_("There must be more than 0 residents. Delete the row if nobody lives there."),
    "more_than_residents": N_("More people are counted than live there: {residents}."),
    "share_differs": N_("The share does not fit the two numbers: {numerator} of {denominator} is {expected}."),
    # what the form asks
    "unknown_definition": N_("Choose one of the definitions: {allowed}"),
    "no_date": N_("Write the day the numbers are from, as year-month-day: 2024-12-31"),
    "future_date": N_("This day has not come yet. Write the day the numbers are from."),
    "no_source": N_("Say where the numbers come from."),
    "unknown_source": N_("This source is not in definitions.toml. There are: {allowed}"),
}  # fmt: skip
"""Code → sentence; {places} are filled from `TableFault.values`."""


@dataclass(frozen=True)
class TableFault:
    """A fault of an office's own table.

    Attributes:
        code: a key of `MESSAGES`.
        sheet: name of the sheet, "" for CSV or where the whole file is meant.
        row: as the spreadsheet counts, 1 is the head; 0 = no single row.
        column: letter as in the spreadsheet, "" = no single column; "definition", "date" or "source" in the form.
        found: what stands there, cut to a line.
        values: fill the places of the sentence; whole numbers are printed as the language does.
    """

    code: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    found: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)

    def message(self, t: Translator) -> str:
        """The sentence in the reader's language: what is wrong, and what to write instead."""
        filled = {name: t.number(value) if isinstance(value, int) else value for name, value in self.values.items()}
        return t(MESSAGES[self.code], **filled)

    def __str__(self) -> str:
        places = [
            f"sheet {self.sheet!r}" if self.sheet else "",
            f"row {self.row}" if self.row else "",
            f"column {self.column}" if self.column else "",
            f"found {self.found!r}" if self.found else "",
        ]
        place = ", ".join(filter(None, places))
        return f"{place}: {self.message(_ENGLISH)}" if place else self.message(_ENGLISH)


_ENGLISH: Final = Translator(SOURCE_LANGUAGE)
