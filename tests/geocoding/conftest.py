import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from geodata.adapters.gazetteer_file import CELL_FILE, open_gazetteer
from geodata.geocoding import DirectoryPlace, PlaceIndex
from geodata.geocoding.gazetteer import Entry, Gazetteer
from geodata.geocoding.geocoder import GazetteerGeocoder

ROOT = Path(__file__).parents[2]
PACK = ROOT / "data" / "pack"


@pytest.fixture(scope="session")
def city() -> GazetteerGeocoder:
    """The committed gazetteer, in the city that it is of."""
    return GazetteerGeocoder(open_gazetteer(ROOT / "data", PACK / CELL_FILE), today=lambda: date(2026, 1, 2))


@pytest.fixture(scope="session")
def index(city: GazetteerGeocoder) -> PlaceIndex:
    """The shipped gazetteer and the shipped directory."""
    with (ROOT / "data" / "facilities.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["latitude"] and row["address_visibility"] == "public"]
    glosses = ("gloss_en", "gloss_ru", "gloss_ar")
    return PlaceIndex(
        city.gazetteer,
        [
            DirectoryPlace(
                row["name"], float(row["latitude"]), float(row["longitude"]), tuple(row[key] for key in glosses)
            )
            for row in rows
        ],
    )


def _house(number: str, *, north: int, link: str = "high") -> Entry:
    return Entry("house", "Birkenweg", (50.0 + north / 111_195, 10.0), number, link=link, district_key="01")


@pytest.fixture(scope="session")
def town() -> Gazetteer:
    """A town of one drawn street: house numbers and metres north of (50, 10).

    Birkenweg   2:0   4:20   10:80   14-18:140   20a:200   40:900   50:600 and 50:1000   7:30 (weak link)
    """
    houses = [
        _house("2", north=0), _house("4", north=20), _house("10", north=80), _house("14-18", north=140),
        _house("20a", north=200), _house("40", north=900), _house("50", north=600), _house("50", north=1000),
        _house("7", north=30, link="low"),
    ]  # fmt: skip
    others = [
        Entry("street", "Birkenweg", (50.001, 10.0), extent_m=1000, district_key="01"),
        Entry("street", "Am Buchenweg", (50.01, 10.0), extent_m=100, district_key="01"),
        Entry("quarter", "Oberdorf", (50.0, 10.0), district_key="01", reference="district/01"),
        Entry("quarter", "Unterdorf", (50.1, 10.0), district_key="02", reference="district/02"),
        Entry("place", "Markthalle Altstadt", (50.002, 10.0), district_key="01", reference="node/1"),
        Entry("place", "Laden", (50.0, 10.0), district_key="01"),
        Entry("place", "Laden", (50.1, 10.0), district_key="02"),
        Entry("stop", "Kirche", (50.0, 10.001), district_key="01"),
        Entry("stop", "Kirche", (50.0005, 10.001), district_key="01"),
    ]
    return Gazetteer((*houses, *others), city="Altstadt", date="2026", exact=True, digest="town")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data directory, with a store of its own."""
    copy = tmp_path / "data"
    shutil.copytree(ROOT / "data", copy, ignore=shutil.ignore_patterns("*exact*", "*.sqlite*", "basemap*"))
    monkeypatch.setenv("FINDER_DATA", str(copy))
    monkeypatch.setenv("FINDER_GEOCODE_STORE", str(tmp_path / "store.sqlite"))
    for name in ("FINDER_NOMINATIM_URL", "FINDER_USER_AGENT", "FINDER_NETWORK"):
        monkeypatch.delenv(name, raising=False)
    return copy
