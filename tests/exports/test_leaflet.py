"""The leaflet's words: everything known, what is unknown said as that, and nothing of what must not be known."""

import dataclasses
import json

import pytest

from geodata.adapters.catalogues import read_translator
from geodata.exports.leaflet import Call, Entry, Leaflet, to_fields, to_reading_order, with_bare_letters
from geodata.exports.leaflet_words import Way
from tests.conftest import LANGUAGES
from tests.exports.leaflet_sample import COURSE, LINK, SCHOOL, START, made_up
from tests.exports.places_sample import pair
from tests.exports.test_places_hidden import COUNSEL, SECRET, TRACES


def facts_of(entry: Entry) -> list[str]:
    return [fact.words.replace("\u2068", "").replace("\u2069", "").replace("\u00a0", " ") for fact in entry.facts]


def walk(*minutes: float) -> Way:
    return Way("Deisterstraße", START, minutes)


def test_one_offer_in_german() -> None:
    (entry,) = made_up("de", way=walk(12.2)).entries
    assert (entry.number, entry.door, entry.what) == (1, "Volkshochschule Göttingen", "Deutschkurs am Abend")
    assert entry.address == "Bahnhofsallee 7, 37081 Göttingen"
    assert facts_of(entry) == [
        "Gesprochene Sprachen: Arabisch, Russisch",
        "Öffnungszeiten: Mo.-Fr. 10:00-12:00",
        "nur mit Termin",
        "13 Min. zu Fuß",
    ]
    assert entry.phone == Call("Telefon", "0551\u00a049520")
    assert not entry.opposite
    assert entry.link.endswith("?facility=house")


@pytest.mark.parametrize("language", ["en", "ru", "ar"])
def test_the_reader_s_language_and_german_opposite(language: str) -> None:
    leaflet = made_up(language, counter="de", way=walk(12.2))
    (entry,) = leaflet.entries
    assert (entry.what, entry.own) == (COURSE[f"name_{language}"], language)
    assert (entry.opposite, entry.door) == ("Deutschkurs am Abend", "Volkshochschule Göttingen")
    assert "13 Min. zu Fuß" in [fact.words for fact in entry.opposite_facts]
    assert entry.phone == Call("Telefon", "0551\u00a049520")  # it stands opposite, with the address
    assert leaflet.opposite_subtitle.startswith("1 Angebot")


def test_german_is_not_set_opposite_german() -> None:
    assert made_up("de", counter="de") == made_up("de")


@pytest.mark.parametrize("language", LANGUAGES)
def test_not_stated_is_said_and_is_not_no(language: str) -> None:
    t = read_translator(language)
    (entry,) = made_up(language, pair({"name_de": "Rat"}, {"name": "Haus"})).entries
    (unknown,) = [fact for fact in entry.facts if fact.unknown]
    assert unknown.words == t("Not stated: {list}", list=t.listed([t("languages"), t("opening hours")]))
    assert entry.own == "de"  # nobody has translated it


def test_no_known_way_is_more_than_an_hour_and_no_place_named_is_no_minutes() -> None:
    far, silent = made_up("en", way=walk(float("nan"))), made_up("en")
    assert "More than an hour on foot" in facts_of(far.entries[0])
    assert not any("foot" in words for words in facts_of(silent.entries[0]))


def test_a_telephone_line_is_not_far_away() -> None:
    line = pair(COURSE, {"name": "Hilfetelefon", "phone": "116016"})
    (entry,) = made_up("en", line, way=walk(float("nan"))).entries
    assert not any("foot" in words for words in facts_of(entry))
    assert entry.phone == Call("Telephone", "116016")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("counter", ["", "de"])
def test_a_hidden_place_leaves_no_trace(language: str, counter: str) -> None:
    shelter = {"facility_id": "shelter", "name": "Frauenhaus", "address_visibility": "hidden", "phone": "+495511234567"}
    rows = [pair(COURSE, SCHOOL), pair({"service_id": "refuge", **COUNSEL}, SECRET | shelter)]
    leaflet = made_up(language, *rows, counter=counter, way=walk(5.0, 47.0))
    said = json.dumps(to_fields(leaflet), ensure_ascii=False)
    assert [trace for trace in TRACES if trace in said] == []
    hidden = leaflet.entries[1]
    assert (hidden.door, hidden.address) == ("Frauenhaus", "")
    assert not any("47" in words for words in facts_of(hidden))  # minutes from known places would tell where it is
    assert read_translator(language)("Address: kept secret to protect people") in facts_of(hidden)


def test_a_rough_place_keeps_its_street_and_its_minutes_for_itself() -> None:
    rough = SCHOOL | {"address_visibility": "approximate"}
    (entry,) = made_up("en", pair(COURSE, rough), way=walk(12.0)).entries
    assert entry.address == ""
    assert not any("foot" in words for words in facts_of(entry))


def test_whom_to_call_and_how_new_it_is() -> None:
    leaflet = made_up("en")
    assert [call.number.replace("\u00a0", " ") for call in leaflet.calls] == ["112", "110", "116 016"]
    assert leaflet.notes[:2] == ("Newest source: May 2024", "The office has not checked these entries yet.")
    assert "OpenStreetMap" in leaflet.notes[2]
    checked = made_up("en", pair(COURSE, SCHOOL | {"assured_date": "2026-01-02"}))
    assert not any("not checked" in words for words in checked.notes)


def test_a_long_link_is_in_the_code_alone() -> None:
    short = made_up("de").code
    assert short is not None
    assert short.link == LINK.removeprefix("https://")
    long = dataclasses.replace(short, link="")
    assert to_reading_order(to_fields(dataclasses.replace(made_up("de"), code=long)))


def test_one_to_sixty_offers() -> None:
    course = pair(COURSE, SCHOOL)
    assert len(made_up("ar", *[course] * 60).entries) == 60
    with pytest.raises(ValueError, match="1 to 60"):
        made_up("ar", *[course] * 61)


def test_arabic_is_drawn_without_vowel_signs_and_read_with_them() -> None:
    leaflet = made_up("ar", pair(COURSE | {"summary_ar": "سيرًا على الأقدام"}, SCHOOL), counter="de")
    fields = to_fields(leaflet)
    assert with_bare_letters(fields)["entries"][0]["summary"] == "سيرا على الأقدام"
    assert "سيرًا على الأقدام" in to_reading_order(fields)


def test_a_leaflet_needs_a_title_and_marks() -> None:
    leaflet: Leaflet = made_up("de")
    with pytest.raises(ValueError, match="title"):
        dataclasses.replace(leaflet, title=" ")
    with pytest.raises(ValueError, match="mark"):
        dataclasses.replace(leaflet, marks=())


MANY = ("de", "en", "bs", "es", "fa", "fi", "fr", "hi", "ar")


def test_of_many_languages_the_reader_s_own_stands_first_on_both_sides() -> None:
    (entry,) = made_up("ar", pair(COURSE | {"languages_spoken": MANY}, SCHOOL), counter="de").entries
    assert "Gesprochene Sprachen: Arabisch, Deutsch, Englisch, Bosnisch, Spanisch und 4 weitere Sprachen" in [
        fact.words for fact in entry.opposite_facts
    ]
    assert any("العربية، الألمانية" in words for words in facts_of(entry))


def test_hours_in_german_words_stand_once_on_a_leaflet_in_two_languages() -> None:
    school = SCHOOL | {"opening_hours": "", "opening_hours_text": "nach Vereinbarung"}
    (both,), (alone,) = (made_up("ru", pair(COURSE, school), counter=counter).entries for counter in ("de", ""))
    assert "Öffnungszeiten: nach Vereinbarung" in [fact.words for fact in both.opposite_facts]
    assert not any("Vereinbarung" in words for words in facts_of(both))
    assert not any(fact.unknown for fact in both.facts)  # they are known: it is said in which language
    assert any("Vereinbarung" in words for words in facts_of(alone))
