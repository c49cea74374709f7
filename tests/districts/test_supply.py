"""Places and offers per area, from made-up tables small enough to be counted by head."""

from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geodata.adapters.city_data import CityData
from geodata.districts.supply import newest_date, supply_rows, with_areas
from geodata.schema import INDICATORS

POLLING = gpd.GeoDataFrame(
    {"key": ["01-1", "02-1"], "district_key": ["01", "02"]},
    geometry=[shapely.box(9.0, 50.0, 9.1, 50.1), shapely.box(9.1, 50.0, 9.2, 50.1)],
    crs="EPSG:4326",
)
POPULATION = {"01": 800.0, "02": 99.0, "01-1": 500.0, "02-1": 99.0, "00": 899.0}
NOWHERE = float("nan")


def place(
    facility_id: str, district: str, point: tuple[float, float] = (NOWHERE, NOWHERE), **told: str
) -> dict[str, Any]:
    latitude, longitude = point
    row = {"facility_id": facility_id, "district_key": district, "latitude": latitude, "longitude": longitude}
    return row | {"address_visibility": "public", "source_date": "2020", "assured_date": ""} | told


PLACES = pd.DataFrame(
    [
        place("hall", "01", (50.05, 9.05)),
        place("barn", "01", (50.50, 9.05)),  # outside of settled land
        place("edge", "01", (50.05, 9.15)),  # in the outline of the other district's polling district
        place("shop", "02", (50.05, 9.15), source_date="2021-03"),
        place("phone", ""),
        place("shelter", "", address_visibility="hidden"),
    ]
)
OFFERS = pd.DataFrame(
    [
        ("hall", "learn"), ("hall", "learn"), ("hall", "work"), ("barn", "learn"), ("edge", "learn"), ("shop", "work"),
        ("phone", "learn"), ("shelter", "learn"),
    ],
    columns=["facility_id", "section"],
).assign(source_date="2019-05-01", assured_date="")  # fmt: skip


@pytest.fixture
def placed() -> pd.DataFrame:
    return with_areas(OFFERS, PLACES, polling_districts=POLLING)


@pytest.fixture
def rows(placed: pd.DataFrame, shipped_city: CityData) -> pd.DataFrame:
    made = supply_rows(placed, population=POPULATION, sections=("learn", "work"), city=shipped_city.city)
    assert list(made.columns) == list(INDICATORS.names)
    return made.set_index(["indicator", "district_key"])


@pytest.mark.parametrize(
    ("indicator", "counted"),
    [
        ("places_learn", {"01": 3, "02": 0, "01-1": 1, "02-1": 0, "00": 3}),
        ("offers_learn", {"01": 4, "02": 0, "01-1": 2, "02-1": 0, "00": 4}),
        ("places_work", {"01": 1, "02": 1, "01-1": 1, "02-1": 1, "00": 2}),
        ("offers_work", {"01": 1, "02": 1, "01-1": 1, "02-1": 1, "00": 2}),
    ],
)
def test_what_lies_in_an_area_is_counted_there_and_the_rest_nowhere(
    rows: pd.DataFrame, indicator: str, counted: dict[str, int]
) -> None:
    assert rows.loc[indicator, "value"].to_dict() == counted
    assert set(rows.loc[indicator, "unit"]) == {indicator.split("_", maxsplit=1)[0]}
    assert set(rows.loc[indicator, "status"]) == {"aggregated"}


def test_offers_per_1000_are_withheld_where_few_people_live(rows: pd.DataFrame) -> None:
    rates = rows.loc["offers_per_1000"]
    assert rates["value"].dropna().to_dict() == {"01": 6.25, "01-1": 6.0, "00": round(6000 / 899, 2)}
    assert rates["suppressed"].to_dict() == {"01": "", "02": "yes", "01-1": "", "02-1": "yes", "00": ""}
    assert rates.loc[["02", "02-1"], ["value", "numerator"]].isna().all(axis=None)
    assert rates["denominator"].to_dict() == POPULATION


def test_the_date_is_that_of_the_newest_source(rows: pd.DataFrame, placed: pd.DataFrame) -> None:
    """2021-03 is the newest; 2020 and 2019-05-01 are older, and "about" is no date."""
    assert set(rows["reference_date"]) == {"2021-03"}
    assert newest_date(placed.assign(source_date="2030~")) == "2019-05-01"
    assert newest_date(placed.assign(assured_date="2026-07-09")) == "2026-07-09"


def test_without_any_date_there_is_no_figure(placed: pd.DataFrame, shipped_city: CityData) -> None:
    undated = placed.assign(source_date="", assured_date="", source_date_of_offer="", assured_date_of_offer="")
    made = supply_rows(undated, population=POPULATION, sections=("learn",), city=shipped_city.city)
    assert made.empty
    assert list(made.columns) == list(INDICATORS.names)


def test_one_level_is_enough(shipped_city: CityData) -> None:
    placed = with_areas(OFFERS, PLACES, polling_districts=POLLING.iloc[:0])
    assert set(placed["polling_district_key"]) == {""}
    made = supply_rows(placed, population={"01": 800.0, "00": 899.0}, sections=("work",), city=shipped_city.city)
    values = made.set_index(["indicator", "district_key"])["value"]
    assert (values["places_work", "01"], values["places_work", "00"]) == (1, 2)


def test_an_offer_more_is_counted_at_once(placed: pd.DataFrame, shipped_city: CityData) -> None:
    one_more = pd.concat([OFFERS, OFFERS.iloc[[-3]]])  # at the shop
    more = with_areas(one_more, PLACES, polling_districts=POLLING)
    made = supply_rows(more, population=POPULATION, sections=("work",), city=shipped_city.city)
    values = made.set_index(["indicator", "district_key"])["value"]
    assert (values["offers_work", "02"], values["places_work", "02"]) == (2, 1)
