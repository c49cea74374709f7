"""Who has an offer within 15 minutes: four cells, three places, minutes written down."""

import numpy as np
import pandas as pd
import pytest

from geodata.adapters.city_data import CityData
from geodata.districts.reach import reach_rows
from geodata.network.cells import cells_from_codes
from geodata.network.minutes import FacilityMinutes

CODES = ["100mN31532E43169", "100mN31532E43170", "100mN31533E43169", "100mN31533E43170"]
STEPS = np.array(  # of 15 seconds; 0 = no way known
    [
        [60, 0, 200],  # 15 minutes to the hall
        [61, 0, 200],  # 15 minutes and 15 seconds
        [0, 8, 200],
        [0, 0, 0],
    ],
    dtype=np.uint8,
)
MINUTES = FacilityMinutes(cells_from_codes(CODES), ("hall", "shop", "far"), STEPS)
CELLS = pd.DataFrame(
    {
        "cell": [*CODES, "100mN39999E43170"],  # the last one is not in the pack
        "district_key": ["01", "01", "02", "02", "02"],
        "polling_district_key": ["01-1", "01-2", "02-1", "02-1", ""],
        "population": [200, 300, 150, 250, 40],
    }
)
PLACED = pd.DataFrame(
    {
        "facility_id": ["hall", "hall", "shop", "phone"],
        "section": ["learn", "learn", "work", "learn"],
        "located": [True, True, True, False],
        "source_date": "2026-08",
    }
)


def reached(shipped_city: CityData, *, cells: pd.DataFrame = CELLS, placed: pd.DataFrame = PLACED) -> pd.DataFrame:
    rows = reach_rows(cells, MINUTES, placed=placed, sections=("learn", "work"), city=shipped_city.city)
    return rows.set_index(["indicator", "district_key"])


def test_fifteen_minutes_are_near_and_a_quarter_of_a_minute_more_is_not(shipped_city: CityData) -> None:
    learn = reached(shipped_city).loc["within_15_min_learn_share"]
    assert learn["numerator"].to_dict() == {"01": 200, "02": 0, "01-1": 200, "01-2": 0, "02-1": 0, "00": 200}
    assert learn["denominator"].to_dict() == {"01": 500, "02": 440, "01-1": 200, "01-2": 300, "02-1": 400, "00": 940}
    assert learn["value"].to_dict() == pytest.approx(
        {"01": 0.4, "02": 0.0, "01-1": 1.0, "01-2": 0.0, "02-1": 0.0, "00": 200 / 940}, abs=1e-6
    )
    assert set(learn["reference_date"]) == {"2026-08"}
    assert set(learn["suppressed"]) == {""}


def test_a_cell_without_ways_or_outside_the_pack_has_nothing_near(shipped_city: CityData) -> None:
    work = reached(shipped_city).loc["within_15_min_work_share"]
    assert work.loc["02", ["numerator", "denominator"]].tolist() == [150, 440]


def test_a_place_that_was_hidden_since_the_pack_was_built_does_not_count(shipped_city: CityData) -> None:
    learn = reached(shipped_city, placed=PLACED.assign(located=False)).loc["within_15_min_learn_share"]
    assert learn["numerator"].sum() == 0


def test_a_section_without_places_reaches_nobody(shipped_city: CityData) -> None:
    rows = reached(shipped_city, placed=PLACED[PLACED["section"] == "work"])
    assert (rows.loc["within_15_min_learn_share", "value"] == 0).all()


def test_a_few_people_are_not_shown_and_do_not_follow_from_the_other_level(shipped_city: CityData) -> None:
    few = CELLS.assign(population=[3, 300, 150, 250, 40])
    few.loc[1, "polling_district_key"] = "01-1"
    learn = reached(shipped_city, cells=few).loc["within_15_min_learn_share"]
    withheld = set(learn.index[learn["suppressed"] == "yes"])
    assert {"01", "01-1"} <= withheld
    assert "00" not in withheld
    assert learn.loc[sorted(withheld), ["value", "numerator"]].isna().all(axis=None)
    assert learn["denominator"].notna().all()


def test_without_a_date_or_without_people_there_is_no_figure(shipped_city: CityData) -> None:
    city = shipped_city.city
    undated, nobody = PLACED.assign(source_date=""), CELLS.iloc[:0]
    assert reach_rows(CELLS, MINUTES, placed=undated, sections=("learn",), city=city).empty
    assert reach_rows(nobody, MINUTES, placed=PLACED, sections=("learn",), city=city).empty
