"""The order of the answer and its reasons, in a small town that one can take in at a glance."""

from typing import Any

import pandas as pd
import pytest

from geodata.search import REASONS, Area, Found, SearchIndex, search

HOUSES = [
    ("beratung", "Beratung am Markt", "01"),
    ("bad", "Stadtbad", "02"),
    ("schule", "Haus Beratungshilfe", "01"),
    ("verein", "Verein Sonne", "02"),
    ("club", "Café International", "01"),
]
OFFERS: list[dict[str, Any]] = [
    {"service_id": "advice", "facility_id": "beratung", "topic": "counselling", "name_de": "Hilfe bei Fragen"},
    {"service_id": "swim", "facility_id": "bad", "topic": "sport", "name_de": "Schwimmen",
     "opening_hours": "Th 16:00-20:00"},
    {"service_id": "aid", "facility_id": "schule", "topic": "counselling", "name_de": "Sprechstunde"},
    {"service_id": "sun", "facility_id": "verein", "topic": "sport", "name_de": "Turnen",
     "summary_de": "Auch Beratung.", "languages_spoken": ("ru",), "opening_hours": "Mo 10:00-12:00"},
    {"service_id": "cafe", "facility_id": "club", "topic": "meeting", "name_de": "Treff", "name_ru": "Встречи и чай",
     "languages_spoken": ("de",)},
]  # fmt: skip
TERMS = [
    ("help", "", "Hilfe"),
    ("counselling", "help", "Auskunft und Rat"),
    ("sport", "help", "Sport"),
    ("meeting", "help", "Begegnung"),
]
SYNONYMS = [
    ("de", "Rat holen", ("Beratung",), ""),
    ("de", "Zahnarzt", ("Beratung",), "similar"),
    ("de", "turnen gehen", ("sport",), "topic"),
    ("de", "mein Mann schlägt", ("116016", "110"), "distress"),
    ("de", "Unfall", ("112",), "distress"),
    ("de", "*", ("cafe",), "way_out"),
]
EMPTY = dict.fromkeys(
    ("name_ru", "summary_de", "opening_hours", "opening_hours_text", "hours_by_language"), ""
) | dict.fromkeys(("languages_spoken", "worship_languages", "languages_interpreted", "material_languages"), ())


def tables() -> dict[str, pd.DataFrame]:
    facilities = pd.DataFrame(
        [
            {"facility_id": key, "name": name, "operator": "", "district_key": district, "opening_hours": "",
             "latitude": 51.5, "longitude": 9.9, "address_visibility": "public"}
            for key, name, district in HOUSES
        ]
    )  # fmt: skip
    terms = pd.DataFrame(TERMS, columns=["code", "parent_code", "name_de"]).assign(order=range(len(TERMS)))
    return {
        "services": pd.DataFrame([EMPTY | {"section": "help"} | offer for offer in OFFERS]),
        "facilities": facilities,
        "taxonomy": terms,
        "synonyms": pd.DataFrame(SYNONYMS, columns=["language", "word", "means", "kind"]),
    }


@pytest.fixture(scope="module")
def town() -> SearchIndex:
    return index_of(tables())


def index_of(parts: dict[str, pd.DataFrame]) -> SearchIndex:
    areas = [Area("city", "", "Kleinstadt"), Area("place", "01", "Norden"), Area("place", "02", "Süddorf")]
    return SearchIndex.from_tables(
        parts["services"], parts["facilities"], taxonomy=parts["taxonomy"], synonyms=parts["synonyms"], areas=areas
    )


def ids(found: Found, town: SearchIndex) -> list[tuple[str, str]]:
    return [(town.offers.ids[row], reason) for row, reason in zip(found.rows, found.reasons, strict=True)]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Beratung am Markt", [("advice", "name")]),
        ("Beratung", [("advice", "name_begins"), ("aid", "name_word"), ("sun", "text")]),
        ("sport", [("swim", "topic"), ("sun", "topic")]),
        ("Rat holen", [("advice", "synonym"), ("aid", "synonym"), ("sun", "synonym")]),
        ("Zahnarzt", [("advice", "similar"), ("aid", "similar"), ("sun", "similar")]),
        ("Beratnug", [("advice", "name_begins"), ("aid", "spelling"), ("sun", "spelling")]),
        ("Интернациональ", [("cafe", "sound")]),
        ("كافيه انترناشيونال", [("cafe", "sound")]),
        ("чая", [("cafe", "name_word")]),
        ("xyzzyx", [("cafe", "way_out")]),
        ("Kleinstadt", [("cafe", "way_out")]),
        ("", [("cafe", "way_out")]),
        ("Stadtbad in Kleinstadt", [("swim", "name")]),
    ],
)
def test_names_come_first_then_topics_and_synonyms_then_text(
    town: SearchIndex, question: str, answer: list[tuple[str, str]]
) -> None:
    assert ids(search(question, town), town)[: len(answer)] == answer
    assert {reason for _, reason in answer} <= set(REASONS)


def test_offers_that_meet_every_condition_stand_before_those_that_do_not(town: SearchIndex) -> None:
    found = search("Beratung Süddorf", town)
    assert ids(found, town)[0] == ("sun", "text")
    assert found.fits == 1
    assert len(found.rows) == 3


def test_not_stated_is_not_no_for_languages(town: SearchIndex) -> None:
    """Those that state it stand first, those that say nothing fit too, those that name others do not."""
    found = search("Sport auf Russisch", town)
    assert ids(found, town) == [("sun", "topic"), ("swim", "topic")]
    assert found.fits == 2
    assert search("Treff auf Russisch", town).fits == 0
    assert ids(search("auf Russisch", town), town)[0] == ("sun", "language")


def test_not_stated_is_not_no_for_hours(town: SearchIndex) -> None:
    """Open stands first, closed fits no more, unknown does."""
    found = search("turnen gehen Donnerstag 17 Uhr", town)
    assert [key for key, _ in ids(found, town)] == ["swim", "sun"]
    assert found.fits == 1
    assert search("Hilfe Donnerstag 17 Uhr", town).fits >= 1


def test_a_slip_and_a_spelling_by_ear_are_put_right_and_an_absent_thing_is_named(town: SearchIndex) -> None:
    assert search("Beratnug heute", town).suggestion == "Beratung heute"
    assert search("Интернациональ", town).suggestion == "International"
    assert search("Zahnarzt", town).suggestion == "Beratung"
    assert search("Beratung", town).suggestion == ""


def test_hits_are_marked_in_any_text(town: SearchIndex) -> None:
    found = search("beratung", town)
    text = "Auch Beratung; Beratungshilfe, keine Ratung."
    assert [text[start:end] for start, end in found.hits(text)] == ["Beratung", "Beratungshilfe"]


def test_words_of_distress_lead_with_lines_in_the_order_of_the_table(town: SearchIndex) -> None:
    assert search("Hilfe, mein Mann hat mich geschlagen, er schlägt!", town).distress == ("116016", "110")
    assert search("UNFALL mein Mann schlaegt", town).distress == ("116016", "110", "112")
    assert search("mein Mann sucht Arbeit", town).distress == ()


def test_the_limit_cuts_the_answer_and_its_reasons(town: SearchIndex) -> None:
    found = search("Beratung", town, limit=2)
    assert len(found.rows) == len(found.reasons) == found.fits == 2


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("Turnen Montag 11 Uhr", ["sun"]),
        ("Turnen Donnerstag 17 Uhr", []),
        ("Turnen Donnerstag 17 Uhr Russisch", ["sun"]),
        ("Turnen Montag 11 Uhr Russisch", []),
    ],
)
def test_a_time_and_a_language_mean_the_hours_in_that_language(question: str, fits: list[str]) -> None:
    parts = tables()
    sun = parts["services"]["service_id"] == "sun"
    parts["services"].loc[sun, "hours_by_language"] = "ru=Th 16:00-19:00"
    town = index_of(parts)
    found = search(question, town)
    fitting = [town.offers.ids[row] for row in found.rows[: found.fits]]
    assert [offer for offer in fitting if offer == "sun"] == fits
