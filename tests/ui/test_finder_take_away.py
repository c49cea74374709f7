"""The files of the finder hold what was found, all of it, in the reader's language, and no place the reader named."""

import csv
import io
import json

import numpy as np
import pytest

from geodata.facilities import PAGE_SIZE, Answer, Nearness, Query, answer
from geodata.facilities.saved import saved_answer
from tests.conftest import LANGUAGES
from ui import loaders
from ui.downloads import Download
from ui.finder.found import found_of
from ui.finder.take_away import downloads

ASKED = Query({"section": ("first_steps",), "spoken": ("ar",), "group": ("everyone", "women")}, confirmed=False)


def answer_to(query: Query, language: str, *, near: Nearness | None = None) -> Answer:
    return answer(query, loaders.offer_index(), name_ranks=loaders.name_ranks(language), page=1, near=near)


def files(shown: Answer, language: str, *, saved: bool = False) -> dict[str, Download]:
    made = downloads(shown, loaders.translator(language), saved=saved)
    return {each.name.rpartition(".")[2]: each for each in made}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_holds_the_whole_found_set_in_order(language: str) -> None:
    shown = answer_to(ASKED, language)
    ids = loaders.city_data().services["service_id"].to_numpy()[shown.order].tolist()
    assert PAGE_SIZE < len(ids) < len(loaders.offer_index())
    made = files(shown, language)
    assert list(made) == ["csv", "xlsx", "vcf", "gpx", "kml", "geojson"]
    assert {each.name for each in made.values()} == {
        f"offers-first_steps-ar-everyone-women-{language}.{end}" for end in made
    }
    _, *rows = csv.reader(io.StringIO(made["csv"].make().decode("utf-8-sig")))
    assert [row[0] for row in rows] == ids
    document = json.loads(made["geojson"].make())
    assert [each["id"] for each in document["features"]] == ids
    assert document["language"] == language
    assert loaders.translator(language).language_name("ar") in document["asked"].values()
    places = {loaders.city_data().services.set_index("service_id").loc[each, "facility_id"] for each in ids}
    assert made["vcf"].make().count(b"BEGIN:VCARD") == len(places)
    assert made["kml"].make().count(b"<Placemark>") == len(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_tables_has_a_word(language: str) -> None:
    found = found_of(answer_to(Query(), language), loaders.translator(language))
    for offer, place in found.pairs:
        for column in ("section", "topic", "cost", "appointment", "status"):
            assert not offer[column] or found.words[column][offer[column]]
        assert all(found.words["target_groups"][code] for code in offer["target_groups"])
        for column in ("district_key", "wheelchair", "geocode_quality"):
            assert not place[column] or found.words[column][place[column]]


def test_the_credits_name_the_licence_of_the_map_data() -> None:
    for each in files(answer_to(ASKED, "en"), "en").values():
        if each.name.endswith("xlsx"):
            continue  # packed; read in tests/exports
        said = each.make().decode().replace("\r\n ", "")
        assert "© OpenStreetMap contributors" in said
        assert "ODbL" in said


def test_a_place_the_reader_named_leaves_no_minutes() -> None:
    minutes = np.full(len(loaders.city_data().facilities), 7.25, dtype=np.float32)
    far, near = (answer_to(ASKED, "en", near=nearness) for nearness in (None, Nearness(minutes, within=10)))
    assert files(far, "en")["csv"].make() == files(near, "en")["csv"].make()
    asked = json.loads(files(near, "en")["geojson"].make())["asked"]
    assert asked["At most, on foot"] == "10 min"


def test_my_list_keeps_its_order_and_says_what_it_is() -> None:
    ids = loaders.city_data().services["service_id"].to_list()[40:10:-7]
    made = files(saved_answer(ids, loaders.offer_index()), "en", saved=True)
    document = json.loads(made["geojson"].make())
    assert [each["id"] for each in document["features"]] == ids
    assert document["title"].endswith("My list")
    assert made["csv"].name == "my-list-en.csv"
