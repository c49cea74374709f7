"""Times in a question: "Donnerstagabend", "on Thursday after 5 pm", "по четвергам", "مساء الخميس".

The code of a time is a list of weekdays, a span, or both: "Th 17:00", "Sa,Su", "08:00-12:00". Without a weekday any day
is meant, without a span any time of the day.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from geodata.hours import VISIT_MIN, WEEKDAYS, Opening
from geodata.search.folding import tokens
from geodata.search.grammar import (
    AT_WORDS,
    CLOCK_UNITS,
    FROM_WORDS,
    ON_WORDS,
    SPAN_PAIRS,
    SPANS,
    WEEKDAY_NAMES,
    WEEKEND_PAIRS,
    WEEKEND_WORDS,
)  # fmt: skip
from geodata.search.sentence import Sentence
from geodata.search.stems import keys_of

_HOUR_MIN: Final = 60
_CLOCK: Final = re.compile(r"(\d{1,2})(h|uhr|am|pm)?", re.ASCII)
_CODE: Final = re.compile(r"(?:(?P<days>[A-Za-z,]+))? ?(?P<span>\d\d:\d\d(?:-\d\d:\d\d)?)?", re.ASCII)


def openings(code: str) -> tuple[Opening, ...]:
    """The spans of time that a code means; being open in one of them is enough. () for what is no code."""
    found = _CODE.fullmatch(code)
    if not code or not found:
        return ()
    days = (found["days"] or ",".join(WEEKDAYS)).split(",")
    try:
        return tuple(Opening.from_text(f"{day} {found['span'] or '00:00'}") for day in days)
    except ValueError:
        return ()


@dataclass
class _Time:
    """What was found of a time, and in which words."""

    days: list[int] = field(default_factory=list)
    span: str = ""
    words: list[int] = field(default_factory=list)

    @property
    def code(self) -> str:
        days = ",".join(WEEKDAYS[day] for day in sorted(set(self.days)))
        return f"{days} {self.span}".strip()


def take_time(sentence: Sentence) -> None:
    """Make all words of time in a sentence one chip."""
    found = _Time()
    for at in range(len(sentence.readings)):
        if sentence.is_free(at, at + 1) and at not in found.words:
            _read_word(sentence, at, found=found)
    if found.words:
        before = (at - 1 for at in found.words if sentence.key(at - 1) in ON_WORDS | FROM_WORDS | AT_WORDS)
        small = {at for at in before if sentence.is_free(at, at + 1)}
        sentence.take(sorted({*found.words, *small}), "time", code=found.code)


def _read_word(sentence: Sentence, at: int, *, found: _Time) -> None:
    key, pair = sentence.key(at), (sentence.key(at), sentence.key(at + 1))
    if pair in WEEKEND_PAIRS or key in WEEKEND_WORDS:
        found.days += [5, 6]
        found.words += [at, at + 1] if pair in WEEKEND_PAIRS else [at]
    elif span := SPAN_PAIRS.get(pair, ""):
        found.span = span
        found.words += [at, at + 1]
    elif key in SPANS:
        found.span = found.span or SPANS[key]
        found.words.append(at)
    elif (day := _weekday(sentence, at)) is not None:
        found.days.append(day)
        found.words.append(at)
    elif named := _day_and_part(key):
        found.days.append(named[0])
        found.span = named[1]
        found.words.append(at)
    else:
        _read_clock(sentence, at, found=found)


def _weekday(sentence: Sentence, at: int) -> int | None:
    token = sentence.readings[at].token
    if token.script == "arabic" and not token.text.startswith("ال") and sentence.key(at - 1) not in ON_WORDS:
        return None  # "اثنين" alone is the number two
    return next((_DAYS[key] for key in keys_of(token.text, token.script) if key in _DAYS), None)


def _day_and_part(key: str) -> tuple[int, str] | None:
    """A weekday and a part of the day in one word: "donnerstagabend"."""
    for name, day in _DAYS.items():
        if key.startswith(name) and (span := SPANS.get(key.removeprefix(name), "")):
            return day, span
    return None


def _read_clock(sentence: Sentence, at: int, *, found: _Time) -> None:
    hit = _CLOCK.fullmatch(sentence.readings[at].token.text)
    if not hit:
        return
    before, words, minute = sentence.key(at - 1), [at], 0
    if _follows_minute(sentence, at):
        words, minute = [at, at + 1], int(sentence.key(at + 1))
    unit = hit[2] or (sentence.key(words[-1] + 1) if sentence.key(words[-1] + 1) in CLOCK_UNITS else "")
    start = _start_min(int(hit[1]), minute, unit=unit)
    if start is None or not (unit or len(words) > 1 or before in AT_WORDS):
        return
    found.words += words + ([words[-1] + 1] if unit and not hit[2] else [])
    found.span = (
        _clock(start) if before in FROM_WORDS else f"{_clock(start)}-{_clock(min(start + _HOUR_MIN, 24 * _HOUR_MIN))}"
    )


def _follows_minute(sentence: Sentence, at: int) -> bool:
    """Whether the next word is the minute: "16:30", "16.30"."""
    if not re.fullmatch("[0-5][0-9]", sentence.key(at + 1)):
        return False
    between = sentence.text[sentence.readings[at].token.end : sentence.readings[at + 1].token.start]
    return "".join(sign for sign in between if not unicodedata.combining(sign)) in (":", ".")


def _start_min(hour: int, minute: int, *, unit: str) -> int | None:
    later = 12 if unit == "pm" and hour < 12 else 0
    start = (hour + later) * _HOUR_MIN + minute
    return start if start + VISIT_MIN <= 24 * _HOUR_MIN else None


def _clock(minute: int) -> str:
    return f"{minute // _HOUR_MIN:02}:{minute % _HOUR_MIN:02}"


def _day_keys() -> Mapping[str, int]:
    """Keys of the names of the weekdays in the languages of the app."""
    found: dict[str, int] = {}
    for at, name in enumerate(WEEKDAY_NAMES):
        for token in tokens(name):
            found |= dict.fromkeys(keys_of(token.text, token.script), at % len(WEEKDAYS))
    return found


_DAYS: Final = _day_keys()
