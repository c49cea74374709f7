"""The methods page: every chapter in every language, and no number that is not the code's or the tables' own."""

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from geodata.coverage.catchments import GROUPS
from geodata.coverage.gap_table import PER, WORST_TENTH
from geodata.coverage.question import HALF, LEAST_MIN, MODES, MOST_MIN, MOST_MIN_OF, Question
from geodata.coverage.stability.floating import FALLING
from geodata.coverage.stability.radii import STEP_MIN as RADIUS_STEP_MIN
from geodata.coverage.stability.radii import radii_around
from geodata.exports.coverage_names import CENSUS_YEAR
from geodata.i18n import Translator
from geodata.network.cells import CELL_M
from geodata.network.snapping import SNAP_LIMIT_M
from geodata.network.table import CYCLING, STEP_MIN, WALKING
from tests.coverage import shipped
from tests.ui.conftest import Shown
from tests.ui.test_pages import FOREIGN, LANGUAGES, untranslated
from ui import loaders
from ui.methods import chapters
from ui.methods.text import Chapter
from ui.methods.text_numbers import COMMAND, EXAMPLE, PAPERS, PROTECTED, SHARED, numbers

Visit = Callable[..., Shown]
NAMES_WITH_DIGITS = re.compile(r"\bE?2SFCA\b")


def messages() -> list[str]:
    return [
        message for chapter in chapters.CHAPTERS for message in (chapter.title, *chapter.paragraphs, *chapter.points)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_stands_on_the_page_in_order(visit: Visit, language: str) -> None:
    shown, t = visit("methods", lang=language), loaders.translator(language)
    assert not shown.at.exception
    values = numbers(t)
    headers = [header.value for header in shown.at.header]
    assert headers == [*(t(chapter.title, **values) for chapter in chapters.CHAPTERS), t("Sources and papers")]
    assert [title.value for title in shown.at.title] == [t("Method and limits")]
    said = " ".join(markdown.value for markdown in shown.at.markdown)
    at = -1
    for message in (message for chapter in chapters.CHAPTERS for message in (*chapter.paragraphs, *chapter.points)):
        found = said.find(t(message, **values))
        assert found > at
        at = found


@pytest.mark.parametrize("language", FOREIGN)
def test_no_english_is_left_in_lists_either(visit: Visit, language: str) -> None:
    shown = visit("methods", lang=language)
    lines = {line.removeprefix("- ") for markdown in shown.at.markdown for line in markdown.value.splitlines()}
    assert untranslated(lines, language) == set()


def test_no_message_holds_a_number_of_its_own() -> None:
    assert [message for message in messages() if re.search(r"\d", NAMES_WITH_DIGITS.sub("", message))] == []


def test_every_number_that_is_filled_in_stands_in_a_message_and_the_other_way_round(
    translators: dict[str, Translator],
) -> None:
    asked = {name for message in messages() for name in re.findall(r"\{(\w+)\}", message)}
    assert asked == set(numbers(translators["en"]))


def test_numbers_are_those_of_the_code(translators: dict[str, Translator]) -> None:
    found = numbers(translators["en"])
    expected = {
        "walking_kmh": f"{WALKING.kmh:.1f}",
        "cycling_kmh": f"{CYCLING.kmh:.0f}",
        "walking_limit": f"{MOST_MIN_OF['walking']}",
        "cycling_limit": f"{MOST_MIN_OF['cycling']}",
        "snap_m": f"{SNAP_LIMIT_M:.0f}",
        "step_s": f"{STEP_MIN * 60:.0f}",
        "cell_m": f"{CELL_M}",
        "least": f"{LEAST_MIN}",
        "most": f"{MOST_MIN}",
        "asked": f"{Question().minutes}",
        "wished": f"{HALF:.0%}",
        "nine_tenths": f"{WORST_TENTH:.0%}",
        "per": f"{PER:,}",
        "radius_step": f"{RADIUS_STEP_MIN}",
        "near": f"{FALLING[0]:.2f}",
        "middle": f"{FALLING[1]:.2f}",
        "far": f"{FALLING[2]:.2f}",
        "command": f"`{COMMAND}`",
    }
    assert {name: found[name] for name in expected} == expected
    assert (Question().mode, Question().wished_share) == (MODES[0], HALF)
    assert (WALKING.limit_min, CYCLING.limit_min) == tuple(MOST_MIN_OF[mode] for mode in MODES)


def test_counts_are_those_of_the_tables(translators: dict[str, Translator]) -> None:
    found = numbers(translators["en"])
    people = shipped.rows("pack/cells.csv.gz")
    offers = shipped.offers_of("district")
    expected = {
        "cells": len(people),
        "residents": sum(int(row["population"]) for row in people),
        "offers": len(offers),
        "silent": sum(not offer.languages for offer in offers),
        "timeless": sum(not offer.hours for offer in offers),
        "homeless": sum(offer.place < 0 for offer in offers),
    }
    assert {name: found[name] for name in expected} == {name: f"{n:,}" for name, n in expected.items()}
    assert CENSUS_YEAR in found["census_date"]
    assert found["groups"].count(", ") == len(GROUPS) - 2
    city = loaders.city_data().city
    few = (found["few_people"], found["few_least"], found["few_most"])
    assert few == (f"{city.suppress_below}", "1", f"{city.suppress_count_below - 1}")


def test_the_protected_numbers_do_not_occur_in_the_census_cells() -> None:
    catchments = loaders.catchments()
    assert catchments is not None
    counted = np.concatenate(list(catchments.people.values()))
    assert not np.isin(counted, PROTECTED).any()
    assert counted[counted > 0].min() == max(PROTECTED) + 1


def test_the_examples_are_worked_out_right(translators: dict[str, Translator]) -> None:
    found = numbers(translators["en"])
    people, sure, open_for = EXAMPLE
    assert (found["example_lower"], found["example_upper"]) == (
        f"{sure / people:.0%}",
        f"{(sure + open_for) / people:.0%}",
    )
    offers, sharing = SHARED
    assert float(found["shared_each"]) == PER * offers / sharing


def test_the_radii_are_what_the_page_says_of_them() -> None:
    asked = Question().minutes
    expected = {asked, asked - RADIUS_STEP_MIN, asked + RADIUS_STEP_MIN, 2 * asked}
    assert set(radii_around(asked, MOST_MIN)) == expected


def test_what_the_tables_do_not_tell_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A city without cells, and one where no language is assumed."""
    data, t = loaders.city_data(), loaders.translator("en")
    monkeypatch.setattr("ui.loaders.catchments", lambda mode="walking": None)
    monkeypatch.setattr("ui.loaders.city_data", lambda: replace(data, city=replace(data.city, assumed_spoken="")))
    values = numbers(t)
    assert not {"cells", "residents", "census_date", "assumed", "offers"} & set(values)
    chapter = Chapter("", ("{cells} of {cell_m}", "{cell_m} metres", "no number"))
    assert list(chapters.filled(chapter.paragraphs, values, t=t)) == ["100 metres", "no number"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_papers_are_named_where_their_method_is_used_and_listed_with_their_place(visit: Visit, language: str) -> None:
    *said, listed = (markdown.value for markdown in visit("methods", lang=language).at.markdown)
    for paper in PAPERS.values():
        assert any(paper.name in text for text in said)
        assert f"[{paper.name}]({paper.url}), {paper.journal}" in listed
    assert listed.count("\n") == len(PAPERS) - 1
