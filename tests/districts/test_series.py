"""Series: a line within one definition only; what is no series is refused with its reason."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.adapters.city_data import CityData
from geodata.districts.comparison.refusal import Refusal
from geodata.districts.comparison.series import Break, Point, Series, series_of
from tests.districts.areas import rows_of

FIGURES = pd.DataFrame(columns=["code", "reference_date", "value", "approximate", "unit", "definition"])
DEFINITIONS = {
    "definition": {
        "city_first": {"not_comparable_with": ["extended_2018"]},
        "extended_2018": {"not_comparable_with": ["city_first"]},
    }
}
INDICATOR = "migration_background_share"


def register(date: str, value: float, **row: Any) -> dict[str, Any]:
    return {"reference_date": date, "value": value, "unit": "people", "status": "official"} | row


def asked(rows: pd.DataFrame, key: str = "01") -> Series | Refusal:
    return series_of(rows, INDICATOR, key=key, figures=FIGURES, definitions=DEFINITIONS)


def test_dates_of_one_definition_make_a_line_in_their_order() -> None:
    found = asked(rows_of(register("2019-12-31", 30), register("2006-12-31", 10), register("2010-01-01", 20)))
    assert isinstance(found, Series)
    (segment,) = found.segments
    assert [point.date[:4] for point in segment.points] == ["2006", "2010", "2019"]
    assert [point.value for point in segment.points] == [10, 20, 30]
    assert found.has_line
    assert found.breaks == ()


@pytest.mark.parametrize(
    ("rows", "reason", "codes"),
    [
        ([], "no_data", ()),
        ([register("2019-12-31", 5, district_key="02")], "no_data", ()),
        ([register("2019-12-31", float("nan"), suppressed="yes")], "withheld", ()),
        ([register("2019-12-31", 5)], "one_date", ("2019-12-31",)),
        ([register("2019-12-31", 5, status="estimated")], "one_estimate", ("2019-12-31",)),
        (
            [register("2019-12-31", 5), register("2018-12-31", float("nan"), suppressed="yes")],
            "one_date",
            ("2019-12-31",),
        ),
    ],
)
def test_what_is_no_series(rows: list[dict[str, Any]], reason: str, codes: tuple[str, ...]) -> None:
    assert asked(rows_of(*rows)) == Refusal(reason, ("01",), codes)  # type: ignore[arg-type]


def test_another_definition_or_status_breaks_the_line() -> None:
    found = asked(
        rows_of(
            register("2008-12-31", 1),
            register("2011-05-09", 2, status="estimated"),
            register("2018-12-31", 3, definition="extended_2018"),
            register("2019-12-31", 4, definition="extended_2018"),
        )
    )
    assert isinstance(found, Series)
    assert [len(segment.points) for segment in found.segments] == [1, 1, 2]
    assert found.breaks == (Break("status", forbidden=False), Break("definition", forbidden=True))


ROWS = st.lists(
    st.builds(
        register,
        st.dates().map(str),
        st.integers(0, 9).map(float),
        definition=st.sampled_from(["city_first", "extended_2018", "census_2022"]),
        status=st.sampled_from(["official", "aggregated", "estimated"]),
        suppressed=st.sampled_from(["", "", "yes"]),
    ),
    max_size=8,
    unique_by=lambda row: row["reference_date"],
)


@given(ROWS)
def test_no_definitions_are_ever_joined_and_no_shown_value_is_lost(rows: list[dict[str, Any]]) -> None:
    shown = [row for row in rows if not row["suppressed"]]
    found = asked(rows_of(*rows))
    if isinstance(found, Refusal):
        assert len(shown) < 2
        return
    drawn = {
        (segment.definition, segment.status, point.date, point.value)
        for segment in found.segments
        for point in segment.points
    }
    assert drawn == {(row["definition"], row["status"], row["reference_date"], row["value"]) for row in shown}
    groups = [(segment.definition, segment.status) for segment in found.segments]
    assert len(set(groups)) == len(groups) == len(found.breaks) + 1


def test_the_shipped_figures_of_the_city_are_three_points_and_no_line(shipped_city: CityData) -> None:
    found = series_of(
        shipped_city.indicators,
        INDICATOR,
        key="00",
        figures=shipped_city.figures,
        definitions=shipped_city.definitions,
    )
    assert isinstance(found, Series)
    assert [segment.definition for segment in found.segments] == ["city_first", "extended_2018", "census_2022"]
    assert [segment.points for segment in found.segments] == [
        (Point("2008-12-31", 0.185, 0.185, 0.185),),
        (Point("2018-12-31", 0.273, 0.273, 0.273),),
        (Point("2022-05-15", 0.26, 0.26, 0.26),),
    ]
    assert found.breaks == (Break("definition", forbidden=True),) * 2
    assert not found.has_line


def test_weststadt_since_2008_has_no_series(shipped_city: CityData) -> None:
    found = series_of(
        shipped_city.indicators,
        INDICATOR,
        key="04",
        figures=shipped_city.figures,
        definitions=shipped_city.definitions,
    )
    own = ("city_first", "extended_2018", "census_2022")
    assert found == Refusal("one_estimate", ("04",), ("2011-05-09",), city_definitions=own)
