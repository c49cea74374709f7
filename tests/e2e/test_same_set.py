"""Map and list are the same set in every language and width, and the count says how large it is."""

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.finder import Finder
from tests.e2e.oracle import LANGUAGES, expected

pytestmark = pytest.mark.browser

WIDTHS = (360, 1280)
EVERYWHERE = (
    {},
    {"section": "language_education", "spoken": "ar"},
    {"spoken": "ar", "confirmed": "1"},
)
OTHERS = (
    {"spoken": "ru"},
    {"spoken": "de,tr"},
    {"district": "01,04"},
    {"district": "14,18", "section": "first_steps,work_career"},
    {"topic": "language_courses,libraries"},
    {"topic": "counselling", "spoken": "fa", "confirmed": "1"},
    {"group": "women,refugees"},
    {"group": "women", "spoken": "ku", "district": "01,02,03,08"},
    {"topic": "libraries", "section": "work_career"},
    {"district": "17"},
)


def named(question: dict[str, str]) -> str:
    return "+".join(f"{name}={value}" for name, value in question.items()) or "everything"


def check_same_set(finder: Finder, question: dict[str, str]) -> None:
    answer = expected(**question)
    assert finder.drawn == sorted(answer.places)
    assert finder.visible == len(answer.places)
    assert finder.count == len(answer.offers)
    assert len(finder.listed) == min(20, len(answer.offers))
    assert set(finder.listed) <= answer.offers
    if answer.without_place:
        sentence = finder.page.locator(".st-key-result").inner_text()
        assert str(answer.without_place) in sentence.split("·")[-1]


@pytest.mark.parametrize("question", EVERYWHERE, ids=named)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_map_and_list_show_the_same(visit: Visit, language: str, width: int, question: dict[str, str]) -> None:
    finder = visit(width, kept=True).open(lang=language, **question)
    check_same_set(finder, question)


@pytest.mark.parametrize("question", OTHERS, ids=named)
def test_every_kind_of_question(visit: Visit, question: dict[str, str]) -> None:
    check_same_set(visit(kept=True).open(lang="en", **question), question)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_the_list_hold_every_offer_once(visit: Visit, language: str, width: int) -> None:
    finder = visit(width, kept=True).open(lang=language, section="work_career", view="list")
    check_walk(finder, section="work_career")


def test_all_pages_of_the_whole_list(visit: Visit) -> None:
    check_walk(visit(kept=True).open(lang="de"))


def check_walk(finder: Finder, **question: str) -> None:
    walked, answer = finder.walk(), expected(**question)
    assert sorted(walked) == sorted(answer.offers)
    assert finder.count == len(walked)
    assert finder.drawn == sorted(answer.places)
