"""Questions of somebody who is about to set out."""

from datetime import UTC, date, datetime, timedelta
from typing import Final

from geodata.hours.day import OpenState, day_of
from geodata.hours.place import Place
from geodata.hours.state import State, state_at

SOON_MIN: Final = 60
_BEST_FIRST: Final[tuple[OpenState, ...]] = ("open", "unknown", "closed")


def opens_when_i_arrive(rule: str, now: datetime, *, walking_min: float, place: Place) -> State:
    """The state at the time of arrival: `now` plus the minutes on foot; arguments as for `state_at`."""
    return state_at(rule, now.astimezone(UTC) + timedelta(minutes=walking_min), place=place)


def opens_on(rule: str, day: date, *, place: Place, from_min: int = 0) -> OpenState:
    """The best that a rule says of a day from a minute on: open at some time, else perhaps, else closed.

    Args:
        rule: OpenStreetMap's opening_hours; "" = not stated.
        day: a day of the place's calendar.
        place: where the rule holds.
        from_min: minute after the day's midnight; what ends by then does not count.
    """
    states = {part.state for part in day_of(rule, day, place=place) if part.until_min > from_min}
    return next(state for state in _BEST_FIRST if state in states)


def closes_soon(rule: str, now: datetime, *, place: Place, within_min: int = SOON_MIN) -> bool | None:
    """Whether a place that is open closes within some minutes.

    Returns:
        True: it does. False: it stays open, or is closed already. None: not known, now or after the change.
    """
    state = state_at(rule, now, place=place)
    if state.state != "open":
        return None if state.state == "unknown" else False
    change = state.next_change
    if change is None or change - now > timedelta(minutes=within_min):
        return False
    return True if state_at(rule, change, place=place).state == "closed" else None
