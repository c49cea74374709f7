"""Areas side by side: the difference between two values, as sure as their bounds allow."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

import pandas as pd

from geodata.districts.area_keys import contains
from geodata.districts.comparison.ranks import ranks
from geodata.districts.comparison.refusal import Reason, Refusal
from geodata.districts.comparison.value import Value
from geodata.schema import WHOLE_CITY

_MUST_AGREE: Final[Mapping[str, Reason]] = {
    "indicator": "different_indicator",
    "definition": "different_definition",
    "unit": "different_unit",
    "reference_date": "different_date",
}
_NOT_SHOWN: Final[Mapping[str, Reason]] = {"no_data": "no_data", "withheld": "withheld"}
_NOISE: Final = 12
"""Decimals that are kept: 0.2666 - 0.4591 is -0.1925, not -0.19250000000000003. Tables have four."""


@dataclass(frozen=True)
class Difference:
    """How much larger `a` is than `b`, in their unit; a difference of shares lies in [-1, 1].

    Attributes:
        lower, upper: what the bounds of both allow: a.lower - b.upper and a.upper - b.lower.
        secured: whether 0 lies outside, so that one is larger whatever the true values within their bounds are.
            Bounds that only touch do not secure a difference.
        exact: whether neither has bounds: then lower and upper are the difference of the values as published.
        part_of: whether one area lies in the other, so that a part is compared with its whole.
    """

    a: Value
    b: Value
    difference: float
    lower: float
    upper: float
    part_of: bool

    @property
    def secured(self) -> bool:
        """Whether the bounds of the two do not overlap."""
        return self.lower > 0 or self.upper < 0

    @property
    def exact(self) -> bool:
        """Whether neither value has bounds."""
        return not (self.a.bounded or self.b.bounded)

    @property
    def at_least(self) -> float:
        """How far apart the two are at least, in their unit; 0 where the difference is not secured."""
        return min(abs(self.lower), abs(self.upper)) if self.secured else 0.0


def difference(a: Value, b: Value) -> Difference | Refusal:
    """The difference of two values, or the reason why there is none."""
    keys = (a.key, b.key)
    if a.key == b.key:
        return Refusal("same_area", keys)
    for state, reason in _NOT_SHOWN.items():
        missing = tuple(value.key for value in (a, b) if value.state == state)
        if missing:
            return Refusal(reason, missing)
    for name, reason in _MUST_AGREE.items():
        codes = (getattr(a, name), getattr(b, name))
        if codes[0] != codes[1]:
            return Refusal(reason, keys, codes)
    return Difference(
        a,
        b,
        difference=round(a.value - b.value, _NOISE),
        lower=round(a.lower - b.upper, _NOISE),
        upper=round(a.upper - b.lower, _NOISE),
        part_of=contains(a.key, b.key) or contains(b.key, a.key),
    )


@dataclass(frozen=True)
class Comparison:
    """Chosen areas and the whole city side by side, in the order of choice.

    Attributes:
        areas: the chosen areas' values; an area without a row has the state "no_data".
        city: the whole city's value, same edition.
        ranks: as `ranks` gives them, for every area of the edition.
    """

    areas: tuple[Value, ...]
    city: Value
    ranks: pd.DataFrame

    @property
    def differences(self) -> tuple[Difference | Refusal, ...]:
        """Every two of the areas, the one chosen first minus the other; one area alone is held against the city."""
        if len(self.areas) == 1:
            return (difference(self.areas[0], self.city),)
        return tuple(difference(a, b) for a, b in combinations(self.areas, 2))

    @property
    def table(self) -> pd.DataFrame:
        """A row per area and one for the city: `state`, `value`, `lower`, `upper`, `people`, and the columns of ranks.

        Indexed by key; numbers are NaN where nothing is shown, ranks are missing where there is none.
        """
        values = (*self.areas, self.city)
        names = ("state", "value", "lower", "upper", "bounded", "people")
        rows = [{name: getattr(value, name) for name in names} for value in values]
        index = pd.Index([value.key for value in values], name="district_key")
        whole = dict.fromkeys(("rank", "best", "worst", "ranked"), "Int64") | {"safe": "boolean"}
        return pd.DataFrame(rows, index=index, columns=list(names)).join(self.ranks).astype(whole)


def compare(
    rows: pd.DataFrame, keys: Sequence[str], *, people: Mapping[str, float] | None = None
) -> Comparison | Refusal:
    """Put areas of one edition of an indicator side by side with the whole city.

    Args:
        rows: one edition of one indicator: rows of the indicator table, areas of any level.
        keys: the chosen areas; repeated ones and the city itself are left out, the city is there anyway.
        people: residents by key, where the rows do not hold them (places, offers).

    Returns:
        The comparison, or a refusal where the rows mix indicators, definitions, units or dates.
    """
    for name, reason in _MUST_AGREE.items():
        codes = tuple(sorted(rows[name].unique()))
        if len(codes) > 1:
            return Refusal(reason, tuple(keys), codes)
    asked = (*(key for key in dict.fromkeys(keys) if key != WHOLE_CITY), WHOLE_CITY)
    found = map(Value.from_row, rows[rows["district_key"].isin(asked)].to_dict("records"))
    values = {value.key: value for value in found}
    areas = [_with_people(values.get(key, Value(key)), people or {}) for key in asked]
    return Comparison(tuple(areas[:-1]), areas[-1], ranks(rows))


def _with_people(value: Value, people: Mapping[str, float]) -> Value:
    return replace(value, people=people.get(value.key, math.nan)) if math.isnan(value.people) else value
