"""Table files of any kind are opened, or refused in a sentence; none can hold the server up."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.adapters.own_table import MOST_BYTES, read_sheets
from geodata.adapters.xlsx_sheets import MOST_BYTES_UNPACKED
from geodata.districts.own_table.fault import TableFault
from geodata.districts.own_table.sheet import Sheet
from geodata.errors import DataError
from tests.adapters.xlsx_files import HEAD, part, with_parts, xlsx

SHEET = "xl/worksheets/sheet1.xml"
CSV = "key,name,numerator,denominator\n01,Innenstadt,1638,8924\n"


def faults(content: bytes) -> list[TableFault]:
    with pytest.raises(DataError) as caught:
        read_sheets(content)
    return [fault for fault in caught.value.faults if isinstance(fault, TableFault)]


def texts(sheet: Sheet) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in cells.values()) for _, cells in sheet.rows()]


def test_a_workbook_is_read_as_it_is_stored() -> None:
    (sheet,) = read_sheets(xlsx())
    assert sheet.name == "Daten"
    assert texts(sheet) == [HEAD, ("1", "Innenstadt", "1638", "8924"), ("02", "Oststadt", "1946", "14270")]
    assert {cell.kind for cell in sheet.cells if cell.row == 2} == {"number", "text"}


def test_strict_workbooks_are_read_too() -> None:
    changed = {
        name: part(xlsx(), name)
        .replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        .replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"
        )
        for name in ("xl/workbook.xml", SHEET, "xl/_rels/workbook.xml.rels")
    }
    assert read_sheets(with_parts(xlsx(), changed)) == read_sheets(xlsx())


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_whatever_stands_between_its_cells(mark: str, line_end: str, delimiter: str) -> None:
    lines = ["", "Schlüssel,Menschen,Einwohner", '01,"1638", 8924 ', "", "02,1946,14270"]
    (sheet,) = read_sheets((mark + line_end.join(lines).replace(",", delimiter)).encode())
    assert texts(sheet) == [("Schlüssel", "Menschen", "Einwohner"), ("01", "1638", "8924"), ("02", "1946", "14270")]
    assert [row for row, _ in sheet.rows()] == [2, 3, 5]


def test_comma_decimals_are_read_between_semicolons() -> None:
    (sheet,) = read_sheets(b"key;share;residents\n01;0,25;1000\n")
    assert texts(sheet)[1] == ("01", "0,25", "1000")


def test_what_cannot_be_seen_or_was_worked_out_is_told() -> None:
    def change(sheet: object) -> None:
        sheet["C2"], sheet["E1"], sheet["F1"] = "=1+1", "#DIV/0!", "=B9"  # type: ignore[index]
        sheet.merge_cells("B2:B3")  # type: ignore[attr-defined]
        sheet.row_dimensions[3].hidden = True  # type: ignore[attr-defined]
        sheet.column_dimensions["D"].hidden = True  # type: ignore[attr-defined]

    (sheet,) = read_sheets(xlsx(change))
    kinds = {(cell.row, cell.column): cell.kind for cell in sheet.cells}
    assert (kinds[2, 3], kinds[1, 5], kinds[1, 6]) == ("formula", "error", "formula")
    assert (sheet.merged, sheet.hidden_rows, sheet.hidden_columns) == ((("B2:B3", (2, 3)),), {3}, {4})


def test_results_of_an_array_formula_are_no_numbers() -> None:
    file = xlsx()
    body = part(file, SHEET)
    changed = body.replace(b'<c r="C2" t="n"><v>', b'<c r="C2"><f t="array" ref="C2:C3">D2:D3</f><v>')
    assert changed != body
    (sheet,) = read_sheets(with_parts(file, {SHEET: changed}))
    assert {cell.kind for cell in sheet.cells if cell.column == 3 and cell.row > 1} == {"formula"}


def bomb() -> bytes:
    return with_parts(xlsx(), {"xl/media/image1.png": b"\0" * (MOST_BYTES_UNPACKED + 1)})


def sheet_of(rows: bytes) -> bytes:
    body = part(xlsx(), SHEET)
    return with_parts(xlsx(), {SHEET: body.replace(b"</sheetData>", rows + b"</sheetData>")})


def sheet_again() -> bytes:
    file = xlsx()
    book = part(file, "xl/workbook.xml")
    entry = book[book.index(b"<sheet ") : book.index(b"</sheets>")]
    return with_parts(file, {"xl/workbook.xml": book.replace(entry, entry * 1_000)})


def laughing(declaration: bytes) -> bytes:
    entities = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    body = part(xlsx(), SHEET)
    body = body[body.index(b"<worksheet") :].replace(b"<sheetData>", b"<sheetData><row><c><v>&l9;</v></c></row>")
    return with_parts(xlsx(), {SHEET: declaration + b'<!DOCTYPE w [<!ENTITY l0 "lol">' + entities + b"]>" + body})


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def macro_type() -> bytes:
    types = part(xlsx(), "[Content_Types].xml")
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    assert plain in types
    macro = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    return with_parts(xlsx(), {"[Content_Types].xml": types.replace(plain, macro)})


BROKEN = {
    "nothing": ("empty_file", lambda: b""),
    "blank": ("empty_file", lambda: b"\n \n"),
    "only commas": ("empty_file", lambda: b",,,\n,,\n"),
    "50 MB": ("too_large", lambda: b"1" * 50_000_000),
    "a byte too large": ("too_large", lambda: CSV.encode().ljust(MOST_BYTES + 1, b"\n")),
    "zip bomb": ("unpacks_too_large", bomb),
    "too many parts": ("unpacks_too_large", lambda: with_parts(xlsx(), {f"x/{n}": b"" for n in range(1001)})),
    "more rows than fit": ("too_many_cells", lambda: b"key,residents\n" + b"01,1\n" * 1_000),
    "more columns than fit": ("too_many_cells", lambda: b"key," * 51),
    "formatted to the end": ("too_many_cells", lambda: sheet_of(b"<row>" + b"<c/>" * 50_001 + b"</row>")),
    "old Excel": ("old_excel", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    "macros": ("macros", lambda: with_parts(xlsx(), {"xl/vbaProject.bin": b"x"})),
    "macro type": ("macros", macro_type),
    "PDF": ("not_a_table", lambda: b"%PDF-1.7\n%\xe2\xe3"),
    "picture": ("not_a_table", lambda: b"\x89PNG\r\n\x1a\n\0\0"),
    "text document": ("not_a_table", lambda: zipped(mimetype=b"application/vnd.oasis.opendocument.text")),
    "empty archive": ("not_a_table", lambda: b"PK\x05\x06" + b"\0" * 18),
    "web page": ("not_a_table", lambda: b"<html><table></table></html>"),
    "bytes": ("not_a_table", lambda: b"key\0value\n"),
    "half a file": ("damaged", lambda: xlsx()[:2000]),
    "no sheet part": ("damaged", lambda: with_parts(xlsx(), {SHEET: None})),
    "broken XML": ("damaged", lambda: with_parts(xlsx(), {SHEET: b"<worksheet><row>"})),
    "one part as many sheets": ("damaged", sheet_again),
    "wild address": ("damaged", lambda: with_parts(xlsx(), {SHEET: part(xlsx(), SHEET).replace(b'"A1"', b'"1A"')})),
    "entities": ("unsafe_xml", lambda: laughing(b"")),
    "entities in another encoding": ("unsafe_xml", lambda: laughing(b'<?xml version="1.0" encoding="latin-1"?>')),
    "Latin-1": ("wrong_encoding", lambda: "schlüssel,name\n".encode("latin-1")),
    "UTF-16": ("wrong_encoding", lambda: CSV.encode("utf-16")),
    "quotation mark": ("broken_quotes", lambda: b'key,name\n01,"Innenstadt\n'),
    "comma decimals between commas": ("more_cells", lambda: b"key,share,residents\n01,0,25,1000\n"),
}


@pytest.mark.parametrize(("code", "make"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_gets_its_sentence(code: str, make: object) -> None:
    assert [fault.code for fault in faults(make())] == [code]  # type: ignore[operator]


def test_ranges_are_never_unrolled() -> None:
    everything = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    file = xlsx()
    body = part(file, SHEET).replace(b"</sheetData>", b"</sheetData>" + everything)
    (sheet,) = read_sheets(with_parts(file, {SHEET: body}))
    assert sheet.merged == (("A1:XFD1048576", (1, 1_048_576)),)


def test_a_cell_far_away_costs_nothing() -> None:
    (sheet,) = read_sheets(xlsx(lambda sheet: sheet.cell(1_048_576, 16_384, "x")))
    assert sheet.cells[-1].row == 1_048_576


def test_a_text_that_looks_like_a_formula_is_one_in_csv() -> None:
    (sheet,) = read_sheets(b"key,name,count,residents\n01,=cmd|' /C calc'!A0,1,2\n")
    assert [cell.kind for cell in sheet.cells if cell.row == 2] == ["text", "formula", "text", "text"]


@given(st.binary(max_size=300) | st.binary(max_size=60).map(lambda tail: b"PK\x03\x04" + tail))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        read_sheets(content)
    except DataError as error:
        refused = [str(fault) for fault in error.faults]
        assert refused


@settings(max_examples=200)
@given(st.integers(min_value=0), st.binary(min_size=1, max_size=4))
def test_any_damage_is_refused_or_harmless(place: int, damage: bytes) -> None:
    whole = WHOLE
    at = place % len(whole)
    try:
        read_sheets(whole[:at] + damage + whole[at + len(damage) :])
    except DataError as error:
        refused = [str(fault) for fault in error.faults]
        assert refused


WHOLE = xlsx()
