import pytest

from geodata.adapters.city_data import CityData
from geodata.adapters.gazetteer_file import open_gazetteer
from geodata.adapters.search_rows import index_of
from geodata.geocoding import PlaceIndex
from geodata.search import SearchIndex
from tests.conftest import DATA


@pytest.fixture(scope="session")
def index(shipped_city: CityData) -> SearchIndex:
    """The shipped directory with its synonyms and gazetteer."""
    gazetteer = open_gazetteer(DATA)
    return index_of(shipped_city, DATA, gazetteer=gazetteer, places=PlaceIndex(gazetteer))
