"""What people ask, in four languages: the offers that a person judged right stand among the first three."""

from collections import Counter

import pytest

from geodata.adapters.city_data import CityData
from geodata.search import SearchIndex, search
from tests.search.judged import Judged, read_judged

LANGUAGES = ("de", "en", "ru", "ar")
KINDS = {"typing error", "umlauts", "compound", "synonym", "inflection", "transliteration", "name", "no such thing"}


@pytest.fixture(scope="module")
def judged(shipped_city: CityData) -> list[Judged]:
    return read_judged("judged", shipped_city)


def first_three(question: Judged, index: SearchIndex) -> list[str]:
    return [index.offers.ids[row] for row in search(question.query, index, limit=3).rows]


def test_the_table_holds_twenty_questions_a_language_of_every_kind_about_offers_that_exist(
    judged: list[Judged], index: SearchIndex
) -> None:
    assert Counter(question.language for question in judged) == dict.fromkeys(LANGUAGES, 20)
    assert {question.kind for question in judged} >= KINDS
    assert all(question.acceptable and question.acceptable <= set(index.offers.ids) for question in judged)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_of_the_first_three_offers_is_right_for_95_of_100_questions(
    judged: list[Judged], index: SearchIndex, language: str
) -> None:
    asked = [question for question in judged if question.language == language]
    missed = [question.query for question in asked if question.acceptable.isdisjoint(first_three(question, index))]
    assert len(missed) <= len(asked) * 0.05, missed


def test_a_name_finds_its_institution_first(judged: list[Judged], index: SearchIndex, shipped_city: CityData) -> None:
    facility_of = dict(zip(shipped_city.services["service_id"], shipped_city.services["facility_id"], strict=True))
    names = [question for question in judged if question.first]
    assert len(names) >= 7
    assert {q.query: facility_of[first_three(q, index)[0]] for q in names} == {q.query: q.first for q in names}


def test_every_facility_is_found_first_by_its_own_name(index: SearchIndex, shipped_city: CityData) -> None:
    """Facilities share a name ("Die Arche"): any of those that bear it may come first."""
    names = dict(zip(shipped_city.facilities["facility_id"], shipped_city.facilities["name"], strict=True))
    offered = list(shipped_city.services["facility_id"])
    for facility in dict.fromkeys(offered):
        found = search(names[facility], index, limit=1)
        assert names[offered[found.rows[0]]] == names[facility]
        assert found.reasons == ("name",)


def test_no_answer_is_empty(judged: list[Judged], index: SearchIndex) -> None:
    assert all(len(search(question.query, index).rows) for question in judged)


def test_questions_that_nobody_tuned_for_are_answered_nearly_as_well(
    index: SearchIndex, shipped_city: CityData
) -> None:
    held_out = read_judged("held_out", shipped_city)
    missed = [question.query for question in held_out if question.acceptable.isdisjoint(first_three(question, index))]
    assert len(missed) <= len(held_out) * 0.1, missed


def test_of_all_questions_together_95_of_100_are_answered(index: SearchIndex, shipped_city: CityData) -> None:
    """Of the sixty of `fresh.csv` 55 were (91.7 %) when they were first asked, before anything was mended for them."""
    asked = [one for name in ("judged", "held_out", "fresh") for one in read_judged(name, shipped_city)]
    missed = [question.query for question in asked if question.acceptable.isdisjoint(first_three(question, index))]
    assert len(asked) == 180
    assert len(missed) <= len(asked) * 0.05, missed


@pytest.mark.parametrize(
    ("name", "facility"),
    [
        ("Migrationszentrum", "migrationszentrum-goettingen"),
        ("Migrationszentrm", "migrationszentrum-goettingen"),
        ("Миграционный центр", "migrationszentrum-goettingen"),
        ("миграционного центра", "migrationszentrum-goettingen"),
        ("миграционсцентрум", "migrationszentrum-goettingen"),
        ("центры консультации мигрантов", "migrationszentrum-goettingen"),
        ("مركز الهجرة", "migrationszentrum-goettingen"),
        ("Haus der Kultur", "haus-der-kulturen"),
        ("House of Cultures", "haus-der-kulturen"),
        ("Дом культур", "haus-der-kulturen"),
        ("хаус дер культурен", "haus-der-kulturen"),
        ("بيت الثقافات", "haus-der-kulturen"),
        ("Studierendenwerk", "studierendenwerk-goettingen"),
        ("employment agency", "agentur-fuer-arbeit-goettingen"),
        ("Volkshochschule", "vhs-goettingen-osterode"),
        ("фольксхохшуле", "vhs-goettingen-osterode"),
    ],
)
def test_who_names_an_institution_in_any_language_is_first_shown_its_main_offer(
    index: SearchIndex, name: str, facility: str
) -> None:
    first = search(name, index, limit=1).rows[0]
    assert (index.offers.facilities[first], bool(index.offers.mains[first])) == (facility, True)
