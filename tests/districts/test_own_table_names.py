"""The spellings of names.csv: built from the source, told apart by key, and none of them lost."""

from pathlib import Path

import pytest

from geodata.adapters.build_names import build_names
from geodata.adapters.csv_rows import write_rows
from geodata.adapters.district_names import NAMES_COLUMNS, NAMES_FILE, read_district_names
from geodata.adapters.outlines import DISTRICTS_FILE
from geodata.errors import DataError, GeodataError, MissingFileError
from tests.conftest import DATA
from tests.network.source_graph import SOURCE


def test_the_committed_spellings_are_what_the_source_gives(tmp_path: Path) -> None:
    assert build_names(SOURCE, tmp_path).read_bytes() == (DATA / NAMES_FILE).read_bytes()


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("Innenstadt (Altstadt)", "01"), ("Göttingen-Grone", "09"), ("Knutbüren", "13"), ("groß-ellershausen", "11"),
        ("Gross Ellershausen", "11"), ("Knutbuehren", "13"), ("Holtensen", "16"), ("Holtenser Berg", None),
        ("Groß-Ellershausen (HNA)", None),
    ],
)  # fmt: skip
def test_districts_are_known_by_their_spellings(spelling: str, key: str | None) -> None:
    assert read_district_names(DATA).key_of_name(spelling) == key


def test_names_of_the_outlines_do_without_the_table(tmp_path: Path) -> None:
    (tmp_path / DISTRICTS_FILE).write_bytes((DATA / DISTRICTS_FILE).read_bytes())
    names = read_district_names(tmp_path)
    assert (names.key_of_name("Knutbühren"), names.key_of_name("Knutbüren"), len(names.names)) == ("13", None, 18)


def test_a_broken_table_of_spellings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        read_district_names(tmp_path)
    (tmp_path / DISTRICTS_FILE).write_bytes((DATA / DISTRICTS_FILE).read_bytes())
    for row, error in (("99", DataError), ("02", GeodataError)):
        write_rows(tmp_path / NAMES_FILE, NAMES_COLUMNS, rows=[{"key": row, "spelling": "Weende"}])
        with pytest.raises(error):
            read_district_names(tmp_path)
    write_rows(tmp_path / NAMES_FILE, ["key"], rows=[])
    with pytest.raises(DataError):
        read_district_names(tmp_path)
