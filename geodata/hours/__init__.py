"""Is a place open when somebody would come? Yes, no, or not stated for sure.

Answered for weeks without holidays, of one fixed year and never of today: the same question always has the same answer.
"""

from geodata.hours.opening import VISIT_MIN, WEEKDAYS, Opening
from geodata.hours.weeks import is_open

__all__ = ["VISIT_MIN", "WEEKDAYS", "Opening", "is_open"]
