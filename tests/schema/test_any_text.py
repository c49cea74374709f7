"""Whatever somebody types into a cell: the checks answer with faults, never with an exception."""

import csv
import io
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.schema import TABLES, Table, validate
from geodata.schema.city_file import parse_city
from geodata.schema.raw import parse_table
from geodata.schema.rows import check_rows

COLUMNS = [(table, column.name) for table in TABLES for column in table.columns]

near_miss = st.text(string.digits + '.,;:-+~"/@ eENnaAiIfFMoTuW²٣', max_size=25)
"""Almost numbers, dates, hours and addresses: where parsers break, if they do."""

anything = st.one_of(st.text(max_size=40), near_miss)


def with_cell(content: bytes, *, row: int, column: str, value: str) -> bytes:
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))[:12]
    rows[row][column] = value
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, rows[0].keys(), quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8", "surrogatepass")


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.sampled_from(COLUMNS), row=st.integers(0, 6), value=anything)
def test_any_cell_text_yields_faults_only(
    shipped: dict[str, bytes], place: tuple[Table, str], row: int, value: str
) -> None:
    table, column = place
    content = with_cell(shipped[table.file], row=row, column=column, value=value)
    city, _ = parse_city(shipped["city.toml"])
    raw = parse_table(table, content)
    for fault in [*raw.faults, *check_rows(raw, city)]:
        assert fault.file == table.file
        assert fault.row >= 1
        assert fault.allowed


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(["district_key", "latitude", "longitude", "facility_id"]), value=anything)
def test_any_cell_text_can_be_laid_beside_the_other_files(shipped: dict[str, bytes], name: str, value: str) -> None:
    content = with_cell(shipped["facilities.csv"], row=2, column=name, value=value)
    assert validate(shipped | {"facilities.csv": content})


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300))
@pytest.mark.parametrize("name", ["city.toml", "definitions.toml", "about.toml", "districts.geojson", "taxonomy.csv"])
def test_any_bytes_can_be_a_file(shipped: dict[str, bytes], name: str, content: bytes) -> None:
    small = {file: text[:3000] for file, text in shipped.items()} | {"districts.geojson": b"{}"}
    assert validate(small | {name: content})
