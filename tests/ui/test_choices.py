"""The address of a page: every state that can be reached comes back from it, and nothing hostile gets in."""

import random
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.coverage.question import LEAST_MIN, MODES, MOST_MIN_OF
from geodata.facilities import FACETS, MINUTES_OFFERED, Facet, Query
from geodata.facilities.saved import MOST_SAVED
from ui import loaders
from ui.address import VIEWS, Choices
from ui.coverage import asked as coverage
from ui.districts import own_figures
from ui.districts.asked import LEVELS, Asked

LANGUAGES = ("de", "en", "ru", "ar")


@pytest.fixture(autouse=True)
def no_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has a figure of her own."""
    monkeypatch.setattr(own_figures, "table", loaders.figures)


def drawn(chance: random.Random) -> Choices:
    """A state by chance: hypothesis would need minutes for so many of this size."""
    index = loaders.offer_index()
    near = chance.choice(("", *loaders.cells()["code"][::97]))
    facility = chance.choice(("", *index.facilities["facility_id"]))
    mode = chance.choice(MODES)
    services = list(index.services["service_id"])
    return Choices(
        language=chance.choice(LANGUAGES),
        query=Query({facet: codes for facet in FACETS if (codes := some(chance, facet))}, chance.random() < 0.5),
        facility=facility,
        shade=chance.choice(("", *loaders.offered(loaders.figures()))),
        page=chance.randint(1, 99) if facility else chance.choice((0, 2, 3, 27)),
        view=chance.choice(VIEWS),
        near=near,
        within=chance.choice((0, *MINUTES_OFFERED)) if near else 0,
        asked=Asked(
            level=chance.choice(LEVELS), compared=tuple(chance.sample(("01", "09", "17"), chance.randint(0, 3)))
        ),
        cover=coverage.Asked(mode=mode, minutes=chance.randint(LEAST_MIN, int(MOST_MIN_OF[mode])), speaks=("ar", "ru")),
        mine=tuple(chance.sample(services, chance.randint(0, MOST_SAVED))),
    )


def some(chance: random.Random, facet: Facet) -> tuple[str, ...]:
    return tuple(code for code in loaders.offer_index().options[facet].codes if chance.random() < 0.1)


def read(params: dict[str, str]) -> Choices:
    return Choices.from_params(params, loaders.offer_index(), languages=LANGUAGES)


def test_every_state_comes_back() -> None:
    chance = random.Random(2026)
    for state in (drawn(chance) for _ in range(10_000)):
        assert read(state.to_params()) == state


NAMES = sorted(set(read({}).to_params()) | {"lang", "section", "mine", "near", "within", "page", "cover"})


@settings(
    max_examples=1_000,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.dictionaries(st.sampled_from(NAMES) | st.text(string.ascii_letters, max_size=9), st.text(max_size=200)))
def test_nothing_hostile_gets_in(params: dict[str, str]) -> None:
    state = read(params)
    assert read(state.to_params() | {"lang": state.language}) == state
