"""Ten things that residents come for, as steps on the page and what must have come of them.

Each task leads from the finder's first page to an outcome. What must come of it is read from the tables or from the
file that was made, never from the finder's own code.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pikepdf
import pypdfium2

from tests.e2e.near_field import offers_within
from tests.e2e.oracle import FACILITIES, SERVICES
from tests.e2e.residents import POPOVER, SECTION, Resident

Task = Callable[[Resident], None]

OFFERS: Final = {row["service_id"]: row for row in SERVICES}
SENTENCE: Final = {
    "de": "Deutschkurs Grone russisch",
    "en": "German course in Grone in Russian",
    "ru": "курсы немецкого в Гроне по-русски",
    "ar": "دورة لغة ألمانية في غرونه بالروسية",
}
COUNSELLING: Final = {
    "de": "Beratung auf Arabisch",
    "en": "counselling in Arabic",
    "ru": "консультация на арабском",
    "ar": "استشارة بالعربية",
}
DOCTOR: Final = {"de": "Kinderartz", "en": "docter", "ru": "детский врачь", "ar": "طيبيب"}
LIBRARY: Final = {"de": "Stadtbibliothek", "en": "city library", "ru": "городская библиотека", "ar": "مكتبة المدينة"}
KINDERGARTEN: Final = {"de": "Kindergarten", "en": "nursery", "ru": "детский сад", "ar": "روضة أطفال"}
SWIMMING: Final = {"de": "Schwimmbad", "en": "swimming pool", "ru": "бассейн", "ar": "مسبح"}
DISTRESS: Final = {
    "de": "mein Mann schlägt mich",
    "en": "my husband hits me",
    "ru": "муж бьёт меня",
    "ar": "زوجي يضربني",
}
PLACE: Final = "neustadt 18"
UNKNOWN: Final = "Quitschfidelxyz"
WORK: Final = 2
"""Where the tile of work and career stands among the sections."""


def takes_a_wrong_chip_away(resident: Resident) -> None:
    resident.search(SENTENCE[resident.language])
    assert {"topic-language_courses", "place-09", "language-ru"} <= set(resident.chips)
    assert resident.finder.param("spoken") == "ru"
    resident.tap(".st-key-chip-language-ru button")
    resident.sees(lambda: resident.finder.param("spoken"), "")
    assert "language-ru" not in resident.chips
    resident.show("list")
    offer = OFFERS[resident.first]
    assert (offer["topic"], FACILITIES[offer["facility_id"]]["district_key"]) == ("language_courses", "09")


def finds_counselling_that_states_arabic(resident: Resident) -> None:
    resident.search(COUNSELLING[resident.language])
    resident.tap("[class*=st-key-confirmed-] :is(label, input)")
    resident.sees(lambda: resident.finder.param("confirmed"), "1")
    resident.show("list")
    listed = resident.finder.listed
    assert listed
    assert all("ar" in OFFERS[each]["languages_spoken"].split(";") for each in listed)
    assert OFFERS[listed[0]]["topic"] == "counselling"


def sees_what_is_within_a_quarter_of_an_hour(resident: Resident) -> None:
    resident.show("filter")
    cell = resident.name_place(PLACE)
    resident.pick("[class*=st-key-within-]", 3)  # any distance, 5, 10, 15
    resident.sees(lambda: resident.finder.param("within"), "15")
    resident.sees(lambda: resident.finder.count, offers_within(cell, 15))


def calls_a_doctor_in_spite_of_a_typing_error(resident: Resident) -> None:
    resident.search(DOCTOR[resident.language])
    resident.show("list")
    able = resident.page.locator("article.f-card:has(.f-acts a[href^='tel:'])")
    service = able.first.get_attribute("data-service") or ""  # some that treat people can only be written to
    assert {OFFERS[each]["topic"] for each in (resident.first, service)} <= {"health", "emergency"}
    link = resident.reach(f'{resident.card(service)} .f-acts a[href^="tel:"]')
    assert link.get_attribute("href") == f"tel:{FACILITIES[OFFERS[service]['facility_id']]['phone']}"


def reads_the_hours_of_the_library(resident: Resident) -> None:
    resident.search(LIBRARY[resident.language])
    resident.show("list")
    card = resident.card(resident.first)
    assert OFFERS[resident.first]["facility_id"] == "stadtbibliothek-goettingen"
    assert resident.thing(f"{card} .f-open").inner_text().strip()
    resident.tap(f"{card} .f-detail > summary")
    rows = resident.page.locator(f"{card} .f-week tr")
    rows.first.wait_for()
    assert rows.count() % 7 == 0
    assert rows.first.get_attribute("aria-current") == "date"
    silent = "article.f-card:not(:has(.f-open, .f-unknown))"
    assert resident.page.locator(silent).count() == 0, "a card says its hours, or what is not stated"


def saves_an_offer_and_finds_it_again(resident: Resident) -> None:
    resident.search(KINDERGARTEN[resident.language])
    resident.show("list")
    service = resident.first
    resident.tap(f"{resident.card(service)} .f-save")
    resident.sees(lambda: resident.finder.param("mine") != "", wanted=True)
    resident.show("filter")
    resident.unfold(".st-key-my-list-popover button")
    resident.page.locator(f"{POPOVER} .st-key-my-list-{service}").wait_for()
    assert FACILITIES[OFFERS[service]["facility_id"]]["name"] in resident.page.locator(POPOVER).inner_text()


def takes_a_leaflet_away(resident: Resident) -> None:
    resident.search(LIBRARY[resident.language])
    resident.show("filter")
    first = FACILITIES[OFFERS[resident.first]["facility_id"]]["name"]
    resident.unfold(".st-key-found-take-away button")
    with resident.page.expect_download() as waiting:
        resident.tap(f'{POPOVER} [class*="-leaflet-pdf"] button')
    path = Path(waiting.value.path())
    with pikepdf.open(path) as document:
        assert str(document.Root.Lang).startswith(resident.language)
    text = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(path))
    assert first.split()[0] in text


def calls_somebody_where_the_guide_knows_nothing(resident: Resident) -> None:
    resident.search(UNKNOWN)
    resident.show("list")
    service = resident.first
    assert {OFFERS[each]["topic"] for each in resident.finder.listed} <= {"counselling", "meeting", "administration"}
    link = resident.reach(f'{resident.card(service)} .f-acts a[href^="tel:"]')
    assert link.get_attribute("href") == f"tel:{FACILITIES[OFFERS[service]['facility_id']]['phone']}"


def sees_the_lines_for_an_emergency_first(resident: Resident) -> None:
    resident.search(DISTRESS[resident.language])
    assert resident.in_sight(".f-lead")
    lines = resident.page.locator(".f-lead a")
    hrefs = [line.get_attribute("href") for line in lines.all()]
    assert {"tel:110", "tel:116016"} <= set(hrefs)
    assert all(resident.in_sight(f'.f-lead a[href="{href}"]') for href in ("tel:110", "tel:116016"))
    assert resident.finder.evaluate("document.documentElement.lang") == resident.language
    assert OFFERS[resident.first]["topic"] == "women"


def finds_the_way_out_where_nothing_fits(resident: Resident) -> None:
    resident.pick(SECTION, WORK)
    resident.sees(lambda: resident.finder.param("section"), "work_career")
    resident.search(SWIMMING[resident.language])
    resident.show("list")
    resident.tap(".st-key-way-out button")
    resident.sees(lambda: resident.finder.param("section"), "")
    resident.sees(lambda: resident.finder.count > 0, wanted=True)
    assert OFFERS[resident.first]["topic"] == "leisure_sport"


TASKS: tuple[Task, ...] = (
    takes_a_wrong_chip_away,
    finds_counselling_that_states_arabic,
    sees_what_is_within_a_quarter_of_an_hour,
    calls_a_doctor_in_spite_of_a_typing_error,
    reads_the_hours_of_the_library,
    saves_an_offer_and_finds_it_again,
    takes_a_leaflet_away,
    calls_somebody_where_the_guide_knows_nothing,
    sees_the_lines_for_an_emergency_first,
    finds_the_way_out_where_nothing_fits,
)
