"""The offers as coverage sees them: where each is, what it says of itself, and how it fits a question."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
import pandas as pd

from geodata.coverage.catchments import NOWHERE, Mask, Places
from geodata.coverage.question import Question
from geodata.hours import is_open, rule_of

ACTIVE: Final = "active"
UNVERIFIED: Final = "unverified"
_WEAKER: Final = (ACTIVE, UNVERIFIED, "inactive", "defunct")
UNKNOWNS: Final = ("languages", "hours", "active")
"""What an offer may leave open: which languages, which hours, whether it still exists."""


@dataclass(frozen=True)
class Offer:
    """One offer at one place.

    Attributes:
        place: number of its place in `Catchments`, `NOWHERE` without an address.
        area_key: key of the area that its place lies in, "" = none of them.
        languages: codes of the languages spoken; empty = not stated.
        hours: opening hours (OSM notation); "" = not stated.
        status: a code of the tables: active, unverified, inactive, defunct.
    """

    id: str
    facility_id: str
    place: int
    area_key: str
    section: str
    topic: str
    languages: tuple[str, ...] = ()
    hours: str = ""
    status: str = ACTIVE


@dataclass(frozen=True, eq=False)
class Fit:
    """How offers fit a question; masks over the offers, one bit each.

    Attributes:
        sure: all that was asked is stated, and fits.
        possible: nothing that is stated speaks against it; holds for every sure one.
        unknown: of the possible ones, what each leaves open, by code of `UNKNOWNS`.
    """

    sure: Mask
    possible: Mask
    unknown: Mapping[str, Mask]

    @property
    def unsure(self) -> Mask:
        """Possible, but not sure."""
        return self.possible & ~self.sure


@dataclass(frozen=True, eq=False)
class Offers:
    """Offers in the order of the table, later ones of a scenario behind them.

    Attributes:
        assumed: language that counts as spoken, and as stated, where an offer says nothing ("" = none).
    """

    records: tuple[Offer, ...]
    assumed: str = ""

    def __len__(self) -> int:
        return len(self.records)

    @cached_property
    def rows(self) -> dict[str, int]:
        """Row of every offer by its id."""
        return {offer.id: row for row, offer in enumerate(self.records)}

    @cached_property
    def places(self) -> Places:
        """(o,) place of every offer."""
        return np.array([offer.place for offer in self.records], dtype=np.intp)

    @cached_property
    def sections(self) -> Any:
        """(o,) codes."""
        return np.array([offer.section for offer in self.records], dtype=np.str_)

    @cached_property
    def topics(self) -> Any:
        """(o,) codes."""
        return np.array([offer.topic for offer in self.records], dtype=np.str_)

    @cached_property
    def area_keys(self) -> Any:
        """(o,) keys of areas."""
        return np.array([offer.area_key for offer in self.records], dtype=np.str_)

    @cached_property
    def stated(self) -> Mask:
        """Offers that say which languages are spoken."""
        return np.array([bool(offer.languages) for offer in self.records], dtype=np.bool_)

    @cached_property
    def _speakers(self) -> dict[str, Mask]:
        rows: dict[str, list[int]] = {}
        for row, offer in enumerate(self.records):
            for code in offer.languages:
                rows.setdefault(code, []).append(row)
        return {code: np.bincount(found, minlength=len(self)) > 0 for code, found in rows.items()}

    def speak(self, code: str) -> Mask:
        """Offers that say a language; the assumed one is spoken wherever nothing is stated."""
        said = self._speakers.get(code, np.zeros(len(self), dtype=np.bool_))
        return said | ~self.stated if code == self.assumed else said

    @cached_property
    def gone(self) -> Mask:
        """Offers that do not exist any more."""
        return np.array([offer.status not in (ACTIVE, UNVERIFIED) for offer in self.records], dtype=np.bool_)

    @cached_property
    def unverified(self) -> Mask:
        """Offers of which nobody has confirmed that they exist."""
        return np.array([offer.status == UNVERIFIED for offer in self.records], dtype=np.bool_)


def offers_of(
    services: pd.DataFrame,
    facilities: pd.DataFrame,
    *,
    places: Mapping[str, int],
    areas: Mapping[str, str],
    assumed: str = "",
) -> Offers:
    """The offers of the tables; an offer takes its facility's hours where it states none, and the weaker status.

    Args:
        services, facilities: the tables of the city, typed.
        places: place of every facility with a point, by its id.
        areas: key of the area that every facility lies in, by its id.
        assumed: language that counts as spoken where nothing is stated.
    """
    columns = ["facility_id", "opening_hours", "status"]
    at = facilities[columns].set_index("facility_id").to_dict("index")
    records = services.to_dict("records")
    made = (_offer(row, at[row["facility_id"]], places=places, areas=areas) for row in records)
    return Offers(tuple(made), assumed)


def _offer(
    row: Mapping[Any, Any], facility: Mapping[Any, Any], *, places: Mapping[str, int], areas: Mapping[str, str]
) -> Offer:
    return Offer(
        id=row["service_id"],
        facility_id=row["facility_id"],
        place=places.get(row["facility_id"], NOWHERE),
        area_key=areas[row["facility_id"]],
        section=row["section"],
        topic=row["topic"],
        languages=tuple(row["languages_spoken"]),
        hours=rule_of(row, facility),
        status=max(row["status"], facility["status"], key=_WEAKER.index),
    )


def fits(question: Question, offers: Offers) -> Fit:
    """How each offer fits what is asked; where it is, and for whom, is not looked at."""
    here = ~offers.gone
    if question.section:
        here = here & (offers.sections == question.section)
    if question.topic:
        here = here & (offers.topics == question.topic)
    answers = {
        "languages": _languages(question, offers),
        "hours": _hours(question, offers, among=here),
        "active": (~offers.unverified, offers.unverified) if question.verified else _always(offers),
    }
    possible = here.copy()
    for yes, unknown in answers.values():
        possible &= yes | unknown
    return Fit(
        sure=possible & np.logical_and.reduce([yes for yes, _ in answers.values()]),
        possible=possible,
        unknown={code: possible & unknown for code, (_, unknown) in answers.items()},
    )


def _always(offers: Offers) -> tuple[Mask, Mask]:
    return np.ones(len(offers), dtype=np.bool_), np.zeros(len(offers), dtype=np.bool_)


def _languages(question: Question, offers: Offers) -> tuple[Mask, Mask]:
    """(yes, unknown)."""
    if not question.languages:
        return _always(offers)
    speaks = np.logical_or.reduce([offers.speak(code) for code in question.languages])
    return speaks, ~offers.stated & ~speaks


def _hours(question: Question, offers: Offers, *, among: Mask) -> tuple[Mask, Mask]:
    """(yes, unknown); those that are not among some stay out of both."""
    if question.opening is None:
        return _always(offers)
    yes, unknown = (np.zeros(len(offers), dtype=np.bool_) for _ in range(2))
    for row in np.flatnonzero(among):
        found = is_open(offers.records[row].hours, question.opening)
        yes[row], unknown[row] = found is True, found is None
    return yes, unknown


def distinct_places(offers: Offers, rows: Mask) -> Places:
    """The places of some offers, each once, ascending; those without an address have none."""
    return np.unique(offers.places[rows & (offers.places != NOWHERE)])


def with_records(offers: Offers, records: Iterable[Offer]) -> Offers:
    """Other records under the same assumption."""
    return Offers(tuple(records), offers.assumed)
