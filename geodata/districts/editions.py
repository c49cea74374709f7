"""Editions of a figure: what was published for one date, with one status and by one definition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from geodata.schema import WHOLE_CITY

_STATUS_ORDER: Final = {"official": 0, "aggregated": 1, "estimated": 2}


@dataclass(frozen=True, eq=False)
class Edition:
    """The rows of one indicator for one reference date and status, areas of all levels.

    Attributes:
        rows: as in `indicators.csv`, typed; one row an area.
    """

    indicator: str
    reference_date: str
    status: str
    definition: str
    rows: pd.DataFrame

    def at(self, keys: Sequence[str]) -> pd.DataFrame:
        """The rows of some areas, indexed by key, in their order; an area without a row has none here either."""
        rows = self.rows.set_index("district_key")
        return rows.loc[[key for key in keys if key in rows.index]]


def editions(indicators: pd.DataFrame, indicator: str) -> tuple[Edition, ...]:
    """Every edition of an indicator, the preferred one first.

    Official figures come before those added up, these before estimates; among them the date with most areas, then
    the latest.
    """
    rows = indicators[indicators["indicator"] == indicator]
    groups = rows.groupby(["reference_date", "status", "definition"], sort=False)
    found = [
        Edition(indicator, str(date), str(status), str(definition), group)
        for (date, status, definition), group in groups
    ]
    by_date = sorted(found, key=lambda edition: edition.reference_date, reverse=True)
    return tuple(sorted(by_date, key=lambda edition: (_STATUS_ORDER[edition.status], -len(edition.rows))))


def default_indicator(indicators: pd.DataFrame, default: str, *, definitions: Mapping[str, Any]) -> str:
    """The figure that is shaded first: the city's default, unless an official one of the same group is there.

    So an estimate steps back as soon as the office has supplied its own table, by whatever definition; the latest
    one counts. A figure of the whole city alone shades nothing.
    """
    texts: Mapping[str, Mapping[str, Any]] = definitions["indicator"]
    group = texts[default].get("group")
    rivals = [code for code, text in texts.items() if group and text.get("group") == group]
    shaded = (indicators["status"] == "official") & (indicators["district_key"] != WHOLE_CITY)
    official = indicators[shaded & indicators["indicator"].isin(rivals)]
    if official.empty:
        return default
    return str(official.sort_values("reference_date", kind="stable")["indicator"].iloc[-1])
