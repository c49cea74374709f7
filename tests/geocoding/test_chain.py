from dataclasses import replace

import pytest

from geodata.errors import GeocodingError, ProviderRefused, ProviderUnreachable
from geodata.geocoding.chain import Chain
from geodata.geocoding.match import Match, Quality, no_match
from geodata.geocoding.query import store_key
from geodata.geocoding.reasons import reason

HOUSE = Match(
    50.0,
    10.0,
    "Birkenweg 4",
    Quality.HOUSE,
    85,
    "near",
    "",
    "2026-01-02",
    reason("exact", number=4, street="Birkenweg"),
)
STREET = replace(HOUSE, quality=Quality.STREET, reason=reason("street", street="Birkenweg"))
WEAK = replace(HOUSE, quality=Quality.STREET, reason=reason("weak_link", number=4, street="Birkenweg"))
NONE = no_match(reason("not_found"), provider="near", date="2026-01-02")


class FakeProvider:
    """Answers in the given order, raising what is an error, and counts the questions."""

    def __init__(self, name: str, *answers: Match | GeocodingError) -> None:
        self.name = self.key = name
        self.answers = list(answers)
        self.asked: list[str] = []

    def ask(self, query: str) -> Match:
        self.asked.append(query)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, GeocodingError):
            raise answer
        return replace(answer, provider=self.name)


class FakeStore(dict):
    """A store in memory."""

    def find(self, provider: str, query: str) -> Match | None:
        return self.get((provider, query))

    def keep(self, provider: str, query: str, *, match: Match) -> None:
        self[provider, query] = match


class FakeDecisions(dict):
    """Decisions by facility."""

    def find(self, query: str, *, facility_id: str = "") -> Match | None:
        return self.get(facility_id)


def _chain(*providers: FakeProvider, store: FakeStore | None = None, decisions: FakeDecisions | None = None) -> Chain:
    return Chain(
        providers, FakeStore() if store is None else store, FakeDecisions() if decisions is None else decisions
    )


# first answers | second is asked | whose answer counts
@pytest.mark.parametrize(
    ("first", "second", "asked", "winner"),
    [
        (HOUSE, HOUSE, 0, "first"),
        (replace(HOUSE, quality=Quality.INTERPOLATED), HOUSE, 0, "first"),
        (replace(HOUSE, quality=Quality.PLACE), HOUSE, 0, "first"),
        (STREET, HOUSE, 1, "second"),
        (STREET, NONE, 1, "first"),
        (STREET, STREET, 1, "first"),
        (NONE, STREET, 1, "second"),
        (NONE, NONE, 1, "first"),
        (WEAK, HOUSE, 1, "first"),
        (WEAK, replace(HOUSE, latitude=50.01), 1, "second"),
    ],
)
def test_the_next_is_asked_only_while_nothing_is_settled(first: Match, second: Match, asked: int, winner: str) -> None:
    near, far = FakeProvider("first", first), FakeProvider("second", second)
    assert _chain(near, far).locate("Birkenweg 4").provider == winner
    assert len(far.asked) == asked


def test_spellings_of_one_question_are_asked_once() -> None:
    near, store = FakeProvider("first", HOUSE), FakeStore()
    for text in ("Birkenweg 4", "birkenweg  4", "BIRKENWEG 4"):
        assert _chain(near, store=store).locate(text).label == "Birkenweg 4"
    assert near.asked == ["Birkenweg 4"]


def test_none_is_remembered_and_errors_are_not() -> None:
    near, store = FakeProvider("first", NONE, HOUSE), FakeStore()
    assert _chain(near, store=store).locate("x").quality == "none"
    assert _chain(near, store=store).locate("x").quality == "none"
    assert len(near.asked) == 1
    broken = FakeProvider("broken", ProviderUnreachable("broken cannot be reached."), HOUSE)
    assert str(_chain(broken, store=store).locate("y").reason) == "Not settled: broken cannot be reached."
    assert ("broken", store_key("y")) not in store
    assert _chain(broken, store=store).locate("y").quality == "house"


def test_a_hand_decision_stands_before_everything_and_is_not_stored() -> None:
    near, store = FakeProvider("first", HOUSE), FakeStore()
    hand = replace(HOUSE, provider="hand", reason=reason("hand", why="seen."))
    chain = _chain(near, store=store, decisions=FakeDecisions(place=hand))
    assert str(chain.locate("Birkenweg 4", facility_id="place").reason) == "Set by hand: seen."
    assert (near.asked, store) == ([], {})


def test_a_failure_does_not_hide_an_answer_that_is_there() -> None:
    chain = _chain(FakeProvider("first", STREET), FakeProvider("second", ProviderUnreachable("second is away.")))
    assert chain.locate("Birkenweg 4").quality == "street"


@pytest.mark.parametrize(
    ("error", "requests"),
    [
        (ProviderRefused("asked too often.", retry_after_s=3600), 1),
        (ProviderUnreachable("away."), 3),
        (ProviderRefused("unreadable."), 3),
    ],
)
def test_who_refuses_or_fails_three_times_running_is_left_alone(error: GeocodingError, requests: int) -> None:
    far = FakeProvider("far", error)
    chain = _chain(far)
    reasons = {str(chain.locate(f"Birkenweg {number}").reason) for number in range(10)}
    assert len(far.asked) == requests
    assert reasons == {f"Not settled: {error}"}


def test_without_providers_nothing_is_found() -> None:
    assert _chain().locate("Birkenweg 4").reason.code == "not_found"
