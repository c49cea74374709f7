"""When an offer should be open: now, today, on arrival, on a day at a time … What is not known stays in sight.

In the URL: "now", "today", "tomorrow", "arrive", or a weekday and a time such as "Th 16:00".
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from geodata.facilities import Narrowing, Nearness, OfferIndex
from geodata.hours import WEEKDAYS, Opening, OpenState, Place, opens_on, rule_of, rules_for, state_at
from geodata.schema import language_hours
from ui import loaders

NOW: Final = "now"
ARRIVE: Final = "arrive"
TODAY: Final = "today"
TOMORROW: Final = "tomorrow"
_DAYS: Final = {TODAY: 0, TOMORROW: 1}
_OPEN, _CLOSED, _UNKNOWN = 1, 0, -1
_NUMBERS: Final = {"open": _OPEN, "closed": _CLOSED, "unknown": _UNKNOWN}
_BEST: Final = ("open", "unknown", "closed")

Row = Mapping[Any, Any]


def known(code: str, *, near: bool) -> bool:
    """Whether a code says when; nobody arrives whose start (`near`) is not named."""
    return code in (NOW, *_DAYS) or (code == ARRIVE and near) or opening_of(code) is not None


def opening_of(code: str) -> Opening | None:
    """Day and time of a code such as "Th 16:00"; None for any other."""
    try:
        opening = Opening.from_text(code)
    except ValueError:
        return None
    return opening if opening.to_text() == code and "-" not in code else None


def moment(code: str, now: datetime, *, minutes: float | None) -> datetime | None:
    """The point in time that a code means.

    Args:
        code: as in the URL; "" = now. Of a day it is now: the rest of today, and tomorrow, begin from here.
        now: with the city's zone; a day and time of the week are the next ones from here.
        minutes: on foot to the place, for "arrive"; NaN or None: not known.

    Returns:
        A time with the city's zone; None when nobody knows when the reader arrives.
    """
    opening = opening_of(code)
    if opening:
        wall = time(*divmod(opening.from_min, 60))
        day = now.date() + timedelta(days=(opening.weekday - now.weekday()) % len(WEEKDAYS))
        if day == now.date() and wall < now.time():
            day += timedelta(days=len(WEEKDAYS))
        return datetime.combine(day, wall, tzinfo=now.tzinfo)
    if code != ARRIVE:
        return now
    return None if minutes is None or np.isnan(minutes) else now + timedelta(minutes=float(minutes))


def day_of(code: str, now: datetime) -> date | None:
    """The day that "today" or "tomorrow" means; None for any other code, which means a point in time."""
    return now.date() + timedelta(days=_DAYS[code]) if code in _DAYS else None


def state_then(code: str, rule: str, *, at: datetime, where: Place) -> OpenState:
    """What a rule says of the time that a code means: `at`, or the rest of today, or all of tomorrow."""
    day = day_of(code, at)
    if day is None:
        return state_at(rule, at, place=where).state
    begun = at.hour * 60 + at.minute if day == at.date() else 0
    return opens_on(rule, day, place=where, from_min=begun)


def rules_of(offer: Row, place: Row, *, spoken: tuple[str, ...]) -> dict[str, str]:
    """The rules that hold for who asks for one of some languages, as `rules_for` gives them."""
    own = language_hours(offer["hours_by_language"])
    return rules_for(spoken, rule_of(offer, place), own=own, spoken=offer["languages_spoken"])


def narrowing(
    code: str,
    index: OfferIndex,
    *,
    now: datetime,
    near: Nearness | None,
    name_ranks: NDArray[np.intp],
    spoken: tuple[str, ...] = (),
) -> Narrowing | None:
    """Offers that are open then, after them those of which nobody knows; None when nothing was asked.

    `name_ranks` as for `answer`: inside both parts the order is the list's own. `spoken` are the languages asked for.
    """
    if not code:
        return None
    found = states(code, index, now=now, near=near, spoken=spoken)
    sections = index.options["section"].holds.argmax(axis=1)
    minutes = near.of_offers(index) if near else np.zeros(len(index))
    order = np.empty(len(index), dtype=np.intp)
    order[np.lexsort((name_ranks, sections, minutes, found == _UNKNOWN))] = np.arange(len(index))
    return Narrowing(found != _CLOSED, order)


def unsure(
    code: str, index: OfferIndex, *, now: datetime, near: Nearness | None, spoken: tuple[str, ...] = ()
) -> NDArray[np.bool_]:
    """Offers of which nobody knows whether they are open then."""
    return np.asarray(states(code, index, now=now, near=near, spoken=spoken) == _UNKNOWN)


def states(
    code: str, index: OfferIndex, *, now: datetime, near: Nearness | None, spoken: tuple[str, ...] = ()
) -> NDArray[np.int8]:
    """1 open, 0 closed, -1 unknown: one an offer, in the order of the table; for one of the languages, if asked."""
    offers, places = loaders.records()
    where = loaders.hours_place()
    found = np.full(len(index), _UNKNOWN, dtype=np.int8)
    for row, facility in enumerate(index.facility_of):
        rules = rules_of(offers[row], places[facility], spoken=spoken)
        known = any(rules.values())
        at = moment(code, now, minutes=float(near.minutes[facility]) if near else None) if known else None
        if at:
            found[row] = _NUMBERS[state_then(code, rules[best_of(code, rules, at=at, where=where)], at=at, where=where)]
    return found


def best_of(code: str, rules: Mapping[str, str], *, at: datetime, where: Place) -> str:
    """The language (or "") in which it is open then, else perhaps open, else the first one."""
    return min(rules, key=lambda language: _BEST.index(state_then(code, rules[language], at=at, where=where)))
