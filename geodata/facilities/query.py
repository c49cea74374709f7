"""What a reader asks for, and what fits: OR inside a facet, AND across facets, language in three values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

from geodata.facilities.index import FACETS, Facet, Mask, OfferIndex
from geodata.facilities.narrowing import Narrowing
from geodata.facilities.nearness import Nearness


@dataclass(frozen=True)
class Selection:
    """The offers that fit a query.

    Attributes:
        found: offers listed (rows of `services`).
        states: found offers whose spoken languages fit; all found ones when no language was asked for.
        silent: found offers that say nothing about languages.
        others: offers left out only because they name other languages.
    """

    index: OfferIndex
    found: Mask
    states: Mask
    silent: Mask
    others: Mask

    @cached_property
    def drawn(self) -> Mask:
        """Facilities with a point and at least one found offer (rows of `facilities`)."""
        return self._places(self.found) & self.index.located

    @cached_property
    def drawn_states(self) -> Mask:
        """Drawn facilities of which at least one found offer states the language."""
        return self._places(self.states) & self.index.located

    @cached_property
    def without_place(self) -> int:
        """Number of found offers that have no point on the map."""
        return int((self.found & ~self.index.located[self.index.facility_of]).sum())

    @cached_property
    def places(self) -> int:
        """Number of facilities, with a point or without, that have a found offer."""
        return int(self._places(self.found).sum())

    def _places(self, offers: Mask) -> Mask:
        mask = np.zeros(len(self.index.facilities), dtype=bool)
        mask[self.index.facility_of[offers]] = True
        return mask


@dataclass(frozen=True)
class Query:
    """A question: codes chosen a facet (none = not asked), and whether only confirmed languages count."""

    chosen: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    confirmed: bool = False

    @classmethod
    def from_params(cls, params: Mapping[str, Any], index: OfferIndex) -> "Query":
        """Read URL parameters (values separated by commas); what is unknown or malformed is ignored."""
        chosen: dict[Facet, tuple[str, ...]] = {}
        for facet in FACETS:
            asked = str(params.get(facet, "")).split(",")
            known = tuple(code for code in index.options[facet].codes if code in asked)
            if known:
                chosen[facet] = known
        return cls(chosen, params.get("confirmed") == "1")

    def to_params(self) -> dict[str, str]:
        """The same question as URL parameters; nothing for what was not asked."""
        params = {facet: ",".join(codes) for facet in FACETS if (codes := self.chosen.get(facet))}
        return params | ({"confirmed": "1"} if self.confirmed else {})

    def codes(self, facet: Facet) -> tuple[str, ...]:
        """The codes chosen for a facet; empty when it was not asked."""
        return tuple(self.chosen.get(facet, ()))

    def with_codes(self, facet: Facet, codes: tuple[str, ...]) -> "Query":
        """The same question with other codes for one facet."""
        return replace(self, chosen={**self.chosen, facet: tuple(codes)}) if codes else self.without(facet)

    def without(self, facet: Facet) -> "Query":
        """The same question without one facet."""
        return replace(self, chosen={name: codes for name, codes in self.chosen.items() if name != facet})

    @property
    def asked(self) -> tuple[Facet, ...]:
        """The facets that were asked, in order."""
        return tuple(facet for facet in FACETS if self.codes(facet))

    def fits(
        self,
        index: OfferIndex,
        *,
        ignoring: Facet | None = None,
        near: Nearness | None = None,
        among: Narrowing | None = None,
    ) -> Mask:
        """Offers that fit every facet but language and `ignoring`, the limit of `near`, and what else was asked."""
        mask = near.allows(index) if near else np.ones(len(index), dtype=bool)
        if among:
            mask &= among.allows
        for facet in self.asked:
            if facet not in ("spoken", ignoring):
                mask &= index.options[facet].any_of(self.codes(facet))
        return mask

    def speaks(self, index: OfferIndex) -> tuple[Mask, Mask]:
        """(states, silent): offers that state a wanted language, and those that state nothing and are kept in sight."""
        wanted = self.codes("spoken")
        if not wanted:
            return np.ones(len(index), dtype=bool), np.zeros(len(index), dtype=bool)
        states = index.options["spoken"].any_of(wanted)
        silent = ~index.languages_stated & ~states
        return states, (np.zeros_like(silent) if self.confirmed else silent)

    def apply(self, index: OfferIndex, *, near: Nearness | None = None, among: Narrowing | None = None) -> Selection:
        """Everything that fits: one boolean mask over the offers, with what it says about languages beside it."""
        fits = self.fits(index, near=near, among=among)
        states, silent = self.speaks(index)
        others = fits & index.languages_stated & ~states
        return Selection(index, fits & (states | silent), fits & states, fits & silent, others)
