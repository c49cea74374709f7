"""Ranks of areas by their value, and which of them the bounds leave open."""

from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata.districts.area_keys import level_of
from geodata.schema import WHOLE_CITY

RANK_COLUMNS: Final = ("rank", "best", "worst", "safe", "ranked")


def ranks(rows: pd.DataFrame) -> pd.DataFrame:
    """The rank of each area among the areas of its level, 1 for the largest value; equal values share a rank.

    Args:
        rows: one edition of an indicator. Withheld values, areas without a value and the whole city get no rank.

    Returns:
        A row per ranked area, indexed by its key: `rank`; `best` and `worst`, the ranks that are possible when every
        true value may lie anywhere within its bounds (a value without bounds is taken as it is); `safe`, whether
        they are the same; `ranked`, how many areas were ranked.
    """
    shown = rows[(rows["suppressed"] != "yes") & rows["value"].notna() & (rows["district_key"] != WHOLE_CITY)]
    levels = shown.groupby(shown["district_key"].map(level_of), sort=False)
    parts = [_ranks_of_level(part) for _, part in levels]
    if parts:
        return pd.concat(parts)
    return pd.DataFrame(columns=list(RANK_COLUMNS), index=pd.Index([], name="district_key", dtype=str))


def _ranks_of_level(rows: pd.DataFrame) -> pd.DataFrame:
    value = rows["value"].to_numpy(dtype=float)
    bounded = (rows["lower"].notna() & rows["upper"].notna()).to_numpy()
    lower = np.where(bounded, rows["lower"].to_numpy(dtype=float), value)
    upper = np.where(bounded, rows["upper"].to_numpy(dtype=float), value)
    best = 1 + _larger_than(upper, numbers=lower)
    worst = 1 + _larger_than(lower, numbers=upper) - (upper > lower)  # its own upper bound does not count
    return pd.DataFrame(
        {
            "rank": 1 + _larger_than(value, numbers=value),
            "best": best,
            "worst": worst,
            "safe": best == worst,
            "ranked": len(rows),
        },
        index=pd.Index(rows["district_key"], name="district_key"),
    )


def _larger_than(limits: NDArray[np.float64], *, numbers: NDArray[np.float64]) -> NDArray[np.int64]:
    """For each limit, how many of the numbers are larger."""
    return len(numbers) - np.searchsorted(np.sort(numbers), limits, side="right")
