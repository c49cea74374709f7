"""Rows of the indicator table, made from counts of people per district."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Final, NamedTuple

import pandas as pd

from geodata.districts.estimate import calibration, estimated_shares
from geodata.schema import WHOLE_CITY, City

ESTIMATED: Final = "migration_background_share"
ESTIMATE_DEFINITION: Final = "city_first"
_CENSUS_DAY: Final = "2011-05-09"
_CENSUS: Final = "census_2011"  # a data_source of definitions.toml, as are all sources here


class _Share(NamedTuple):
    indicator: str
    counted: str
    definition: str


_AGGREGATED: Final = (
    _Share("born_abroad_share", "born_abroad", "census_2011_born_abroad"),
    _Share("foreign_nationals_share", "foreign_nationals", "census_2011_foreign_nationals"),
)


def indicator_rows(people: pd.DataFrame, *, city_figure: pd.Series, city: City) -> list[dict[str, str]]:
    """Every indicator of every district and of the city as a whole, cells as text.

    Args:
        people: counts `population`, `born_abroad`, `foreign_nationals`, indexed by district key.
        city_figure: the row of `figures.csv` that holds the city's own share by its first definition.
        city: says from which counts on a share is published.
    """
    c = calibration(people, float(city_figure["value"]))
    counts = pd.concat([people, people.sum().to_frame(WHOLE_CITY).T])
    rows = [*_estimates(counts, c=c, city_figure=city_figure), *_shares(counts), *_populations(counts)]
    by_key = counts.to_dict("index")
    return [_published(row, counts=by_key[row["district_key"]], city=city) for row in rows]


def _estimates(counts: pd.DataFrame, *, c: float, city_figure: pd.Series) -> Iterator[dict[str, str]]:
    estimates = estimated_shares(counts, c).assign(population=counts["population"])
    for key, shares in estimates.iterrows():
        yield (
            _row(str(key), ESTIMATED, definition=ESTIMATE_DEFINITION, status="estimated")
            | {
                "numerator": f"{shares['numerator']:.0f}",
                "denominator": f"{shares['population']:.0f}",
                "source": f"{_CENSUS};{city_figure['source']}",
            }
            | {name: f"{shares[name]:.4f}" for name in ("value", "lower", "upper")}
        )


def _shares(counts: pd.DataFrame) -> Iterator[dict[str, str]]:
    for share in _AGGREGATED:
        for key, numbers in counts.iterrows():
            numerator, denominator = numbers[share.counted], numbers["population"]
            yield _row(str(key), share.indicator, definition=share.definition, status="aggregated") | {
                "value": f"{numerator / denominator:.4f}" if denominator else "",
                "numerator": str(numerator),
                "denominator": str(denominator),
            }


def _populations(counts: pd.DataFrame) -> Iterator[dict[str, str]]:
    for key, numbers in counts.iterrows():
        row = _row(str(key), "population", definition="census_2011_population", status="aggregated")
        yield row | {"unit": "people", "value": str(numbers["population"])}


def _row(key: str, indicator: str, *, definition: str, status: str) -> dict[str, str]:
    return {
        "district_key": key,
        "indicator": indicator,
        "reference_date": _CENSUS_DAY,
        "unit": "share",
        "status": status,
        "definition": definition,
        "source": _CENSUS,
    }


def _published(row: dict[str, str], *, counts: Mapping[Hashable, int], city: City) -> dict[str, str]:
    """The row as it may be shown: nothing that a small count could be read from.

    An estimate is withheld with either of its counts, because value and bounds together would give it away.
    """
    if row["unit"] != "share":
        return row
    made_from = {share.indicator: (share.counted,) for share in _AGGREGATED}
    used = made_from.get(row["indicator"], tuple(share.counted for share in _AGGREGATED))
    small = any(0 < counts[name] < city.suppress_count_below for name in used)
    if counts["population"] >= city.suppress_below and not small:
        return row
    return row | {"value": "", "numerator": "", "lower": "", "upper": "", "suppressed": "yes"}
