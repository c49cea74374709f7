"""One area over time: a line within one definition, a break between two, never a line across."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

import pandas as pd

from geodata.districts.comparison.refusal import Reason, Refusal
from geodata.schema import WHOLE_CITY


@dataclass(frozen=True)
class Point:
    """A value and its date; shares in [0, 1], bounds equal the value where the table gives none.

    Attributes:
        date: as in the table, year first ("2011-05-09").
        approximate: the source itself says "about".
    """

    date: str
    value: float
    lower: float
    upper: float
    approximate: bool = False


@dataclass(frozen=True)
class Segment:
    """Points of one definition, status and unit, in order of date: two or more of them make a line."""

    definition: str
    status: str
    unit: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Break:
    """What separates two neighbouring segments, so that nothing joins them.

    Attributes:
        kind: another definition, or (by the same one) another status or unit.
        forbidden: `definitions.toml` says that the two may never stand in one series.
    """

    kind: Literal["definition", "status", "unit"]
    forbidden: bool


@dataclass(frozen=True)
class Series:
    """All values of one indicator for one area, in the order of their first date.

    Attributes:
        breaks: one between every two neighbouring segments.
    """

    key: str
    indicator: str
    segments: tuple[Segment, ...]
    breaks: tuple[Break, ...]

    @property
    def has_line(self) -> bool:
        """Whether any definition has two dates; else these are single values and no development can be read."""
        return any(len(segment.points) > 1 for segment in self.segments)


def series_of(
    indicators: pd.DataFrame, indicator: str, *, key: str, figures: pd.DataFrame, definitions: Mapping[str, Any]
) -> Series | Refusal:
    """What is known of one area over time, or why that is no series: no value, all withheld, one date.

    The whole city's own figures come from `figures`; our estimate for the city is left out beside them, because it is
    calibrated on one of them and says nothing new.

    Args:
        indicators: rows of the indicator table, of any area, indicator and date.
        indicator: its code, also the code of the city's own figures.
        key: of the area, "00" for the whole city.
        figures, definitions: rows of `figures.csv`, content of `definitions.toml`.
    """
    rows = indicators[(indicators["district_key"] == key) & (indicators["indicator"] == indicator)]
    own = figures[figures["code"] == indicator]
    segments = _segments(rows, own if key == WHOLE_CITY else own.iloc[:0])
    if sum(len(segment.points) for segment in segments) > 1:
        return Series(key, indicator, segments, tuple(_breaks(segments, definitions)))
    if segments:
        reason: Reason = "one_estimate" if segments[0].status == "estimated" else "one_date"
        city = tuple(dict.fromkeys(own["definition"]))
        return Refusal(reason, (key,), (segments[0].points[0].date,), city_definitions=city)
    return Refusal("withheld" if (rows["suppressed"] == "yes").any() else "no_data", (key,))


def _segments(rows: pd.DataFrame, own: pd.DataFrame) -> tuple[Segment, ...]:
    calibrated = (rows["status"] == "estimated") & rows["definition"].isin(own["definition"])
    shown = rows[(rows["suppressed"] != "yes") & rows["value"].notna() & ~calibrated]
    points: dict[tuple[str, str, str], dict[str, Point]] = {}
    for row in [*own.assign(status="official").to_dict("records"), *shown.to_dict("records")]:
        group = (str(row["definition"]), str(row["status"]), str(row["unit"]))
        points.setdefault(group, {})[str(row["reference_date"])] = _point(row)
    segments = [
        Segment(*group, points=tuple(by_date[date] for date in sorted(by_date))) for group, by_date in points.items()
    ]
    return tuple(sorted(segments, key=lambda segment: (segment.points[0].date, segment.definition, segment.status)))


def _point(row: Mapping[Any, Any]) -> Point:
    value = float(row["value"])
    lower, upper = float(row.get("lower", math.nan)), float(row.get("upper", math.nan))
    bounded = not (math.isnan(lower) or math.isnan(upper))
    return Point(
        date=str(row["reference_date"]),
        value=value,
        lower=lower if bounded else value,
        upper=upper if bounded else value,
        approximate=row.get("approximate") == "yes",
    )


def _breaks(segments: tuple[Segment, ...], definitions: Mapping[str, Any]) -> Iterator[Break]:
    entries: Mapping[str, Mapping[str, Any]] = definitions.get("definition", {})
    for before, after in pairwise(segments):
        if before.definition != after.definition:
            apart = after.definition in entries.get(before.definition, {}).get("not_comparable_with", ())
            yield Break("definition", forbidden=apart)
        else:
            yield Break("status" if before.status != after.status else "unit", forbidden=False)
