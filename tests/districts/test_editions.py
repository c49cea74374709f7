"""Which edition of a figure is shown first, and what may not stand beside it."""

from typing import Any

import pandas as pd
import pytest

from geodata.adapters.city_data import CityData
from geodata.districts.editions import default_indicator, editions
from geodata.districts.figures import Figures

DEFAULT = "migration_background_share"
DEFINITIONS: dict[str, Any] = {
    "indicator": {
        DEFAULT: {"group": "migration"},
        "migration_background_extended_share": {"group": "migration"},
        "migration_background_census_share": {"group": "migration"},
        "register_population": {"group": "population"},
        "population": {},
    },
    "definition": {"city_first": {"not_comparable_with": ["extended_2018"]}, "extended_2018": {}},
}


def rows(indicator: str, date: str, status: str, *, keys: tuple[str, ...] = ("00", "01", "02")) -> pd.DataFrame:
    """One edition."""
    made_up = {"indicator": indicator, "reference_date": date, "status": status, "definition": "city_first"}
    return pd.DataFrame([{"district_key": key, "value": 0.1 * n} | made_up for n, key in enumerate(keys)])


ESTIMATE = rows(DEFAULT, "2011-05-09", "estimated")
REGISTER = rows("register_population", "2024-12-31", "official")


def dates(table: pd.DataFrame, indicator: str = DEFAULT) -> list[tuple[str, str]]:
    """Status and date of every edition, in order."""
    return [(edition.status, edition.reference_date) for edition in editions(table, indicator)]


def test_official_comes_before_added_up_and_estimated() -> None:
    later = [rows(DEFAULT, "2024-12-31", "estimated"), rows(DEFAULT, "2022-05-15", "aggregated")]
    table = pd.concat([ESTIMATE, *later, rows(DEFAULT, "2008-12-31", "official")])
    assert dates(table) == [
        ("official", "2008-12-31"),
        ("aggregated", "2022-05-15"),
        ("estimated", "2024-12-31"),
        ("estimated", "2011-05-09"),
    ]
    assert editions(table, DEFAULT)[0].reference_date == "2008-12-31"


def test_among_equals_the_date_with_most_areas_then_the_latest() -> None:
    few = rows(DEFAULT, "2022-05-15", "official", keys=("00", "01"))
    older, newer = (rows(DEFAULT, date, "official") for date in ("2008-12-31", "2018-12-31"))
    assert dates(pd.concat([few, older, newer])) == [
        ("official", "2018-12-31"),
        ("official", "2008-12-31"),
        ("official", "2022-05-15"),
    ]


def test_rows_of_an_edition_in_the_order_asked_for() -> None:
    edition = editions(pd.concat([ESTIMATE, REGISTER]), DEFAULT)[0]
    assert edition.at(("02", "17", "01")).index.tolist() == ["02", "01"]
    assert edition.at(("01-101",)).empty
    assert set(edition.rows["indicator"]) == {DEFAULT}


@pytest.mark.parametrize(
    "indicator", ["migration_background_extended_share", "migration_background_census_share", DEFAULT]
)
def test_the_estimate_steps_back_for_an_official_figure(indicator: str) -> None:
    table = pd.concat([rows(indicator, "2018-12-31", "official"), ESTIMATE, REGISTER])
    assert default_indicator(table, DEFAULT, definitions=DEFINITIONS) == indicator
    assert editions(table, indicator)[0].status == "official"
    assert Figures(table, DEFINITIONS, DEFAULT).default == indicator


def test_the_latest_of_two_official_figures() -> None:
    extended, census = "migration_background_extended_share", "migration_background_census_share"
    both = [rows(census, "2022-05-15", "official"), rows(extended, "2018-12-31", "official")]
    for order in (both, both[::-1]):
        assert default_indicator(pd.concat([*order, ESTIMATE]), DEFAULT, definitions=DEFINITIONS) == census


@pytest.mark.parametrize(
    "other",
    [
        REGISTER,
        rows("migration_background_census_share", "2022-05-15", "aggregated"),
        rows("migration_background_census_share", "2022-05-15", "official", keys=("00",)),
        rows("nobody_knows", "2022-05-15", "official"),
    ],
    ids=["another group", "not official", "only the city", "no texts"],
)
def test_the_estimate_stays(other: pd.DataFrame) -> None:
    assert default_indicator(pd.concat([other, ESTIMATE]), DEFAULT, definitions=DEFINITIONS) == DEFAULT


def test_a_figure_without_a_group_has_no_rivals() -> None:
    assert default_indicator(pd.concat([ESTIMATE, REGISTER]), "population", definitions=DEFINITIONS) == "population"


def test_figures_in_the_order_of_their_texts() -> None:
    figures = Figures(pd.concat([REGISTER, ESTIMATE]), DEFINITIONS, DEFAULT)
    assert figures.codes == (DEFAULT, "register_population")
    assert [edition.status for edition in figures.editions(DEFAULT)] == ["estimated"]


def test_the_shipped_city(shipped_city: CityData) -> None:
    default = shipped_city.city.default_indicator
    assert default_indicator(shipped_city.indicators, default, definitions=shipped_city.definitions) == default
    assert editions(shipped_city.indicators, default)[0].status == "estimated"
