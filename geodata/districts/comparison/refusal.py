"""What is not worked out, and why: an answer of its own, which the page says in words."""

from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "same_area",
    "no_data",
    "withheld",
    "different_indicator",
    "different_definition",
    "different_unit",
    "different_date",
    "one_date",
    "one_estimate",
]
"""Why there is no answer.

same_area             an area cannot be compared with itself
no_data               there is no value
withheld              the value is known and not shown
different_…           the values do not belong together
one_date              a series needs two dates
one_estimate          the same, and the one value is an estimate
"""


@dataclass(frozen=True)
class Refusal:
    """A question that is not answered.

    Attributes:
        reason: why.
        keys: the areas whose values are the reason.
        codes: what differs, as codes of the tables: definitions, units, dates, indicators; the one date of `one_…`.
        city_definitions: of `one_…`: definitions that the whole city's own figures of this name follow, none a series.
    """

    reason: Reason
    keys: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    city_definitions: tuple[str, ...] = ()
