"""What must not be known stands in no file of places, whatever the tables say by mistake."""

import io
import zipfile
from typing import Any

import pytest

from geodata.adapters.city_data import CityData
from geodata.exports.places_found import point_of
from geodata.i18n import Translator
from tests.conftest import LANGUAGES
from tests.exports.places_sample import WRITERS, found, pair, shipped

SECRET = {
    "street_address": "Geheimweg 77",
    "postal_code": "37999",
    "city": "Verbergen",
    "district_key": "01",
    "latitude": 51.7654321,
    "longitude": 9.7654321,
    "osm_ref": "node/987654321",
    "geocode_check_m": 777.0,
    "geocode_reason": "Geheimweg by hand",
    "geocode_provider": "undercover",
    "geocode_date": "1977-07-07",
    "notes": "Geheimweg, hinten",
    "opening_hours_text": "Mo im Geheimweg 77",
    "operator": "Verein im Geheimweg 77",
    "gloss_ar": "Geheimweg 77",
}
TRACES = (
    "Geheim",
    "37999",
    "Verbergen",
    "Innenstadt",
    "51.76",
    "9.76",
    "987654321",
    "777.25",
    "777",
    "undercover",
    "1977",
)
COUNSEL = {"notes": "Geheimweg", "facts_source": "Geheimweg 77"}
COUNSEL |= {f"summary_{language}": "Beratung im Geheimweg 77" for language in LANGUAGES}


def readable(content: bytes) -> str:
    """Everything that a file says; a workbook is unpacked, and folded lines of cards are joined."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"".join(archive.read(name) for name in archive.namelist())
    return content.decode().replace("\r\n ", "")


@pytest.mark.parametrize("end", WRITERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hidden_place_leaves_no_trace(end: str, language: str, translators: dict[str, Translator]) -> None:
    shelter = {"facility_id": "shelter", "name": "Frauenhaus", "address_visibility": "hidden", "phone": "+495511234567"}
    hidden = pair({"service_id": "refuge", **COUNSEL}, SECRET | shelter)
    said = readable(WRITERS[end](found([hidden], translators[language])))
    assert [trace for trace in TRACES if trace in said] == []
    if end != "gpx":  # the format has no place without a point
        assert "Frauenhaus" in said


@pytest.mark.parametrize("end", WRITERS)
def test_the_same_cells_are_there_where_nothing_is_hidden(end: str, translators: dict[str, Translator]) -> None:
    said = readable(WRITERS[end](found([pair(place=SECRET)], translators["de"])))
    assert "Geheimweg 77" in said
    assert "51.7654321" in said


@pytest.mark.parametrize("end", WRITERS)
def test_an_approximate_place_has_a_rough_point_and_no_street(end: str, translators: dict[str, Translator]) -> None:
    rough = SECRET | {"address_visibility": "approximate", "operator": "", "opening_hours_text": ""}
    said = readable(WRITERS[end](found([pair(place=rough)], translators["de"])))
    assert "Geheimweg" not in said
    assert "37999" not in said
    assert "51.765" in said
    assert "51.7654" not in said


@pytest.mark.parametrize("end", WRITERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_shipped_hidden_places_have_nothing_that_locates_them(
    end: str, language: str, shipped_city: CityData, translators: dict[str, Translator]
) -> None:
    places = shipped_city.facilities
    hidden = places[places["address_visibility"] == "hidden"]
    assert len(hidden)
    every = shipped(shipped_city, translators[language])
    kept = [(offer, place) for offer, place in every.pairs if place["facility_id"] in set(hidden["facility_id"])]
    assert kept
    assert all(point_of(place) is None and not place["city"] for _, place in kept)
    said = readable(WRITERS[end](every))
    for row in hidden.to_dict("records"):
        assert not row["street_address"] or row["street_address"] not in said
        assert row["notes"] not in said


@pytest.mark.parametrize("end", WRITERS)
def test_no_address_for_letters_but_those_of_the_table(
    end: str, shipped_city: CityData, translators: dict[str, Translator]
) -> None:
    known = {each for each in shipped_city.facilities["email"] if each}
    said = readable(WRITERS[end](shipped(shipped_city, translators["de"])))
    for at in (place for place, character in enumerate(said) if character == "@"):
        around: Any = said[max(0, at - 64) : at + 64]
        assert any(each in around for each in known), around


def test_internal_notes_are_in_no_file(shipped_city: CityData, translators: dict[str, Translator]) -> None:
    notes = {each for table in (shipped_city.facilities, shipped_city.services) for each in table["notes"] if each}
    long = [note for note in notes if len(note) > 60]
    for write in WRITERS.values():
        said = readable(write(shipped(shipped_city, translators["de"])))
        assert [note for note in long if note in said] == []
