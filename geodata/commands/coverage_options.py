"""The options of `python -m geodata coverage` as an analysis, or as everything that is wrong with them."""

import argparse
from collections.abc import Sequence
from typing import Final

from geodata.coverage.analysis import LEVELS, Analysis
from geodata.coverage.catchments import GROUPS
from geodata.coverage.question import LEAST_MIN, MODES, MOST_MIN, Question, Wrong
from geodata.hours import Opening
from geodata.schema import LIST_SEPARATOR

_MOST_DIGITS: Final = 9
_OF_A_QUESTION: Final = ("section", "topic", "language", "group", "minutes", "mode", "verified", "open", "share", "by")
"""Options that an analysis file answers, too; None where they were not given."""


def add_question_options(command: argparse.ArgumentParser) -> None:
    """The options that say what is asked; none has a default, so that `given` can tell."""
    command.add_argument("--section", metavar="S", help="code of a section (default: any)")
    command.add_argument("--topic", metavar="T", help="code of a topic (default: any)")
    command.add_argument(
        "--language",
        metavar="L",
        action="append",
        help="ISO 639 code; ar;fa, or repeated: one of them is enough",
    )
    command.add_argument("--group", metavar="G", help=f"{', '.join(GROUPS)} (default: {GROUPS[0]})")
    command.add_argument("--minutes", metavar="N", help=f"{LEAST_MIN} to {MOST_MIN} (default: {Question.minutes})")
    command.add_argument("--mode", metavar="M", help=f"{' or '.join(MODES)} (default: {MODES[0]})")
    command.add_argument("--verified", action="store_true", default=None, help="unconfirmed offers do not surely fit")
    command.add_argument("--open", metavar="WHEN", help='opening time, such as "Th 16:00" or "Th 16:00-18:00"')
    command.add_argument("--share", metavar="X", help=f"makes an area covered (default: {Question.wished_share})")
    command.add_argument("--by", metavar="LEVEL", help=f"{' or '.join(LEVELS)} (default: {LEVELS[0]})")


def given(arguments: argparse.Namespace) -> tuple[str, ...]:
    """The options of the question that were given, as they are written."""
    return tuple(f"--{name}" for name in _OF_A_QUESTION if getattr(arguments, name) is not None)


def analysis_of(arguments: argparse.Namespace) -> tuple[Analysis, list[Wrong]]:
    """The analysis that the options describe, without inputs, and what cannot be read of them.

    What cannot be read is as if it was not given. Whether codes exist is for `wrong_values` to say.
    """
    wrong: list[Wrong] = []
    question = Question(
        section=arguments.section or "",
        topic=arguments.topic or "",
        languages=_languages(arguments.language or ()),
        group=Question.group if arguments.group is None else arguments.group,
        minutes=_minutes(arguments.minutes, wrong),
        mode=Question.mode if arguments.mode is None else arguments.mode,
        verified=bool(arguments.verified),
        opening=_opening(arguments.open, wrong),
        wished_share=_share(arguments.share, wrong),
    )
    level = LEVELS[0] if arguments.by is None else arguments.by
    if level not in LEVELS:
        wrong.append(Wrong("level", level, LEVELS))
        level = LEVELS[0]
    return Analysis(question, level), wrong


def _languages(words: Sequence[str]) -> tuple[str, ...]:
    """Every code once, in the order given."""
    codes = (code.strip() for word in words for code in word.split(LIST_SEPARATOR))
    return tuple(dict.fromkeys(code for code in codes if code))


def _minutes(word: str | None, wrong: list[Wrong]) -> int:
    if word is None:
        return Question.minutes
    if word.isascii() and word.isdigit() and len(word) <= _MOST_DIGITS:
        return int(word)
    wrong.append(Wrong("minutes", word, (f"{LEAST_MIN}–{MOST_MIN}",)))
    return Question.minutes


def _opening(word: str | None, wrong: list[Wrong]) -> Opening | None:
    if not word:
        return None
    try:
        return Opening.from_text(word)
    except ValueError:
        wrong.append(Wrong("opening", word, ()))
        return None


def _share(word: str | None, wrong: list[Wrong]) -> float:
    if word is None:
        return Question.wished_share
    try:
        return float(word)
    except ValueError:
        wrong.append(Wrong("wished_share", word, ()))
        return Question.wished_share
