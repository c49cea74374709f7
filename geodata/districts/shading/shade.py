"""Colour per area for one edition of a figure, and what the legend has to say about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import pandas as pd

from geodata.districts.shading.classification import DEFAULT_CLASSES, METHODS, Classification, classify
from geodata.districts.shading.palette import FULL, palette

WITHHELD: Final = "w"
NO_DATA: Final = "-"


@dataclass(frozen=True)
class LegendClass:
    """One class: limits in the figure's unit (shares in [0, 1]), number of areas `n`, and colour."""

    lower: float
    upper: float
    n: int
    color: str


@dataclass(frozen=True, eq=False)
class Shading:
    """How the areas of one level are filled.

    Attributes:
        indicator: code of the figure; "" where there are no rows.
        method: how the classes were made.
        rows: the edition's rows for the level's areas, indexed by key.
        keys: the level's areas in the order of their outlines' file.
        fills: one character an area in that order: number of its class, `WITHHELD` or `NO_DATA`.
        classes: the legend's, from the lowest.
        sampled: whether the limits were worked out on a sample of the values.
    """

    indicator: str
    method: str
    rows: pd.DataFrame
    keys: tuple[str, ...]
    fills: str
    classes: tuple[LegendClass, ...]
    sampled: bool = False

    @property
    def palette(self) -> tuple[str, ...]:
        """Colour of every class."""
        return tuple(part.color for part in self.classes)

    @cached_property
    def withheld(self) -> tuple[str, ...]:
        """Keys of the areas whose value is withheld."""
        return self._filled(WITHHELD)

    @cached_property
    def no_data(self) -> tuple[str, ...]:
        """Keys of the areas of which nothing is known."""
        return self._filled(NO_DATA)

    def _filled(self, fill: str) -> tuple[str, ...]:
        return tuple(key for key, there in zip(self.keys, self.fills, strict=True) if there == fill)


def shade(
    rows: pd.DataFrame,
    *,
    keys: Sequence[str],
    method: str = METHODS[0],
    k: int = DEFAULT_CLASSES,
    own: Sequence[float] = (),
    colours: tuple[str, ...] = FULL,
) -> Shading:
    """Shade the areas `keys`, in the order of their outlines' file, by one edition of one indicator.

    `rows` are the edition's, indexed by key (`Edition.at`); those of other areas are left out. `method`, `k` and `own`
    are as for `classify`, which raises ValueError; `colours` go from the lightest to the darkest class.
    """
    known = rows[rows.index.isin(keys)]
    shown = known["value"][known["suppressed"] != "yes"].dropna()
    found = classify(shown.to_numpy(dtype=np.float64), method=method, k=k, own=own)
    indicator = str(rows["indicator"].iloc[0]) if len(rows) else ""
    fills = _fills(known, dict(zip(shown.index, found.class_of.tolist(), strict=True)))
    filled = "".join(fills.get(key, NO_DATA) for key in keys)
    return Shading(indicator, method, known, tuple(keys), filled, _legend(found, colours), found.sampled)


def _fills(rows: pd.DataFrame, class_of: Mapping[str, int]) -> dict[str, str]:
    withheld = dict.fromkeys(rows.index[rows["suppressed"] == "yes"], WITHHELD)
    return withheld | {key: str(number) for key, number in class_of.items()}


def _legend(found: Classification, colours: tuple[str, ...]) -> tuple[LegendClass, ...]:
    parts = zip(found.intervals, found.counts, palette(len(found.limits), colours), strict=True)
    return tuple(LegendClass(lower, upper, n, color) for (lower, upper), n, color in parts)
