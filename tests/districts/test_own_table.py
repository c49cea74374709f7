"""An office's own table: what is accepted, and what each fault is called."""

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.districts.own_table.fault import MESSAGES, TableFault
from geodata.districts.own_table.names import DistrictNames
from geodata.districts.own_table.sheet import MOST_ROWS, Cell, Sheet, letters
from geodata.districts.own_table.table import Entry, OwnTable, read_own_table
from geodata.errors import DataError, GeodataError
from geodata.i18n import Translator

NAMES = DistrictNames.from_spellings(
    {"01": "Innenstadt", "02": "Groß Ellershausen", "03": "Knutbühren"},
    [("01", "Innenstadt (Altstadt)"), ("03", "Knutbüren")],
)
HEAD = ("key", "name", "numerator", "denominator", "value")
GOOD = ("1", "Innenstadt", "1638", "8924", "0,1836")

Row = Sequence[str | float | None]


def sheet(*rows: Row, name: str = "Daten") -> Sheet:
    """Texts and numbers as cells; a text that begins with "=" is a formula, with "#" an error."""
    cells = []
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            if value is not None:
                kind = {"=": "formula", "#": "error"}.get(str(value)[:1], "text")
                cells.append(Cell(row, column, str(value), kind if isinstance(value, str) else "number"))
    return Sheet(name, tuple(cells))


def read(*rows: Row) -> OwnTable:
    return read_own_table([sheet(*rows)], NAMES)


def faults(*sheets: Sheet) -> list[TableFault]:
    with pytest.raises(DataError) as caught:
        read_own_table(sheets, NAMES)
    return [fault for fault in caught.value.faults if isinstance(fault, TableFault)]


def test_people_and_residents_make_the_share() -> None:
    table = read(("Stadtbezirk", "Menschen", "Einwohner"), ("knutbueren", "30", 120), ("INNENSTADT", 1638.0, "8924"))
    assert table.entries == (Entry("01", 1638, 8924, 1638 / 8924), Entry("03", 30, 120, 0.25))
    assert table.missing == ("02",)


@pytest.mark.parametrize("share", ["0.25", "0,25", "25 %", "25%", "25,0 %", "25\u202f%", 0.25])
def test_a_share_may_be_written_in_many_ways(share: str | float) -> None:
    assert read(("key", "share", "residents"), ("01", share, 1000)).entries == (Entry("01", 250, 1000, 0.25),)


@pytest.mark.parametrize("head", ["Schlüssel", "SCHLUESSEL", "key", " District_Key ", "district key"])
def test_heads_are_known_in_any_case_and_spelling(head: str) -> None:
    assert read((head, "Zähler", "NENNER"), (7 - 6, 10, 100)).entries[0].key == "01"


@pytest.mark.parametrize(
    "name",
    ["Groß Ellershausen", "Gross-Ellershausen", "GROSS  ELLERSHAUSEN", "groß\u00a0ellershausen", "Groß–Ellershausen"],
)
def test_names_are_known_in_any_spelling(name: str) -> None:
    assert read(("name", "count", "residents"), (name, 10, 100)).entries[0].key == "02"


def test_a_share_rounded_as_it_is_printed_fits_its_numbers() -> None:
    assert read(HEAD, ("01", "Innenstadt", 1638, 8924, "18 %")).entries[0].value == 1638 / 8924


def test_other_columns_are_ignored_and_named() -> None:
    table = read((*HEAD, "Bemerkung"), (*GOOD, "=1+1"))
    assert (len(table.entries), table.ignored) == (1, ("Bemerkung",))


def test_a_district_without_numbers_has_no_data() -> None:
    assert read(HEAD, GOOD, ("02", "Groß Ellershausen")).missing == ("02", "03")


def test_the_definition_of_the_file_is_told() -> None:
    assert read((*HEAD, "Definition"), (*GOOD, "city_first")).definition == "city_first"


BROKEN_ROWS: dict[str, tuple[str, str, Row]] = {
    "wrong key": ("unknown_key", "A", ("19", "Innenstadt", "10", "100", "0.1")),
    "key with letters": ("unknown_key", "A", ("1a", "Innenstadt", "10", "100", "0.1")),
    "unknown name": ("unknown_name", "B", ("01", "Altona", "10", "100", "0.1")),
    "key and name disagree": ("key_and_name", "B", ("01", "Knutbühren", "10", "100", "0.1")),
    "numbers without district": ("no_area", "C", (None, None, "10", "100", "0.1")),
    "total row by name": ("total_row", "A", ("", "Göttingen gesamt", "10", "100", "0.1")),
    "total row by key": ("total_row", "A", ("00", "Göttingen", "10", "100", "0.1")),
    "sum": ("total_row", "B", (None, "Summe:", "10", "100", "0.1")),
    "percent as 0 to 100": ("percent", "E", ("02", None, "10", "100", "10")),
    "thousands": ("thousands", "D", ("02", None, "10", "1.234", "0.1")),
    "thousands and comma": ("thousands", "D", ("02", None, "10", "1.234,5", "0.1")),
    "thousands with a space": ("thousands", "D", ("02", None, "10", "1\u00a0234", "0.1")),
    "thousands in a share": ("thousands", "E", ("02", None, "10", "100", "1.234,5")),
    "half a person": ("not_whole", "C", ("02", None, "10,5", "100", "0.105")),
    "stored half a person": ("not_whole", "C", ("02", None, 10.5, "100", "0.105")),
    "negative count": ("negative", "C", ("02", None, "-10", "100", "0.1")),
    "negative share": ("negative", "E", ("02", None, "10", "100", "-0.1")),
    "more than live there": ("more_than_residents", "C", ("02", None, "101", "100", "1")),
    "nobody lives there": ("no_residents", "D", ("02", None, "0", "0", "0")),
    "share does not fit": ("share_differs", "E", ("02", None, "10", "100", "0.2")),
    "share does not fit its digits": ("share_differs", "E", ("02", None, "10", "100", "0.1012")),
    "more than 100 %": ("above_one", "E", ("02", None, "10", "100", "101 %")),
    "text for a number": ("not_a_number", "C", ("02", None, "ca. 10", "100", "0.1")),
    "dash for a number": ("not_a_number", "C", ("02", None, "–", "100", "0.1")),
    "nan": ("not_a_number", "C", ("02", None, "nan", "100", "0.1")),
    "infinite": ("not_a_number", "D", ("02", None, "10", "inf", "0.1")),
    "1e999 as text": ("not_a_number", "D", ("02", None, "10", "1e999", "0.1")),
    "too big": ("too_big", "D", ("02", None, "10", "9" * 30, "0.1")),
    "too big for a float": ("too_big", "D", ("02", None, "10", "9" * 400, "0.1")),
    "digits of another script": ("not_a_number", "C", ("02", None, "١٠", "100", "0.1")),
    "empty cell": ("empty_cell", "D", ("02", None, "10", None, "0.1")),
    "formula": ("formula", "C", ("02", None, "=5+5", "100", "0.1")),
    "formula in a name": ("formula", "B", ("02", '=HYPERLINK("x")', "10", "100", "0.1")),
    "error of the spreadsheet": ("error_cell", "E", ("02", None, "10", "100", "#DIV/0!")),
}


@pytest.mark.parametrize(("code", "column", "row"), BROKEN_ROWS.values(), ids=BROKEN_ROWS.keys())
def test_a_fault_is_found_where_it_stands(code: str, column: str, row: Row) -> None:
    row = [cell if cell != "" else None for cell in row]
    if code == "total_row" and row[0] is None:
        column = "B"
    found = faults(sheet(HEAD, GOOD, row))
    assert [(fault.code, fault.sheet, fault.row, fault.column) for fault in found] == [(code, "Daten", 3, column)]


BROKEN_HEADS: dict[str, tuple[str, list[Row]]] = {
    "a title above": ("no_header", [("Menschen in Göttingen",), HEAD, GOOD]),
    "no head": ("no_header", [GOOD]),
    "no district": ("no_area_column", [("menschen", "einwohner"), ("10", "100")]),
    "a share alone": ("no_denominator_column", [("key", "anteil"), ("01", "0.1")]),
    "residents alone": ("no_number_column", [("key", "einwohner"), ("01", "100")]),
    "the same twice": ("repeated_column", [("key", "anteil", "value", "einwohner"), ("01", "0.1", "0.1", "100")]),
    "two rows of heads": ("two_headers", [HEAD, ("Nr.", "Bezirk", "Anzahl", "Anzahl", "in Prozent"), GOOD]),
    "the head again": ("two_headers", [HEAD, GOOD, HEAD]),
    "twice": ("repeated_area", [HEAD, GOOD, GOOD]),
    "two definitions": ("two_definitions", [(*HEAD, "definition"), (*GOOD, "a"), ("02", None, 1, 10, 0.1, "b")]),
    "head only": ("no_rows", [HEAD]),
    "no numbers": ("no_rows", [HEAD, ("01", "Innenstadt")]),
    "too long": ("too_many_cells", [HEAD, *[GOOD] * MOST_ROWS]),
}


@pytest.mark.parametrize(("code", "rows"), BROKEN_HEADS.values(), ids=BROKEN_HEADS.keys())
def test_a_fault_of_the_table_is_found(code: str, rows: list[Row]) -> None:
    assert [fault.code for fault in faults(sheet(*rows))] == [code]


def test_percent_is_said_once_for_the_column() -> None:
    head, rows = ("key", "share", "residents"), [("01", 18.4, 8924), ("02", "13,6", 900), ("03", "0.9", 800)]
    found = faults(sheet(head, *rows))
    assert [(fault.code, fault.row, fault.values["n"]) for fault in found] == [("percent", 2, 2)]


def test_every_fault_is_listed_in_order() -> None:
    found = faults(sheet(HEAD, ("19", None, "x", "-1", "0.1"), ("Summe",), GOOD, GOOD))
    assert [(fault.row, fault.column, fault.code) for fault in found] == [
        (2, "A", "unknown_key"), (2, "C", "not_a_number"), (2, "D", "negative"), (3, "A", "total_row"),
        (5, "A", "repeated_area"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("merged_header", {"merged": (("C1:D1", (1, 1)),)}),
        ("merged_cells", {"merged": (("A2:A3", (2, 3)),)}),
        ("hidden_row", {"hidden_rows": frozenset({2})}),
        ("hidden_column", {"hidden_columns": frozenset({4})}),
        ("hidden_sheet", {"hidden": True}),
    ],
)
def test_what_a_reader_would_not_see_is_refused(code: str, changes: dict[str, object]) -> None:
    cells = sheet(HEAD, GOOD).cells
    assert read_own_table([Sheet("Daten", cells)], NAMES).entries
    assert [fault.code for fault in faults(Sheet("Daten", cells, **changes))] == [code]  # type: ignore[arg-type]


def test_one_sheet_holds_the_table() -> None:
    full, empty = sheet(HEAD, GOOD), sheet(name="Leer")
    assert read_own_table([empty, full], NAMES).entries
    assert [fault.code for fault in faults(full, sheet(HEAD, GOOD, name="2018"))] == ["two_sheets"]
    assert [fault.code for fault in faults(empty)] == ["empty_sheet"]
    assert [fault.code for fault in faults()] == ["no_sheet"]


def test_every_sentence_can_be_said() -> None:
    class AnyWord(dict[str, object]):
        def __missing__(self, name: str) -> str:
            return f"<{name}>"

    assert len(set(MESSAGES.values())) == len(MESSAGES)
    for sentence in MESSAGES.values():
        assert sentence.format_map(AnyWord()).strip()
    fault = TableFault("repeated_area", "Daten", 4, "A", "01", {"first": 2})
    assert str(fault) == (
        "sheet 'Daten', row 4, column A, found '01': This district was already in row 2. Each district once."
    )
    assert fault.message(Translator("en")) == "This district was already in row 2. Each district once."


def test_columns_have_the_letters_of_spreadsheets() -> None:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    names = ["".join(word) for size in (1, 2) for word in itertools.product(alphabet, repeat=size)]
    assert [letters(column) for column in range(1, len(names) + 1)] == names


def test_no_spelling_is_of_two_districts() -> None:
    with pytest.raises(GeodataError, match="two districts"):
        DistrictNames.from_spellings({"01": "Holtensen", "02": "HOLTENSEN"})


ANY_CELL = st.none() | st.sampled_from([*HEAD, *GOOD, "27,3 %", "=A1", "#REF!", "Summe"]) | st.text(max_size=8)


@given(st.lists(st.lists(ANY_CELL | st.floats(), max_size=6), max_size=6))
def test_whatever_is_typed_is_read_or_refused_in_words(rows: list[Row]) -> None:
    cells = tuple(cell for cell in sheet(HEAD, *rows).cells if cell.text.strip())
    try:
        table = read_own_table([Sheet("", cells)], NAMES)
    except DataError as error:
        refused = [str(fault) for fault in error.faults]
        assert refused
        assert all(refused)
    else:
        assert all(0 <= entry.numerator <= entry.denominator and 0 <= entry.value <= 1 for entry in table.entries)
        assert {entry.key for entry in table.entries} | set(table.missing) == set(NAMES.names)
