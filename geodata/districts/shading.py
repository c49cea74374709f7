"""Colour per area for one edition of a figure, and what the legend has to say about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from geodata.districts.classification import DEFAULT_CLASSES, METHODS, Classification, classify
from geodata.districts.palette import FULL, palette

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
        indicator: code of the figure.
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

    @property
    def withheld(self) -> tuple[str, ...]:
        """Keys of the areas whose value is withheld."""
        return self._filled(WITHHELD)

    @property
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
    """Shade the areas `keys` by one edition of one indicator.

    Args:
        rows: the edition's rows, indexed by key (`Edition.at`); other areas than `keys` are left out.
        keys: the level's areas in the order of their outlines' file.
        method, k, own: as for `classify`.
        colours: from the lightest to the darkest class.

    Raises:
        ValueError: as `classify`.
    """
    known = rows[rows.index.isin(keys)]
    shown = known["value"].dropna()
    found = classify(shown.to_numpy(dtype=np.float64), method=method, k=k, own=own)
    fills = dict.fromkeys(known.index[known["suppressed"] == "yes"], WITHHELD)
    fills |= dict(zip(shown.index, map(str, found.class_of.tolist()), strict=True))
    return Shading(
        indicator=str(rows["indicator"].iloc[0]),
        method=method,
        rows=known,
        keys=tuple(keys),
        fills="".join(fills.get(key, NO_DATA) for key in keys),
        classes=_legend(found, colours),
        sampled=found.sampled,
    )


def _legend(found: Classification, colours: tuple[str, ...]) -> tuple[LegendClass, ...]:
    parts = zip(found.intervals, found.counts, palette(len(found.limits), colours), strict=True)
    return tuple(LegendClass(lower, upper, n, color) for (lower, upper), n, color in parts)
