"""What a search changes beside the list: the name of its place, the choices it ends with, and groups of their own."""

from collections.abc import Callable

import pytest

from geodata.hours import is_open
from geodata.i18n import Translator
from geodata.search import openings, search
from tests.ui.conftest import Shown
from tests.ui.search_field import Asked, asking_with
from ui import loaders

ALL = 536


@pytest.fixture
def asking(visit: Callable[..., Shown], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Asked]:
    return asking_with(visit, monkeypatch)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kita nahe Bahnhof", "Bahnhof"),
        ("طبيب بالعربية قريب من المحطة", "Bahnhof"),
        ("детский сад рядом с вокзалом", "Bahnhof"),
        ("Beratung Theaterstraße", "Theaterstraße"),
    ],
)
def test_a_place_that_was_searched_for_has_its_own_name(
    asking: Callable[..., Asked], translators: dict[str, Translator], text: str, name: str
) -> None:
    asked = asking(lang="de").type(text)
    said = str(asked.shown.keyed("near-popover").proto.popover.label)
    assert said.startswith(translators["de"]("Near: {place}", place=name)), said
    assert set(asked.shown.params) <= {"lang", "near", "spoken"}


def test_removing_all_choices_ends_the_search_too(asking: Callable[..., Asked]) -> None:
    asked = asking(lang="de", topic="libraries").type("Jobcenter")
    assert asked.shown.count == 0
    before = asked.shown.component("search")["writes"]
    asked.press("clear-empty")
    field = asked.shown.component("search")
    assert (asked.shown.count, field["text"], field["writes"]) == (ALL, "", before + 1)
    assert asked.shown.params == {"lang": "de"}


def test_after_a_search_what_is_not_stated_stands_in_a_group_of_its_own(
    asking: Callable[..., Asked], translators: dict[str, Translator]
) -> None:
    text, index, t = "language course in the evening", loaders.search_index(), translators["en"]
    found = search(text, index)
    rows = [int(row) for row in found.rows[: found.fits]]
    open_then = {index.offers.ids[row] for row in rows if any(map(_open(index.offers.rules[row]), openings("17:00")))}
    groups = asking(lang="en").type(text).shown.component("cards")["groups"]
    assert [group["title"] for group in groups] == [t("Open at that time"), t("Not known whether open")]
    assert {card["service"] for card in groups[0]["cards"]} <= open_then
    ranked = [index.offers.ids[row] for row in rows]
    for group in groups:
        places = [ranked.index(card["service"]) for card in group["cards"]]
        assert places == sorted(places), "inside a group the order of the search"
    spoken = asking(lang="en").type("language course in Russian").shown.component("cards")["groups"]
    assert [group["kind"] for group in spoken] in (["yes", "unknown"], ["unknown"])


def _open(rule: str) -> Callable[..., bool]:
    return lambda span: bool(rule) and is_open(rule, span) is True
