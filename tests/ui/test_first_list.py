"""The list that comes with Streamlit's page: the finder's own answer, in the reader's language, and harmless."""

import random
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.facilities import FACETS
from geodata.hours import WEEKDAYS
from tests.ui.first_list_page import INDEX, Page, ask
from tests.ui.test_choices import NAMES, drawn
from ui import clock, loaders
from ui.address import Choices
from ui.districts import own_figures
from ui.finder import searched
from ui.finder.finding import answered, find
from ui.first_list import asked, entry, middleware
from ui.first_list.markup import Html, tag
from ui.first_list.page import STYLE
from ui.first_list.shell import Shell

DIRECTION = {"de": "ltr", "en": "ltr", "ru": "ltr", "ar": "rtl"}
PLACE = "gesundheitsamt-goettingen"
NOON = datetime.fromisoformat("2026-11-26T12:00:00+01:00")


@pytest.fixture(autouse=True)
def one_minute_without_a_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands still; whoever asks for something of a session is told that there is none."""

    def no_session(*_: object) -> None:
        raise AssertionError("a plain request has no session")

    monkeypatch.setattr(clock, "now", lambda: NOON)
    monkeypatch.setattr(own_figures, "own_table", no_session)


def filled(query: str, **headers: str) -> Page:
    answer = ask("/", query, **headers)
    assert answer.status == 200
    return answer.page


@pytest.mark.parametrize("language", DIRECTION)
def test_page_and_list_speak_the_readers_language(language: str) -> None:
    page, t = filled(f"lang={language}"), loaders.translator(language)
    (root,) = page.all("html")
    assert root.attributes == {"lang": language, "dir": DIRECTION[language]}
    assert page.text("h1") == t("Offers")
    assert page.text("title") == f"{t('Find')} – {loaders.city_data().city.title[language]}"
    assert "Streamlit" not in "".join(root.texts)
    assert len(page.entries) == 20
    for name in (each for item in page.all("h2") for each in [item] if "li" in item.inside):
        assert "".join(name.texts)
    chosen = page.all("a", aria_current="true")
    assert [each.attributes["lang"] for each in chosen] == [language]


@pytest.mark.parametrize(
    ("header", "language"),
    [("ar-SA,de;q=0.5", "ar"), ("ru", "ru"), ("EN-us", "en"), ("tr,ru;q=0.9", "de"), ("", "de"), ("*", "de")],
)
def test_without_a_language_in_the_address_the_browsers_first_one_counts(header: str, language: str) -> None:
    (root,) = filled("", accept_language=header).all("html")
    assert root.attributes["lang"] == language
    (named,) = filled("lang=en", accept_language=header).all("html")
    assert named.attributes["lang"] == "en"


def test_offers_and_order_are_the_finders_for_any_choices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searched, "found", lambda choices: None)
    chance, services = random.Random(7), loaders.offer_index().services["service_id"].to_numpy()
    times = ("", "now", "arrive", *(f"{day} 16:00" for day in WEEKDAYS))
    lengths = set()
    for _ in range(60):
        params = drawn(chance).to_params() | {"open_at": chance.choice(times)}
        for facet in chance.sample(FACETS, chance.randint(0, len(FACETS))):  # all of them leave hardly anything
            params.pop(facet, None)
        choices = asked.choices_of(urlencode(params).encode(), "")
        page = filled(urlencode(params))
        assert page.services == list(services[find(choices, loaders.translator(choices.language)).rows])
        lengths.add(len(page.services))
    assert {0, 20} <= lengths


def test_every_page_of_the_list_can_be_turned_to_without_scripts() -> None:
    query, seen = "lang=ru&section=language_education&spoken=ar", []
    for _ in range(40):
        page = filled(query)
        seen += page.services
        forward = [each for each in page.all("a") if "".join(each.texts) == loaders.translator("ru")("Next page")]
        if not forward:
            break
        query = urlsplit(forward[0].attributes["href"]).query
        assert dict(parse_qsl(query)).items() >= {"section": "language_education", "spoken": "ar"}.items()
    whole = answered(asked.choices_of(query.encode(), ""), loaders.translator("ru"))
    assert len(whole.order) > 40
    assert seen == list(whole.selection.index.services["service_id"].to_numpy()[whole.order])


def test_an_entry_says_what_its_card_says() -> None:
    (offers, places), t = loaders.records(), loaders.translator("ar")
    index = loaders.offer_index()
    row = next(
        i for i, offer in enumerate(offers) if places[index.facility_of[i]]["phone"] and offer["languages_spoken"]
    )
    offer, place = offers[row], places[index.facility_of[row]]
    page = filled(urlencode({"lang": "ar", "facility": place["facility_id"]}))
    (item,) = [each for each in page.entries if each.attributes["data-service"] == offer["service_id"]]
    said = "".join(item.texts)
    assert item.attributes["class"] == "fl-selected"
    assert offer["name_ar"] in said
    assert offer["summary_ar"] in said
    assert t.language_name(offer["languages_spoken"][0]) in said
    (name, *_) = [each for each in page.all("bdi", lang="de", dir="ltr") if "".join(each.texts) == place["name"]]
    assert "h2" in name.inside
    assert page.all("a", href=f"tel:{place['phone']}")


def test_nothing_found_says_so_and_leads_out() -> None:
    page, t = filled("lang=de&topic=german&district=17&section=work_career"), loaders.translator("de")
    assert page.entries == []
    (out,) = [each for each in page.all("a") if "".join(each.texts) == t("Remove all choices")]
    assert len(filled(urlsplit(out.attributes["href"]).query).entries) == 20


def located_words(place: dict[Any, Any]) -> list[str]:
    district = loaders.names("de").get(place["district_key"], "")
    return [word for word in (place["street_address"], place["postal_code"], district) if word]


def test_a_hidden_address_is_nowhere_even_if_the_table_holds_one(monkeypatch: pytest.MonkeyPatch) -> None:
    offers, places = loaders.records()
    found = next(i for i, place in enumerate(places) if place["facility_id"] == PLACE)
    place = {**places[found], "street_address": "Geheimgasse 7", "postal_code": "37099"}
    assert located_words(place)
    changed = [*places]
    for visibility in ("public", "hidden"):
        changed[found] = {**place, "address_visibility": visibility}
        monkeypatch.setattr(loaders, "records", lambda: (offers, changed))
        for language in DIRECTION:
            page = filled(f"lang={language}&facility={PLACE}")
            said = "".join("".join(each.texts) for each in page.all("li", class_="fl-selected"))
            assert any(word in said for word in located_words(place)) == (visibility == "public")


def test_places_that_are_hidden_are_listed_without_a_way_to_them() -> None:
    hidden = [place for place in loaders.records()[1] if place["address_visibility"] == "hidden"]
    assert hidden
    for place in hidden:
        for language in DIRECTION:
            page = filled(f"lang={language}&facility={place['facility_id']}")
            said = ["".join(each.texts) for each in page.all("li", class_="fl-selected")]
            assert said
            assert all(loaders.translator(language)("No address to show") in text for text in said)
            leave = page.all("a", class_="fl-leave")
            assert all(each.attributes["onclick"] == entry._LEAVE for each in leave)


def shape_of(page: Page) -> list[tuple[str, ...]]:
    """What markup there is, without the data in it."""
    return [(each.tag, *each.attributes) for each in page.elements]


def letters(most: int) -> st.SearchStrategy[str]:
    marks = st.sampled_from(["<script>alert(1)</script>", "\"'><img src=x onerror=a>", "</title>", "{}", "%00", "]]>"])
    return st.text(max_size=most) | marks


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.sampled_from(NAMES) | letters(9), letters(60), max_size=4),
    st.binary(max_size=40),
    st.text("abcderu-;=*,\"'<>", max_size=30),
)
def test_hostile_addresses_change_nothing(params: dict[str, str], raw: bytes, header: str) -> None:
    known = Choices.from_params(
        {**params, "lang": "de"}, loaders.offer_index(), languages=tuple(DIRECTION), figures=loaders.figures()
    )
    query = urlencode(params).replace("lang=", "other=").encode() + b"&" + raw.replace(b"&", b"") + b"&lang=de"
    page = Page.from_html(made(query, header))
    assert shape_of(page) == shape_of(Page.from_html(made(urlencode(known.to_params()).encode(), "")))


def made(query: bytes, accept_language: str) -> str:
    shell = Shell.from_html(INDEX.read_text("utf-8"))
    assert shell is not None
    headers = [(b"accept-language", accept_language.encode("latin-1", "replace"))]
    page = middleware._filled(shell, "", scope={"query_string": query, "headers": headers})
    assert page, "a fault was caught"
    return page


def test_data_never_become_markup() -> None:
    made = tag("a", "<b>&", Html("<i></i>"), href="\"><script>'", aria_label=None, class_="x")
    assert made == '<a href="&quot;&gt;&lt;script&gt;&#x27;" class="x">&lt;b&gt;&amp;<i></i></a>'


def test_nothing_else_has_to_be_asked_for_to_read_the_list() -> None:
    answer = ask("/", "lang=de")
    before, after = answer.text.split('<div id="first-list">')
    assert 'rel="stylesheet"' not in before, "a style sheet before the list would hold it up"
    assert after.index('rel="stylesheet"') < after.index('<div id="root"></div>')
    assert len(STYLE.encode()) < 3_000
    assert "url(" not in STYLE
    ours = [each for each in answer.page.elements if "main" in each.inside]
    assert not [each for each in ours if {"src", "srcset"} & set(each.attributes) or each.tag in ("img", "iframe")]


def test_quoted_and_doubled_parameters_are_read_as_the_finder_reads_them() -> None:
    assert filled(f"lang=en&lang={quote('ru')}&spoken=ar%2Cru").all("html")[0].attributes["lang"] == "ru"
