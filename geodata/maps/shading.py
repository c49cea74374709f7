"""Colour per district: class breaks by Fisher-Jenks, the finder's pale palette, and what the legend has to say."""

import math
import warnings
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

FINDER_PALETTE: Final = ("#F5F3F7", "#E6E5F0", "#D2D2E6", "#BFBCD9", "#ABA9D0")
"""Pale lilac, sequential, lightness monotone; marks keep >= 20 CIEDE2000 to it (design measured in look.md)."""

WITHHELD: Final = "withheld"
NO_DATA: Final = "no-data"


@dataclass(frozen=True)
class LegendClass:
    """One class: limits as shares or counts in the indicator's unit, number of districts `n`, and colour."""

    lower: float
    upper: float
    n: int
    color: str


@dataclass(frozen=True)
class Shading:
    """Fill of every district (a colour, `withheld` or `no-data`) and the legend's classes for one indicator."""

    indicator: str
    values: pd.DataFrame
    fills: dict[str, str]
    classes: tuple[LegendClass, ...]

    @property
    def withheld(self) -> tuple[str, ...]:
        """Keys of the districts whose value is withheld."""
        return tuple(key for key, fill in self.fills.items() if fill == WITHHELD)


def shade(indicators: pd.DataFrame, indicator: str, *, keys: tuple[str, ...]) -> Shading:
    """Shade the districts `keys` by `indicator` (latest reference date); five classes, fewer where values repeat.

    Class limits are the smallest and largest value in each class's interval, natural breaks (Fisher-Jenks).
    """
    rows = indicators[(indicators["indicator"] == indicator) & indicators["district_key"].isin(keys)]
    rows = rows[rows["reference_date"] == rows["reference_date"].max()].set_index("district_key")
    shown = rows["value"].dropna()
    k = min(len(FINDER_PALETTE), shown.nunique())
    scheme = _natural_breaks(shown.to_numpy(), k) if k else None
    fills = {key: _empty_fill(rows, key) for key in keys}
    classes: tuple[LegendClass, ...] = ()
    if scheme is not None:
        palette = [FINDER_PALETTE[round(i * (len(FINDER_PALETTE) - 1) / max(k - 1, 1))] for i in range(k)]
        fills |= {str(key): palette[c] for key, c in zip(shown.index, scheme.yb, strict=True)}
        limits = [math.floor(float(shown.min()) * 1000) / 1000, *map(float, scheme.bins)]
        counts = np.bincount(scheme.yb, minlength=k)
        classes = tuple(LegendClass(limits[i], limits[i + 1], int(counts[i]), palette[i]) for i in range(k))
    return Shading(indicator, rows, fills, classes)


def _natural_breaks(values: NDArray[np.float64], k: int) -> Any:
    import mapclassify  # noqa: PLC0415 it brings scikit-learn: 2 s and 60 MB for whoever shades, and nobody else

    with warnings.catch_warnings():
        # mapclassify advises to install numba for speed; a city has a few dozen districts, and numba 40 MB
        warnings.filterwarnings("ignore", message="Numba not installed", category=UserWarning)
        return mapclassify.FisherJenks(values, k=k)


def _empty_fill(rows: pd.DataFrame, key: str) -> str:
    return WITHHELD if key in rows.index and rows.loc[key, "suppressed"] == "yes" else NO_DATA
