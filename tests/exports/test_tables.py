"""Tables to take away read back as they were, hold no formula, and have the same bytes every time."""

import csv
import io
import json
import math
import string
import zipfile

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geodata.adapters.city_data import CityData
from geodata.adapters.own_table import read_sheets
from geodata.adapters.tables import read_table
from geodata.exports.tables import indicators_file, to_csv, to_geojson, to_indicators_part
from geodata.exports.workbook import to_workbook
from geodata.schema import INDICATORS
from tests.conftest import DATA

COLUMNS = {"district_key": "Schlüssel", "name": "Bezirk", "value": "Wert"}
SHEETS = ("Werte", "Erklärung")
HOSTILE = [
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "=cmd|' /C calc'!A0",
    "http://example.org/x",
    '"; x',
    "_x0041_",
]

printable = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=20)
anything = st.one_of(printable, st.sampled_from(HOSTILE), st.text(max_size=5))
numbers = st.none() | st.floats(min_value=0, max_value=1e9, allow_nan=False)


def table(names: list[str], values: list[float | None]) -> pd.DataFrame:
    keys = [f"{n:02}" for n in range(1, len(names) + 1)]
    value = pd.Series(values, dtype="float64", index=range(len(names)))
    return pd.DataFrame({"district_key": keys, "name": names, "value": value, "unit": "share"})


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def workbook(rows: pd.DataFrame, *, right_to_left: bool = False) -> bytes:
    return to_workbook(rows, COLUMNS, notes=[("Quelle", "=Zensus")], sheets=SHEETS, right_to_left=right_to_left)


rows_of = st.lists(st.tuples(anything, numbers), min_size=1, max_size=8)


@given(rows_of)
def test_csv_reads_back_and_runs_nothing(rows: list[tuple[str, float | None]]) -> None:
    names, values = [name for name, _ in rows], [value for _, value in rows]
    head, *cells = read_csv(to_csv(table(names, values), COLUMNS))
    assert head == list(COLUMNS.values())
    for (name, value), (_, text, number) in zip(rows, cells, strict=True):
        assert not text.startswith(("=", "+", "@", "\t", "\r", "\n"))
        plain = name.encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n")
        assert text in (plain, f"'{plain}")
        assert (float(number) if number else None) == value


@given(rows_of)
def test_a_workbook_reads_back_and_runs_nothing(rows: list[tuple[str, float | None]]) -> None:
    names, values = [name for name, _ in rows], [value for _, value in rows]
    first, second = read_sheets(workbook(table(names, values)))
    cells = {(cell.row, cell.column): cell for cell in first.cells}
    for row, (name, value) in enumerate(rows, start=2):
        expected = name.encode("utf-8", "replace").decode().strip()
        assert (cells[row, 2].text if (row, 2) in cells else "") == expected
        assert float(cells[row, 3].text if (row, 3) in cells else "nan") == pytest.approx(
            math.nan if value is None else value, rel=1e-15, nan_ok=True
        )
    assert {cell.kind for cell in first.cells} <= {"text", "number"}
    assert [cell.text for cell in second.cells] == ["Quelle", "=Zensus"]


@pytest.mark.parametrize("name", HOSTILE)
def test_another_reader_sees_texts_where_texts_are(name: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(table([name], [0.25]))))["Werte"]
    assert sheet["B2"].data_type == "s"
    assert sheet["B2"].hyperlink is None
    assert (sheet["C2"].value, sheet["C2"].number_format) == (0.25, "0.0%")
    assert (sheet["A1"].value, sheet["A2"].value) == ("Schlüssel", "01")


def test_same_rows_give_same_bytes_without_a_clock() -> None:
    rows = table(["Weende", "Grone"], [0.1, math.nan])
    content = workbook(rows)
    assert content == workbook(rows.copy())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01" in archive.read("docProps/core.xml")
    assert to_csv(rows, COLUMNS) == to_csv(rows.copy(), COLUMNS)


def test_sheets_of_arabic_begin_on_the_right() -> None:
    for right_to_left in (True, False):
        book = openpyxl.load_workbook(io.BytesIO(workbook(table(["فيندا"], [0.1]), right_to_left=right_to_left)))
        assert {bool(sheet.sheet_view.rightToLeft) for sheet in book} == {right_to_left}


@pytest.mark.parametrize(
    ("wished", "names"),
    [
        (("Werte: 2011/2022", "[Erklärung]"), ["Werte  2011 2022", "Erklärung"]),
        (("a" * 40, "A" * 40), ["a" * 31, "A" * 29 + " 2"]),
        (("", "?"), ["1", "2"]),
        (("'x'", "Werte"), ["x", "Werte"]),
        (("Значения", "القيم"), ["Значения", "القيم"]),
    ],
)
def test_any_words_can_name_the_sheets(wished: tuple[str, str], names: list[str]) -> None:
    content = to_workbook(table(["x"], [0.1]), COLUMNS, notes=[], sheets=wished)
    assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames == names


@given(st.tuples(anything, anything))
def test_no_word_breaks_a_sheet_name(names: tuple[str, str]) -> None:
    assert len(read_sheets(to_workbook(table(["x"], [0.1]), COLUMNS, notes=[], sheets=names))) == 2


def test_geojson_joins_values_to_outlines() -> None:
    squares = [shapely.box(n, 51, n + 1, 52) for n in (9, 10, 11)]
    outlines = gpd.GeoDataFrame({"key": ["01", "02", "03"], "name": ["A", "B", "C"]}, geometry=squares, crs=4326)
    rows = table(["A", "B"], [0.25, math.nan]).assign(reason=["", "fewer than 100 people"])
    document = json.loads(to_geojson(rows, outlines, about={"definition": "city_first", "date": "2011-05-09"}))
    assert (document["type"], document["definition"], document["date"]) == (
        "FeatureCollection", "city_first", "2011-05-09"
    )  # fmt: skip
    properties = [feature["properties"] for feature in document["features"]]
    assert [(p["key"], p["name"], p["value"], p["reason"]) for p in properties] == [
        ("01", "A", 0.25, ""), ("02", "B", None, "fewer than 100 people"), ("03", "C", None, None)
    ]  # fmt: skip
    shapes = [shapely.from_geojson(json.dumps(feature["geometry"])) for feature in document["features"]]
    assert all(shape.equals(square) for shape, square in zip(shapes, squares, strict=True))


@given(st.text(max_size=10), numbers)
def test_geojson_is_json_whatever_it_says(text: str, value: float | None) -> None:
    outlines = gpd.GeoDataFrame({"key": ["01"], "name": ["A"]}, geometry=[shapely.Point(9, 51)], crs=4326)
    document = json.loads(to_geojson(table([text], [value]), outlines, about={"source": text}))
    assert document["source"] == text.encode("utf-8", "replace").decode()
    assert document["features"][0]["properties"]["value"] == value


def test_about_never_hides_the_features() -> None:
    outlines = gpd.GeoDataFrame({"key": ["01"], "name": ["A"]}, geometry=[shapely.Point(9, 51)], crs=4326)
    document = json.loads(to_geojson(table(["A"], [0.1]), outlines, about={"type": "x", "features": "y"}))
    assert (document["type"], len(document["features"])) == ("FeatureCollection", 1)


def test_the_shipped_indicators_come_out_as_they_stand(shipped_city: CityData) -> None:
    shipped = (DATA / INDICATORS.file).read_bytes()
    assert indicators_file(read_table(DATA, INDICATORS).to_dict("records")) == shipped
    assert to_indicators_part(shipped_city.indicators) == shipped


def test_a_density_is_written_with_its_decimals() -> None:
    row = dict.fromkeys(INDICATORS.names, "x") | {"unit": "people_per_km2", "source": ("a",), "value": 1234.0}
    row |= {"numerator": 2591.0, "denominator": 2.1, "lower": math.nan, "upper": math.nan}
    cells = dict(zip(*read_csv(to_indicators_part(pd.DataFrame([row]))), strict=True))
    assert (cells["value"], cells["numerator"], cells["denominator"]) == ("1234.0", "2591", "2.1000")


@given(st.floats(min_value=0, max_value=1), st.integers(min_value=0, max_value=10**9))
def test_numbers_of_a_part_are_plain(value: float, people: int) -> None:
    row = dict.fromkeys(INDICATORS.names, "x") | {"unit": "share", "source": ("a", "b"), "lower": math.nan}
    row |= {"value": value, "upper": math.nan, "numerator": float(people), "denominator": float(people)}
    _, cells = read_csv(to_indicators_part(pd.DataFrame([row])))
    by_name = dict(zip(INDICATORS.names, cells, strict=True))
    assert (by_name["numerator"], by_name["lower"], by_name["source"]) == (str(people), "", "a;b")
    assert by_name["value"] == f"{value:.6f}"
    assert set(by_name["value"]) <= {*string.digits, "."}
