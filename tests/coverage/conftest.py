"""What coverage of the shipped city is worked out from, read once a session."""

from collections.abc import Callable
from functools import cache

import pytest

from geodata.adapters.city_data import CityData
from geodata.adapters.coverage_ground import read_catchments
from geodata.coverage.catchments import Catchments
from tests.coverage.shipped import DATA


@pytest.fixture(scope="session")
def shipped_catchments(shipped_city: CityData) -> Callable[[str, str], Catchments]:
    """Catchments of the shipped city by mode and level: `shipped_catchments("walking", "district")`."""

    @cache
    def read(mode: str, level: str) -> Catchments:
        return read_catchments(DATA, shipped_city, mode=mode, level=level)

    return read
