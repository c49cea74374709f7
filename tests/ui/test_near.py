"""Near a place: a cell in the address sorts the list by minutes on foot; everything else about it is ignored."""

import json
import shutil
from collections.abc import Callable, Iterator
from math import ceil
from pathlib import Path

import numpy as np
import pytest
import streamlit as st
from hypothesis import given, settings, strategies

from geodata.adapters.city_data import CityData
from geodata.adapters.minutes_file import read_minutes
from geodata.facilities import MINUTES_OFFERED, OfferIndex
from geodata.i18n import Translator
from geodata.network.minutes import TravelMinutes
from geodata.network.table import WALKING
from tests.conftest import DATA
from tests.ui.conftest import Shown
from ui import address, loaders

Visit = Callable[..., Shown]

OLD_TOWN = "100mN31580E43161"  # the cell of Neustadt 18
FAR_OUT = "100mN31602E43219"  # at the eastern edge, more than five minutes from everything
LANGUAGES = ("de", "en", "ru", "ar")
WALKS = {"de": "{} Min. zu Fuß", "en": "{} min on foot", "ru": "{} мин пешком", "ar": "{} دقيقة سيرًا على الأقدام"}


@pytest.fixture(scope="module")
def pack() -> TravelMinutes:
    return read_minutes(DATA / "pack", WALKING)


@pytest.fixture(scope="module")
def minutes_to(pack: TravelMinutes, shipped_city: CityData) -> Callable[[str], dict[str, float]]:
    """Minutes from a cell to every facility, one question after the other; infinite where no way is known."""

    def ask(code: str) -> dict[str, float]:
        cell = pack.cell_of(code)
        assert cell is not None
        found = {facility: pack.to_facility(cell, facility) for facility in shipped_city.facilities["facility_id"]}
        return {facility: float("inf") if np.isnan(minutes) else minutes for facility, minutes in found.items()}

    return ask


Ask = Callable[[str], dict[str, float]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cell_in_the_address_sorts_the_list_and_every_card_says_the_minutes(
    visit: Visit, minutes_to: Ask, translators: dict[str, Translator], language: str
) -> None:
    shown, minutes = visit(lang=language, near=OLD_TOWN), minutes_to(OLD_TOWN)
    assert shown.params == {"lang": language, "near": OLD_TOWN}
    assert shown.count == 536
    walked = [minutes[card["facility"]] for card in shown.cards]
    assert walked == sorted(walked)
    for card in shown.cards:
        number = translators[language].number(ceil(minutes[card["facility"]]))
        assert card["walk"] == WALKS[language].format(number)


def test_all_pages_of_the_list_are_in_the_order_of_the_minutes(visit: Visit, minutes_to: Ask) -> None:
    minutes = minutes_to(OLD_TOWN)
    walked = [
        minutes[card["facility"]]
        for page in range(1, 28)
        for card in visit(lang="de", near=OLD_TOWN, page=str(page)).cards
    ]
    assert len(walked) == 536
    assert walked == sorted(walked)


def test_those_that_state_the_language_stay_first(visit: Visit, minutes_to: Ask) -> None:
    minutes = minutes_to(OLD_TOWN)
    order = []
    for page in range(1, 30):
        shown = visit(lang="de", spoken="ar", near=OLD_TOWN, within="10", page=str(page))
        order += [(not card["stated"], minutes[card["facility"]]) for card in shown.cards]
        if len(order) >= shown.count:
            break
    assert len(order) == shown.count
    assert order == sorted(order)
    assert {silent for silent, _ in order} == {False, True}


@pytest.mark.parametrize("within", MINUTES_OFFERED)
@pytest.mark.parametrize("near", [OLD_TOWN, FAR_OUT])
def test_a_limit_leaves_in_what_is_as_near(
    visit: Visit, shipped_city: CityData, minutes_to: Ask, near: str, within: int
) -> None:
    minutes = minutes_to(near)
    expected = sum(minutes[facility] <= within for facility in shipped_city.services["facility_id"])
    shown = visit(lang="en", near=near, within=str(within))
    assert shown.count == expected
    assert shown.params == {"lang": "en", "near": near, "within": str(within)}
    assert all(minutes[card["facility"]] <= within for card in shown.cards)


def test_places_without_a_point_come_last_and_claim_no_minutes(visit: Visit, shipped_city: CityData) -> None:
    pointless = set(shipped_city.facilities["facility_id"][shipped_city.facilities["latitude"].isna()])
    last = visit(lang="de", near=OLD_TOWN, page="27").cards
    assert last[-1]["facility"] in pointless
    for card in last:
        assert (card["facility"] in pointless) == (card["walk"] == "")


def test_the_map_gets_the_middle_of_the_cell(visit: Visit, pack: TravelMinutes) -> None:
    assert visit(lang="de").map_state["near"] is None
    assert visit(lang="de", near=OLD_TOWN).map_state["near"] == list(pack.centre(pack.cell_of(OLD_TOWN) or 0))


def test_choices_beside_a_place(visit: Visit) -> None:
    shown = visit(lang="de", near=OLD_TOWN)
    shown.keyed("within-de").set_value("10").run()
    assert shown.params == {"lang": "de", "near": OLD_TOWN, "within": "10"}
    nearby = shown.count
    shown.keyed("spoken-de").set_value(["ar"]).run()
    assert shown.params == {"lang": "de", "spoken": "ar", "near": OLD_TOWN, "within": "10"}
    assert 0 < shown.count < nearby
    shown.keyed("near-forget").click().run()
    assert shown.params == {"lang": "de", "spoken": "ar"}
    assert not any(card["walk"] for card in shown.cards)
    assert not shown.at.exception


def test_where_nothing_lies_within_the_limit_the_way_out_goes_farther(visit: Visit) -> None:
    shown = visit(lang="de", near=FAR_OUT, within="5")
    assert shown.count == 0
    shown.keyed("farther").click().run()
    assert shown.params == {"lang": "de", "near": FAR_OUT}
    assert shown.count == 536


def test_all_choices_can_be_removed_the_place_with_them(visit: Visit) -> None:
    shown = visit(lang="ru", near=FAR_OUT, within="5", topic="schools")
    shown.keyed("clear-empty").click().run()
    assert shown.params == {"lang": "ru"}
    assert shown.count == 536


@pytest.mark.parametrize(
    "params",
    [
        {"near": "100mN99999E99999"},
        {"near": "100mN31580E4316"},
        {"near": "100mN３１５８０E43161"},
        {"near": "51.53307,9.93011"},
        {"near": "Neustadt 18"},
        {"near": "<script>alert(1)</script>"},
        {"near": "../../etc/passwd"},
        {"near": "'; DROP TABLE cells"},
        {"near": "\x00"},
        {"near": "100mN31580E43161" * 500},
        {"within": "10"},
        {"within": "10", "near": "nowhere"},
    ],
    ids=lambda params: str(params)[:40],
)
def test_what_is_unknown_or_hostile_is_ignored(visit: Visit, params: dict[str, str]) -> None:
    shown = visit(**params)
    assert not shown.at.exception
    assert shown.params == {"lang": "de"}
    assert shown.count == 536
    assert not any(card["walk"] for card in shown.cards)


@pytest.mark.parametrize("within", ["", "0", "-5", "7", "10.5", "010", "1e1", "１０", "²", "9" * 20, "<b>"])
def test_only_limits_that_are_offered_count(visit: Visit, within: str) -> None:
    shown = visit(lang="de", near=OLD_TOWN, within=within)
    assert not shown.at.exception
    assert shown.params == {"lang": "de", "near": OLD_TOWN}
    assert shown.count == 536


@settings(max_examples=100)
@given(
    near=strategies.one_of(strategies.text(), strategies.sampled_from(("", OLD_TOWN, FAR_OUT))),
    within=strategies.one_of(strategies.text(), strategies.sampled_from(("5", "10", "15", "30"))),
)
def test_no_text_in_the_address_breaks_it(shipped_index: OfferIndex, near: str, within: str) -> None:
    read = address.Choices.from_params({"near": near, "within": within}, shipped_index, languages=LANGUAGES)
    assert address.Choices.from_params(read.to_params(), shipped_index, languages=LANGUAGES) == read
    assert read.near in ("", OLD_TOWN, FAR_OUT)
    assert read.within == 0 or (read.near and read.within in MINUTES_OFFERED)


def test_the_field_asks_in_the_reader_s_language(visit: Visit) -> None:
    fields = [visit(lang=language).component("near") for language in LANGUAGES]
    assert [field["language"] for field in fields] == list(LANGUAGES)
    assert [field["direction"] for field in fields] == ["ltr", "ltr", "ltr", "rtl"]
    assert all(field["suggestions"] == [] for field in fields)
    for name in fields[0]["names"]:
        assert len({field["names"][name] for field in fields}) == 4


def test_the_browser_gets_every_cell_with_its_middle(pack: TravelMinutes) -> None:
    cells = json.loads(json.dumps(loaders.cells()))
    assert set(cells) == {"code", "lat", "lon", "limit_m"}
    reached = [row for row in range(len(pack.cells)) if np.isfinite(pack.to_facilities(row)).any()]
    assert cells["code"] == [pack.code(row) for row in reached]
    assert len(cells["code"]) == len(cells["lat"]) == len(cells["lon"])
    for at in range(0, len(reached), 501):
        assert (cells["lat"][at], cells["lon"][at]) == pack.centre(reached[at])
    assert 0 < cells["limit_m"] <= 500


@pytest.fixture
def without_minutes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The shipped city with a pack that has no walking minutes."""
    city = shutil.copytree(DATA, tmp_path / "city", ignore=shutil.ignore_patterns("walking.xz", "*.sqlite*"))
    monkeypatch.setenv("FINDER_DATA", str(city))
    st.cache_resource.clear()
    yield
    monkeypatch.undo()
    st.cache_resource.clear()


@pytest.mark.usefixtures("without_minutes")
def test_without_walking_minutes_nobody_is_asked_for_a_place(visit: Visit) -> None:
    loaders.warm()
    assert loaders.cells()["code"] == []
    shown = visit(lang="de", near=OLD_TOWN, within="10")
    assert not shown.at.exception
    assert shown.params == {"lang": "de"}
    assert shown.count == 536
    assert shown.component("near") == {}
    assert "In der Nähe" not in " ".join(shown.texts)
    assert not any(card["walk"] for card in shown.cards)
    assert shown.map_state["near"] is None
