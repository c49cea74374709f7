"""Leaflets of shipped and of made-up offers."""

from functools import cache
from typing import Any, Final

from geodata.adapters.catalogues import read_translator
from geodata.adapters.city_data import CityData, read_city
from geodata.adapters.outlines import read_features
from geodata.exports.leaflet import Leaflet
from geodata.exports.leaflet_ground import Ground
from geodata.exports.leaflet_words import Links, Look, Way, leaflet_of
from geodata.exports.places_found import Found
from geodata.i18n import Translator
from geodata.taxonomy import Taxonomy
from tests.conftest import DATA
from tests.exports.places_sample import found, pair, shipped

LINK: Final = "https://orte.example/?l=ar&m=abcde.fghij"
START: Final = (51.53, 9.9)
COURSE: Final = {
    "name_de": "Deutschkurs am Abend",
    "name_ar": "دورة ألمانية مسائية",
    "name_ru": "Вечерний курс немецкого",
    "name_en": "Evening class in German",
    "summary_de": "Kurs mit Kinderbetreuung.",
    "summary_ar": "دورة مع رعاية الأطفال.",
    "summary_ru": "Курс с присмотром за детьми.",
    "summary_en": "A course with child care.",
    "languages_spoken": ("ar", "ru"),
    "appointment": "yes",
    "source_date": "2024-05",
}
SCHOOL: Final = {
    "name": "Volkshochschule Göttingen",
    "street_address": "Bahnhofsallee 7",
    "postal_code": "37081",
    "city": "Göttingen",
    "latitude": 51.5367,
    "longitude": 9.9246,
    "phone": "+4955149520",
    "opening_hours": "Mo-Fr 10:00-12:00",
}


def made_up(
    language: str, *rows: Any, counter: str = "", way: Way | None = None, link: str = LINK, **look: Any
) -> Leaflet:
    """Of made-up rows; without rows a course at a school, whose section has the circle."""
    t = read_translator(language)
    german = read_translator(counter) if counter else None
    offers = found(list(rows) or [pair(COURSE, SCHOOL)], t)
    links = Links(link, [f"https://orte.example/?facility={place['facility_id']}" for _, place in offers.pairs])
    return leaflet_of(offers, Look(("steps",), **look), counter=german, way=way, links=links)


def of_the_city(
    city: CityData, language: str, *, count: int, ground: Ground | None, counter: str = "", large: bool = False
) -> Leaflet:
    """Of every 20th shipped offer, with minutes from a place."""
    look = Look(Taxonomy.from_table(city.taxonomy).sections, ground, large)
    german = read_translator(counter) if counter else None
    return written(every_20th(city, language, count=count), look, counter=german)


def every_20th(city: CityData, language: str, *, count: int) -> Found:
    """Every 20th shipped offer."""
    everything = shipped(city, read_translator(language))
    some = [everything.pairs[at * 20 % len(everything.pairs)] for at in range(count)]
    return Found.from_rows(some, everything.t, words=everything.words, about=everything.about)


def written(offers: Found, look: Look, *, counter: Translator | None) -> Leaflet:
    """With minutes from a place, one of which is not known, and with links."""
    minutes = [float("nan") if at == 1 else at * 2.5 for at in range(len(offers.pairs))]
    links = Links(LINK, ["https://orte.example/?facility=x"] * len(minutes))
    return leaflet_of(offers, look, counter=counter, way=Way("Deisterstraße", START, minutes), links=links)


@cache
def read_ground() -> Ground:
    """Outlines and base map of the shipped city."""
    districts = read_city(DATA).districts
    return Ground.from_wgs84(districts, read_features(DATA / "pack" / "basemap.geojson"))
