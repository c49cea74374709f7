"""Rows of the indicator table, made from counts of people per area."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import pandas as pd

from geodata.districts.disclosure import Counts, hidden, parents, with_hidden
from geodata.districts.estimate import calibration, estimated_shares
from geodata.schema import INDICATORS, WHOLE_CITY, City

ESTIMATED: Final = "migration_background_share"
ESTIMATE_DEFINITION: Final = "city_first"
_CENSUS_DAY: Final = "2011-05-09"
_CENSUS: Final = "census_2011"  # a data_source of definitions.toml, as are all sources here
_SETTLED_LAND: Final = "city_polling_districts"
_KM2_DECIMALS: Final = 4
"""100 m²; rounded before it divides, so that whoever divides the printed numbers finds the printed density."""


class _Share(NamedTuple):
    indicator: str
    counted: str
    definition: str


SHARES: Final = (
    _Share("born_abroad_share", "born_abroad", "census_2011_born_abroad"),
    _Share("foreign_nationals_share", "foreign_nationals", "census_2011_foreign_nationals"),
    _Share("born_eu27_share", "born_eu27", "census_2011_region_of_birth"),
    _Share("born_other_europe_share", "born_other_europe", "census_2011_region_of_birth"),
    _Share("born_rest_of_world_share", "born_rest_of_world", "census_2011_region_of_birth"),
    _Share("born_other_unknown_share", "born_other_unknown", "census_2011_region_of_birth"),
    _Share("children_under_10_share", "age_under_10", "census_2011_age"),
    _Share("residents_80_plus_share", "age_80_plus", "census_2011_age"),
)
"""Shares of the residents that the census counts as they are."""

_MADE_FROM: Final = {share.indicator: (share.counted,) for share in SHARES} | {
    ESTIMATED: ("born_abroad", "foreign_nationals")
}
_REGIONS_OF_BIRTH: Final = ("born_eu27", "born_other_europe", "born_rest_of_world", "born_other_unknown")
_AGES: Final = ("age_under_10", "age_80_plus")


def indicator_rows(
    people: pd.DataFrame, *, city_figure: pd.Series, km2: "pd.Series[float]", city: City
) -> pd.DataFrame:
    """Every census indicator of every area and of the city as a whole, cells as text, fit to be published.

    Args:
        people: counts by key of districts and polling districts: `population`, `born_abroad`, `foreign_nationals`
            and, where the census has them, those named in `SHARES`.
        city_figure: the row of `figures.csv` that holds the city's own share by its first definition.
        km2: square kilometres of settled land by key; areas without any have no density.
        city: says from which counts on a share is published.
    """
    districts = people[parents(people.index) == WHOLE_CITY]
    counts = pd.concat([people, districts.sum().to_frame(WHOLE_CITY).T])
    c = calibration(districts, float(city_figure["value"]))
    shares = (row for share in SHARES if share.counted in counts for row in _shares(counts, share))
    made = [*_estimates(counts, c=c, city_figure=city_figure), *shares, *_populations(counts), *_densities(counts, km2)]
    rows = pd.DataFrame(made, columns=list(INDICATORS.names))
    return with_hidden(rows, _hidden(counts, city), counted=_MADE_FROM)


def _hidden(counts: pd.DataFrame, city: City) -> pd.DataFrame:
    """Which counts may not be shown; both levels and all columns at once, since they add up to each other."""
    people = counts[[share.counted for share in SHARES if share.counted in counts]]
    table = Counts(
        people=people,
        population=counts["population"],
        parent=parents(counts.index),
        sums={"born_abroad": _REGIONS_OF_BIRTH} if set(_REGIONS_OF_BIRTH) <= set(people) else {},
        apart=(_AGES,) if set(_AGES) <= set(people) else (),
        figures=dict.fromkeys(_MADE_FROM[ESTIMATED], 2),
    )
    return hidden(table, suppress_below=city.suppress_below, suppress_count_below=city.suppress_count_below)


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
            | {name: f"{shares[name]:.6f}" for name in ("value", "lower", "upper")}
        )


def _shares(counts: pd.DataFrame, share: _Share) -> Iterator[dict[str, str]]:
    for key, numbers in counts.iterrows():
        numerator, denominator = numbers[share.counted], numbers["population"]
        yield _row(str(key), share.indicator, definition=share.definition, status="aggregated") | {
            "value": f"{numerator / denominator:.6f}" if denominator else "",
            "numerator": str(numerator),
            "denominator": str(denominator),
        }


def _populations(counts: pd.DataFrame) -> Iterator[dict[str, str]]:
    for key, people in zip(counts.index, counts["population"], strict=True):
        row = _row(key, "population", definition="census_2011_population", status="aggregated")
        yield row | {"unit": "people", "value": str(people)}


def _densities(counts: pd.DataFrame, km2: "pd.Series[float]") -> Iterator[dict[str, str]]:
    land = km2.round(_KM2_DECIMALS)
    for key, people in zip(counts.index, counts["population"], strict=True):
        if key in land.index:
            row = _row(key, "population_density", definition="census_2011_density", status="aggregated")
            yield row | {
                "unit": "people_per_km2",
                "value": f"{people / land[key]:.1f}",
                "numerator": str(people),
                "denominator": f"{land[key]:.{_KM2_DECIMALS}f}",
                "source": f"{_CENSUS};{_SETTLED_LAND}",
            }


def _row(key: str, indicator: str, *, definition: str, status: str) -> dict[str, str]:
    return dict.fromkeys(INDICATORS.names, "") | {
        "district_key": key,
        "indicator": indicator,
        "reference_date": _CENSUS_DAY,
        "unit": "share",
        "status": status,
        "definition": definition,
        "source": _CENSUS,
    }
