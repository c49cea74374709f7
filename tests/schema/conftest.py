from pathlib import Path

import pytest

from geodata.adapters.city_files import read_files

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def shipped() -> dict[str, bytes]:
    return read_files(DATA)
