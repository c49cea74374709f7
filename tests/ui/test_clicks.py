"""Clicks on the map, as the page hears of them."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.ui.conftest import Shown
from ui import loaders
from ui.finder import city_map

Visit = Callable[..., Shown]


@pytest.fixture
def clicking(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Shown]:
    """The finder after a click on the map, `clicking({"kind": …, "id": …, "seq": …}, lang="de")`."""

    def click(answer: dict[str, Any], **params: str) -> Shown:
        monkeypatch.setattr(city_map, "show", lambda state: answer)
        return visit(**params)

    return click


def test_a_click_on_a_point_selects_its_card(clicking: Callable[..., Shown]) -> None:
    place = loaders.places()["id"][-1]
    shown = clicking({"kind": "facility", "id": place, "seq": 1}, lang="de")
    assert shown.params["facility"] == place
    assert place in [card["facility"] for card in shown.cards if card["selected"]]


def test_a_click_on_a_district_filters_by_it_once(clicking: Callable[..., Shown]) -> None:
    shown = clicking({"kind": "area", "id": "04", "seq": 1}, lang="de", section="work_career")
    assert shown.params == {"lang": "de", "section": "work_career", "district": "04"}
    count = shown.count
    shown.at.run()
    assert shown.params["district"] == "04"
    assert shown.count == count


def test_a_click_on_a_chosen_district_lets_it_go(clicking: Callable[..., Shown]) -> None:
    shown = clicking({"kind": "area", "id": "04", "seq": 1}, lang="de", district="01,04")
    assert shown.params == {"lang": "de", "district": "01"}


@pytest.mark.parametrize("kind", ["facility", "area"])
def test_a_click_on_what_is_not_there_breaks_nothing(clicking: Callable[..., Shown], kind: str) -> None:
    shown = clicking({"kind": kind, "id": "<b>nobody</b>", "seq": 1}, lang="de")
    assert not shown.at.exception
