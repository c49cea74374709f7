"""Migration background per district, estimated from the census.

By the city's first definition a person counts through nationality or country of birth. The census gives, per district,
those born abroad (b), foreign nationals (f) and residents (n), but not how many are both. With one number c for the
whole city, the part of foreign nationals to be added to those born abroad (foreigners and dual nationals born here):

    estimate = (b + c f) / n,   c such that the city's own share comes out
    lower    = max(b, f) / n                 everyone of the smaller group belongs to the larger one
    upper    = min(n, b + f) / n             nobody belongs to both

The estimate is never scaled to another definition.
"""

import pandas as pd

from geodata.errors import GeodataError


def calibration(people: pd.DataFrame, city_share: float) -> float:
    """The number c for which the sum over all districts is `city_share` (in [0, 1]).

    Args:
        people: a row per district with counts `population`, `born_abroad`, `foreign_nationals`.

    Raises:
        GeodataError: no c in [0, 1] gives this share, so share and census do not belong together.
    """
    total = people[["population", "born_abroad", "foreign_nationals"]].sum()
    if total["foreign_nationals"] == 0:
        raise GeodataError("no foreign nationals are counted, so the estimate cannot be calibrated")
    c = float((city_share * total["population"] - total["born_abroad"]) / total["foreign_nationals"])
    if not 0 <= c <= 1:
        raise GeodataError(f"a city share of {city_share} needs c = {c:.3f}; only 0 to 1 is possible")
    return c


def estimated_shares(people: pd.DataFrame, c: float) -> pd.DataFrame:
    """Columns `numerator` (people, fractions kept), `value`, `lower`, `upper` (shares in [0, 1]) for each row.

    Args:
        people: counts `population`, `born_abroad`, `foreign_nationals`; a row without residents gets NaN.
    """
    born, foreign, population = (
        people[name].astype(float) for name in ("born_abroad", "foreign_nationals", "population")
    )
    residents = population.where(population > 0)
    numerator = born + c * foreign
    return pd.DataFrame(
        {
            "numerator": numerator,
            "value": numerator / residents,
            "lower": pd.concat([born, foreign], axis=1).max(axis=1) / residents,
            "upper": (born + foreign).clip(upper=residents) / residents,
        }
    )
