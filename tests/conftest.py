"""What several kinds of tests stand on: the shipped city, read once a session, and small tables made up on the spot."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, settings

from geodata.adapters.catalogues import read_translator
from geodata.adapters.city_data import CityData, read_city
from geodata.facilities import OfferIndex
from geodata.i18n import Translator
from geodata.taxonomy import Taxonomy

# The suite asks the same questions every time and judges no run by its seconds: a busy machine is no fault of the code.
# `pytest --hypothesis-profile=explore` draws new ones.
settings.register_profile(
    "suite", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")

DATA = Path(__file__).parents[1] / "data"
LANGUAGES = ("de", "en", "ru", "ar")

PLACE = {
    "facility_id": "house",
    "name": "Haus",
    "district_key": "",
    "latitude": float("nan"),
    "longitude": float("nan"),
    "address_visibility": "public",
    "geocode_quality": "house",
    "confidence": "high",
}
OFFER = {
    "service_id": "offer",
    "facility_id": "house",
    "section": "steps",
    "topic": "office",
    "languages_spoken": (),
    "target_groups": (),
}
CODES = {"section": ("steps", "learn", "work"), "topic": ("office", "course", "job"), "district": ("01", "02", "03")}

Table = Sequence[Mapping[str, Any]]


def tables(places: Table, offers: Table) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Facilities and services of which only what matters was written down."""
    return (
        pd.DataFrame([PLACE | dict(row) for row in places], columns=list(PLACE)),
        pd.DataFrame([OFFER | dict(row) for row in offers], columns=list(OFFER)),
    )


@pytest.fixture(scope="session")
def index_of() -> Callable[..., OfferIndex]:
    """Build an index from rows: `index_of(places, offers)`; German is assumed unless told otherwise."""

    def build(places: Table, offers: Table, *, assumed_spoken: str = "de") -> OfferIndex:
        facilities, services = tables(places, offers)
        return OfferIndex.from_tables(services, facilities, codes=CODES, assumed_spoken=assumed_spoken)

    return build


@pytest.fixture(scope="session")
def shipped_city() -> CityData:
    return read_city(DATA)


@pytest.fixture(scope="session")
def shipped_index(shipped_city: CityData) -> OfferIndex:
    taxonomy = Taxonomy.from_table(shipped_city.taxonomy)
    return OfferIndex.from_tables(
        shipped_city.services,
        shipped_city.facilities,
        codes={
            "section": taxonomy.sections,
            "topic": taxonomy.topics(),
            "district": tuple(shipped_city.districts["key"]),
        },
        assumed_spoken=shipped_city.city.assumed_spoken,
    )


@pytest.fixture(scope="session")
def translators() -> dict[str, Translator]:
    return {language: read_translator(language) for language in LANGUAGES}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser comes last: it takes longest, and Playwright keeps an event loop running beside whatever follows."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
