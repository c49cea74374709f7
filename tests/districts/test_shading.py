"""Colour per area: every area has one fill, and the legend counts what is coloured."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.adapters.city_data import CityData
from geodata.districts.editions import editions
from geodata.districts.shading.classification import METHODS
from geodata.districts.shading.palette import FULL, PALE, palette
from geodata.districts.shading.shade import WITHHELD, Shading, shade

examples = settings(max_examples=60)


def table(values: dict[str, Any]) -> pd.DataFrame:
    """Rows of one edition by area; `WITHHELD` is an empty value that must not be shown."""
    return pd.DataFrame(
        {
            "indicator": "share",
            "value": [float("nan") if value in (None, WITHHELD) else value for value in values.values()],
            "suppressed": ["yes" if value == WITHHELD else "" for value in values.values()],
        },
        index=pd.Index(list(values), dtype=object),
    ).astype({"value": float})


def shaded(values: dict[str, Any], **settings: Any) -> Shading:
    return shade(table(values), keys=tuple(values), **settings)


def check(shading: Shading, values: dict[str, Any]) -> None:
    """What holds for any table."""
    numbers = {key: value for key, value in values.items() if isinstance(value, float)}
    fills = dict(zip(shading.keys, shading.fills, strict=True))
    assert set(fills) == set(values)
    assert sum(each.n for each in shading.classes) == len(numbers)
    assert shading.palette == palette(len(shading.classes))
    assert shading.withheld == tuple(key for key, value in values.items() if value == WITHHELD)
    assert shading.no_data == tuple(key for key, value in values.items() if value is None)
    for number, each in enumerate(shading.classes):
        inside = [value for key, value in numbers.items() if fills[key] == str(number)]
        assert len(inside) == each.n
        assert all(each.lower - 1e-9 <= value <= each.upper + 1e-9 for value in inside)
    for lower, upper in zip(shading.classes, shading.classes[1:], strict=False):
        assert lower.upper == upper.lower


value = st.one_of(st.floats(0, 1, width=32), st.sampled_from((0.1, 0.2, 0.25, 0.3)), st.none(), st.just(WITHHELD))


@examples
@given(
    values=st.dictionaries(st.sampled_from([f"{n:02}" for n in range(1, 19)]), value),
    method=st.sampled_from(METHODS),
    k=st.integers(3, 6),
)
def test_any_table(values: dict[str, Any], method: str, k: int) -> None:
    check(shaded(values, method=method, k=k), values)


@pytest.mark.parametrize(
    ("values", "fills"),
    [
        ({}, ""),
        ({"01": None}, "-"),
        ({"01": WITHHELD, "02": None}, "w-"),
        ({"01": 0.2}, "0"),
        ({"01": 0.2, "02": 0.2, "03": 0.2}, "000"),
        ({"01": 0.1, "02": 0.3}, "01"),
        ({"01": 0.1, "02": WITHHELD, "03": 0.3}, "0w1"),
        ({"01": 0.3, "02": 0.2, "03": 0.1}, "210"),
        ({f"0{n}": n / 10 for n in range(1, 6)}, "01234"),
    ],
)
def test_few_values(values: dict[str, Any], fills: str) -> None:
    shading = shaded(values)
    assert shading.fills == fills
    check(shading, values)


def test_natural_breaks_keep_close_values_together() -> None:
    values = dict(zip(map(str, range(8)), (0.10, 0.11, 0.12, 0.30, 0.31, 0.60, 0.80, 0.95), strict=True))
    shading = shaded(values)
    assert [each.n for each in shading.classes] == [3, 2, 1, 1, 1]
    assert [each.upper for each in shading.classes] == [0.12, 0.31, 0.60, 0.80, 0.95]


def test_own_limits_and_colours() -> None:
    shading = shaded({"01": 0.1, "02": 0.2, "03": 0.3}, method="own", own=(0.25,), colours=PALE)
    assert (shading.fills, shading.palette, shading.method) == ("001", (PALE[0], PALE[-1]), "own")


def test_areas_of_other_levels_are_left_out() -> None:
    rows = table({"00": 0.9, "01": 0.1, "02": 0.2, "02-201": 0.5})
    shading = shade(rows, keys=("02", "01"))
    assert (shading.fills, shading.rows.index.tolist()) == ("10", ["01", "02"])
    assert [each.upper for each in shading.classes] == [0.1, 0.2]


def test_an_area_without_a_row_has_no_data() -> None:
    shading = shade(table({"01": 0.1}), keys=("01", "02"))
    assert (shading.fills, shading.no_data) == ("0-", ("02",))


def test_an_edition_without_any_area_of_the_level() -> None:
    shading = shade(table({"01": 0.1}).iloc[:0], keys=("01-101", "01-102"))
    assert (shading.fills, shading.classes, shading.indicator) == ("--", (), "")


def test_a_withheld_value_that_was_not_cleared_is_not_shown() -> None:
    rows = table({"01": 0.1, "02": 0.2, "03": 0.9})
    rows.loc["03", "suppressed"] = "yes"
    shading = shade(rows, keys=("01", "02", "03"))
    assert (shading.fills, shading.classes[-1].upper) == ("01w", 0.2)


def test_shipped_indicators(shipped_city: CityData) -> None:
    keys = tuple(shipped_city.districts["key"])
    for indicator in shipped_city.city.indicators:
        shading = shade(editions(shipped_city.indicators, indicator)[0].at(keys), keys=keys)
        assert shading.palette == FULL
        assert shading.indicator == indicator
        assert shading.fills[keys.index("17")] == WITHHELD
        assert sum(each.n for each in shading.classes) + len(shading.withheld) == len(keys) == 18
