"""Sums of the shipped figures: districts add up to the city, polling districts to districts, parts to the whole."""

import pandas as pd
import pytest

from geodata.adapters.cells_file import CELL_COLUMNS, GROUP_COLUMNS, read_cells
from geodata.adapters.city_data import CityData
from geodata.districts.area_keys import DISTRICT, POLLING_DISTRICT, level_of
from geodata.schema import WHOLE_CITY
from tests.conftest import DATA
from tests.districts.census_truth import INDICATOR_OF, needs_source, people_counted

ALONE = "17"  # Deppoldshausen has no polling district
REGIONS = [f"born_{region}_share" for region in ("eu27", "other_europe", "rest_of_world", "other_unknown")]


def column(city: CityData, indicator: str, name: str) -> "pd.Series[float]":
    """One column of an indicator, by area."""
    rows = city.indicators[city.indicators["indicator"] == indicator]
    return rows.set_index("district_key")[name]


def at(values: "pd.Series[float]", level: str) -> "pd.Series[float]":
    return values[[key for key in values.index if level_of(key) == level]]


def nested(values: "pd.Series[float]") -> "pd.Series[float]":
    """Sums of polling districts by district; NaN where one of them is withheld."""
    polling = at(values, POLLING_DISTRICT)
    return polling.groupby(polling.index.str[:2]).sum(skipna=False)


def test_both_levels_have_every_figure(shipped_city: CityData) -> None:
    """But for the register, which knows some districts only, and the density of a district without settled land."""
    keys = {WHOLE_CITY, *shipped_city.districts["key"], *shipped_city.polling_districts["key"]}
    assert len(keys) == 1 + 18 + 111
    for indicator, rows in shipped_city.indicators.groupby("indicator"):
        areas = list(rows["district_key"])
        if indicator == "register_population":
            assert set(areas) < keys
            assert len(set(areas)) == 1 + 13
        else:
            assert sorted(areas) == sorted(keys - {ALONE} if indicator == "population_density" else keys)


def test_residents_add_up_on_both_levels(shipped_city: CityData) -> None:
    people = column(shipped_city, "population", "value")
    assert people[WHOLE_CITY] == 115_262  # the official count is 115,843: see docs/data-quality.md
    assert at(people, DISTRICT).sum() == people[WHOLE_CITY]
    assert nested(people).to_dict() == at(people, DISTRICT).drop(ALONE).to_dict()
    assert people[ALONE] == 20


@pytest.mark.parametrize("indicator", list(INDICATOR_OF.values()))
def test_what_is_shown_of_a_figure_adds_up(shipped_city: CityData, indicator: str) -> None:
    """Where every polling district is shown, they add up to their district; districts are no more than the city."""
    counted = column(shipped_city, indicator, "numerator")
    districts = at(counted, DISTRICT)
    both = pd.DataFrame({"district": districts, "sum": nested(counted)}).dropna()
    assert len(both) >= 5
    assert (both["district"] == both["sum"]).all()
    assert districts.sum() < counted[WHOLE_CITY]
    assert (column(shipped_city, indicator, "denominator") == column(shipped_city, "population", "value")).all()


def test_regions_of_birth_add_up_to_all_born_abroad(shipped_city: CityData) -> None:
    regions = pd.DataFrame({code: column(shipped_city, code, "numerator") for code in REGIONS}).dropna()
    assert len(regions) > 80
    assert (regions.sum(axis=1) == column(shipped_city, "born_abroad_share", "numerator")[regions.index]).all()


@needs_source
def test_the_counts_behind_add_up_exactly(shipped_city: CityData) -> None:
    """Withheld ones included: only the source folder knows them."""
    truth = people_counted()
    for name in truth:
        counted = truth[name]
        assert at(counted, DISTRICT).sum() == counted[WHOLE_CITY]
        assert nested(counted).to_dict() == at(counted, DISTRICT).drop(ALONE).to_dict()


def test_settled_land_adds_up(shipped_city: CityData) -> None:
    km2 = column(shipped_city, "population_density", "denominator")
    rounding = 0.5e-4 * 111
    assert at(km2, DISTRICT).sum() == pytest.approx(km2[WHOLE_CITY], abs=rounding)
    assert nested(km2).to_dict() == pytest.approx(at(km2, DISTRICT).to_dict(), abs=rounding)
    assert ALONE not in km2.index


def test_the_estimate_of_the_city_is_the_city_s_own_share_and_bounds_hold_every_estimate(
    shipped_city: CityData,
) -> None:
    rows = shipped_city.indicators[shipped_city.indicators["indicator"] == "migration_background_share"]
    shown = rows[rows["suppressed"] != "yes"].set_index("district_key")
    assert shown.loc[WHOLE_CITY, "value"] == pytest.approx(0.185, abs=1e-6)
    assert shown.loc[WHOLE_CITY, ["lower", "upper"]].tolist() == pytest.approx(
        [19_472 / 115_262, 29_782 / 115_262], abs=1e-6
    )
    assert (shown["lower"] <= shown["value"]).all()
    assert (shown["value"] <= shown["upper"]).all()
    assert len(shown) > 120


def test_people_per_cell_are_the_people_of_the_areas(shipped_city: CityData) -> None:
    cells = read_cells(DATA / "pack")
    assert list(cells.columns) == [*CELL_COLUMNS, *GROUP_COLUMNS]
    assert cells["cell"].is_monotonic_increasing
    assert cells["cell"].is_unique
    people = column(shipped_city, "population", "value")
    for name, level in (("district_key", DISTRICT), ("polling_district_key", POLLING_DISTRICT)):
        sums = cells[cells[name] != ""].groupby(name)["population"].sum()
        assert sums.to_dict() == at(people, level).to_dict()


SUMS = {
    "population": 115_262, "born_abroad": 19_472, "foreign_nationals": 10_310, "age_under_10": 8_830,
    "age_80_plus": 5_808,
}  # fmt: skip


def test_groups_per_cell_are_the_groups_of_the_areas(shipped_city: CityData) -> None:
    cells = read_cells(DATA / "pack")
    assert cells[list(SUMS)].sum().to_dict() == SUMS
    for group in GROUP_COLUMNS:
        shown = column(shipped_city, INDICATOR_OF[group], "numerator").dropna()
        for name, level in (("district_key", DISTRICT), ("polling_district_key", POLLING_DISTRICT)):
            sums, there = cells.groupby(name)[group].sum(), at(shown, level)
            assert sums[there.index].to_dict() == there.to_dict()
            assert len(there) >= 15
        assert shown[WHOLE_CITY] == SUMS[group]


def test_counts_per_cell_are_those_the_offices_have_disturbed() -> None:
    """SAFE leaves neither 1 nor 2, and disturbs every count on its own: a group may be larger than its cell."""
    cells = read_cells(DATA / "pack")
    assert not cells[list(SUMS)].isin([1, 2]).any(axis=None)
    assert (cells[list(SUMS)] >= 0).all(axis=None)
    assert (cells["born_abroad"] <= cells["population"]).all()
    assert (cells["age_under_10"] + cells["age_80_plus"] <= cells["population"]).all()
    more = cells[cells["foreign_nationals"] > cells["population"]]
    assert more[["population", "foreign_nationals"]].to_numpy().tolist() == [[10, 11], [0, 3], [0, 3]]
    assert (cells["population"] == 0).sum() == 2  # kept, so that the sums are those of the census


def test_the_register_is_never_added_to_the_census(shipped_city: CityData) -> None:
    """Main and second homes on one side, main homes on the other: other definitions, refused in one comparison."""
    apart = shipped_city.definitions["definition"]["register_population"]["not_comparable_with"]
    assert {"census_2011_population", "census_2022_population"} <= set(apart)
    register = shipped_city.indicators[shipped_city.indicators["indicator"] == "register_population"]
    assert set(register["definition"]) == {"register_population"}
    assert set(register["status"]) == {"official"}
    assert register["reference_date"].str.fullmatch(r"\d{4}-\d\d-\d\d").all()
    grone = register[register["district_key"] == "09"].set_index("reference_date")["value"].to_dict()
    assert grone == {"2007-12-31": 11_609, "2019-12-31": 11_881}  # "2010-01" is no day
