"""Who is asked, in which order, and what is remembered.

Order for each question: hand decision → for each provider, nearest first: its stored answer, else the provider itself →
best of all. The chain stops at the first settled answer (house, interpolated, place). Hand decisions stand before the
store, not behind it: an answer stored earlier must not outlive the decision that corrects it. Errors are never stored;
"none" is, and the store lets it age.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from geodata.errors import GeocodingError, ProviderRefused
from geodata.geocoding.distance import distance_m
from geodata.geocoding.match import Match, no_match
from geodata.geocoding.query import store_key
from geodata.geocoding.reasons import reason

_SAME_POINT_M: Final = 5.0  # two answers closer than this come from one address point of the map data
_MOST_FAILURES: Final = 3  # a provider that did not answer three times running will not answer the fourth time


class Provider(Protocol):
    """Somebody who can be asked: the gazetteer, or a geocoder behind geopy."""

    @property
    def name(self) -> str:
        """Short name, written on every answer."""

    @property
    def key(self) -> str:
        """Name and version under which its answers are stored."""

    def ask(self, query: str) -> Match:
        """The answer, quality none when there is none.

        Raises:
            GeocodingError: the question could not be settled now.
        """


class Store(Protocol):
    """Remembers good answers and "none"."""

    def find(self, provider: str, query: str) -> Match | None:
        """The stored answer, or None when there is none or it is too old."""

    def keep(self, provider: str, query: str, *, match: Match) -> None:
        """Remember an answer."""


class Decisions(Protocol):
    """What people have decided by hand."""

    def find(self, query: str, *, facility_id: str = "") -> Match | None:
        """The decision for a facility or else for a question, or None."""


@dataclass
class Chain:
    """The geocoding chain of one run.

    Attributes:
        providers: in the order in which they are asked.
        store: earlier answers.
        decisions: hand decisions.
        closed: providers that are not asked again in this run, with the sentence that says why.
    """

    providers: Sequence[Provider]
    store: Store
    decisions: Decisions
    closed: dict[str, str] = field(default_factory=dict)
    _failures: dict[str, int] = field(default_factory=dict)

    def locate(self, query: str, *, facility_id: str = "") -> Match:
        """The best founded answer; never raises for what a provider does.

        A provider's failure leaves reason `open` with the sentence, when no better answer was found: ask again later.
        """
        if decided := self.decisions.find(query, facility_id=facility_id):
            return decided
        best: Match | None = None
        problems: list[str] = []
        for provider in self.providers:
            match = self._answer(provider, query, problems=problems)
            if match and (best is None or _is_better(match, best)):
                best = match
            if best and best.quality.is_settled:
                return best
        if problems and (best is None or best.point is None):
            return no_match(reason("open", why=" ".join(problems)), provider="", date="")
        return best or no_match(reason("not_found"), provider="", date="")

    def _answer(self, provider: Provider, query: str, *, problems: list[str]) -> Match | None:
        stored = self.store.find(provider.key, store_key(query))
        if stored:
            return stored
        if provider.key in self.closed:
            problems.append(self.closed[provider.key])
            return None
        try:
            match = provider.ask(query)
        except GeocodingError as error:
            problems.append(str(error))
            self._count_failure(provider.key, error)
            return None
        self._failures[provider.key] = 0
        self.store.keep(provider.key, store_key(query), match=match)
        return match

    def _count_failure(self, key: str, error: GeocodingError) -> None:
        self._failures[key] = self._failures.get(key, 0) + 1
        asked_to_wait = isinstance(error, ProviderRefused) and error.retry_after_s is not None
        if asked_to_wait or self._failures[key] >= _MOST_FAILURES:
            self.closed[key] = str(error)


def _is_better(match: Match, best: Match) -> bool:
    """Whether the later answer says more; naming the very point whose link is weak is no second witness."""
    if best.reason.code == "weak_link" and best.point and match.point:
        return match.quality.rank < best.quality.rank and distance_m(best.point, match.point) > _SAME_POINT_M
    return match.quality.rank < best.quality.rank
