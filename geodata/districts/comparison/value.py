"""The value of one area in one edition of an indicator, with everything it takes to defend it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from geodata.districts.area_keys import Level, level_of

State = Literal["shown", "withheld", "no_data"]

_PEOPLE_IN: Final = {
    "share": "denominator",
    "offers_per_1000": "denominator",
    "people": "value",
    "people_per_km2": "numerator",
}
"""Unit → the column that counts the residents a value speaks of; places and offers are not counted per person."""


@dataclass(frozen=True)
class Value:
    """One area's value.

    Attributes:
        key: of the area.
        state: whether there is a value, and whether it may be shown.
        value, lower, upper: in `unit`; shares in [0, 1]. Without bounds, lower and upper are the value; NaN where
            nothing is shown.
        bounded: whether the table gives bounds.
        people: residents that the value speaks of; NaN where the row does not say.
        denominator: what stands below the line, also of a withheld value; NaN where there is none.
        indicator, reference_date, unit, definition, status: codes of the table; empty where there is no row.
    """

    key: str
    state: State = "no_data"
    value: float = math.nan
    lower: float = math.nan
    upper: float = math.nan
    bounded: bool = False
    people: float = math.nan
    denominator: float = math.nan
    indicator: str = ""
    reference_date: str = ""
    unit: str = ""
    definition: str = ""
    status: str = ""

    @classmethod
    def from_row(cls, row: Mapping[Any, Any]) -> "Value":
        """The value of one row of the indicator table."""
        codes = {name: str(row[name]) for name in ("indicator", "reference_date", "unit", "definition", "status")}
        numbers = {name: float(row[name]) for name in ("value", "lower", "upper", "denominator", "numerator")}
        state: State = "shown"
        if row["suppressed"] == "yes":
            state, numbers = "withheld", numbers | dict.fromkeys(("value", "lower", "upper", "numerator"), math.nan)
        elif math.isnan(numbers["value"]):
            state = "no_data"
        bounded = not (math.isnan(numbers["lower"]) or math.isnan(numbers["upper"]))
        bounds = (numbers["lower"], numbers["upper"]) if bounded else (numbers["value"], numbers["value"])
        return cls(
            key=str(row["district_key"]),
            state=state,
            value=numbers["value"],
            lower=bounds[0],
            upper=bounds[1],
            bounded=bounded,
            people=numbers.get(_PEOPLE_IN.get(codes["unit"], ""), math.nan),
            denominator=numbers["denominator"],
            **codes,
        )

    @property
    def level(self) -> Level:
        """The level of geography of the area."""
        return level_of(self.key)
