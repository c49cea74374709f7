"""The estimate: worked values, and bounds that hold for any counts."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.districts import calibration, estimated_shares
from geodata.errors import GeodataError


def people(*rows: tuple[int, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["population", "born_abroad", "foreign_nationals"])


def test_a_worked_example() -> None:
    """1,000 people, 100 born abroad, 50 foreign nationals; 12 % in the city: c = (120 - 100) / 50."""
    assert calibration(people((600, 80, 30), (400, 20, 20)), 0.12) == pytest.approx(0.4)
    shares = estimated_shares(people((600, 80, 30), (400, 20, 20)), 0.4)
    assert shares["value"].tolist() == pytest.approx([92 / 600, 28 / 400])
    assert shares["lower"].tolist() == pytest.approx([80 / 600, 20 / 400])
    assert shares["upper"].tolist() == pytest.approx([110 / 600, 40 / 400])


@pytest.mark.parametrize("share", [0.05, 0.2])
def test_a_share_that_does_not_belong_to_the_census_is_refused(share: float) -> None:
    with pytest.raises(GeodataError, match="only 0 to 1"):
        calibration(people((1000, 100, 50)), share)


def test_without_foreign_nationals_there_is_no_calibration() -> None:
    with pytest.raises(GeodataError, match="no foreign nationals"):
        calibration(people((1000, 100, 0)), 0.1)


def test_a_district_without_residents_has_no_share() -> None:
    assert estimated_shares(people((0, 0, 0)), 0.2)[["value", "lower", "upper"]].isna().all(axis=None)


@st.composite
def counts(draw: st.DrawFn) -> tuple[int, int, int]:
    population = draw(st.integers(1, 20_000))
    return population, draw(st.integers(0, population)), draw(st.integers(0, population))


@given(st.lists(counts(), min_size=1, max_size=18), st.floats(0, 1))
def test_the_bounds_are_shares_in_order(rows: list[tuple[int, int, int]], c: float) -> None:
    shares = estimated_shares(people(*rows), c)
    assert (shares["lower"] >= 0).all()
    assert (shares["lower"] <= shares["upper"]).all()
    assert (shares["upper"] <= 1).all()
