"""How two indicators go together over the areas of one level: points of a scatter, and what may be said of them.

Spearman's rank correlation: only the order of areas counts, so one far-off area or a bent line does not decide. Equal
values get the mean of their ranks. The question asked of chance: if one indicator's values were dealt out to the areas
anew, how often would the order agree at least this closely, in either direction? Up to 30 areas that is answered by
9,999 such deals (the same ones each time; Phipson and Smyth 2010 for the added 1), above by Student's t with n - 2
degrees of freedom.

A direction is named only where chance does so in less than 1 of 100 deals and |rho| is 0.3 or more. The limit is
strict for two reasons: a page with twenty indicators offers 190 pairs, so at the usual 5 of 100 chance alone would
show nine; and neighbouring areas are alike, so they are fewer independent observations than their number says.
"""

import math
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import rankdata
from scipy.stats import t as student

from geodata.districts.area_keys import level_of
from geodata.districts.comparison.built_in import is_built_in

Verdict = Literal["positive", "negative", "none_clear", "too_few", "same_indicator", "built_in", "no_variation"]
Caution = Literal["ecological", "bounds", "different_dates"]

FEWEST_AREAS: Final = 5
CHANCE: Final = 0.01
WEAKEST: Final = 0.3
_DEALS: Final = 9_999
_DEALT_UP_TO: Final = 30
_SAME: Final = 1e-9
"""Two sums of the same products in another order differ by less than that."""


@dataclass(frozen=True)
class Relation:
    """Two indicators of one level.

    Attributes:
        x, y: their codes.
        pairs: a row per area with both values shown, indexed by key, in order of keys: `x`, `y`.
        left_out: areas of the level for which one of the two is withheld or missing.
        rho: Spearman's, in [-1, 1]; NaN where the verdict explains nothing.
        chance: the share of deals as described above, in [0, 1]; NaN likewise.
        verdict: what may be said.
        cautions: what must be said with it; "ecological" (areas, not people) always.
    """

    x: str
    y: str
    level: str
    pairs: pd.DataFrame
    left_out: int
    rho: float
    chance: float
    verdict: Verdict
    cautions: tuple[Caution, ...]


def relation(rows_x: pd.DataFrame, rows_y: pd.DataFrame, *, level: str) -> Relation:
    """Hold two indicators against each other.

    Args:
        rows_x, rows_y: one edition each of one indicator, rows of the indicator table.
        level: "district" or "polling_district"; areas of any other are left aside.
    """
    parts = [rows[rows["district_key"].map(level_of) == level].set_index("district_key") for rows in (rows_x, rows_y)]
    values = [part.loc[part["suppressed"] != "yes", "value"].astype(float) for part in parts]
    both = pd.concat(values, axis=1, keys=["x", "y"], join="inner").dropna().sort_index()
    x, y = (str(rows["indicator"].iloc[0]) if len(rows) else "" for rows in (rows_x, rows_y))
    verdict = _without_a_look(x, y, pairs=both)
    rho, chance = (math.nan, math.nan) if verdict else _correlation(both)
    return Relation(
        x=x,
        y=y,
        level=level,
        pairs=both,
        left_out=len(parts[0].index.union(parts[1].index)) - len(both),
        rho=rho,
        chance=chance,
        verdict=verdict or _verdict(rho, chance),
        cautions=_cautions(*parts, pairs=both),
    )


def _without_a_look(x: str, y: str, *, pairs: pd.DataFrame) -> Verdict | None:
    """The verdict where a coefficient would explain nothing."""
    if x == y:
        return "same_indicator"
    if is_built_in(x, y):
        return "built_in"
    if len(pairs) < FEWEST_AREAS:
        return "too_few"
    return "no_variation" if pairs.nunique().min() < 2 else None


def _verdict(rho: float, chance: float) -> Verdict:
    if chance >= CHANCE or abs(rho) < WEAKEST:
        return "none_clear"
    return "positive" if rho > 0 else "negative"


def _cautions(first: pd.DataFrame, second: pd.DataFrame, *, pairs: pd.DataFrame) -> tuple[Caution, ...]:
    found: list[Caution] = ["ecological"]
    rows = pd.concat([part.loc[pairs.index] for part in (first, second)])
    if (rows["lower"] < rows["upper"]).any():
        found.append("bounds")
    if len(rows["reference_date"].unique()) > 1:
        found.append("different_dates")
    return tuple(found)


def _correlation(pairs: pd.DataFrame) -> tuple[float, float]:
    """Spearman's rho and how often chance comes as close; the same when x and y change places."""
    first, second = sorted((_scores(pairs["x"]), _scores(pairs["y"])), key=tuple)
    rho = min(1.0, max(-1.0, float(first @ second)))
    if len(pairs) > _DEALT_UP_TO:
        freedom = len(pairs) - 2
        distance = abs(rho) * math.sqrt(freedom / max(1 - rho**2, _SAME))
        return rho, float(2 * student.sf(distance, freedom))
    deals = np.random.default_rng(0).permuted(np.tile(second, (_DEALS, 1)), axis=1)
    as_close = int(np.count_nonzero(np.abs(deals @ first) >= abs(rho) - _SAME))
    return rho, (as_close + 1) / (_DEALS + 1)


def _scores(values: pd.Series) -> NDArray[np.float64]:
    """Ranks about 0 with length 1: the product of two such rows is the coefficient."""
    ranked = rankdata(values) - (len(values) + 1) / 2
    scores: NDArray[np.float64] = ranked / np.linalg.norm(ranked)
    return scores
