"""Every figure that there is, by code: what a page can offer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from geodata.districts.editions import Edition, default_indicator, editions


@dataclass(frozen=True, eq=False)
class Figures:
    """The indicator table with its texts.

    Attributes:
        indicators: rows as in `indicators.csv`, typed, those derived from other tables included.
        definitions: content of `definitions.toml`.
        city_default: the figure that the city shades first, unless an official one of its group is there.
        token: "" for the city's own tables; else it names those with one more table, for caches.
    """

    indicators: pd.DataFrame
    definitions: Mapping[str, Any]
    city_default: str
    token: str = ""
    _editions: dict[str, tuple[Edition, ...]] = field(default_factory=dict)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Codes of the figures that have rows, in the order of `definitions.toml`."""
        there = set(self.indicators["indicator"])
        return tuple(code for code in self.definitions["indicator"] if code in there)

    @cached_property
    def default(self) -> str:
        """Code of the figure that is shaded first."""
        return default_indicator(self.indicators, self.city_default, definitions=self.definitions)

    def editions(self, indicator: str) -> tuple[Edition, ...]:
        """Editions of a figure that has rows, the preferred one first."""
        if indicator not in self._editions:
            self._editions[indicator] = editions(self.indicators, indicator)
        return self._editions[indicator]
