"""Rows of the indicator table that follow from directory and walking minutes: who has an offer near home."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata.districts.disclosure import Counts, hidden, parents, with_hidden
from geodata.districts.supply import newest_date, table_of
from geodata.network.minutes import FacilityMinutes
from geodata.network.table import STEP_MIN
from geodata.schema import WHOLE_CITY, City

WITHIN_MIN: Final = 15
_SOURCES: Final = ("census_2011", "public_pages", "openstreetmap")  # data_sources of definitions.toml


def reach_rows(
    cells: pd.DataFrame, minutes: FacilityMinutes, *, placed: pd.DataFrame, sections: Sequence[str], city: City
) -> pd.DataFrame:
    """Typed rows for the share of residents within 15 minutes on foot of the nearest place with an offer of a section.

    A lower bound: only places whose position is known count, and those the minutes were worked out for. Withheld is
    what stands for a few people, or would give it away.

    Args:
        cells: `cell` (INSPIRE code), `district_key`, `polling_district_key`, `population`; a row a populated cell.
        placed: a row an offer, of `supply.with_areas`.
        sections: codes of the taxonomy.
        city: says from which counts on a share is published.
    """
    day = newest_date(placed)
    if not day or cells.empty:  # no figure without its date
        return table_of([])
    reached = {section: _reached(cells, minutes, placed=placed, section=section) for section in sections}
    people = pd.DataFrame({section: cells["population"].where(near, other=0) for section, near in reached.items()})
    counts = _by_area(people.assign(population=cells["population"]), cells)
    counted = {f"within_{WITHIN_MIN}_min_{section}_share": (section,) for section in sections}
    rows = [row for code, (section,) in counted.items() for row in _shares(counts, section, indicator=code, day=day)]
    return with_hidden(table_of(rows), _hidden(counts, city), counted=counted)


def _reached(cells: pd.DataFrame, minutes: FacilityMinutes, *, placed: pd.DataFrame, section: str) -> NDArray[np.bool_]:
    """Cells from whose centre some place with an offer of the section is near enough; a cell without ways has none."""
    places = set(placed.loc[placed["located"] & (placed["section"] == section), "facility_id"])
    columns = [column for column, facility_id in enumerate(minutes.facility_ids) if facility_id in places]
    steps = minutes.steps[:, columns]
    near = frozenset(np.flatnonzero(((steps > 0) & (steps <= WITHIN_MIN / STEP_MIN)).any(axis=1)).tolist())
    return np.array([minutes.cell_of(code) in near for code in cells["cell"]], dtype=np.bool_)


def _by_area(people: pd.DataFrame, cells: pd.DataFrame) -> pd.DataFrame:
    """Sums per district, polling district and the city, by key."""
    levels = (cells["district_key"], cells["polling_district_key"])
    sums = [people[keys != ""].groupby(keys[keys != ""]).sum() for keys in levels]
    return pd.concat([*sums, people.sum().to_frame(WHOLE_CITY).T])


def _hidden(counts: pd.DataFrame, city: City) -> pd.DataFrame:
    table = Counts(counts.drop(columns="population"), counts["population"], parents(counts.index))
    return hidden(table, suppress_below=city.suppress_below, suppress_count_below=city.suppress_count_below)


def _shares(counts: pd.DataFrame, section: str, *, indicator: str, day: str) -> Iterator[dict[str, Any]]:
    for key, people, population in zip(counts.index, counts[section], counts["population"], strict=True):
        yield {
            "district_key": key,
            "indicator": indicator,
            "reference_date": day,
            "value": round(people / population, 6) if population else float("nan"),
            "unit": "share",
            "numerator": float(people),
            "denominator": float(population),
            "status": "aggregated",
            "definition": "walking_reach_15",
            "source": _SOURCES,
        }
