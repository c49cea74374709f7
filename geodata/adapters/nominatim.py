"""Nominatim (and other geocoders of geopy) in the chain: politely, and with every fault said in a sentence."""

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from math import inf
from typing import Any, Final
from urllib.parse import urlsplit

from geopy.adapters import RequestsAdapter
from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderParseError,
    GeocoderQueryError,
    GeocoderQuotaExceeded,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
    GeopyError,
)
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim, Photon
from geopy.location import Location

from geodata.errors import ConfigurationError, ProviderRefused, ProviderUnreachable
from geodata.geocoding.match import Match, Quality, no_match
from geodata.geocoding.reasons import reason

MIN_DELAY_S: Final = 1.0
"""At most one request a second: the usage policy of the public Nominatim; one limiter for all foreign servers."""

TIMEOUT_S: Final = 10.0
LONGEST_WAIT_S: Final = 60.0
"""A server that asks for a longer pause is left alone for the rest of the run."""

NOT_AGAIN_S: Final = inf
"""The pause after a refusal that names none: not again in this run."""

_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
OWN_AGENT: Final = "goettingen-place-finder"
_SAMPLE_AGENTS: Final = (
    "example",
    "sample",
    "my-app",
    "my_app",
    "myapp",
    "your",
    "specify",
    "changeme",
    "test-agent",
    "geopy/",
)

UNCERTAINTY_M: Final = {Quality.HOUSE: 85.0, Quality.PLACE: 85.0, Quality.STREET: 350.0, Quality.QUARTER: 1600.0}
"""As the gazetteer's classes: both stand on the same map data."""

_QUALITIES: Final = {
    "house_number": Quality.HOUSE, "house": Quality.HOUSE, "building": Quality.HOUSE, "place": Quality.HOUSE,
    "road": Quality.STREET, "street": Quality.STREET,
} | dict.fromkeys(
    ("suburb", "quarter", "neighbourhood", "city_district", "village", "hamlet", "town", "city", "postcode", "county",
     "state", "country", "municipality", "district", "locality", "isolated_dwelling", "residential", "boundary"),
    Quality.QUARTER,
)  # fmt: skip


Limiter = Callable[[Callable[[], Any]], Any]
"""Calls a request when its turn has come."""


def polite_limiter() -> Limiter:
    """Geopy's own limiter around any request: 1/s, no retries, no swallowed exceptions."""
    limiter: Limiter = RateLimiter(
        lambda request: request(), min_delay_seconds=MIN_DELAY_S, max_retries=0, swallow_exceptions=False
    )
    return limiter


def with_one_limiter(providers: Sequence["GeopyProvider"]) -> None:
    """Let all foreign servers share one limiter."""
    limiter = polite_limiter()
    for provider in providers:
        if provider.is_remote:
            provider.limiter = limiter


def checked_agent(user_agent: str | None) -> str:
    """The user agent, unless it is missing or a sample.

    Raises:
        ConfigurationError: whoever is asked could not tell who asks.
    """
    agent = (user_agent or "").strip()
    if len(agent) < 8 or any(sample in agent.casefold() for sample in _SAMPLE_AGENTS):
        raise ConfigurationError(
            f"The user agent {agent!r} does not say who asks; set FINDER_USER_AGENT to the office's name and a contact."
        )
    return agent


def open_nominatim(url: str, *, user_agent: str | None, timeout_s: float = TIMEOUT_S) -> "GeopyProvider":
    """A Nominatim at `url` ("http://127.0.0.1:8088"), through geopy's HTTP class.

    A server on this machine may be asked under the program's own name.

    Raises:
        ConfigurationError: the address is none, or the user agent is missing or a sample.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigurationError(f"{url!r} is no address of a Nominatim; it looks like http://127.0.0.1:8088")
    is_remote = parts.hostname not in _LOOPBACK
    geocoder = Nominatim(
        user_agent=checked_agent(user_agent if is_remote or user_agent else OWN_AGENT),
        domain=(parts.netloc + parts.path).rstrip("/"),
        scheme=parts.scheme,
        timeout=timeout_s,
        adapter_factory=no_retries,
    )
    return GeopyProvider(geocoder, name="nominatim", key=f"nominatim:{parts.netloc}", is_remote=is_remote)


def open_public(*, user_agent: str | None) -> tuple["GeopyProvider", ...]:
    """The public Nominatim and Photon; to be opened only where the operator has switched network use on."""
    photon = Photon(user_agent=checked_agent(user_agent), timeout=TIMEOUT_S, adapter_factory=no_retries)
    return (
        open_nominatim("https://nominatim.openstreetmap.org", user_agent=user_agent),
        GeopyProvider(photon, name="photon", key="photon", is_remote=True),
    )


def no_retries(*, proxies: Any, ssl_context: Any) -> RequestsAdapter:
    """Geopy's transport without its hidden retries: one question is one request."""
    return RequestsAdapter(proxies=proxies, ssl_context=ssl_context, max_retries=0)


class GeopyProvider:
    """One geocoder of geopy in the chain.

    Args:
        geocoder: any geocoder of geopy.
        name, key: as `geodata.geocoding.chain.Provider` says.
        is_remote: whether it stands outside this machine.
        sleep, today: clocks.
    """

    def __init__(
        self,
        geocoder: Any,
        *,
        name: str,
        key: str,
        is_remote: bool,
        sleep: Callable[[float], None] = time.sleep,
        today: Callable[[], date] = date.today,
    ) -> None:
        self.name = name
        self.key = key
        self.is_remote = is_remote
        self.limiter: Limiter = polite_limiter() if is_remote else lambda request: request()
        self._geocoder = geocoder
        self._options = {"addressdetails": True} if isinstance(geocoder, Nominatim) else {}
        self._sleep = sleep
        self._today = today

    def ask(self, query: str) -> Match:
        """Ask once; when the server names a pause of at most a minute, keep it and ask a second and last time.

        Raises:
            ProviderRefused, ProviderUnreachable: with a sentence; every error of geopy becomes one of them.
        """
        try:
            return self._once(query)
        except ProviderRefused as refusal:
            if refusal.retry_after_s is None or refusal.retry_after_s > LONGEST_WAIT_S:
                raise
            self._sleep(refusal.retry_after_s)
        return self._once(query)

    def _once(self, query: str) -> Match:
        try:
            location = self.limiter(lambda: self._geocoder.geocode(query, **self._options))
        except GeopyError as error:
            raise as_fault(error, name=self.name) from error
        except (
            ValueError,
            KeyError,
            TypeError,
            AttributeError,
        ) as error:  # an answer of another shape than geopy expects
            raise ProviderRefused(f"{self.name} sent an answer that cannot be read.") from error
        today = self._today().isoformat()
        if location is None:
            return no_match(reason("not_found"), provider=self.name, date=today)
        return to_match(location, name=self.name, date=today)


def as_fault(error: GeopyError, *, name: str) -> ProviderRefused | ProviderUnreachable:
    """The sentence for an error of geopy."""
    sentence = next(sentence for kind, sentence in _SENTENCES.items() if isinstance(error, kind))
    text = sentence.format(name=name)
    if isinstance(error, GeocoderQuotaExceeded):
        wait = getattr(error, "retry_after", None)
        pause = f" It asks for a pause of {wait:.0f} s." if wait is not None else ""
        return ProviderRefused(text + pause, retry_after_s=NOT_AGAIN_S if wait is None else float(wait))
    if isinstance(error, (GeocoderInsufficientPrivileges, GeocoderAuthenticationFailure)):
        return ProviderRefused(text, retry_after_s=NOT_AGAIN_S)
    unreachable = isinstance(error, (GeocoderTimedOut, GeocoderUnavailable))
    return ProviderUnreachable(text) if unreachable else ProviderRefused(text)


_SENTENCES: Final[Mapping[type[Exception], str]] = {
    GeocoderQuotaExceeded: "{name} was asked too often (429).",
    GeocoderTimedOut: "{name} did not answer in time.",
    GeocoderUnavailable: "{name} cannot be reached.",
    GeocoderInsufficientPrivileges: "{name} refuses to answer us (403).",
    GeocoderAuthenticationFailure: "{name} wants a key that it does not get (401).",
    GeocoderQueryError: "{name} does not understand the question.",
    GeocoderParseError: "{name} sent an answer that cannot be read.",
    GeocoderServiceError: "{name} has a fault of its own.",
    GeopyError: "{name} could not be asked.",
}
"""Most specific first."""


def to_match(location: Location, *, name: str, date: str) -> Match:
    """A `Match` of geopy's `Location`; the quality follows from what the provider says it found."""
    raw = location.raw.get("properties", location.raw)
    quality = _quality(raw)
    reference = f"{raw['osm_type']}/{raw['osm_id']}" if "osm_type" in raw and "osm_id" in raw else ""
    why = reason("provider", provider=name, label=location.address)
    point = round(location.latitude, 6), round(location.longitude, 6)
    return Match(*point, location.address, quality, UNCERTAINTY_M[quality], name, reference, date, why)


def _quality(raw: Mapping[str, Any]) -> Quality:
    kind = raw.get("addresstype") or raw.get("type") or ""
    if kind == "place" and "house_number" not in raw.get("address", {}):
        return Quality.QUARTER
    return _QUALITIES.get(kind, Quality.PLACE)
