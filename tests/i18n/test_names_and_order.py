"""Names of languages, days of the week, and the order of names, for each reader."""

import pytest

from geodata.adapters.city_data import CityData
from geodata.i18n import Translator

Translators = dict[str, Translator]
FOREIGN = ("de", "ru", "ar")
LANGUAGE_COLUMNS = ("languages_spoken", "languages_interpreted", "material_languages", "worship_languages")


@pytest.mark.parametrize(
    ("code", "de", "en", "ru", "ar"),
    [
        ("de", "Deutsch", "German", "Немецкий", "الألمانية"),
        ("ar", "Arabisch", "Arabic", "Арабский", "العربية"),
        ("uk", "Ukrainisch", "Ukrainian", "Украинский", "الأوكرانية"),
        ("prs", "Dari", "Dari", "Дари", "الدارية"),
    ],
)
def test_language_names(translators: Translators, code: str, de: str, en: str, ru: str, ar: str) -> None:
    assert [translators[language].language_name(code) for language in ("de", "en", "ru", "ar")] == [de, en, ru, ar]


@pytest.mark.parametrize(("code", "english"), [("gsg", "German Sign Language"), ("rom", "Romani")])
def test_languages_that_cldr_does_not_name(translators: Translators, code: str, english: str) -> None:
    assert translators["en"].language_name(code) == english
    for language in FOREIGN:
        assert translators[language].language_name(code).casefold() != code
    assert translators["de"].language_name("gsg") == "Deutsche Gebärdensprache"


def test_every_language_of_the_data_has_a_name(shipped_city: CityData, translators: Translators) -> None:
    used = {code for column in LANGUAGE_COLUMNS for codes in shipped_city.services[column] for code in codes}
    assert {"de", "ar", "gsg", "prs"} <= used
    for t in translators.values():
        assert {code for code in used if t.language_name(code).casefold() == code} == set()
        assert len({t.language_name(code) for code in used}) == len(used)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "2. Hof · Anker · ärzte · Ärzteverein · Bücher · Buchladen · Öl · Straße · Zebra · Ёлка · Жук · مكتب"),
        ("ru", "Ёлка · Жук · 2. Hof · Anker · ärzte · Ärzteverein · Bücher · Buchladen · Öl · Straße · Zebra · مكتب"),
        ("ar", "مكتب · 2. Hof · Anker · ärzte · Ärzteverein · Bücher · Buchladen · Öl · Straße · Zebra · Ёлка · Жук"),
    ],
)
def test_collation(language: str, expected: str) -> None:
    names = expected.split(" · ")
    assert sorted(sorted(names), key=Translator(language).sort_key) == names


@pytest.mark.parametrize("language", ["de", "en", "ru", "ar"])
def test_umlauts_stand_beside_their_letters(language: str) -> None:
    assert sorted(["b", "ä", "a", "ab", "az", "ö", "o", "p", "z"], key=Translator(language).sort_key) == [
        *("a", "ä", "ab", "az", "b", "o", "ö", "p", "z")
    ]


@pytest.mark.parametrize("text", ["", "112", "–", "\x00", "😀", "ǅ"])
def test_any_name_has_a_place(text: str) -> None:
    for language in ("de", "ru", "ar"):
        key = Translator(language).sort_key
        assert sorted([text, "Haus", text], key=key).count(text) == 2


@pytest.mark.parametrize(
    ("rule", "language", "expected"),
    [
        ("Mo-Fr 09:00-12:00", "de", "Mo.-Fr. 09:00-12:00"),
        ("Mo-Fr 09:00-12:00", "en", "Mon-Fri 09:00-12:00"),
        ("Mo-Fr 09:00-12:00", "ru", "пн-пт 09:00-12:00"),
        ("Mo-Fr 09:00-12:00", "ar", "الاثنين-الجمعة 09:00-12:00"),
        ("Tu,Th 14:00-18:00; Sa,Su 10:00-12:00", "en", "Tue,Thu 14:00-18:00; Sat,Sun 10:00-12:00"),
        ("We 15:00-17:00; PH off", "en", "Wed 15:00-17:00; public holidays closed"),
        ("Th[1] 10:00-12:00; SH off", "en", "Thu[1] 10:00-12:00; school holidays closed"),
        ("24/7", "en", "around the clock"),
    ],
)
def test_opening_hours(translators: Translators, rule: str, language: str, expected: str) -> None:
    assert translators[language].opening_hours(rule) == expected


@pytest.mark.parametrize("language", FOREIGN)
def test_words_in_opening_hours_are_translated(translators: Translators, language: str) -> None:
    t = translators[language]
    assert t.opening_hours("PH off") == f"{t('public holidays')} {t('closed')}"
    for rule in ("24/7", "PH off", "SH off"):
        assert t.opening_hours(rule) != translators["en"].opening_hours(rule)
