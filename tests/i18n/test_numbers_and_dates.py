"""Numbers, shares, dates and lists as each language writes them (CLDR), always with Latin digits."""

import pytest

from geodata.i18n import Translator

LANGUAGES = ("de", "en", "ru", "ar")
NBSP, NARROW = "\u00a0", "\u202f"
MINUS, ISOLATE, END = "\u2212", "\u2068", "\u2069"

Translators = dict[str, Translator]


@pytest.mark.parametrize(
    ("language", "direction"),
    [("de", "ltr"), ("en", "ltr"), ("ru", "ltr"), ("uk", "ltr"), ("ar", "rtl"), ("fa", "rtl")],
)
def test_direction(language: str, direction: str) -> None:
    assert Translator(language).direction == direction


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (0, 0, ["0", "0", "0", "0"]),
        (536, 0, ["536", "536", "536", "536"]),
        (1234, 0, ["1.234", "1,234", f"1{NBSP}234", "1,234"]),
        (1234567, 0, ["1.234.567", "1,234,567", f"1{NBSP}234{NBSP}567", "1,234,567"]),
        (18.46, 1, ["18,5", "18.5", "18,5", "18.5"]),
        (18.0, 1, ["18,0", "18.0", "18,0", "18.0"]),
        (99.6, 0, ["100", "100", "100", "100"]),
    ],
)
def test_numbers(translators: Translators, value: float, digits: int, expected: list[str]) -> None:
    assert [translators[language].number(value, digits=digits) for language in LANGUAGES] == expected


@pytest.mark.parametrize(
    ("value", "digits", "de", "en", "ru"),
    [
        (0.185, 1, f"18,5{NBSP}%", "18.5%", f"18,5{NBSP}%"),
        (0.0, 1, f"0,0{NBSP}%", "0.0%", f"0,0{NBSP}%"),
        (1.0, 1, f"100,0{NBSP}%", "100.0%", f"100,0{NBSP}%"),
        (0.5, 0, f"50{NBSP}%", "50%", f"50{NBSP}%"),
        (12.5, 0, f"1.250{NBSP}%", "1,250%", f"1{NBSP}250{NBSP}%"),
    ],
)
def test_shares(translators: Translators, value: float, digits: int, de: str, en: str, ru: str) -> None:
    assert [translators[language].share(value, digits=digits) for language in ("de", "en", "ru")] == [de, en, ru]


def test_shares_in_arabic_keep_latin_digits_and_a_percent_sign(translators: Translators) -> None:
    shown = translators["ar"].share(0.185)
    assert "".join(c for c in shown if c.isalnum() or c in ".%") == "18.5%"


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (13.72, 1, ["+13,7", "+13.7", "+13,7", "+13.7"]),
        (-19.2, 1, [f"{MINUS}19,2", f"{MINUS}19.2", f"{MINUS}19,2", f"{MINUS}19.2"]),
        (-1234, 0, [f"{MINUS}1.234", f"{MINUS}1,234", f"{MINUS}1{NBSP}234", f"{MINUS}1,234"]),
        (7, 0, ["+7"] * 4),
    ],
)
def test_signed_numbers(translators: Translators, value: float, digits: int, expected: list[str]) -> None:
    said = [translators[language].signed(value, digits=digits) for language in LANGUAGES]
    assert said == [*expected[:3], f"{ISOLATE}{expected[3]}{END}"]


@pytest.mark.parametrize("value", [0.0, -0.0, 0.04, -0.04, -0.05])
def test_what_rounds_to_zero_has_no_sign(translators: Translators, value: float) -> None:
    assert translators["en"].signed(value, digits=1) == "0.0"


@pytest.mark.parametrize(
    ("difference", "expected"),
    [
        (0.2666 - 0.4591, f"{MINUS}19,2"),  # binary noise would make it -19.250000000000004, and so -19.3
        (0.4030 - 0.2658, "+13,7"),
        (-1.0, f"{MINUS}100,0"),
        (-0.0004, "0,0"),
    ],
)
def test_percentage_points(translators: Translators, difference: float, expected: str) -> None:
    assert translators["de"].points(difference) == expected


def test_only_lines_from_right_to_left_need_isolates(translators: Translators) -> None:
    said = [translators[language].isolated("Groß Ellershausen (1)") for language in LANGUAGES]
    assert said == [*["Groß Ellershausen (1)"] * 3, f"{ISOLATE}Groß Ellershausen (1){END}"]


@pytest.mark.parametrize(
    ("text", "de", "en", "ru", "ar"),
    [
        ("2016", "2016", "2016", "2016", "2016"),
        ("2016-11", "November 2016", "November 2016", f"ноябрь 2016{NARROW}г.", "نوفمبر 2016"),
        ("2016-11-23", "23. November 2016", "November 23, 2016", f"23 ноября 2016{NARROW}г.", "23 نوفمبر 2016"),
        ("2011-05-09", "9. Mai 2011", "May 9, 2011", f"9 мая 2011{NARROW}г.", "9 مايو 2011"),
    ],
)
def test_dates(translators: Translators, text: str, de: str, en: str, ru: str, ar: str) -> None:
    assert [translators[language].date(text) for language in LANGUAGES] == [de, en, ru, ar]


@pytest.mark.parametrize(("text", "exact"), [("2018~", "2018"), ("2018-05~", "2018-05")])
def test_a_date_that_is_about_says_so(translators: Translators, text: str, exact: str) -> None:
    for t in translators.values():
        assert t.date(text) == t("about {date}", date=t.date(exact))
        assert t.date(exact) in t.date(text)
        assert "~" not in t.date(text)
        assert t.date(text) != t.date(exact)


@pytest.mark.parametrize("text", ["", "about 2018", "2016-13", "2016-02-30", "2016-11-23-4"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        Translator("en").date(text)


def test_lists(translators: Translators) -> None:
    said = [translators[language].join(("A", "B", "C")) for language in LANGUAGES]
    assert said == ["A, B und C", "A, B, and C", "A, B и C", "A وB وC"]
    assert [t.join(("A",)) for t in translators.values()] == ["A"] * 4
    assert [t.join(()) for t in translators.values()] == [""] * 4
