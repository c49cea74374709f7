"""The texts of the data directory: whole in four languages, each in its own script, and every code explained."""

import csv
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from geodata.schema.codes import UNITS

DATA = Path(__file__).parents[2] / "data"
LANGUAGES = {"de", "en", "ru", "ar"}
OWN_SCRIPT = {
    "de": re.compile(r"[A-Za-zÄÖÜäöüß]"),
    "en": re.compile(r"[A-Za-z]"),
    "ru": re.compile(r"[А-Яа-яЁё]"),
    "ar": re.compile(r"[\u0621-\u064a]"),
}
FOREIGN_SCRIPT = {  # Latin stays in all of them: institutions keep their German names
    "de": re.compile(r"[\u0400-\u04ff\u0600-\u06ff]"),
    "en": re.compile(r"[\u0400-\u04ff\u0600-\u06ff]"),
    "ru": re.compile(r"[\u0600-\u06ff]"),
    "ar": re.compile(r"[\u0400-\u04ff\u0660-\u0669]"),  # Latin digits in all four languages
}
YEAR = re.compile(r"\d{4}")
A_NUMBER = re.compile(r"\d+")
ONE_SIGN = re.compile(r"(?<=\d)[.,\u00a0](?=\d)")  # decimal and thousands signs, different in each language


def read_toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def column(table: str, name: str) -> set[str]:
    with (DATA / table).open(encoding="utf-8", newline="") as file:
        return {row[name] for row in csv.DictReader(file)}


def leaves(node: object, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every table that holds a language, with its path; whole or not is for the test to say."""
    if isinstance(node, list):
        for position, item in enumerate(node):
            yield from leaves(item, f"{path}[{position}]")
    elif isinstance(node, dict):
        if LANGUAGES & set(node):
            yield path, node
        else:
            for key, value in node.items():
                yield from leaves(value, f"{path}.{key}")


ABOUT = read_toml("about.toml")
MEANINGS = read_toml("definitions.toml")
TEXTS = dict([*leaves(ABOUT, "about"), *leaves(MEANINGS, "definitions")])


@pytest.mark.parametrize("path", TEXTS)
def test_a_text_is_there_in_four_languages_and_their_scripts(path: str) -> None:
    text = TEXTS[path]
    assert set(text) == LANGUAGES
    for language, words in text.items():
        assert words == words.strip()
        assert OWN_SCRIPT[language].search(words), f"{path}.{language} is not written in its language"
        assert not FOREIGN_SCRIPT[language].search(words), f"{path}.{language} mixes scripts"
        assert not re.search(r"[<>@]", words), f"{path}.{language} holds markup or a mail address"


@pytest.mark.parametrize("path", TEXTS)
def test_the_same_numbers_stand_in_all_four_languages(path: str) -> None:
    numbers = {language: sorted(A_NUMBER.findall(ONE_SIGN.sub("", words))) for language, words in TEXTS[path].items()}
    assert numbers["en"] == numbers["de"]
    assert numbers["ru"] == numbers["de"]
    assert numbers["ar"] == numbers["de"]


@pytest.mark.parametrize("chapter", ["office", "timeline", "tasks", "network", "guide", "figures", "use"])
def test_a_chapter_has_a_title_and_something_to_read(chapter: str) -> None:
    assert set(ABOUT[chapter]) <= {"title", "paragraphs", "items", "sections"}
    assert set(ABOUT[chapter]["title"]) == LANGUAGES
    assert len(ABOUT[chapter]) > 1


def test_the_dates_are_days_or_years_in_order() -> None:
    dates = [item["date"] for item in ABOUT["timeline"]["items"]]
    for text in dates:
        assert YEAR.fullmatch(text) or date.fromisoformat(text)
    assert dates == sorted(dates)
    assert {"2007-09-01", "2009-02-06", "2014-06-01", "2017", "2019"} <= set(dates)


def test_the_guide_has_the_sections_of_the_taxonomy_in_their_order() -> None:
    with (DATA / "taxonomy.csv").open(encoding="utf-8", newline="") as file:
        sections = [row for row in csv.DictReader(file) if not row["parent_code"]]
    sections.sort(key=lambda row: int(row["order"]))
    assert [section["code"] for section in ABOUT["guide"]["sections"]] == [row["code"] for row in sections]


@pytest.mark.parametrize(
    ("table", "name", "kind"),
    [
        ("indicators.csv", "indicator", "indicator"),
        ("indicators.csv", "definition", "definition"),
        ("figures.csv", "code", "figure"),
        ("figures.csv", "definition", "definition"),
    ],
)
def test_every_code_of_a_table_is_explained(table: str, name: str, kind: str) -> None:
    assert column(table, name) <= set(MEANINGS[kind])


def test_an_indicator_has_a_unit_and_a_known_definition() -> None:
    for indicator in MEANINGS["indicator"].values():
        assert indicator["unit"] in UNITS
        assert indicator["definition"] in MEANINGS["definition"]


def test_not_comparable_is_said_on_both_sides() -> None:
    others = {code: set(table["not_comparable_with"]) for code, table in MEANINGS["definition"].items()}
    assert {(a, b) for a in others for b in others[a]} == {(b, a) for a in others for b in others[a]}
    assert all(code not in own for code, own in others.items())


def test_the_three_definitions_of_migration_background_exclude_each_other() -> None:
    three = {"city_first", "extended_2018", "census_2022"}
    for code in three:
        assert set(MEANINGS["definition"][code]["not_comparable_with"]) == three - {code}


def test_a_data_source_says_its_licence_or_that_none_is_stated() -> None:
    for source in MEANINGS["data_source"].values():
        assert bool(source["licence"]) == bool(source["licence_url"])
        assert not source["licence_url"] or source["licence_url"].startswith("https://")
