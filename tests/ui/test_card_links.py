"""What leads away from a card: only what may be shown, files for the selected place, a way out where it is needed."""

import base64
from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import pytest
import vobject

from geodata.adapters.city_data import CityData
from tests.ui.conftest import Shown
from ui import clock
from ui.finder.card_links import SENSITIVE_TOPICS, is_sensitive

Visit = Callable[..., Shown]

HIDDEN = "frauenhaus-goettingen"
DATES = "kulturpforte-goettingen"  # open on two afternoons of a week
NOW = datetime(2026, 11, 26, 16, 10, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture(autouse=True)
def _thursday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


def card_of(shown: Shown, facility: str) -> dict[str, Any]:
    return next(card for card in shown.cards if card["facility"] == facility)


def content(card: dict[str, Any], end: str) -> str:
    (link,) = (each["href"] for each in card["files"] if each["path"].endswith(end))
    return base64.b64decode(link.split("base64,")[1]).decode()


def test_a_hidden_place_is_on_no_map_and_its_card_for_the_address_book_has_no_address(visit: Visit) -> None:
    card = card_of(visit(lang="en", facility=HIDDEN), HIDDEN)
    assert card["maps"] is None
    text = content(card, ".vcf")
    assert "ADR" not in text
    assert "GEO" not in text


def test_files_are_made_for_the_selected_place_only(visit: Visit) -> None:
    shown = visit(lang="en", facility=DATES)
    assert {card["facility"] for card in shown.cards if "files" in card} == {DATES}
    events = vobject.readOne(content(card_of(shown, DATES), ".ics")).vevent_list
    assert {event.dtstart.value.astimezone(NOW.tzinfo).strftime("%a %H:%M") for event in events} == {
        "Tue 16:00",
        "Thu 16:30",
    }


def test_a_report_names_the_offer_and_no_one_else(visit: Visit) -> None:
    card = card_of(visit(lang="en", facility=DATES, topic="culture", near="100mN31580E43161"), DATES)
    report = card["report"]
    assert card["service"] in report["text"]
    assert report["href"].startswith("mailto:?")  # no address of the office is in the data, and none is made up
    assert report["text"] in unquote(report["href"])
    assert "100m" not in report["text"] + card["share"]["href"]
    assert card["share"]["href"] == f"?lang=en&facility={DATES}"


def test_counselling_after_violence_is_sensitive_whatever_its_topic_and_libraries_are_not(
    shipped_city: CityData,
) -> None:
    offers = shipped_city.services.to_dict("records")
    sensitive = {offer["facility_id"] for offer in offers if is_sensitive(offer)}
    assert {HIDDEN, "woge-wege-ohne-gewalt", "kinderschutzzentrum-goettingen", "stiftung-opferhilfe"} <= sensitive
    assert all(is_sensitive(offer) for offer in offers if offer["topic"] in SENSITIVE_TOPICS)
    assert not [offer for offer in offers if is_sensitive(offer) and offer["topic"] in ("libraries", "schools")]
    assert sum(map(is_sensitive, offers)) < len(offers) / 10


@pytest.mark.parametrize("language", ["de", "en", "ru", "ar"])
def test_the_way_out_leads_to_a_page_in_the_language_of_the_reader(visit: Visit, language: str) -> None:
    card = card_of(visit(lang=language, facility=HIDDEN), HIDDEN)
    assert card["leave"]["href"] == f"https://{language}.wikipedia.org/"
