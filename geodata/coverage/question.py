"""What is asked: offers of a section or topic, in a language, within some minutes, for a group of people."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geodata.coverage.catchments import ALL, GROUPS
from geodata.hours import Opening

LEAST_MIN: Final = 5
MOST_MIN: Final = 60
MODES: Final = ("walking", "cycling")
MOST_MIN_OF: Final = {"walking": MOST_MIN, "cycling": 30}
"""Minutes up to which ways are known, by mode."""
HALF: Final = 0.5


@dataclass(frozen=True)
class Question:
    """A question to the directory and the census.

    Attributes:
        section, topic: codes of the taxonomy, "" = any.
        languages: codes of which an offer must speak at least one; empty = not asked.
        group: whom it is asked for, one of `GROUPS`.
        minutes: how far an offer may be, `LEAST_MIN` to `MOST_MIN_OF` the mode.
        mode: one of `MODES`.
        verified: whether an offer must be confirmed as active; where nobody has, it fits possibly.
        opening: when it must be open, None = not asked.
        wished_share: share of the people, above 0 up to 1, from which on an area is covered.
    """

    section: str = ""
    topic: str = ""
    languages: tuple[str, ...] = ()
    group: str = ALL
    minutes: int = 15
    mode: str = MODES[0]
    verified: bool = False
    opening: Opening | None = None
    wished_share: float = HALF


@dataclass(frozen=True)
class Wrong:
    """A part of a question that cannot be: the parameter, the value found, and the values allowed ("…" in words)."""

    parameter: str
    value: str
    allowed: tuple[str, ...]


def wrong_parts(
    question: Question, *, sections: Sequence[str], topics: Sequence[str], languages: Sequence[str]
) -> tuple[Wrong, ...]:
    """Every part of a question that cannot be; `languages` are the codes that exist, spoken here or not."""
    most = MOST_MIN_OF.get(question.mode, MOST_MIN)
    choices = (
        ("section", question.section, sections, question.section in ("", *sections)),
        ("topic", question.topic, topics, question.topic in ("", *topics)),
        ("group", question.group, GROUPS, question.group in GROUPS),
        ("mode", question.mode, MODES, question.mode in MODES),
        ("minutes", question.minutes, (f"{LEAST_MIN}–{most}",), LEAST_MIN <= question.minutes <= most),
        ("wished_share", question.wished_share, ("0–1",), 0 < question.wished_share <= 1),
        *(("language", code, tuple(languages), code in languages) for code in question.languages),
    )
    return tuple(Wrong(name, str(value), tuple(allowed)) for name, value, allowed, fine in choices if not fine)
