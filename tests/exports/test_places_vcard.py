"""Cards of found places are read by another program as the tables have them; every line keeps to RFC 6350."""

import re
from typing import Any

import pytest
import vobject
from hypothesis import given, settings

from geodata.adapters.city_data import CityData
from geodata.exports.places_found import clean
from geodata.exports.places_vcard import vcards_of
from geodata.i18n import Translator
from tests.conftest import LANGUAGES
from tests.exports.places_sample import ABOUT, Rows, found, pair, rows_of_any_text, shipped

examples = settings(max_examples=80)


def cards(content: bytes) -> list[Any]:
    return list(vobject.readComponents(content.decode()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_card_a_place_with_its_names_and_numbers(
    language: str, shipped_city: CityData, translators: dict[str, Translator]
) -> None:
    t = translators[language]
    made = {card.uid.value: card for card in cards(vcards_of(shipped(shipped_city, t)))}
    assert set(made) == set(shipped_city.services["facility_id"])
    for place in shipped_city.facilities.to_dict("records"):
        card = made[place["facility_id"]]
        assert card.version.value == "4.0"
        assert card.kind.value == "org"
        assert (card.fn.value, card.org.value) == (place["name"], [place["name"]])
        assert [each.value for each in card.contents.get("email", ())] == [place["email"]] * bool(place["email"])
        numbers = [each.value.removeprefix("tel:") for each in card.contents.get("tel", ())]
        assert numbers == [place["phone"]] * bool(place["phone"])
        assert [each.value for each in card.contents.get("url", ())] == [place["website"]] * bool(place["website"])
        streets = [each.value.street for each in card.contents.get("adr", ())]
        assert streets == [place["street_address"]] * bool(place["street_address"])
        points = [each.value for each in card.contents.get("geo", ())]
        assert [tuple(map(float, point.removeprefix("geo:").split(","))) for point in points] == (
            [(place["latitude"], place["longitude"])] if place["latitude"] == place["latitude"] else []
        )
        assert card.note.params["LANGUAGE"] == [language]
        assert card.note.value.endswith(ABOUT.credits)
        assert "n" not in card.contents  # no card of a person


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_offers_stand_in_the_note(
    language: str, shipped_city: CityData, translators: dict[str, Translator]
) -> None:
    notes = {card.uid.value: card.note.value for card in cards(vcards_of(shipped(shipped_city, translators[language])))}
    for offer in shipped_city.services.to_dict("records"):
        assert offer[f"name_{language}"] in notes[offer["facility_id"]]
        assert offer[f"summary_{language}"] in notes[offer["facility_id"]]


def test_stated_languages_of_all_offers(translators: dict[str, Translator]) -> None:
    rows = [pair({"service_id": "a", "languages_spoken": ("ru", "ar")}), pair({"service_id": "b"})]
    (card,) = cards(vcards_of(found(rows, translators["en"])))
    assert [each.value for each in card.contents["lang"]] == ["ar", "ru"]
    (silent,) = cards(vcards_of(found([pair()], translators["en"])))
    assert "lang" not in silent.contents
    assert "Spoken languages: not stated" in silent.note.value


@examples
@given(rows_of_any_text())
def test_any_text_stays_inside_its_card(translators: dict[str, Translator], rows: Rows) -> None:
    content = vcards_of(found(rows, translators["ar"]))
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|(?<!\r)\n|\r(?!\n)", content)
    for line in lines:
        line.decode()  # no character is cut in two
    names = {place["facility_id"]: place["name"] for _, place in rows}
    unfolded = content.decode().replace("\r\n ", "").split("\r\n")
    assert unfolded.count("BEGIN:VCARD") == unfolded.count("END:VCARD") == len(rows)
    starts = ("BEGIN", "VERSION", "PRODID", "KIND", "UID", "FN", "ORG", "ADR", "GEO", "CATEGORIES", "NOTE", "END")
    assert all(re.match(f"({'|'.join(starts)})[;:]", line) for line in unfolded[:-1])
    assert [written(line) for line in unfolded if line.startswith("FN;")] == [clean(name) for name in names.values()]

    addresses = [line for line in unfolded if line.startswith("ADR;")]
    streets = [place for _, place in rows if place["street_address"]]
    for line, place in zip(addresses, streets, strict=True):
        parts = re.findall(r"((?:[^\\;]|\\.)*)(?:;|$)", line.split(":", 1)[1], re.DOTALL)[:7]
        cells = ("", "", clean(place["street_address"]), clean(place["city"]), "", clean(place["postal_code"]), "")
        assert tuple(written(f"ADR:{part}") for part in parts) == cells


def written(line: str) -> str:
    """The text value of a line, read by the rules of the RFC."""
    value = line.split(":", 1)[1]
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)
