"""Somebody who wants to know: all that follows from the published rows of the indicator table, and from nothing else.

Written without the code it attacks. Whatever a page shows or a file holds, at any level, for any choice of indicators,
areas, or differences between them, is made of published rows; so everything that can be concluded from any combination
of them follows from all of them at once, as one system of linear relations:

* a published count is known, or known to the digits in which its share is printed;
* populations are published, and nobody is counted twice in one count: 0 <= count <= population;
* areas add up to the area around them, but for the people who live in none of them;
* the four regions of birth add up to all born abroad; children under 10 and people of 80 are not the same people;
* the estimate of migration background is (b + c f) / n with bounds max(b, f) / n and (b + f) / n, and c is public.

Linear programming then finds the least and the greatest number of people that each withheld count may stand for.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.optimize import linprog

BORN, FOREIGN, ESTIMATE = "born_abroad_share", "foreign_nationals_share", "migration_background_share"
SUMS = {BORN: ("born_eu27_share", "born_other_europe_share", "born_rest_of_world_share", "born_other_unknown_share")}
APART = (("children_under_10_share", "residents_80_plus_share"),)
HALF_DIGIT = 0.000051  # shares are printed with four decimals


class Relation(NamedTuple):
    """least <= sum of factor × cell <= most; a cell is (area, indicator)."""

    factors: dict[tuple[str, str], float]
    least: float
    most: float


def around(key: str) -> str:
    """The area in which another lies; nothing is around the city."""
    return "" if key == "00" else key.split("-", maxsplit=1)[0] if "-" in key else "00"


def conclusions(rows: pd.DataFrame, *, whole_people: bool = False) -> pd.DataFrame:
    """`low` and `high` of every withheld count, index (district_key, indicator).

    Args:
        rows: published rows of one reference date, typed, with the denominator of every area.
        whole_people: also use that there are no half people; slow, for small tables.
    """
    shares = rows[rows["unit"] == "share"]
    population = shares.groupby("district_key")["denominator"].max()
    cells = [(key, name) for name in shares["indicator"].unique() if name != ESTIMATE for key in population.index]
    place = {cell: position for position, cell in enumerate(cells)}
    relations = [*_printed(shares), *_added_up(population, place), *_columns(population, place), *_estimated(shares)]
    matrix = sparse.csr_array(_entries(relations, place), shape=(len(relations), len(cells)))
    least, most = (np.array([getattr(relation, side) for relation in relations]) for side in ("least", "most"))
    limits = {"A_ub": sparse.vstack([matrix, -matrix]), "b_ub": np.concatenate([most, -least])}
    finite = np.isfinite(limits["b_ub"])
    limits = {"A_ub": limits["A_ub"][finite], "b_ub": limits["b_ub"][finite]}
    limits["bounds"] = [(0, population[key]) for key, _ in cells]
    secret = shares[(shares["suppressed"] == "yes") & (shares["indicator"] != ESTIMATE)]
    found = {
        cell: _ends(place[cell], limits, whole_people=whole_people)
        for cell in zip(secret["district_key"], secret["indicator"], strict=True)
    }
    index = pd.MultiIndex.from_tuples(list(found), names=["district_key", "indicator"])
    return pd.DataFrame(list(found.values()), index=index, columns=["low", "high"], dtype=float)


def _ends(position: int, limits: dict[str, object], *, whole_people: bool) -> tuple[float, float]:
    aim = np.zeros(len(limits["bounds"]))
    aim[position] = 1.0
    # HiGHS of scipy 1.17 loses solutions in whole numbers while it simplifies the problem: the truth was among them.
    options = {"presolve": not whole_people}
    ends = [linprog(sign * aim, **limits, integrality=int(whole_people), options=options) for sign in (1, -1)]
    assert all(end.status == 0 for end in ends), [end.message for end in ends]
    return round(ends[0].x[position], 4), round(ends[1].x[position], 4)


def _printed(shares: pd.DataFrame) -> Iterator[Relation]:
    """What a published row says itself."""
    for row in shares[(shares["suppressed"] != "yes") & (shares["indicator"] != ESTIMATE)].itertuples():
        cell = {(row.district_key, row.indicator): 1.0}
        if not np.isnan(row.numerator):
            yield Relation(cell, row.numerator, row.numerator)
        elif not np.isnan(row.value):
            yield Relation(cell, *(row.denominator * (row.value + side * HALF_DIGIT) for side in (-1, 1)))


def _added_up(population: pd.Series, place: dict[tuple[str, str], int]) -> Iterator[Relation]:
    """The areas inside of another."""
    for outer in sorted({around(key) for key in population.index} & set(population.index)):
        inner = [key for key in population.index if around(key) == outer]
        elsewhere = population[outer] - population[inner].sum()
        least = -elsewhere if elsewhere >= 0 else -np.inf
        for name in sorted({name for _, name in place}):
            yield Relation({(outer, name): -1.0} | {(key, name): 1.0 for key in inner}, least, 0.0)


def _columns(population: pd.Series, place: dict[tuple[str, str], int]) -> Iterator[Relation]:
    """The counts of one area among each other."""
    names = {name for _, name in place}
    for key, people in population.items():
        for total, parts in SUMS.items():
            if {total, *parts} <= names:
                yield Relation({(key, total): -1.0} | {(key, part): 1.0 for part in parts}, 0.0, 0.0)
        for together in APART:
            if set(together) <= names:
                yield Relation({(key, name): 1.0 for name in together}, 0.0, float(people))


def _estimated(shares: pd.DataFrame) -> Iterator[Relation]:
    """What a published estimate says about the two counts it is made from."""
    estimates = shares[(shares["indicator"] == ESTIMATE) & (shares["suppressed"] != "yes")].set_index("district_key")
    if estimates.empty:
        return
    whole = shares[shares["district_key"] == "00"].set_index("indicator")
    total = whole.loc[ESTIMATE, "value"] * whole.loc[ESTIMATE, "denominator"]
    c = (total - whole.loc[BORN, "numerator"]) / whole.loc[FOREIGN, "numerator"]
    for key, row in estimates.iterrows():
        n, digit, born, foreign = row["denominator"], HALF_DIGIT * row["denominator"], (key, BORN), (key, FOREIGN)
        for middle, slack in ((row["value"] * n, digit), (row["numerator"], 0.5001)):
            if not np.isnan(middle):
                yield Relation({born: 1.0, foreign: c}, middle - slack, middle + slack)
        if not np.isnan(row["lower"]):
            yield Relation({born: 1.0}, 0.0, row["lower"] * n + digit)
            yield Relation({foreign: 1.0}, 0.0, row["lower"] * n + digit)
        if not np.isnan(row["upper"]):
            below_all = row["upper"] < 1
            yield Relation(
                {born: 1.0, foreign: 1.0}, row["upper"] * n - digit, row["upper"] * n + digit if below_all else np.inf
            )


def _entries(
    relations: list[Relation], place: dict[tuple[str, str], int]
) -> tuple[list[float], tuple[list[int], list[int]]]:
    entries = [(f, r, place[cell]) for r, relation in enumerate(relations) for cell, f in relation.factors.items()]
    return [f for f, _, _ in entries], ([r for _, r, _ in entries], [cell for _, _, cell in entries])
