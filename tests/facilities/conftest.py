from collections.abc import Callable
from dataclasses import asdict

import pytest

from geodata.facilities import OfferIndex
from tests.facilities.reference import Town


@pytest.fixture(scope="session")
def index_of_town(index_of: Callable[..., OfferIndex]) -> Callable[[Town], OfferIndex]:
    """The index under test, built from the same rows as the reference."""

    def build(town: Town) -> OfferIndex:
        return index_of(
            [asdict(place) for place in town.places],
            [asdict(offer) for offer in town.offers],
            assumed_spoken=town.assumed_spoken,
        )

    return build
