"""The search: what is typed orders and narrows the list, stays out of the address, and can be taken back."""

import re
from collections.abc import Callable

import pytest

from geodata.hours import is_open
from geodata.i18n import Translator
from geodata.search import openings, search, understand
from tests.conftest import LANGUAGES
from tests.ui.conftest import Shown, walk
from tests.ui.search_field import Asked, asking_with
from ui import loaders
from ui.finder.searching_text import lead_html

SENTENCES = ("Deutschkurs abends Grone russisch", "курсы немецкого в четверг Гроне", "طبيب بالعربية قريب من المحطة")
NAMES = ("Jobcenter", "Sprachkrs", "Kita nahe Bahnhof", "library on Saturday")
HOSTILE = (
    "<script>alert(1)</script>", "**x** :material/home: $a$ [b](c)", "'; DROP TABLE offers", "\x00", "?", "  ",
    "../../etc/passwd", "x" * 5000, "a " * 900, "\u202e\u200f", "=1+1",
)  # fmt: skip
ALL = 536


@pytest.fixture
def asking(visit: Callable[..., Shown], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Asked]:
    return asking_with(visit, monkeypatch)


@pytest.mark.parametrize("text", ["Sprachkrs", "Jobcenter", "детский сад", "طبيب"])
def test_the_list_is_what_the_search_finds_in_its_order(asking: Callable[..., Asked], text: str) -> None:
    index = loaders.search_index()
    found = search(text, index)
    asked = asking(lang="de").type(text)
    assert asked.shown.count == found.fits
    assert asked.services == [index.offers.ids[row] for row in found.rows[: found.fits]][:20]


@pytest.mark.parametrize("text", [*NAMES, "Frauenhaus", "quitschfidel", "Neustadt 18"])
def test_the_address_holds_no_word_of_it(asking: Callable[..., Asked], text: str) -> None:
    asked = asking(lang="de").type(text)
    assert set(asked.shown.params) <= {"lang", "near"}
    assert re.fullmatch(r"|100mN\d+E\d+", asked.shown.params.get("near", ""))
    assert asked.shown.component("search")["text"] == text


@pytest.mark.parametrize("text", SENTENCES)
def test_each_chip_is_one_tap_away_from_gone(asking: Callable[..., Asked], text: str) -> None:
    asked = asking(lang="ru").type(text)
    assert asked.chips == [f"chip-{chip.kind}-{chip.code}" for chip in understand(text, loaders.search_index()).chips]
    for left in range(len(asked.chips), 0, -1):
        assert len(asked.chips) == left
        asked.press(asked.chips[-1])
        assert asked.shown.cards
    assert asked.shown.count == ALL
    assert asked.shown.params == {"lang": "ru"}


def test_a_language_becomes_a_choice_and_goes_with_its_chip(asking: Callable[..., Asked]) -> None:
    asked = asking(lang="de").type("Beratung auf Arabisch")
    assert asked.shown.params["spoken"] == "ar"
    assert {card["stated"] for card in asked.shown.cards} == {True, False}, "not stated is not no"
    asked.press("chip-language-ar")
    assert "spoken" not in asked.shown.params


def test_a_choice_taken_back_elsewhere_takes_the_chip_with_it(asking: Callable[..., Asked]) -> None:
    asked = asking(lang="de").type("Kita nahe Bahnhof russisch")
    assert {"near", "spoken"} <= set(asked.shown.params)
    assert any(card["walk"] for card in asked.shown.cards)
    asked.press("near-forget")
    asked.shown.keyed("spoken-de").set_value([]).run()
    assert asked.chips == ["chip-topic-kindergartens"]
    assert asked.shown.params == {"lang": "de"}


def test_the_next_question_takes_the_choices_of_the_last_one_along(asking: Callable[..., Asked]) -> None:
    asked = asking(lang="de", district="03", spoken="tr").type("Kita nahe Bahnhof russisch")
    assert sorted(asked.shown.params["spoken"].split(",")) == ["ru", "tr"]
    assert asked.type("Jobcenter").shown.params == {"lang": "de", "district": "03", "spoken": "tr"}
    asked.type("Arzt auf Türkisch").press("search-clear")
    assert asked.shown.params == {"lang": "de", "district": "03", "spoken": "tr"}, "chosen by hand before"
    assert asked.chips == []


def test_clearing_empties_field_and_question(asking: Callable[..., Asked]) -> None:
    asked = asking(lang="de").type("Sprachkurs")
    before = asked.shown.component("search")["writes"]
    asked.press("search-clear")
    assert asked.shown.count == ALL
    assert asked.shown.component("search")["text"] == ""
    assert asked.shown.component("search")["writes"] == before + 1
    assert asked.type("Sprachkurs").type("").shown.count == ALL


def test_a_suggestion_is_taken_with_one_tap(asking: Callable[..., Asked]) -> None:
    asked = asking(lang="de").type("Sprachkrs")
    slip = asked.services
    asked.press("search-suggestion")
    field = asked.shown.component("search")
    assert (field["text"], field["writes"]) == ("Sprachkurs", 1)
    assert asked.services
    assert set(asked.services) & set(slip)


def test_where_nothing_fits_the_nearest_is_shown_and_said_to_be_that(
    asking: Callable[..., Asked], translators: dict[str, Translator]
) -> None:
    for language in LANGUAGES:
        asked = asking(lang=language).type("quitschfidelxyz")
        said = translators[language]("We know nothing of this kind. These places help with any question.")
        assert said in asked.shown.texts
        assert asked.shown.cards


def test_what_fits_in_part_only_is_shown_and_said_to_be_that(
    asking: Callable[..., Asked], translators: dict[str, Translator]
) -> None:
    index = loaders.search_index()
    text = "Gitarre Kletterhalle Roringen"
    assert search(text, index).fits == 0
    asked = asking(lang="en").type(text)
    assert asked.shown.cards
    assert translators["en"]("Nothing fits all of it. This comes closest.") in asked.shown.texts


def test_facets_count_what_the_search_leaves_and_both_hold_together(asking: Callable[..., Asked]) -> None:
    asked = asking(lang="de").type("Beratung")
    labels = asked.shown.keyed("section-de").options
    counts = [int(re.findall(r"\d+", label.split("svg)")[1])[0]) for label in labels]
    assert sum(counts) == asked.shown.count
    sections = loaders.taxonomy().sections
    for code, count in zip(sections, counts, strict=True):
        asked.shown.keyed("section-de").set_value([code]).run()
        assert (asked.shown.count, asked.shown.params.get("section")) == (count, code)


def test_nothing_left_between_search_and_facets_shows_the_way_out(asking: Callable[..., Asked]) -> None:
    asked = asking(lang="de", topic="libraries").type("Jobcenter")
    assert asked.shown.count == 0
    asked.press("way-out")
    assert asked.shown.count == search("Jobcenter", loaders.search_index()).fits


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_lead_in_the_reader_s_language(
    asking: Callable[..., Asked], translators: dict[str, Translator], language: str
) -> None:
    asked = asking(lang=language).type("mein Mann schlägt mich")
    assert re.findall(r'href="tel:(\d+)"', asked.lead) == ["116016", "110"]
    assert asked.lead == lead_html(("116016", "110"), translators[language])
    assert '<bdi dir="ltr">116 016</bdi>' in asked.lead
    order = [str(getattr(block, "key", "")) for block in walk(asked.shown.at._tree)]
    assert order.index("lead") < order.index("question") < order.index("search") < order.index("filters")
    assert asked.type("Jobcenter").lead == ""


def test_hits_are_marked_in_what_a_card_says(asking: Callable[..., Asked]) -> None:
    asked = asking(lang="de").type("Deutschkurse")
    cards = asked.shown.cards
    marked = [card["what"]["text"][start:end] for card in cards for start, end in card["hits"]["what"]]
    assert "Deutschkurse" in marked
    assert asking(lang="de").shown.cards[0]["hits"] == {}


def test_hours_that_are_not_stated_stay_in_sight_and_are_counted(
    asking: Callable[..., Asked], translators: dict[str, Translator]
) -> None:
    text, index = "language course in the evening", loaders.search_index()
    found = search(text, index)
    rules = [index.offers.rules[row] for row in found.rows[: found.fits]]
    states = [{is_open(rule, span) for span in openings("17:00")} if rule else {None} for rule in rules]
    assert all(answers != {False} for answers in states), "what is closed for sure does not fit"
    silent = sum(True not in answers for answers in states)
    assert 0 < silent <= len(rules)
    said = translators["en"].plural(
        "{n} does not say whether it is open", "{n} do not say whether they are open", silent
    )
    assert said in asking(lang="en").type(text).shown.texts


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_any_text_is_answered(asking: Callable[..., Asked], text: str) -> None:
    asked = asking(lang="ar").type(text)
    assert asked.shown.cards
    assert asked.shown.params == {"lang": "ar"}
    assert len(asked.shown.component("search")["text"]) <= 200


def test_the_field_speaks_the_reader_s_language(
    visit: Callable[..., Shown], translators: dict[str, Translator]
) -> None:
    fields = [visit(lang=language).component("search") for language in LANGUAGES]
    assert [field["direction"] for field in fields] == ["ltr", "ltr", "ltr", "rtl"]
    assert all(field["text"] == field["said"] == "" for field in fields)
    for field, language in zip(fields, LANGUAGES, strict=True):
        t = translators[language]
        assert field["names"] == {"search": t("Search"), "placeholder": t("Offer, place or street")}
