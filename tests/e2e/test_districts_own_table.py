"""The office's own table through the real file field: shown first, or refused with its place, and gone again."""

import re
from pathlib import Path

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.districts import Districts

pytestmark = pytest.mark.browser
PEOPLE = {f"{n:02}": 1000 + 100 * n for n in range(1, 19)}


@pytest.fixture
def districts(visit: Visit) -> Districts:
    page = visit()
    shown = Districts(page.page, page.address).open(lang="de")
    shown.page.locator(".st-key-own-table summary").click()
    shown.page.get_by_label("Stand: welcher Tag").fill("2024-12-31")
    shown.page.keyboard.press("Tab")
    shown.rest()
    shown.page.get_by_label("Woher die Tabelle kommt").fill("Erfundene Tabelle")
    shown.page.keyboard.press("Tab")
    shown.rest()
    return shown


def write(folder: Path, *, wrong: str = "") -> Path:
    lines = [f"{key};{people // 4};{people}" for key, people in PEOPLE.items()]
    path = folder / "tabelle.csv"
    path.write_text("\n".join(["key;numerator;denominator", *lines, *([wrong] if wrong else [])]), "utf-8")
    return path


def test_a_table_is_shown_first_and_can_be_removed(districts: Districts, tmp_path: Path) -> None:
    before = districts.classes
    districts.page.locator("#own-table-file").set_input_files(write(tmp_path))
    districts.page.locator(".st-key-own-table-kept").wait_for()
    districts.rest()
    assert districts.until(lambda: districts.classes != before, wanted=True)
    assert districts.until(lambda: districts.drawn_counts == districts.counts, wanted=True)
    assert districts.page.locator(".f-legend-areas .f-chip-care").count() == 0
    assert "Erfundene Tabelle" in districts.page.locator(".f-legend-areas").inner_text()
    assert districts.cells["Grone"][0].startswith("25,0")
    districts.page.locator(".st-key-own-forget button").click()
    assert districts.until(lambda: districts.classes, before) == before
    districts.page.locator(".f-legend-areas .f-chip-care").wait_for()


def test_a_broken_table_is_listed_and_changes_nothing(districts: Districts, tmp_path: Path) -> None:
    before = districts.classes
    districts.page.locator("#own-table-file").set_input_files(write(tmp_path, wrong="00;5000;20000"))
    faults = districts.page.locator(".st-key-own-table-faults")
    faults.wait_for()
    assert "Nichts wurde geändert" in faults.inner_text()
    assert re.search(r"\b20\b", faults.locator("tbody").inner_text())
    assert districts.classes == before


def test_a_file_that_is_too_large_stays_in_the_browser(districts: Districts, tmp_path: Path) -> None:
    large = tmp_path / "gross.csv"
    large.write_bytes(b"x" * 3_000_000)
    districts.page.locator("#own-table-file").set_input_files(large)
    districts.page.get_by_text("Die Datei ist größer als 2 MB.").wait_for()
