"""Rows of the indicator table, made up on the spot: what a test does not name is a share of 1,000 people."""

import math
from typing import Any

import pandas as pd

ROW = {
    "district_key": "01",
    "indicator": "migration_background_share",
    "reference_date": "2011-05-09",
    "value": math.nan,
    "unit": "share",
    "numerator": math.nan,
    "denominator": 1000.0,
    "lower": math.nan,
    "upper": math.nan,
    "suppressed": "",
    "status": "aggregated",
    "definition": "city_first",
    "source": ("census_2011",),
}


def rows_of(*rows: dict[str, Any]) -> pd.DataFrame:
    """A table of rows in which only what matters was written down."""
    return pd.DataFrame([ROW | row for row in rows], columns=list(ROW))


def bounded(key: str, value: float, *, lower: float = math.nan, upper: float = math.nan) -> dict[str, Any]:
    """A row that names its area, value and bounds."""
    return {"district_key": key, "value": value, "lower": lower, "upper": upper}
