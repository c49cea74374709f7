"""The rules of the finder, spelled out in plain loops: what the fast masks of geodata.facilities are held against."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import isnan
from typing import Any

FACETS = ("section", "topic", "spoken", "district", "group")


@dataclass(frozen=True)
class Place:
    facility_id: str
    name: str = "Haus"
    district_key: str = ""
    latitude: float = float("nan")
    longitude: float = float("nan")
    address_visibility: str = "public"

    @property
    def on_map(self) -> bool:
        return self.address_visibility != "hidden" and not isnan(self.latitude) and not isnan(self.longitude)


@dataclass(frozen=True)
class Offer:
    service_id: str
    facility_id: str
    section: str = "steps"
    topic: str = "office"
    languages_spoken: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class Near:
    """Minutes on foot to places by id (NaN or none: no way is known), and a limit (0: none)."""

    minutes: Mapping[str, float]
    within: int = 0

    def minutes_to(self, facility: str) -> float:
        """What has no known way lies farther away than everything."""
        minutes = self.minutes.get(facility, float("nan"))
        return float("inf") if isnan(minutes) else minutes


@dataclass(frozen=True)
class Asked:
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    confirmed: bool = False
    near: Near | None = None

    def codes(self, facet: str) -> tuple[str, ...]:
        return self.chosen.get(facet, ())

    def but(self, facet: str, *codes: str) -> "Asked":
        return replace(self, chosen={**self.chosen, facet: codes})


@dataclass(frozen=True)
class Town:
    places: tuple[Place, ...]
    offers: tuple[Offer, ...]
    assumed_spoken: str = "de"

    def place(self, offer: Offer) -> Place:
        return next(place for place in self.places if place.facility_id == offer.facility_id)

    def has(self, offer: Offer, facet: str, code: str) -> bool:
        """Whether the offer has this one option."""
        if facet == "section":
            return offer.section == code
        if facet == "topic":
            return offer.topic == code
        if facet == "group":
            return code in offer.target_groups
        if facet == "district":
            return self.place(offer).district_key != "" and self.place(offer).district_key == code
        return self.says(offer, (code,)) == "states"

    def says(self, offer: Offer, wanted: tuple[str, ...]) -> str:
        """What the offer says to somebody who wants one of these languages: "states", "others" or "silent".

        Where an offer says nothing, the city's own language counts as spoken.
        """
        stated = offer.languages_spoken
        if not stated and self.assumed_spoken:
            if self.assumed_spoken in wanted:
                return "states"
            return "silent"
        if not stated:
            return "silent"
        for language in wanted:
            if language in stated:
                return "states"
        return "others"

    def fits_the_rest(self, offer: Offer, asked: Asked) -> bool:
        """OR inside a facet, AND across facets, not beyond the limit; the language has rules of its own."""
        near = asked.near
        if near and near.within and near.minutes_to(offer.facility_id) > near.within:
            return False
        for facet in FACETS:
            if facet == "spoken" or not asked.codes(facet):
                continue
            if not any(self.has(offer, facet, code) for code in asked.codes(facet)):
                return False
        return True

    def answer_to(self, offer: Offer, asked: Asked) -> str:
        """ "states", "silent", "others" (left out for its languages only) or "" (left out for something else)."""
        if not self.fits_the_rest(offer, asked):
            return ""
        if not asked.codes("spoken"):
            return "states"
        says = self.says(offer, asked.codes("spoken"))
        if says == "silent" and asked.confirmed:
            return ""
        return says

    def found(self, asked: Asked) -> list[int]:
        return [i for i, offer in enumerate(self.offers) if self.answer_to(offer, asked) in ("states", "silent")]

    def rows(self, asked: Asked, answer: str) -> list[int]:
        return [i for i, offer in enumerate(self.offers) if self.answer_to(offer, asked) == answer]

    def places_of(self, rows: list[int]) -> set[str]:
        return {self.offers[row].facility_id for row in rows}

    def drawn(self, rows: list[int]) -> set[str]:
        return {place.facility_id for place in self.places if place.on_map} & self.places_of(rows)

    def without_place(self, asked: Asked) -> int:
        return sum(not self.place(self.offers[row]).on_map for row in self.found(asked))

    def count(self, asked: Asked, facet: str, code: str) -> int:
        """Offers found if this option alone were chosen in its facet; for a language: those that state it."""
        alone = asked.but(facet, code)
        return len(self.rows(alone, "states") if facet == "spoken" else self.found(alone))

    def way_out(self, asked: Asked) -> tuple[str, int] | None:
        """The one facet to drop that brings back most offers; the first of equals."""
        best = None
        for facet in FACETS:
            n = len(self.found(asked.but(facet))) if asked.codes(facet) else 0
            if n and (best is None or n > best[1]):
                best = (facet, n)
        return best

    def order(self, asked: Asked, sections: tuple[str, ...], key: Callable[[str], Any]) -> list[int]:
        """Those that state the language first, then the nearer ones, by section, by name as the reader sorts."""

        def place_in_list(row: int) -> tuple[Any, ...]:
            offer = self.offers[row]
            silent = self.answer_to(offer, asked) == "silent"
            minutes = asked.near.minutes_to(offer.facility_id) if asked.near else 0
            return silent, minutes, sections.index(offer.section), key(self.place(offer).name), row

        return sorted(self.found(asked), key=place_in_list)
