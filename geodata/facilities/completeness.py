"""What the tables leave open: the share of "not stated" per column."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

_SERVICE_COLUMNS: Final = ("languages_spoken", "cost", "appointment")
_FACILITY_COLUMNS: Final = ("street_address", "phone", "website", "wheelchair")
_EITHER: Final = ("opening_hours", "opening_hours_text")


@dataclass(frozen=True)
class Gap:
    """How often a column says nothing: `unknown` of `total` rows, which are `of` ("offers" or "places")."""

    column: str
    unknown: int
    total: int
    of: str

    @property
    def share(self) -> float:
        """Share of rows that say nothing, in [0, 1]."""
        return self.unknown / self.total if self.total else 0.0


def gaps(services: pd.DataFrame, facilities: pd.DataFrame) -> tuple[Gap, ...]:
    """Gaps of the columns a reader asks for; hours count as stated when the offer or its house states them."""
    offers = [Gap(c, int((services[c].map(len) == 0).sum()), len(services), "offers") for c in _SERVICE_COLUMNS]
    places = [Gap(c, int((facilities[c].map(len) == 0).sum()), len(facilities), "places") for c in _FACILITY_COLUMNS]
    house = facilities.set_index("facility_id").loc[services["facility_id"]]
    silent = [(services[c] == "").to_numpy() & (house[c] == "").to_numpy() for c in _EITHER]
    hours = Gap("opening_hours", int(np.logical_and.reduce(silent).sum()), len(services), "offers")
    checked = Gap("assured_date", int((facilities["assured_date"] == "").sum()), len(facilities), "places")
    return (*offers, hours, *places, checked)


def newest_source(facilities: pd.DataFrame) -> str:
    """The latest source date of any place, as EDTF ("2026-08"); empty when none is dated."""
    return max((date for date in facilities["source_date"] if not date.endswith("~")), default="")
