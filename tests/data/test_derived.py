"""What follows from the shipped tables, counted once more: line by line, without pandas' groups."""

import csv
import dataclasses
from collections import defaultdict

import pandas as pd
import pytest
import shapely

from geodata.adapters.cells_file import read_cells
from geodata.adapters.city_data import CityData
from geodata.adapters.derived_rows import read_indicators
from geodata.adapters.minutes_file import read_facility_minutes, read_minutes
from geodata.network.minutes import FacilityMinutes
from geodata.schema import INDICATORS
from geodata.schema.codes import UNITS
from tests.conftest import DATA
from tests.districts.attack import conclusions
from tests.districts.small_tables import too_tight

SECTIONS = ("first_steps", "language_education", "work_career")
HIDDEN = "frauenhaus-goettingen"


@pytest.fixture(scope="module")
def minutes() -> FacilityMinutes:
    return read_facility_minutes(DATA / "pack")


@pytest.fixture(scope="module")
def table(shipped_city: CityData, minutes: FacilityMinutes) -> pd.DataFrame:
    return read_indicators(DATA, shipped_city, minutes=minutes)


def values(table: pd.DataFrame, indicator: str, name: str = "value") -> dict[str, float]:
    rows = table[(table["indicator"] == indicator) & (table["suppressed"] != "yes")]
    return dict(zip(rows["district_key"], rows[name], strict=True))


def lines(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_rows_of_the_file_stay_as_they_are_and_others_follow(table: pd.DataFrame, shipped_city: CityData) -> None:
    there = shipped_city.indicators
    pd.testing.assert_frame_equal(table.iloc[: len(there)], there)
    derived = table.iloc[len(there) :]
    assert list(table.columns) == list(INDICATORS.names)
    assert not derived.duplicated(list(INDICATORS.key)).any()
    assert set(derived["indicator"]) == {
        *(f"{what}_{section}" for what in ("places", "offers") for section in SECTIONS),
        *(f"within_15_min_{section}_share" for section in SECTIONS),
        "offers_per_1000",
    }
    texts = shipped_city.definitions
    for indicator, rows in derived.groupby("indicator"):
        assert set(rows["unit"]) == {texts["indicator"][indicator]["unit"]} <= UNITS
        assert set(rows["definition"]) == {texts["indicator"][indicator]["definition"]}
        assert {code for codes in rows["source"] for code in codes} <= set(texts["data_source"])
        assert len(rows) == 130


def test_places_and_offers_are_those_of_the_tables(table: pd.DataFrame, shipped_city: CityData) -> None:
    district = {row["facility_id"]: row["district_key"] for row in lines("facilities.csv")}
    offers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in lines("services.csv"):
        if district[row["facility_id"]]:
            for area in (district[row["facility_id"]], "00"):
                offers[row["section"], area].append(row["facility_id"])
    for section in SECTIONS:
        for area in ("00", *shipped_city.districts["key"]):
            assert values(table, f"offers_{section}")[area] == len(offers[section, area])
            assert values(table, f"places_{section}")[area] == len(set(offers[section, area]))
    assert sum(values(table, f"offers_{section}")["00"] for section in SECTIONS) == 494  # 42 of 536 lie in no district
    people = values(table, "population")
    rates = values(table, "offers_per_1000")
    assert rates["01"] == pytest.approx(1000 * sum(len(offers[s, "01"]) for s in SECTIONS) / people["01"], abs=0.005)
    assert set(people) - set(rates) == {"17"}  # fewer than 100 people


def test_a_place_counts_in_the_polling_district_that_holds_its_point(
    table: pd.DataFrame, shipped_city: CityData
) -> None:
    outlines = dict(zip(shipped_city.polling_districts["key"], shipped_city.polling_districts.geometry, strict=True))
    sections: dict[str, set[str]] = defaultdict(set)
    for row in lines("services.csv"):
        sections[row["facility_id"]].add(row["section"])
    found: dict[tuple[str, str], int] = defaultdict(int)
    for place in lines("facilities.csv"):
        if place["latitude"]:
            point = shapely.Point(float(place["longitude"]), float(place["latitude"]))
            own = {key: shape for key, shape in outlines.items() if key.startswith(place["district_key"])}
            holding = next((key for key, shape in own.items() if shape.intersects(point)), "")
            for section in sections[place["facility_id"]]:
                found[section, holding] += 1
    for section in SECTIONS:
        counted = values(table, f"places_{section}")
        assert {key: counted[key] for key in outlines} == {key: found[section, key] for key in outlines}
    assert sum(found[section, ""] for section in SECTIONS) == 1  # one place lies between the polling districts


def test_the_hidden_place_counts_nowhere(table: pd.DataFrame, shipped_city: CityData, minutes: FacilityMinutes) -> None:
    services = shipped_city.services
    without = dataclasses.replace(shipped_city, services=services[services["facility_id"] != HIDDEN])
    assert len(without.services) == len(services) - 1
    pd.testing.assert_frame_equal(read_indicators(DATA, without, minutes=minutes), table)


def test_who_has_an_offer_within_15_minutes_is_counted_cell_by_cell(
    table: pd.DataFrame, shipped_city: CityData
) -> None:
    walking = read_minutes(DATA / "pack")
    section_of = defaultdict(set)
    for row in lines("services.csv"):
        section_of[row["facility_id"]].add(row["section"])
    reached: dict[tuple[str, str], int] = defaultdict(int)
    for cell in read_cells(DATA / "pack").to_dict("records"):
        row = walking.cell_of(cell["cell"])
        assert row is not None
        near = [walking.facility_ids[at] for at, minutes in enumerate(walking.to_facilities(row)) if minutes <= 15]
        for section in {section for facility_id in near for section in section_of[facility_id]}:
            for area in ("00", cell["district_key"], cell["polling_district_key"]):
                reached[section, area] += cell["population"]
    for section in SECTIONS:
        counted = values(table, f"within_15_min_{section}_share", "numerator")
        assert len(counted) > 120
        assert counted == {key: reached[section, key] for key in counted}
        shares, people = values(table, f"within_15_min_{section}_share"), values(table, "population")
        assert shares == pytest.approx({key: counted[key] / people[key] for key in counted}, abs=1e-6)


def test_no_withheld_number_within_reach_follows_from_the_rest(table: pd.DataFrame, shipped_city: CityData) -> None:
    rows = table[table["definition"] == "walking_reach_15"]
    found = conclusions(rows)
    assert len(found) == (rows["suppressed"] == "yes").sum() > 0
    truth = pd.Series(float("nan"), index=found.index)
    assert too_tight(found, truth, below=shipped_city.city.suppress_count_below).empty


def test_a_new_offer_is_counted_at_the_next_start(
    table: pd.DataFrame, shipped_city: CityData, minutes: FacilityMinutes
) -> None:
    more = pd.concat([shipped_city.services, shipped_city.services.iloc[[0]]], ignore_index=True)
    changed = read_indicators(DATA, dataclasses.replace(shipped_city, services=more), minutes=minutes)
    before, after = values(table, "offers_first_steps"), values(changed, "offers_first_steps")
    assert {key: after[key] - before[key] for key in before if after[key] != before[key]}.keys() >= {"00", "03"}
    assert after["03"] == before["03"] + 1


def test_without_a_pack_there_is_no_reach_but_the_rest(shipped_city: CityData) -> None:
    indicators = set(read_indicators(DATA, shipped_city, minutes=None)["indicator"])
    assert "offers_per_1000" in indicators
    assert not any(code.startswith("within_") for code in indicators)
