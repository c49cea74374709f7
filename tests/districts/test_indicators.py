"""Rows made from counts of people: worked values on two levels, and what is withheld with what."""

import pandas as pd
import pytest

from geodata.adapters.city_data import CityData
from geodata.districts.indicators import indicator_rows
from geodata.districts.register import is_dated, register_rows
from geodata.errors import DataError
from geodata.schema import INDICATORS

FIGURE = pd.Series({"value": 0.12, "source": "city_2008"})  # c = (120 - 100) / 50 = 0.4
PEOPLE = pd.DataFrame(
    {
        "population": [600, 400, 250, 350, 400],
        "born_abroad": [80, 20, 50, 30, 20],
        "foreign_nationals": [30, 20, 10, 20, 20],
        "age_under_10": [60, 30, 20, 40, 30],
    },
    index=["01", "02", "01-1", "01-2", "02-1"],
)
KM2 = pd.Series({"01": 0.5, "01-1": 0.2, "01-2": 0.3, "00": 0.5})


@pytest.fixture
def rows(shipped_city: CityData) -> pd.DataFrame:
    made = indicator_rows(PEOPLE, city_figure=FIGURE, km2=KM2, city=shipped_city.city)
    return made.set_index(["indicator", "district_key"])


def test_every_row_has_every_column_and_every_area_its_row(shipped_city: CityData) -> None:
    made = indicator_rows(PEOPLE, city_figure=FIGURE, km2=KM2, city=shipped_city.city)
    assert list(made.columns) == list(INDICATORS.names)
    assert made.map(lambda cell: isinstance(cell, str)).all(axis=None)
    areas = made.groupby("indicator")["district_key"].agg(set)
    assert areas.pop("population_density") == set(KM2.index)
    assert set(areas.index) == {
        "migration_background_share", "born_abroad_share", "foreign_nationals_share", "children_under_10_share",
        "population",
    }  # fmt: skip
    assert all(keys == {"00", *PEOPLE.index} for keys in areas)


def test_the_estimate_is_calibrated_on_the_city_and_used_on_both_levels(rows: pd.DataFrame) -> None:
    estimate = rows.loc["migration_background_share"]
    assert float(estimate.loc["00", "value"]) == pytest.approx(0.12)
    assert float(estimate.loc["01", "value"]) == pytest.approx((80 + 0.4 * 30) / 600, abs=1e-5)
    assert float(estimate.loc["01-1", "value"]) == pytest.approx((50 + 0.4 * 10) / 250, abs=1e-5)
    assert list(estimate.loc["01-1", ["lower", "upper"]].astype(float)) == pytest.approx([50 / 250, 60 / 250])
    assert set(estimate["status"]) == {"estimated"}
    assert set(estimate["source"]) == {"census_2011;city_2008"}


def test_a_share_is_what_is_counted_through_all(rows: pd.DataFrame) -> None:
    row = rows.loc[("children_under_10_share", "00")]
    assert (float(row["value"]), row["numerator"], row["denominator"]) == (0.09, "90", "1000")
    assert (row["unit"], row["status"], row["definition"]) == ("share", "aggregated", "census_2011_age")


def test_density_is_people_through_settled_land(rows: pd.DataFrame) -> None:
    density = rows.loc["population_density"]
    assert density.loc["01", ["value", "numerator", "denominator"]].tolist() == ["1200.0", "600", "0.5000"]
    assert density.loc["00", "value"] == "2000.0"  # also the people of districts without any land
    assert "02" not in density.index


def test_the_printed_density_is_the_quotient_of_the_printed_numbers(shipped_city: CityData) -> None:
    made = indicator_rows(
        PEOPLE, city_figure=FIGURE, km2=pd.Series({"01-1": 0.012349}), city=shipped_city.city
    ).set_index(["indicator", "district_key"])
    row = made.loc[("population_density", "01-1")]
    assert row["denominator"] == "0.0123"
    assert row["value"] == f"{250 / 0.0123:.1f}"


def test_a_few_people_hide_the_estimate_and_whoever_they_would_follow_from(shipped_city: CityData) -> None:
    few = PEOPLE.copy()
    few.loc[["01", "01-1"], "foreign_nationals"] = [22, 2]
    made = indicator_rows(few, city_figure=FIGURE, km2=KM2, city=shipped_city.city)
    hidden = made[made["suppressed"] == "yes"].groupby("indicator")["district_key"].agg(set)
    assert {"01-1", "01-2"} <= hidden["foreign_nationals_share"]  # 01-2 alone would give 01-1 away
    assert hidden["foreign_nationals_share"] <= hidden["migration_background_share"]
    assert "00" not in hidden["migration_background_share"]
    assert set(hidden.index) == {"foreign_nationals_share", "migration_background_share"}
    gone = made.loc[made["suppressed"] == "yes", ["value", "numerator", "lower", "upper"]]
    assert (gone == "").all(axis=None)


REGISTER = {"key": "09", "reference_date": "2019-12-31", "population": "11881", "primary_source": "GÖSIS 020.30 „…“"}


def test_the_register_stands_as_it_is_by_area_and_day() -> None:
    city = REGISTER | {"key": "00", "primary_source": "Statistik-Journal"}
    earlier = REGISTER | {"reference_date": "2007-12-31"}
    rows = list(register_rows([REGISTER, earlier, city]))
    assert [(row["district_key"], row["reference_date"]) for row in rows] == [
        ("00", "2019-12-31"),
        ("09", "2007-12-31"),
        ("09", "2019-12-31"),
    ]
    assert [row["source"] for row in rows] == ["city_statistics", "city_register_table", "city_register_table"]
    assert {row["value"] for row in rows} == {"11881"}
    assert {(row["unit"], row["status"]) for row in rows} == {("people", "official")}


@pytest.mark.parametrize("date", ["2010-01", "2010", "ca. 2010", ""])
def test_the_register_of_no_known_day_is_left_out(date: str) -> None:
    row = REGISTER | {"reference_date": date}
    assert not is_dated(row)
    assert list(register_rows([row])) == []


def test_two_numbers_of_one_area_and_day_are_refused() -> None:
    with pytest.raises(DataError, match="09 / 2019-12-31"):
        list(register_rows([REGISTER, REGISTER | {"population": "1"}]))
