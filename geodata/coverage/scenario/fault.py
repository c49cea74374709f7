"""What is wrong with a scenario: a code, the place, what was found, what is allowed."""

from dataclasses import dataclass
from typing import Any, Final

CODES: Final = (
    # the file
    "too_large", "not_utf8", "not_json", "not_an_object", "wrong_version", "too_many_changes",
    # its fields
    "missing_field", "unknown_field", "repeated_field", "not_text", "empty", "too_long", "control_character",
    "not_a_list", "unknown_change", "unknown_language", "wrong_hours", "not_a_hash",
    # beside the tables at hand
    "unknown_offer", "known_offer", "unknown_place", "empty_cell", "unknown_section", "unknown_topic",
)  # fmt: skip
"""Everything that can be wrong."""

_SHOWN: Final = 80


@dataclass(frozen=True)
class ScenarioFault:
    """A fault of a scenario.

    Attributes:
        code: one of `CODES`.
        where: number of the change, 1 = the first, 0 = none of them; and its field, "" = all of it.
        value: what was found, cut to a line and fit to be shown.
        allowed: what may stand there, where that is a short list or a limit.
    """

    code: str
    where: tuple[int, str] = (0, "")
    value: str = ""
    allowed: tuple[str, ...] = ()

    def __str__(self) -> str:
        number, field = self.where
        place = ".".join(filter(None, (f"changes[{number}]" if number else "", field)))
        found = f" {self.value!r}" if self.value else ""
        allowed = f" (allowed: {', '.join(self.allowed)})" if self.allowed else ""
        return f"{place}: {self.code}{found}{allowed}" if place else f"{self.code}{found}{allowed}"


def shown(value: Any) -> str:
    """A value out of JSON as a short text that can be written anywhere, half a character included."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    return str(value)[:_SHOWN].encode("utf-8", "backslashreplace").decode()
