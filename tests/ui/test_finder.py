"""The finder: list, map and address say the same, whatever was asked for."""

import base64
import json
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.adapters.city_data import CityData
from geodata.facilities import OfferIndex, Query
from tests.facilities.reference import Asked, Offer, Place, Town
from tests.ui.conftest import Shown
from ui import address, loaders

Visit = Callable[..., Shown]

HIDDEN = "frauenhaus-goettingen"
QUESTIONS: list[dict[str, str]] = [
    {},
    {"section": "work_career"},
    {"topic": "schools,libraries", "district": "01,03"},
    {"spoken": "ar"},
    {"spoken": "ar,tr", "confirmed": "1"},
    {"spoken": "de", "group": "women"},
    {"section": "first_steps", "spoken": "ru", "group": "refugees"},
]
NOTHING = {"topic": "university", "district": "17"}


def asked(params: dict[str, str]) -> Asked:
    chosen = {name: tuple(codes.split(",")) for name, codes in params.items() if name != "confirmed"}
    return Asked(chosen, "confirmed" in params)


def bits(mask: str) -> np.ndarray:
    return np.unpackbits(np.frombuffer(base64.b64decode(mask), dtype=np.uint8))


def drawn(shown: Shown, mask: str = "mask") -> set[str]:
    known = loaders.places()["id"]
    return {known[row] for row in np.flatnonzero(bits(shown.map_state[mask]))}


def all_cards(visit: Visit, **params: str) -> list[dict[str, Any]]:
    """Cards of all pages of a list."""
    cards: list[dict[str, Any]] = []
    for page in range(1, 50):
        shown = visit(lang="de", page=str(page), **params)
        if page > 1 and shown.cards[0]["number"] <= cards[-1]["number"]:
            break
        cards += shown.cards
        if len(cards) >= shown.count:
            break
    return cards


@pytest.fixture(scope="module")
def town(shipped_city: CityData) -> Town:
    """The shipped tables as the plain rules read them."""
    places = shipped_city.facilities.to_dict("records")
    offers = shipped_city.services.to_dict("records")
    return Town(
        tuple(Place(**{name: row[name] for name in Place.__dataclass_fields__}) for row in places),
        tuple(Offer(**{name: row[name] for name in Offer.__dataclass_fields__}) for row in offers),
        shipped_city.city.assumed_spoken,
    )


@pytest.mark.parametrize("params", QUESTIONS, ids=str)
def test_count_map_and_list_are_the_same_offers(visit: Visit, town: Town, params: dict[str, str]) -> None:
    found = town.found(asked(params))
    shown = visit(lang="de", **params)
    assert shown.count == len(found)
    assert drawn(shown) == town.drawn(found)
    assert drawn(shown, "filled") == town.drawn(town.rows(asked(params), "states"))
    assert set(shown.map_state["areas"]["chosen"]) == set(asked(params).codes("district"))


@pytest.mark.parametrize("params", QUESTIONS[2:3] + QUESTIONS[4:], ids=str)
def test_all_pages_of_the_list_are_what_was_found(visit: Visit, town: Town, params: dict[str, str]) -> None:
    cards = all_cards(visit, **params)
    found = {town.offers[row].service_id for row in town.found(asked(params))}
    assert [card["number"] for card in cards] == list(range(1, len(found) + 1))
    assert {card["service"] for card in cards} == found
    stated = [card["stated"] for card in cards]
    assert stated == sorted(stated, reverse=True)


@pytest.mark.parametrize("params", QUESTIONS, ids=str)
def test_the_map_carries_the_numbers_of_the_list(visit: Visit, params: dict[str, str]) -> None:
    shown = visit(lang="de", page="2", **params)
    known = loaders.places()["id"]
    first: dict[str, int] = {}
    for card in shown.cards:
        if card["facility"] in known:
            first.setdefault(card["facility"], card["number"])
    assert {known[int(row)]: number for row, number in shown.map_state["numbers"].items()} == first


def test_every_place_on_the_map_wears_one_section(visit: Visit) -> None:
    state = visit(lang="de").map_state
    worn = sum(bits(mask).astype(int) for mask in state["sections"])
    assert (worn == bits(state["mask"])).all()


def test_the_base_of_the_map_never_changes(visit: Visit) -> None:
    """A changed base would rebuild the frame, and the reader would lose the view."""
    shown = [
        visit(lang=language, **params) for language, params in zip("de en ru ar".split() * 2, QUESTIONS, strict=False)
    ]
    shown.append(visit(lang="de", shade="born_abroad_share", facility=HIDDEN, page="2", view="list"))
    constant = [{k: v for k, v in each.map_arguments.items() if k != "feature_group"} for each in shown]
    assert all(each == constant[0] for each in constant)
    assert len({each.map_arguments["feature_group"] for each in shown}) == len(shown)


def test_the_state_is_small_and_nothing_names_a_foreign_host(visit: Visit) -> None:
    for language in ("de", "ar"):
        arguments = visit(lang=language, spoken="ar").map_arguments
        assert len(arguments["feature_group"]) < 10_000
        assert re.findall(r"(?:https?:)?//\w[\w.-]*\.\w+", json.dumps(arguments)) == []
        assert all(link.startswith("../../") for link in arguments["js_links"] + arguments["css_links"])


def test_every_district_has_a_fill_and_a_text(visit: Visit, shipped_city: CityData) -> None:
    state = visit(lang="ru").map_state
    keys = list(shipped_city.districts["key"])
    assert len(state["areas"]["classes"]) == len(state["words"]["areas"]) == len(keys)
    assert state["areas"]["classes"][keys.index("17")] == "w"


@pytest.mark.parametrize("params", QUESTIONS, ids=str)
def test_the_address_is_read_and_written_back(visit: Visit, params: dict[str, str]) -> None:
    shown = visit(lang="en", **params)
    assert shown.params == {"lang": "en"} | params
    for facet in ("section", "topic", "spoken", "district", "group"):
        assert set(shown.keyed(f"{facet}-en").value) == set(asked(params).codes(facet))


@pytest.mark.parametrize(
    "params",
    [
        {"lang": "xx"},
        {"lang": "<script>"},
        {"section": "nonsense", "topic": "'; DROP TABLE offers", "spoken": "de;ar", "district": "99", "group": "\x00"},
        {"facility": "nobody", "shade": "__import__", "view": "../..", "page": "-1", "confirmed": "yes"},
        {"page": "99999999999999999999", "utm_source": "mail"},
        {"page": "²", "lang": "de-DE"},
        {"page": "0"},
    ],
)
def test_what_is_unknown_or_hostile_in_the_address_is_ignored(visit: Visit, params: dict[str, str]) -> None:
    shown = visit(**params)
    assert not shown.at.exception
    assert shown.params == {"lang": "de"}
    assert shown.count == 536
    assert shown.cards[0]["number"] == 1


@settings(max_examples=60)
@given(params=st.dictionaries(st.sampled_from(("lang", "facility", "shade", "page", "view", "section")), st.text()))
def test_no_text_in_the_address_breaks_it(shipped_index: OfferIndex, params: dict[str, str]) -> None:
    languages = ("de", "en", "ru", "ar")
    read = address.Choices.from_params(params, shipped_index, languages=languages)
    assert address.Choices.from_params(read.to_params(), shipped_index, languages=languages) == read


def test_a_page_beyond_the_list_shows_the_last(visit: Visit) -> None:
    shown = visit(lang="de", page="999")
    assert shown.cards[-1]["number"] == shown.count == 536


def test_a_link_to_a_place_shows_its_card(visit: Visit) -> None:
    last = visit(lang="de", page="27").cards[-1]["facility"]
    shown = visit(lang="de", facility=last)
    assert {card["facility"] for card in shown.cards if card["selected"]} == {last}
    assert shown.map_state["facility"] == last


def test_a_filter_is_chosen_and_let_go(visit: Visit, town: Town) -> None:
    shown = visit(lang="de", page="3")
    shown.keyed("spoken-de").set_value(["ar"]).run()
    assert shown.params == {"lang": "de", "spoken": "ar"}
    assert shown.cards[0]["number"] == 1
    shown.keyed("confirmed-de-False").set_value(True).run()
    assert shown.params == {"lang": "de", "spoken": "ar", "confirmed": "1"}
    assert shown.count == len(town.rows(asked({"spoken": "ar"}), "states"))
    shown.keyed("section-de").set_value(["first_steps", "work_career"]).run()
    assert shown.params["section"] == "first_steps,work_career"
    shown.keyed("clear").click().run()
    assert shown.params == {"lang": "de"}
    assert shown.count == 536
    assert not shown.at.exception


def test_an_empty_result_offers_the_way_out(visit: Visit, town: Town) -> None:
    shown = visit(lang="en", **NOTHING)
    assert shown.count == 0
    assert not shown.cards
    assert drawn(shown) == set()
    facet, n = town.way_out(asked(NOTHING)) or ("", 0)
    assert any(str(n) in text and "Without" in text for text in shown.texts)
    shown.keyed("way-out").click().run()
    assert shown.params == {"lang": "en"} | {name: code for name, code in NOTHING.items() if name != facet}
    assert shown.count == n > 0
    assert shown.cards


def test_an_empty_result_can_be_cleared(visit: Visit) -> None:
    shown = visit(lang="ar", **NOTHING)
    shown.keyed("clear-empty").click().run()
    assert shown.params == {"lang": "ar"}
    assert shown.count == 536


def test_a_hidden_place_is_listed_without_point_address_or_district(visit: Visit, shipped_city: CityData) -> None:
    districts = set(shipped_city.districts["name"])
    for language in ("de", "en", "ru", "ar"):
        shown = visit(lang=language, facility=HIDDEN, topic="women", page="1")
        (card,) = [card for card in shown.cards if card["facility"] == HIDDEN]
        assert len(card["where"]) == 1
        said = json.dumps([card["where"], card["facts"]], ensure_ascii=False)
        texts = set(re.findall(r'"text": "([^"]*)"', said))
        assert not texts & districts
        assert not [text for text in texts if re.search(r"\b37\d{3}\b|Göttingen$", text)]
        assert HIDDEN not in json.dumps({**shown.map_state, "facility": ""})
        assert "Frauenhaus" not in json.dumps(shown.map_state)
    assert HIDDEN not in loaders.places()["id"]
    assert HIDDEN not in loaders.neighbours()


def test_a_hidden_place_is_in_no_district(shipped_index: OfferIndex) -> None:
    districts = shipped_index.options["district"].codes
    found = Query({"district": districts}).apply(shipped_index).found
    assert HIDDEN not in set(shipped_index.services["facility_id"][found])
