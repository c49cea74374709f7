"""What each kind of cell lets pass: the good values (the faulty ones stand in test_seeded_faults.py)."""

import pytest

from geodata.schema import cells
from geodata.schema.city import City
from geodata.schema.city_file import parse_city
from geodata.schema.columns import Check

GOOD = [
    (cells.phone, "+495514000"),
    (cells.phone, "+498005002250"),
    (cells.phone, "110"),
    (cells.phone, "112"),
    (cells.phone, "115"),
    (cells.phone, "116117"),
    (cells.phone, "116016"),
    (cells.language, "de"),
    (cells.language, "gsg"),
    (cells.language, "prs"),
    (cells.language, "kmr"),
    (cells.edtf_date, "2016"),
    (cells.edtf_date, "2016-11"),
    (cells.edtf_date, "2016-11-23"),
    (cells.edtf_date, "2018~"),
    (cells.day, "2024-02-29"),
    (cells.opening_hours, "24/7"),
    (cells.opening_hours, "Mo-Fr 09:00-12:00; PH off"),
    (cells.opening_hours, 'Tu 10:00-12:00 "nur mit Termin"'),
    (cells.email, "info@queeres-zentrum-goettingen.de"),
    (cells.web_address, "https://www.goettingen.de/a?b=c#d"),
    (cells.web_address, "https://münchen.example/straße"),
    (cells.postal_code, "37083"),
    (cells.osm_object, "relation/2273652"),
    (cells.slug, "einwohnermeldeamt--administration-2"),
]


@pytest.fixture(scope="module")
def city(shipped: dict[str, bytes]) -> City:
    return parse_city(shipped["city.toml"])[0]


@pytest.mark.parametrize(("check", "cell"), GOOD, ids=lambda part: getattr(part, "__name__", part))
def test_good_cells_pass(city: City, check: Check, cell: str) -> None:
    assert check(cell, city) is None
