"""Rows of the indicator table that follow from the directory: places and offers per area."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd

from geodata.districts.nesting import holding
from geodata.schema import INDICATORS, WHOLE_CITY, City

_DATES: Final = ("source_date", "assured_date")
_DIRECTORY: Final = ("public_pages", "openstreetmap")  # data_sources of definitions.toml
_PER: Final = 1000


def supply_rows(
    placed: pd.DataFrame, *, population: Mapping[str, float], sections: Sequence[str], city: City
) -> pd.DataFrame:
    """Typed rows for places and offers of each section, and offers per 1,000 residents, of each area and the city.

    The city is the sum of its districts: what lies in no district, a telephone line or a hidden place, counts nowhere.

    Args:
        placed: a row an offer, of `with_areas`.
        population: residents of every area and of the city ("00"); these are the areas that get rows.
        sections: codes of the taxonomy.
        city: says from how many people on a rate is published.
    """
    day = newest_date(placed)
    if not day:  # no figure without its date
        return table_of([])
    counted, areas = _counted(placed), list(population)
    rows: list[dict[str, Any]] = []
    for section in sections:
        here = counted[counted["section"] == section].groupby("area")["facility_id"]
        rows += _counts(here.nunique(), f"places_{section}", areas=areas, day=day)
        rows += _counts(here.size(), f"offers_{section}", areas=areas, day=day)
    rows += _rates(counted.groupby("area").size(), population, city=city, day=day)
    return table_of(rows)


def _counted(placed: pd.DataFrame) -> pd.DataFrame:
    """A row for each offer and each `area` that it counts in: polling district, district, city."""
    areas = ("district_key", "polling_district_key")
    offers = pd.concat([placed.assign(area=placed[name]) for name in areas])
    everywhere = placed[placed["district_key"] != ""].assign(area=WHOLE_CITY)
    return pd.concat([offers[offers["area"] != ""], everywhere])


def with_areas(
    services: pd.DataFrame, facilities: pd.DataFrame, *, polling_districts: gpd.GeoDataFrame
) -> pd.DataFrame:
    """A row an offer: `facility_id`, `section`, `located`, keys of its place's areas ("" = none), and all dates.

    A place counts in the polling district that holds its point, if that is one of its own district. Polling districts
    are settled land only, so a place may lie in none.

    Args:
        services, facilities: the tables of the city, typed; a hidden place has neither point nor district.
        polling_districts: `key`, `district_key` and outline (WGS 84); may be empty.
    """
    located = facilities["latitude"].notna() & (facilities["address_visibility"] != "hidden")
    points = gpd.points_from_xy(facilities["longitude"].where(located), facilities["latitude"].where(located))
    places = facilities[["facility_id", "district_key", *(name for name in _DATES if name in facilities)]].assign(
        located=located,
        polling_district_key=holding(
            np.asarray(points), list(facilities["district_key"]), polling_districts=polling_districts
        ),
    )
    offers = services[["facility_id", "section", *(name for name in _DATES if name in services)]]
    return offers.merge(places, on="facility_id", suffixes=("_of_offer", ""))


def newest_date(placed: pd.DataFrame) -> str:
    """The latest date of a source or check of any offer or place, as it is written; "" where none is dated.

    It may be a month or a year: a day that nobody named is not made up. What is dated "about" does not count.
    """
    dates = (
        placed[[name for name in map(str, placed.columns) if name.startswith(_DATES)]].to_numpy(dtype=object).ravel()
    )
    return max((str(date) for date in dates if date and not date.endswith("~")), default="")


def table_of(rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Typed rows of the indicator table; numbers that a row does not name are NaN, texts empty."""
    blank = {"suppressed": ""} | dict.fromkeys(("value", "numerator", "denominator", "lower", "upper"), math.nan)
    return pd.DataFrame([blank | dict(row) for row in rows], columns=list(INDICATORS.names))


def _counts(found: "pd.Series[int]", indicator: str, *, areas: Sequence[str], day: str) -> Iterator[dict[str, Any]]:
    unit = indicator.split("_", maxsplit=1)[0]
    for key in areas:
        row = _row(key, indicator, definition=f"finder_{unit}", day=day)
        yield row | {"unit": unit, "value": float(found.get(key, 0)), "source": _DIRECTORY}


def _rates(
    found: "pd.Series[int]", population: Mapping[str, float], *, city: City, day: str
) -> Iterator[dict[str, Any]]:
    for key, people in population.items():
        row = _row(key, "offers_per_1000", definition="finder_offers", day=day)
        row |= {"unit": "offers_per_1000", "denominator": people, "source": (*_DIRECTORY, "census_2011")}
        if people < city.suppress_below:
            yield row | {"suppressed": "yes"}
        else:
            offers = float(found.get(key, 0))
            yield row | {"value": round(_PER * offers / people, 2), "numerator": offers}


def _row(key: str, indicator: str, *, definition: str, day: str) -> dict[str, Any]:
    return {
        "district_key": key,
        "indicator": indicator,
        "reference_date": day,
        "status": "aggregated",
        "definition": definition,
    }
