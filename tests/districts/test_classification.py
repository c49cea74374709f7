"""Limits are mapclassify's, every value has one class, and what is asked for is done or refused in words."""

import itertools
import warnings
from typing import Any

import mapclassify
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from geodata.adapters.city_data import CityData
from geodata.districts.editions import editions
from geodata.districts.shading.classification import (
    FEWEST_CLASSES,
    METHODS,
    MOST_CLASSES,
    SAMPLE,
    Classification,
    Floats,
    classify,
)

examples = settings(max_examples=80)
NUMBERS = range(FEWEST_CLASSES, MOST_CLASSES + 1)
SCHEMES = {
    "natural_breaks": mapclassify.FisherJenks,
    "quantiles": mapclassify.Quantiles,
    "equal_interval": mapclassify.EqualInterval,
    "pretty_breaks": mapclassify.PrettyBreaks,
}
"""The methods without limits of one's own."""

shares = st.lists(st.integers(0, 10_000).map(lambda n: n / 10_000), min_size=2, max_size=40)
counts = st.lists(st.integers(0, 200_000).map(float), min_size=2, max_size=40)
floats = st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=40)


def reference(values: Floats, *, method: str, k: int) -> Any:
    """What mapclassify says, its warnings about speed and ties left out."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return SCHEMES[method](values, k=min(k, len(set(values))) if method == "natural_breaks" else k)


def check(found: Classification, values: Floats) -> None:
    """What holds for any values, any method."""
    assert list(found.limits) == sorted(set(found.limits))
    assert len(found.limits) == len(found.counts) <= MOST_CLASSES
    assert sum(found.counts) == len(values) == len(found.class_of)
    dust = 1e-9 * max(1.0, float(np.abs(values).max()))
    assert found.limits[-1] >= values.max() - dust
    for (lower, upper), number in zip(found.intervals, itertools.count(), strict=False):
        inside = values[found.class_of == number]
        assert len(inside) == found.counts[number]
        assert lower <= upper
        assert all(lower - dust <= value <= upper + dust for value in inside)


@pytest.mark.parametrize("method", SCHEMES)
@examples
@given(values=shares | counts, k=st.sampled_from(NUMBERS))
def test_limits_are_those_of_mapclassify(method: str, values: list[float], k: int) -> None:
    table = np.array(values)
    assume(np.ptp(table) > 0)
    found, expected = classify(table, method=method, k=k), reference(table, method=method, k=k)
    check(found, table)
    assume(len(expected.bins) <= MOST_CLASSES)
    np.testing.assert_allclose(found.limits, expected.bins, rtol=1e-9, atol=1e-9)
    if method == "natural_breaks":
        assert found.counts == tuple(expected.counts)


@pytest.mark.parametrize("method", SCHEMES)
def test_limits_of_every_shipped_indicator(method: str, shipped_city: CityData) -> None:
    checked = 0
    for indicator in shipped_city.indicators["indicator"].unique():
        for edition in editions(shipped_city.indicators, str(indicator)):
            for _, rows in edition.rows.groupby(edition.rows["district_key"].str.len()):
                values = rows["value"].dropna().to_numpy(dtype=np.float64)
                if len(values) < MOST_CLASSES or not np.ptp(values):
                    continue
                for k in NUMBERS:
                    found, expected = classify(values, method=method, k=k), reference(values, method=method, k=k)
                    check(found, values)
                    if len(expected.bins) <= MOST_CLASSES:
                        np.testing.assert_allclose(found.limits, expected.bins, rtol=1e-9, atol=1e-9)
                    checked += 1
    assert checked >= 12


@pytest.mark.parametrize("method", SCHEMES)
@examples
@given(values=floats, k=st.sampled_from(NUMBERS))
def test_any_numbers(method: str, values: list[float], k: int) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        check(classify(np.array(values), method=method, k=k), np.array(values))


@examples
@given(values=floats, own=st.lists(st.floats(-1e12, 1e12), max_size=MOST_CLASSES - 1, unique=True).map(sorted))
def test_own_limits_stand(values: list[float], own: list[float]) -> None:
    table = np.array(values)
    found = classify(table, method="own", own=own)
    check(found, table)
    if np.ptp(table) > 1e-9 * np.abs(table).max():
        assert list(found.limits[: len(own)]) == own
        assert len(found.limits) == len(own) + (not own or own[-1] < table.max())


def test_own_limits_of_mapclassify() -> None:
    values = np.array([0.05, 0.1, 0.12, 0.2, 0.31, 0.5])
    expected = mapclassify.UserDefined(values, [0.1, 0.3])
    found = classify(values, method="own", own=(0.1, 0.3))
    assert found.limits == tuple(expected.bins) == (0.1, 0.3, 0.5)
    assert found.counts == tuple(expected.counts) == (2, 2, 2)


def test_an_own_limit_below_all_values_leaves_its_class_empty() -> None:
    found = classify(np.array([0.3, 0.5]), method="own", own=(0.1, 0.4))
    assert found.intervals == ((0.0, 0.1), (0.1, 0.4), (0.4, 0.5))
    assert found.counts == (0, 1, 1)


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ((0.3, 0.1), "rise"),
        ((0.1, 0.1), "rise"),
        ((0.1, float("nan")), "rise"),
        ((float("nan"),), "rise"),
        ((float("inf"),), "rise"),
        ((0.1, 0.2, 0.3, 0.4, 0.5, 0.6), "at most 5"),
    ],
)
def test_own_limits_that_are_refused(own: tuple[float, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        classify(np.array([0.1, 0.2]), method="own", own=own)


@pytest.mark.parametrize(("method", "k"), [("jenks", 5), ("quantiles", 2), ("quantiles", 7)])
def test_unknown_methods_and_numbers_are_refused(method: str, k: int) -> None:
    with pytest.raises(ValueError, match=r"none of|allowed"):
        classify(np.array([0.1, 0.2]), method=method, k=k)


@pytest.mark.parametrize("method", METHODS)
def test_no_values_no_classes(method: str) -> None:
    found = classify(np.zeros(0), method=method)
    assert (found.limits, found.counts, found.intervals, len(found.class_of)) == ((), (), (), 0)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "values", [[0.2], [0.2] * 7, [0.0, 0.0], [-3.0], [0.3, 0.1 + 0.2], [1e15, 1e15 + 1], [0, 5e-324]]
)
def test_equal_values_are_one_class(method: str, values: list[float]) -> None:
    found = classify(np.array(values), method=method)
    assert found.counts == (len(values),)
    assert found.limits == (max(values),)


@pytest.mark.parametrize("method", ["natural_breaks", "quantiles"])
def test_fewer_values_than_classes(method: str) -> None:
    found = classify(np.array([0.1, 0.1, 0.4, 0.4]), method=method, k=6)
    assert sum(count > 0 for count in found.counts) == 2
    check(found, np.array([0.1, 0.1, 0.4, 0.4]))


def test_ties_are_never_parted() -> None:
    values = np.array([0.1, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.3, 0.4])
    for method in SCHEMES:
        found = classify(values, method=method, k=4)
        assert len(set(found.class_of[1:8])) == 1


def test_a_round_limit_holds_its_value() -> None:
    values = np.array([0.6, 0.7, 0.8, 0.9, 1.0])
    expected = mapclassify.PrettyBreaks(values, k=6)
    assert 0.8 not in expected.bins  # the library's limit is 0.7999999999999999
    found = classify(values, method="pretty_breaks", k=6)
    assert found.limits == (0.6, 0.7, 0.8, 0.9, 1.0)
    assert found.counts == (1, 1, 1, 1, 1)


def test_round_numbers_never_make_too_many_classes() -> None:
    values = np.linspace(0.02, 0.98, 30)
    assert all(len(classify(values, method="pretty_breaks", k=k).limits) <= MOST_CLASSES for k in NUMBERS)


def test_many_values_are_sampled_and_it_is_said() -> None:
    values = np.random.default_rng(4).permutation(np.concatenate([np.linspace(low, low + 1, 400) for low in (0, 5, 9)]))
    found = classify(values, method="natural_breaks", k=3)
    assert found.sampled
    assert found.counts == pytest.approx((400, 400, 400), abs=len(values) / SAMPLE)
    assert found.limits[-1] == values.max()
    assert not classify(values[:SAMPLE], method="natural_breaks", k=3).sampled
    assert not classify(values, method="quantiles", k=3).sampled
