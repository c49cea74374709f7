"""What a card says about hours: of a clock that stands still, in four languages, and never "closed" for "unknown"."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.hours import Place
from geodata.i18n import Translator
from ui.finder.card_hours import HoursWriter

BERLIN = ZoneInfo("Europe/Berlin")
TOWN = Place("Europe/Berlin", "DE", "NI")
THURSDAY = datetime(2026, 11, 26, 16, 0, tzinfo=BERLIN)
REFORMATION_DAY = datetime(2025, 10, 31, 10, 0, tzinfo=BERLIN)  # a Friday, and a holiday in Lower Saxony
SPOT = {"opening_hours": "", "opening_hours_text": "", "phone": "+49551123456"}
Words = dict[str, Translator]


def offer(rule: str, words: str = "", *, language_hours: str = "") -> dict[str, object]:
    return {
        "opening_hours": rule,
        "opening_hours_text": words,
        "hours_by_language": language_hours,
        "languages_spoken": ("ru", "uk"),
    }


@pytest.fixture
def write(translators: Words) -> Callable[..., HoursWriter]:
    """A writer of a language, at a time."""

    def writer(
        language: str = "en", *, now: datetime = THURSDAY, asked: str = "", spoken: tuple[str, ...] = ()
    ) -> HoursWriter:
        return HoursWriter(translators[language], place=TOWN, now=now, asked=asked, spoken=spoken)

    return writer


Write = Callable[..., HoursWriter]


@pytest.mark.parametrize(
    ("rule", "kind", "text"),
    [
        ("Mo-Fr 09:00-18:00", "open", "Open until 18:00"),
        ("Mo-Fr 09:00-16:30", "soon", "Closes soon: open until 16:30"),
        ("Th 09:00-24:00", "open", "Open until 24:00"),
        ("Th 15:00-26:00", "open", "Open until Fri 02:00"),
        ("Th 10:00-18:00+", "open", "Open until 18:00 at least"),
        ("24/7", "open", "Open around the clock"),
        ("Th 17:00-18:00", "closed", "Closed, opens 17:00"),
        ("Mo-Fr 09:00-12:00", "closed", "Closed, opens Fri 09:00"),
        ("Th 09:00-12:00", "closed", "Closed, opens December 3, 2026, 09:00"),
        ('Th 09:00-12:00; Fr 10:00-12:00 unknown "auf Anfrage"', "closed", "Closed, perhaps opens Fri 10:00"),
        ('Mo-Fr "nach Vereinbarung"', "unknown", "Not sure whether it is open"),
        ("no rule at all", "unknown", "Not sure whether it is open"),
    ],
)
def test_the_line_of_a_rule(write: Write, rule: str, kind: str, text: str) -> None:
    state = write().state(offer(rule), SPOT)
    assert (state["kind"], state["text"]) == (kind, text)


def test_what_is_not_stated_asks_the_reader_to_ask(write: Write) -> None:
    assert write().state(offer(""), SPOT)["text"] == "Hours not stated: call and ask"
    assert write().state(offer(""), {**SPOT, "phone": ""})["text"] == "Hours not stated: please ask"
    assert write().state(offer("", "nach Vereinbarung"), SPOT)["text"] == "Hours are known in words only"


def test_an_offer_with_hours_in_words_does_not_keep_those_of_its_place(write: Write) -> None:
    spot = {**SPOT, "opening_hours": "Mo-Fr 09:00-18:00"}
    assert write().state(offer(""), spot)["kind"] == "open"
    assert write().state(offer("", "nur mit Termin"), spot)["kind"] == "unknown"


def test_a_holiday_is_named_and_hours_may_differ_unless_the_rule_speaks_of_holidays(write: Write) -> None:
    silent = write(now=REFORMATION_DAY).state(offer("Mo-Fr 09:00-18:00"), SPOT)
    assert silent["note"] == "Reformation Day: hours may differ"
    spoken = write(now=REFORMATION_DAY).state(offer("Mo-Fr 09:00-18:00; PH off"), SPOT)
    assert (spoken["kind"], spoken["note"]) == ("closed", "Reformation Day")


def test_the_line_is_of_the_time_that_was_asked_for(write: Write) -> None:
    rule = offer("Mo-Fr 09:00-16:20")
    chosen = write(asked="Fr 10:00").state(rule, SPOT)
    assert chosen["text"] == "Fri 10:00: Open until 16:20"
    assert write(asked="arrive").state(rule, SPOT, minutes=30.0)["text"].startswith("When you arrive: Closed")
    assert write(asked="arrive").state(rule, SPOT, minutes=float("nan"))["kind"] == "unknown"


@pytest.mark.parametrize("language", ["de", "en", "ru", "ar"])
def test_the_week_begins_today_in_the_language_of_the_reader(write: Write, translators: Words, language: str) -> None:
    t = translators[language]
    week = write(language).week(offer("Th 09:00-12:00,14:00-26:00"), SPOT)
    assert len(week) == 7
    assert week[0]["today"]
    assert t.weekday(3) in week[0]["day"]
    assert [day["day"] for day in week[1:]] == [t.weekday((3 + ahead) % 7) for ahead in range(1, 7)]
    assert week[0]["hours"] == t.listed([t.isolated("09:00–12:00"), t.isolated("14:00–02:00")])
    assert {day["hours"] for day in week[1:]} == {t("closed")}


def test_the_week_names_holidays_and_what_is_not_sure(write: Write) -> None:
    week = write(now=REFORMATION_DAY).week(offer('Mo-Fr 09:00-12:00; Sa unknown "nach Vereinbarung"'), SPOT)
    assert week[0]["note"] == "Reformation Day: hours may differ"
    assert (week[1]["hours"], week[1]["comment"]) == ("not sure", "nach Vereinbarung")
    assert write().week(offer("24/7"), SPOT)[0]["hours"] == "around the clock"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (datetime(2025, 10, 3, 10, 0, tzinfo=BERLIN), "German Unity Day"),
        (REFORMATION_DAY, "Reformation Day"),
        (datetime(2026, 6, 4, 10, 0, tzinfo=BERLIN), ""),  # Corpus Christi is none in Lower Saxony
    ],
)
def test_only_holidays_of_lower_saxony_are_named(write: Write, day: datetime, name: str) -> None:
    silent = write(now=day).state(offer("Mo-Fr 09:00-18:00"), SPOT)
    spoken = write(now=day).state(offer("Mo-Fr 09:00-18:00; PH off"), SPOT)
    assert (silent["kind"], silent["note"]) == ("open", f"{name}: hours may differ" if name else "")
    assert (spoken["kind"], spoken["note"]) == ("closed" if name else "open", name)


def test_in_school_holidays_that_no_calendar_knows_nothing_is_sure(write: Write) -> None:
    state = write().state(offer("Mo-Fr 09:00-18:00; SH off"), SPOT)
    assert (state["kind"], state["text"]) == ("unknown", "Not sure whether it is open")
    assert write().week(offer("Mo-Fr 09:00-18:00; SH off"), SPOT)[0]["hours"] == "perhaps 09:00–18:00"


@pytest.mark.parametrize(
    ("asked", "rule", "kind", "text"),
    [
        ("today", "Th 09:00-12:00,17:00-18:00", "open", "Today: 09:00–12:00, 17:00–18:00"),
        ("today", "Th 09:00-12:00", "closed", "Today: 09:00–12:00"),
        ("tomorrow", "Fr 09:00-12:00", "open", "Tomorrow: 09:00–12:00"),
        ("tomorrow", "Th 09:00-12:00", "closed", "Tomorrow: closed"),
        ("tomorrow", 'Fr 09:00-12:00 "nach Absprache"', "unknown", "Tomorrow: perhaps 09:00–12:00"),
        ("tomorrow", "24/7", "open", "Tomorrow: around the clock"),
    ],
)
def test_the_line_of_a_day_has_all_its_hours(write: Write, asked: str, rule: str, kind: str, text: str) -> None:
    state = write(asked=asked).state(offer(rule), SPOT)
    assert (state["kind"], state["text"]) == (kind, text)


RUSSIAN = offer("Mo-Fr 09:00-12:00", language_hours="ru=Th 14:00-17:00 & uk=Fr 10:00-11:00")


@pytest.mark.parametrize("language", ["de", "en", "ru", "ar"])
def test_the_week_says_in_which_language_after_the_hours_of_everybody(
    write: Write, translators: Words, language: str
) -> None:
    t = translators[language]
    thursday, friday, saturday, *_ = write(language).week(RUSSIAN, SPOT)
    assert thursday["hours"].startswith(f"{t.isolated('09:00–12:00')} · {t.language_name('ru')}")
    assert thursday["hours"].endswith(t.isolated("14:00–17:00"))
    assert t.language_name("uk") in friday["hours"]
    assert t.language_name("ru") not in friday["hours"]
    assert saturday["hours"] == t("closed")


def test_where_only_hours_in_a_language_are_stated_the_rest_is_not_stated(write: Write) -> None:
    only = offer("", language_hours="ru=Th 14:00-17:00")
    assert [day["hours"] for day in write().week(only, SPOT)[:2]] == ["Russian: 14:00–17:00", "not stated"]
    assert write().state(only, SPOT)["kind"] == "unknown"
    assert not write().known(only, SPOT)


def test_who_asks_for_a_language_reads_its_hours(write: Write) -> None:
    assert write(spoken=("ru",)).state(RUSSIAN, SPOT)["text"] == "Russian: Closes soon: open until 17:00"
    assert write(spoken=("uk",)).state(RUSSIAN, SPOT)["text"] == "Ukrainian: Closed, opens Fri 10:00"
    assert write(spoken=("ar",)).state(RUSSIAN, SPOT)["text"] == "Closed, opens Fri 09:00"
    assert write(spoken=("uk", "ru")).state(RUSSIAN, SPOT)["text"].startswith("Russian: Closes soon")


@settings(max_examples=100)
@given(rule=st.text(max_size=30), asked=st.sampled_from(("", "now", "today", "tomorrow", "arrive", "Su 03:00")))
def test_no_text_raises_and_what_cannot_be_read_is_never_closed(rule: str, asked: str) -> None:
    writer = HoursWriter(Translator("en"), place=TOWN, now=THURSDAY, asked=asked)
    state = writer.state(offer(rule), SPOT, minutes=5.0)
    assert state["text"]
    if state["kind"] == "closed":
        assert rule.strip()
    assert len(writer.week(offer(rule), SPOT)) == (7 if rule else 0)
