"""Of any rule at any time: a state lasts until it changes, whoever asks; what is not sure is never called closed."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from geodata.hours import HORIZON_DAYS, Place, state_at
from tests.hours.peer import GOETTINGEN
from tests.hours.rules import any_rules, any_texts, hours, moments

zones = st.sampled_from(["Asia/Kolkata", "America/New_York", "Pacific/Chatham"]).map(ZoneInfo)


@given(any_rules, moments, st.floats(0, 1))
def test_a_state_lasts_until_the_next_change_and_not_longer(rule: str, at: datetime, part: float) -> None:
    state = state_at(rule, at, place=GOETTINGEN)
    horizon = at + timedelta(days=HORIZON_DAYS - 1)
    between = at + part * ((state.next_change or horizon) - at - timedelta(seconds=1))
    then = state_at(rule, between, place=GOETTINGEN)
    assert (then.state, state.next_change is None or then.next_change == state.next_change) == (state.state, True)
    if state.next_change:
        assert state.next_change > at
        assert state_at(rule, state.next_change, place=GOETTINGEN).state != state.state


@given(any_rules, moments, zones)
def test_the_zone_in_which_one_asks_does_not_matter(rule: str, at: datetime, zone: ZoneInfo) -> None:
    assert state_at(rule, at.astimezone(zone), place=GOETTINGEN) == state_at(rule, at, place=GOETTINGEN)


@given(any_texts, moments)
def test_any_text_has_a_state(text: str, at: datetime) -> None:
    assert state_at(text, at, place=GOETTINGEN).state in ("open", "closed", "unknown")


@given(any_rules, moments, st.sampled_from(["Cairo Africa", "Lord_Howe Australia", "Beirut Asia"]))
def test_clocks_that_change_at_midnight_or_by_half_an_hour(rule: str, at: datetime, zone: str) -> None:
    city, continent = zone.split()
    place = Place(f"{continent}/{city}", "DE", "NI")
    state = state_at(rule, at, place=place)
    if state.next_change:
        assert state.next_change > at
        assert state_at(rule, state.next_change, place=place).state != state.state
        assert state_at(rule, state.next_change - timedelta(seconds=1), place=place).state == state.state


@given(st.lists(hours, min_size=1, max_size=3), st.integers(0, 2), st.sampled_from(["; ", ", "]), moments)
def test_a_comment_never_makes_open_hours_closed(rules: list[str], which: int, between: str, at: datetime) -> None:
    plain = between.join(rules)
    with_comment = [
        f'{rule} "by appointment"' if number == which % len(rules) else rule for number, rule in enumerate(rules)
    ]
    if state_at(plain, at, place=GOETTINGEN).state != "closed":
        assert state_at(between.join(with_comment), at, place=GOETTINGEN).state != "closed"


@given(any_rules, moments)
def test_by_appointment_at_other_times_leaves_nothing_closed(rule: str, at: datetime) -> None:
    assert state_at(f'{rule} || "by appointment"', at, place=GOETTINGEN).state != "closed"


@given(
    any_rules, st.sampled_from(["; Sa vormittags", " sunrise-10:00", "; Fr 1000-1200", "; Mo-Xx 10:00-12:00"]), moments
)
def test_a_part_that_cannot_be_read_leaves_all_unknown(rule: str, part: str, at: datetime) -> None:
    answer = state_at(f"{rule}{part}", at, place=GOETTINGEN)
    assert (answer.state, answer.next_change) == ("unknown", None)
