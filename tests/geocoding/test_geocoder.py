from geopy.geocoders.base import Geocoder

from geodata.geocoding.distance import distance_m
from geodata.geocoding.geocoder import GazetteerGeocoder


def test_it_is_a_geocoder_of_geopy(city: GazetteerGeocoder) -> None:
    location = city.geocode("Neustadt 18, Göttingen")
    assert isinstance(city, Geocoder)
    assert location.address == "Neustadt 18"
    assert location.raw["match"].quality == "house"
    assert [found.address for found in city.geocode("Neustadt 18", exactly_one=False)] == ["Neustadt 18"]
    assert city.geocode("Nirgendwogasse 3") is None


def test_it_reads_structured_questions_and_survives_others(city: GazetteerGeocoder) -> None:
    assert city.geocode({"street": "Neustadt 18", "city": "Göttingen"}).address == "Neustadt 18"
    for question in (None, 7, b"Neustadt", [], {"street": None}):
        assert city.geocode(question) is None


def test_reverse_names_the_nearest_number(city: GazetteerGeocoder) -> None:
    location = city.reverse((51.533065, 9.929649))
    assert distance_m((location.latitude, location.longitude), (51.533065, 9.929649)) < 150
    assert city.reverse("0, 0") is None
    assert city.reverse("no point") is None
