"""What is wrong with a call sheet that came back: a code, the place, what was found, what is allowed."""

from dataclasses import dataclass
from typing import Final

CODES: Final = (
    # the file
    "empty_file", "too_large", "not_a_table", "wrong_encoding", "broken_quotes", "too_many_rows", "missing_column",
    "repeated_column", "more_cells", "no_answers",
    # its lines
    "no_service", "unknown_service", "other_facility", "unknown_question", "answered_twice", "unknown_language",
    "wrong_hours", "not_yes_or_no", "no_date", "wrong_date", "future_date",
)  # fmt: skip
"""Everything that can be wrong."""

_SHOWN: Final = 60


@dataclass(frozen=True)
class AnswerFault:
    """A fault of a call sheet.

    Attributes:
        code: one of `CODES`.
        row: as a spreadsheet counts, 1 is the head; 0 = no single row.
        column: its head, "" = no single column.
        value: what was found, cut to a line.
        allowed: what may stand there, where that is a short list or a limit.
    """

    code: str
    row: int = 0
    column: str = ""
    value: str = ""
    allowed: tuple[str, ...] = ()

    def __str__(self) -> str:
        place = f"row {self.row} " if self.row else ""
        return " ".join(filter(None, (f"{place}{self.column}".strip(), self.code, self.value and repr(self.value))))


def cut(text: str) -> str:
    """A text on one line, not longer than fits a table of faults."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
