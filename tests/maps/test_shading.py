"""Colour per district: every district has one fill, and the legend counts what is coloured."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.adapters.city_data import CityData
from geodata.maps import Shading, shade
from geodata.maps.shading import FINDER_PALETTE, NO_DATA, WITHHELD

examples = settings(max_examples=60, deadline=None, derandomize=True, database=None)
LIGHT, *_, DARK = FINDER_PALETTE


def table(values: dict[str, Any], *, date: str = "2011-05-09") -> pd.DataFrame:
    """Values by district; "withheld" is an empty value that must not be shown."""
    rows = [
        {
            "district_key": key,
            "indicator": "share",
            "reference_date": date,
            "value": float("nan") if value in (None, WITHHELD) else value,
            "suppressed": "yes" if value == WITHHELD else "",
        }
        for key, value in values.items()
    ]
    return pd.DataFrame(rows, columns=["district_key", "indicator", "reference_date", "value", "suppressed"])


def shaded(values: dict[str, Any]) -> Shading:
    return shade(table(values), "share", keys=tuple(values))


def check(shading: Shading, values: dict[str, Any]) -> None:
    """What holds for any table."""
    numbers = {key: value for key, value in values.items() if isinstance(value, float)}
    assert set(shading.fills) == set(values)
    assert sum(each.n for each in shading.classes) == len(numbers)
    assert all(each.n for each in shading.classes)
    assert len({each.color for each in shading.classes}) == len(shading.classes)
    for key, value in values.items():
        if value is None:
            assert shading.fills[key] == NO_DATA
        elif value == WITHHELD:
            assert shading.fills[key] == WITHHELD
    for each in shading.classes:
        inside = [value for key, value in numbers.items() if shading.fills[key] == each.color]
        assert len(inside) == each.n
        assert each.lower <= min(inside) <= max(inside) == each.upper
    for lower, upper in zip(shading.classes, shading.classes[1:], strict=False):
        assert lower.upper == upper.lower
        assert FINDER_PALETTE.index(lower.color) < FINDER_PALETTE.index(upper.color)


value = st.one_of(st.floats(0, 1, width=32), st.sampled_from((0.1, 0.2, 0.25, 0.3)), st.none(), st.just(WITHHELD))


@examples
@given(values=st.dictionaries(st.sampled_from([f"{n:02}" for n in range(1, 19)]), value))
def test_any_table(values: dict[str, Any]) -> None:
    check(shaded(values), values)


@pytest.mark.parametrize(
    ("values", "fills"),
    [
        ({}, []),
        ({"01": None}, [NO_DATA]),
        ({"01": WITHHELD, "02": None}, [WITHHELD, NO_DATA]),
        ({"01": 0.2}, [LIGHT]),
        ({"01": 0.2, "02": 0.2, "03": 0.2}, [LIGHT, LIGHT, LIGHT]),
        ({"01": 0.1, "02": 0.3}, [LIGHT, DARK]),
        ({"01": 0.1, "02": WITHHELD, "03": 0.3}, [LIGHT, WITHHELD, DARK]),
        ({"01": 0.1, "02": 0.2, "03": 0.3}, [LIGHT, FINDER_PALETTE[2], DARK]),
        ({f"0{n}": n / 10 for n in range(1, 6)}, list(FINDER_PALETTE)),
    ],
)
def test_few_values(values: dict[str, Any], fills: list[str]) -> None:
    shading = shaded(values)
    assert list(shading.fills.values()) == fills
    check(shading, values)


def test_natural_breaks_keep_close_values_together() -> None:
    low, middle, high = (0.10, 0.11, 0.12), (0.30, 0.31), (0.60,)
    values = dict(zip(("01", "02", "03", "04", "05", "06"), (*low, *middle, *high), strict=True))
    more = {"07": 0.80, "08": 0.95}
    shading = shaded(values | more)
    assert [each.n for each in shading.classes] == [3, 2, 1, 1, 1]


def test_the_newest_date_is_shown() -> None:
    both = pd.concat([table({"01": 0.1}, date="2008-12-31"), table({"01": 0.4}, date="2011-05-09")])
    assert [each.upper for each in shade(both, "share", keys=("01",)).classes] == [0.4]


def test_the_whole_city_is_no_district() -> None:
    shading = shade(table({"00": 0.9, "01": 0.1, "02": 0.2}), "share", keys=("01", "02"))
    assert shading.fills == {"01": LIGHT, "02": DARK}
    assert [each.upper for each in shading.classes] == [0.1, 0.2]


def test_a_district_without_a_row_has_no_data() -> None:
    assert shade(table({"01": 0.1}), "share", keys=("01", "02")).fills == {"01": LIGHT, "02": NO_DATA}


def test_an_unknown_indicator_has_no_data() -> None:
    shading = shade(table({"01": 0.1}), "nonsense", keys=("01",))
    assert (shading.fills, shading.classes) == ({"01": NO_DATA}, ())


def test_shipped_indicators(shipped_city: CityData) -> None:
    keys = tuple(shipped_city.districts["key"])
    assert len(shipped_city.city.indicators) == 3
    for indicator in shipped_city.city.indicators:
        shading = shade(shipped_city.indicators, indicator, keys=keys)
        assert len(shading.classes) == 5
        assert "17" in shading.withheld
        assert sum(each.n for each in shading.classes) + len(shading.withheld) == len(keys) == 18
