"""Open when? List, count and address at a clock that stands still; what is not known is never filtered away."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from geodata.adapters.city_data import CityData
from geodata.facilities import OfferIndex
from geodata.hours import Place, rule_of, state_at
from tests.ui.conftest import Shown
from ui import address, clock, loaders, open_at

Visit = Callable[..., Shown]

OLD_TOWN = "100mN31580E43161"  # the cell of Neustadt 18
BERLIN = ZoneInfo("Europe/Berlin")
THURSDAY = datetime(2026, 11, 26, 16, 10, tzinfo=BERLIN)
LANGUAGES = ("de", "en", "ru", "ar")


@pytest.fixture(autouse=True)
def _thursday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: THURSDAY)


@pytest.fixture(scope="module")
def state_of(shipped_city: CityData) -> Callable[[datetime], dict[str, str]]:
    """State of every offer at a time, one rule after the other."""
    where = Place.from_city(shipped_city.city)
    places = {row["facility_id"]: row for row in shipped_city.facilities.to_dict("records")}

    def ask(at: datetime) -> dict[str, str]:
        offers = shipped_city.services.to_dict("records")
        rules = {row["service_id"]: rule_of(row, places[row["facility_id"]]) for row in offers}
        return {key: state_at(rule, at, place=where).state for key, rule in rules.items()}

    return ask


Ask = Callable[[datetime], dict[str, str]]


def walk(visit: Visit, **params: str) -> list[dict[str, Any]]:
    cards: list[dict[str, Any]] = []
    for page in range(1, 50):
        shown = visit(lang="en", page=str(page), **params)
        cards += shown.cards
        if len(cards) >= shown.count:
            break
    return cards


@pytest.mark.parametrize(
    ("code", "at"),
    [
        ("now", THURSDAY),
        ("Th 16:00", datetime(2026, 12, 3, 16, 0, tzinfo=BERLIN)),  # today's has passed
        ("Th 17:00", datetime(2026, 11, 26, 17, 0, tzinfo=BERLIN)),
        ("Sa 10:30", datetime(2026, 11, 28, 10, 30, tzinfo=BERLIN)),
    ],
)
def test_closed_offers_go_and_unknown_ones_stay(visit: Visit, state_of: Ask, code: str, at: datetime) -> None:
    expected = {key for key, state in state_of(at).items() if state != "closed"}
    shown = visit(lang="en", open_at=code)
    assert shown.params == {"lang": "en", "open_at": code}
    assert shown.count == len(expected) < 536
    unsure = sum(state == "unknown" for state in state_of(at).values())
    assert f"{unsure} do not say whether they are open" in shown.texts


def test_open_offers_stand_first_and_every_card_of_the_rest_says_that_it_is_not_known(
    visit: Visit, state_of: Ask
) -> None:
    states = state_of(THURSDAY)
    cards = walk(visit, open_at="now", topic="counselling,administration")
    assert [card["number"] for card in cards] == list(range(1, len(cards) + 1))
    known = [states[card["service"]] for card in cards]
    assert known == sorted(known)  # "open" before "unknown"
    assert set(known) == {"open", "unknown"}
    for card, state in zip(cards, known, strict=True):
        assert (card["open"]["kind"] in ("open", "soon")) is (state == "open")


def test_on_arrival_each_place_has_its_own_time(visit: Visit) -> None:
    shown = visit(lang="en", near=OLD_TOWN, open_at="arrive")
    assert shown.params["open_at"] == "arrive"
    minutes = loaders.nearness(OLD_TOWN, 0)
    assert minutes is not None
    index = loaders.offer_index()
    found = open_at.states("arrive", index, now=THURSDAY, near=minutes)
    assert shown.count == int((found != 0).sum())
    assert all("When you arrive" in card["open"]["text"] for card in shown.cards if card["open"]["kind"] == "open")


@pytest.mark.parametrize(
    ("code", "spoken", "state"),
    [
        ("Th 17:00", (), "closed"),
        ("Fr 15:00", (), "open"),
        ("Fr 15:00", ("uk",), "open"),  # speaks it at all hours
        ("Fr 15:00", ("ru",), "closed"),
        ("Th 17:30", ("ru",), "open"),
        ("Th 17:30", ("uk",), "closed"),
        ("Th 17:30", ("uk", "ru"), "open"),  # in one of them
        ("Fr 15:00", ("uk", "ru"), "open"),
        ("Sa 10:30", ("ru",), "unknown"),
        ("Fr 15:00", ("ar",), "open"),  # nothing is said of Arabic: that is another question
    ],
)
def test_hours_in_a_language_count_for_who_asks_for_it(
    monkeypatch: pytest.MonkeyPatch, shipped_index: OfferIndex, code: str, spoken: tuple[str, ...], state: str
) -> None:
    row = list(shipped_index.services["service_id"]).index("helpline-ukraine--counselling")
    offers, places = loaders.records()
    made_up = {**offers[row], "hours_by_language": 'ru=Th 17:00-19:00; Sa "nach Absprache"'}
    assert made_up["opening_hours"] == "Mo-Fr 14:00-17:00"
    monkeypatch.setattr(loaders, "records", lambda: ([*offers[:row], made_up, *offers[row + 1 :]], places))
    found = open_at.states(code, shipped_index, now=THURSDAY, near=None, spoken=spoken)
    assert {1: "open", 0: "closed", -1: "unknown"}[int(found[row])] == state


@pytest.mark.parametrize("code", ["arrive", "later", "Th 16:00-18:00", "Th 25:00", "th 16:00", "Th 23:50", "\x00", "²"])
def test_a_code_that_says_no_time_is_ignored(visit: Visit, code: str) -> None:
    shown = visit(lang="en", open_at=code)
    assert shown.params == {"lang": "en"}
    assert shown.count == 536


def test_every_time_comes_back_from_the_address(shipped_index: OfferIndex) -> None:
    for code in (
        "now",
        "today",
        "tomorrow",
        "arrive",
        *(f"{day} {hour:02}:30" for day in ("Mo", "Th", "Su") for hour in range(23)),
    ):
        choices = address.Choices("de", near=OLD_TOWN, when=code)
        assert address.Choices.from_params(choices.to_params(), shipped_index, languages=LANGUAGES) == choices


def test_a_time_is_chosen_changed_and_let_go(visit: Visit) -> None:
    shown = visit(lang="en", page="2")
    shown.keyed("when-en").set_value("now").run()
    assert shown.params == {"lang": "en", "open_at": "now"}
    shown.keyed("when-en").set_value("chosen").run()
    assert shown.params["open_at"] == "Th 16:30"
    shown.keyed("when-day-en").set_value("5").run()
    shown.keyed("when-time-en").set_value("600").run()
    assert shown.params["open_at"] == "Sa 10:00"
    shown.keyed("when-en").set_value("").run()
    assert shown.params == {"lang": "en"}
    assert not shown.at.exception


def test_without_a_place_nobody_is_asked_about_arriving(visit: Visit) -> None:
    assert "when I arrive" not in visit(lang="en").texts
    assert "when I arrive" in visit(lang="en", near=OLD_TOWN).texts


def test_an_empty_result_lets_the_time_go(visit: Visit) -> None:
    shown = visit(lang="en", open_at="Su 03:00", topic="libraries", district="17")
    assert shown.count == 0
    shown.keyed("clear-empty").click().run()
    assert shown.params == {"lang": "en"}


@pytest.mark.parametrize(("chip", "day"), [("today", 26), ("tomorrow", 27)])
def test_a_day_is_asked_for_with_a_chip_and_stays_a_word_in_the_address(
    visit: Visit, state_of: Ask, chip: str, day: int
) -> None:
    shown = visit(lang="en")
    shown.keyed("when-en").set_value(chip).run()
    assert shown.params == {"lang": "en", "open_at": chip}
    assert f"Open: {chip}" in shown.texts
    steps = (datetime(2026, 11, day, hour, minute, tzinfo=BERLIN) for hour in range(24) for minute in range(0, 60, 10))
    states = [state_of(at) for at in steps if at >= THURSDAY]
    expected = {key for key in states[0] if any(state[key] != "closed" for state in states)}
    assert shown.count == len(expected) < 536
    for card in shown.cards:
        ever = {state[card["service"]] for state in states}
        assert (card["open"]["kind"] == "open") is ("open" in ever)
        assert "open" not in ever or card["open"]["text"].startswith(f"{chip.capitalize()}: ")
