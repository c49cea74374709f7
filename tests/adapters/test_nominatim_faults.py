"""Loopback stubs that answer as geocoders do on a bad day."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from geodata.adapters import nominatim
from geodata.adapters.nominatim import GeopyProvider, checked_agent, open_nominatim, open_public, with_one_limiter
from geodata.errors import ConfigurationError, GeocodingError, ProviderRefused, ProviderUnreachable
from geodata.geocoding.chain import Chain
from tests.adapters.geocoder_stub import FOUND, Answer, Stub


@pytest.fixture
def serve() -> Iterator[Callable[..., Stub]]:
    stubs = []

    def start(*answers: Answer) -> Stub:
        stubs.append(Stub(*answers))
        return stubs[-1]

    yield start
    for stub in stubs:
        stub.close()


def _provider(stub: Stub, *, pauses: list[float] | None = None) -> GeopyProvider:
    provider = open_nominatim(stub.url, user_agent="Referat 05 (finder@goettingen.test)", timeout_s=1.5)
    provider._sleep = (pauses if pauses is not None else []).append
    return provider


JSON = {"Content-Type": "application/json"}
CUT_OFF = {"Content-Type": "application/json", "Content-Length": "5000"}
# what the server does | requests | error | message
FAULTS = [
    ((429, {}, "", 0), 1, ProviderRefused, "nominatim was asked too often (429)."),
    (
        (429, {"Retry-After": "3600"}, "", 0),
        1,
        ProviderRefused,
        "nominatim was asked too often (429). It asks for a pause of 3600 s.",
    ),
    (
        (429, {"Retry-After": "2"}, "", 0),
        2,
        ProviderRefused,
        "nominatim was asked too often (429). It asks for a pause of 2 s.",
    ),
    ((403, {}, "blocked", 0), 1, ProviderRefused, "nominatim refuses to answer us (403)."),
    ((401, {}, "", 0), 1, ProviderRefused, "nominatim wants a key that it does not get (401)."),
    ((400, {}, "", 0), 1, ProviderRefused, "nominatim does not understand the question."),
    ((500, {}, "", 0), 1, ProviderRefused, "nominatim has a fault of its own."),
    ((502, {}, "", 0), 1, ProviderRefused, "nominatim has a fault of its own."),
    ((503, {}, "", 0), 1, ProviderUnreachable, "nominatim did not answer in time."),
    ((200, JSON, FOUND, 2.5), 1, ProviderUnreachable, "nominatim did not answer in time."),
    ((200, JSON, FOUND[:20], 0), 1, ProviderRefused, "nominatim sent an answer that cannot be read."),
    ((200, CUT_OFF, FOUND[:20], 0), 1, GeocodingError, None),
    ((200, JSON, "", 0), 1, ProviderRefused, "nominatim sent an answer that cannot be read."),
    ((200, JSON, '{"error": 1}', 0), 1, ProviderRefused, "nominatim does not understand the question."),
    ((200, JSON, '[{"lat": "x"}]', 0), 1, ProviderRefused, "nominatim sent an answer that cannot be read."),
]


@pytest.mark.parametrize(
    ("answer", "requests", "kind", "message"), FAULTS, ids=[f"{f[0][0]} {f[3]}"[:50] for f in FAULTS]
)
def test_each_fault_is_one_request_and_one_sentence(
    serve: Callable[..., Stub], answer: Any, requests: int, kind: type[Exception], message: str | None
) -> None:
    stub = serve(answer)
    with pytest.raises(kind) as caught:
        _provider(stub).ask("Birkenweg 4")
    assert message is None or str(caught.value) == message
    assert len(stub.requests) == requests


def test_a_short_pause_is_kept_and_then_answered(serve: Callable[..., Stub]) -> None:
    stub, pauses = serve((429, {"Retry-After": "2"}, "", 0), (200, JSON, FOUND, 0)), []
    match = _provider(stub, pauses=pauses).ask("Birkenweg 4")
    assert (match.quality, match.point, match.reference) == ("house", (50.1, 10.1), "node/7")
    assert (pauses, len(stub.requests)) == ([2.0], 2)


def test_an_empty_list_is_no_match_and_not_an_error(serve: Callable[..., Stub]) -> None:
    stub = serve((200, JSON, "[]", 0))
    assert _provider(stub).ask("Birkenweg 4").quality == "none"
    assert len(stub.requests) == 1
    assert stub.requests[0][1] == "Referat 05 (finder@goettingen.test)"


def test_nobody_listening_is_said_in_a_sentence(serve: Callable[..., Stub]) -> None:
    stub = serve((200, JSON, "[]", 0))
    stub.close()
    with pytest.raises(ProviderUnreachable, match=r"nominatim (cannot be reached|did not answer in time)\."):
        _provider(stub).ask("Birkenweg 4")


@pytest.mark.parametrize(("status", "requests"), [(403, 1), (429, 1), (500, 3)])
def test_a_run_leaves_a_refusing_server_alone(serve: Callable[..., Stub], status: int, requests: int) -> None:
    stub = serve((status, {}, "", 0))
    chain = Chain([_provider(stub)], _Nothing(), _Nothing())
    assert {chain.locate(f"Birkenweg {number}").reason.code for number in range(8)} == {"open"}
    assert len(stub.requests) == requests


class _Nothing:
    """Neither stored nor decided."""

    def find(self, *_: object, **__: object) -> None:
        """Nothing is known."""

    def keep(self, *_: object, **__: object) -> None:
        """Nothing is kept."""


@pytest.mark.parametrize(
    "agent", [None, "", "short", "my-application", "your_app_name@example.com", "geopy/2.5.0", "specify_your_app"]
)
def test_a_sample_user_agent_is_refused(agent: str | None) -> None:
    with pytest.raises(ConfigurationError, match="does not say who asks"):
        checked_agent(agent)
    with pytest.raises(ConfigurationError):
        open_public(user_agent=agent)


@pytest.mark.parametrize("url", ["", "127.0.0.1:80", "ftp://127.0.0.1", "http://"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError, match="no address of a Nominatim"):
        open_nominatim(url, user_agent=None)


def test_foreign_servers_share_one_limiter_of_a_second() -> None:
    providers = open_public(user_agent="Referat 05 (finder@goettingen.test)")
    local = open_nominatim("http://127.0.0.1:1", user_agent=None)
    with_one_limiter([*providers, local])
    assert providers[0].limiter is providers[1].limiter
    assert local.limiter is not providers[0].limiter
    assert (providers[0].limiter.min_delay_seconds, providers[0].limiter.max_retries) == (nominatim.MIN_DELAY_S, 0)
    assert providers[0].limiter.swallow_exceptions is False
