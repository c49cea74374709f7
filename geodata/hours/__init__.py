"""Is a place open? Open, closed or unknown, and unknown is never closed.

Two questions: of a time that is given (`state_at`, `week_of`, with holidays and the change of clocks), and of every
week (`is_open`, of weeks without holidays of one fixed year). Neither knows what time it is: the same question always
has the same answer.
"""

from geodata.hours.day import OpenState
from geodata.hours.holiday_names import HOLIDAY_NAMES
from geodata.hours.opening import VISIT_MIN, WEEKDAYS, Opening
from geodata.hours.own import rule_of
from geodata.hours.place import Place
from geodata.hours.spoken import rules_for
from geodata.hours.state import HORIZON_DAYS, State, state_at
from geodata.hours.visit import SOON_MIN, closes_soon, opens_on, opens_when_i_arrive
from geodata.hours.week import Span, WeekDay, week_of
from geodata.hours.weeks import is_open

__all__ = [
    "HOLIDAY_NAMES",
    "HORIZON_DAYS",
    "SOON_MIN",
    "VISIT_MIN",
    "WEEKDAYS",
    "OpenState",
    "Opening",
    "Place",
    "Span",
    "State",
    "WeekDay",
    "closes_soon",
    "is_open",
    "opens_on",
    "opens_when_i_arrive",
    "rule_of",
    "rules_for",
    "state_at",
    "week_of",
]
