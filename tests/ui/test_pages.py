"""Every page in every language: it runs, and says nothing in English that it could say in the reader's language."""

import re
from collections.abc import Callable, Iterator

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from geodata.adapters.catalogues import LOCALE_DIRECTORY
from geodata.adapters.city_data import CityData
from tests.ui.conftest import Shown

Visit = Callable[..., Shown]

LANGUAGES = ("de", "en", "ru", "ar")
FOREIGN = ("de", "ru", "ar")
HIDDEN = "frauenhaus-goettingen"
ROOMS: dict[str, tuple[str, dict[str, str]]] = {
    "finder": ("", {}),
    "language asked": ("", {"spoken": "ar,tr"}),
    "confirmed only": ("", {"spoken": "ar", "confirmed": "1", "section": "first_steps"}),
    "the city's own language": ("", {"spoken": "de", "district": "01,09", "page": "2"}),
    "nothing fits": ("", {"topic": "university", "district": "17", "group": "women", "spoken": "ar"}),
    "a place chosen": ("", {"facility": "stadt-goettingen-neues-rathaus", "topic": "administration"}),
    "a hidden place chosen": ("", {"facility": HIDDEN, "topic": "women"}),
    "other colours": ("", {"shade": "foreign_nationals_share", "view": "list"}),
    "about": ("about", {}),
    "districts": ("districts", {}),
    "two districts": ("districts", {"compare": "09,05", "against": "residents_80_plus_share"}),
    "a polling district": ("districts", {"level": "polling_district", "compare": "09-312", "method": "quantiles"}),
    "the register": ("districts", {"indicator": "register_population", "compare": "08,04", "date": "2018-12-31"}),
    "coverage": ("coverage", {}),
    "coverage of a district": ("coverage", {"area": "09", "draw": "minutes", "open": "Th 16:00", "sure": "1"}),
    "coverage for a group": ("coverage", {"cover": "any", "speaks": "any", "people": "age_80_plus", "by": "cycling"}),
    "method": ("methods", {}),
    "people near offers": ("districts", {"indicator": "within_15_min_work_career_share", "compare": "17"}),
}
FEWEST_LETTERS = 4  # "in {name}" is found in any German sentence


def messages(language: str) -> list[Message]:
    with (LOCALE_DIRECTORY / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id]


def in_english(message: Message) -> Iterator[re.Pattern[str]]:
    """How a message would look if it were left in English; nothing when its translation is the same words."""
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    for text in ids:
        if text in strings or len(re.sub(r"\{\w+\}|\W", "", text)) < FEWEST_LETTERS:
            continue
        pattern = re.sub(r"\\\{\w+\\\}", "(.+)", re.escape(text))
        yield re.compile(pattern)


def untranslated(texts: set[str], language: str) -> set[str]:
    """English source texts among the texts of a page; a text may hold several parts."""
    parts = texts | {part.strip(" .:") for text in texts for part in re.split(r"[·:;\n(),–]", text)}
    patterns = [pattern for message in messages(language) for pattern in in_english(message)]
    return {part for part in parts if any(pattern.fullmatch(part) for pattern in patterns)}


@pytest.fixture(scope="module")
def data_texts(shipped_city: CityData) -> set[str]:
    """What stands in the tables: names are as on the letterbox, in any language."""
    names = shipped_city.facilities[["name", "operator"]].to_numpy().ravel()
    return {" ".join(str(name).split()) for name in names}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS)
def test_every_page_runs_in_every_language(visit: Visit, data_texts: set[str], room: str, language: str) -> None:
    page, params = ROOMS[room]
    shown = visit(page, lang=language, **params)
    assert not shown.at.exception
    assert len(shown.texts) > 40
    assert {text for text in shown.texts if re.search(r"\{\w*\}|\bNone\b|\bnan\b", text)} == set()
    if language in FOREIGN:
        assert untranslated(shown.texts - data_texts, language) == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["", "about"])
def test_language_and_direction_of_the_document(visit: Visit, page: str, language: str) -> None:
    document = visit(page, lang=language).component("document")
    assert document["language"] == language
    assert document["direction"] == ("rtl" if language == "ar" else "ltr")


def test_titles_differ_by_page_and_language(visit: Visit) -> None:
    titles = {
        visit(page, lang=language).component("document")["title"] for page in ("", "about") for language in LANGUAGES
    }
    assert len(titles) == 8


@pytest.mark.parametrize(
    ("browser", "expected"),
    [("de-DE", "de"), ("en-GB", "en"), ("ru", "ru"), ("ar-SY", "ar"), ("fr-FR", "de"), ("", "de"), (None, "de")],
)
def test_a_first_visit_follows_the_browser(
    visit: Visit, monkeypatch: pytest.MonkeyPatch, browser: str | None, expected: str
) -> None:
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.locale", browser)
    shown = visit()
    assert shown.params["lang"] == expected
    assert shown.component("document")["language"] == expected


def test_another_language_keeps_every_choice(visit: Visit) -> None:
    shown = visit(lang="de", spoken="ar", topic="counselling", district="01")
    before = shown.count
    shown.at.query_params["lang"] = "ru"
    shown.at.run()
    assert not shown.at.exception
    assert shown.params == {"lang": "ru", "spoken": "ar", "topic": "counselling", "district": "01"}
    assert shown.component("document")["language"] == "ru"
    assert shown.count == before


def test_another_page_keeps_every_choice(visit: Visit) -> None:
    params = {"lang": "ru", "section": "first_steps", "spoken": "ar,ru", "confirmed": "1", "district": "01"}
    shown = visit(**params)
    before = [card["service"] for card in shown.cards]
    assert before
    shown.at.switch_page("../pages/about.py").run()
    assert shown.params == params
    assert not shown.cards
    shown.at.switch_page("../pages/finder.py").run()
    assert shown.params == params
    assert [card["service"] for card in shown.cards] == before


def test_links_between_pages_carry_the_choices(visit: Visit) -> None:
    links = visit(lang="ar", spoken="ar", section="work_career").component("header")["pages"]
    query = "?lang=ar&section=work_career&spoken=ar"
    pages = ("", "districts", "coverage", "about")
    assert [link["href"] for link in links] == [f"./{page}{query}" for page in pages]
