"""What leads away from a card: only what may be shown, files for the selected place, a way out where it is needed."""

import base64
from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from geodata.adapters.city_data import CityData
from tests.ui.conftest import Shown
from ui import clock
from ui.finder.card_links import SENSITIVE_TOPICS, is_sensitive

Visit = Callable[..., Shown]

HIDDEN = "frauenhaus-goettingen"
MANY = "migrationszentrum-goettingen"  # 18 languages are spoken there
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


def test_a_report_says_what_the_guide_says_and_nothing_of_the_reader(visit: Visit) -> None:
    shown = visit(lang="en", facility=DATES, topic="culture", near="100mN31580E43161")
    card = card_of(shown, DATES)
    report = card["report"]
    assert card["name"] in report["subject"]
    assert f"{DATES}, {card['service']}" in report["text"]
    assert "Opening hours: Tu" in report["text"]
    assert "Telephone: not stated" in report["text"]
    assert "100m" not in str(report) + card["share"]["href"]
    assert "on foot" not in report["text"]
    assert card["share"]["href"] == f"?lang=en&facility={DATES}"
    assert shown.component("cards")["names"]["report"]["to"] == ""  # none is in the data, and none is made up


def test_german_names_are_isolated_where_lines_run_from_right_to_left(visit: Visit) -> None:
    card = card_of(visit(lang="ar", facility=DATES), DATES)
    isolated = f"\u2068{card['name']}\u2069"
    assert isolated in card["report"]["subject"]
    assert isolated in card["report"]["text"]
    assert isolated in content(card, ".ics").replace("\r\n ", "")
    assert isolated in card["still"]["label"]
    phone = card_of(visit(lang="ar", facility=MANY), MANY)["phone"]
    assert f"\u2068{phone['label']}\u2069" in phone["name"]


def spoken(card: dict[str, Any]) -> dict[str, Any]:
    return card["facts"][0]["rows"][0]  # type: ignore[no-any-return]


def test_a_long_list_of_languages_is_folded_after_the_reader_s_own_and_those_asked_for(visit: Visit) -> None:
    card = card_of(visit(lang="ru", facility=MANY, spoken="ar", topic="counselling"), MANY)
    row = spoken(card)
    assert [(chip["kind"], chip["text"]) for chip in row["chips"][:2]] == [("yes", "Русский"), ("tag", "Арабский")]
    assert row["fold"]["after"] == 5
    assert str(len(row["chips"]) - 5) in row["fold"]["label"]


def test_a_language_is_named_not_named_or_not_stated(visit: Visit) -> None:
    rows = card_of(visit(lang="en", facility=MANY, spoken="ar", topic="counselling"), MANY)["facts"][0]["rows"]
    kinds = [row["chips"][0]["kind"] for row in rows]
    assert kinds == ["yes", "no", "yes"]
    assert rows[1]["chips"][0]["text"] == "English: not named"
    silent = card_of(visit(lang="en", facility=DATES), DATES)["facts"][0]["rows"][1]
    assert [chip["kind"] for chip in silent["chips"]] == ["assumed"]


def test_the_small_map_is_a_picture_of_a_few_kilobytes_and_a_hidden_place_has_none(visit: Visit) -> None:
    still = card_of(visit(lang="de", facility=DATES), DATES)["still"]
    assert base64.b64decode(still["href"].split("base64,")[1]).startswith(b"<svg")
    assert len(still["href"]) < 12_000
    assert "OpenStreetMap" in still["credits"]
    assert not card_of(visit(lang="de", facility=HIDDEN), HIDDEN)["still"]


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
