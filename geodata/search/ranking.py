"""The order of the offers: names first, then what answers the whole question, then what answers a part of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geodata.search.chips import Understood
from geodata.search.index import SearchIndex
from geodata.search.postings import Floats
from geodata.search.reading import Reading
from geodata.search.scores import NUMBER, REASONS, Scores

_WORTH: Final = {"name": 2.0, "name_begins": 1.0}
_LEAST: Final = 0.35
"""Offers that answer less than this share of what the best one answers are left out."""
_WHOLE: Final = 0.6
"""Offers that answer at least this share of it, and every condition, answer the whole question."""


@dataclass(frozen=True)
class Order:
    """Rows of the services, best first, why each is here, and how many of them answer the whole question."""

    rows: NDArray[np.intp]
    reasons: tuple[str, ...]
    fits: int


def ordered(words: Scores, conditions: Sequence[Scores], *, named: Scores) -> Order:
    """Order the offers that answer the words.

    Args:
        words: how well each answers the words; conditions: place, language and time.
        named: 2 for offers with the name that was asked for, 1 for those whose name begins so, else 0.
    """
    values = (words.values + sum((part.values * np.float32(part.weight) for part in conditions), np.float32(0))) / (
        1 + sum(part.weight for part in conditions)
    )
    most = float(words.values.max(initial=0.0))
    kept = (words.values >= _LEAST * most) & (words.values > 0) | (named.values > 0)
    meets = np.logical_and.reduce([part.values > 0 for part in conditions]) if conditions else np.ones_like(kept)
    whole = kept & meets & ((words.values >= _WHOLE * most) | (named.values > 0))
    rows = np.flatnonzero(kept)
    score = named.values + values
    rows = rows[np.lexsort((rows, -score[rows], ~whole[rows]))]
    numbers = np.where(named.values > 0, named.reasons, words.reasons)
    return Order(rows, tuple(REASONS[number] for number in numbers[rows]), int(whole.sum()))


def named_scores(understood: Understood, readings: Sequence[Reading], *, index: SearchIndex) -> Scores:
    """Offers with the name that was asked for, or one that begins so; also where it was a slip or written by ear."""
    values = np.zeros(len(index), dtype=np.float32)
    reasons = np.zeros(len(index), dtype=np.uint8)
    inside = bool(readings) and not readings[-1].is_known
    for text in dict.fromkeys((understood.text, understood.words, _as_meant(readings, index))):
        key = index.all_names.key(text)
        _mark(index.all_names.beginning(key, inside=inside), "name_begins", values=values, reasons=reasons)
        _mark(index.all_names.exact(key), "name", values=values, reasons=reasons)
    return Scores(values, reasons, 0.0)


def _mark(rows: Iterable[int], reason: str, *, values: Floats, reasons: NDArray[np.uint8]) -> None:
    for row in rows:
        if values[row] < _WORTH[reason]:
            values[row], reasons[row] = _WORTH[reason], NUMBER[reason]


def _as_meant(readings: Sequence[Reading], index: SearchIndex) -> str:
    """The question with the words that were meant in place of slips and of spellings by ear."""
    meant = (reading.corrected(index.vocabulary) for reading in readings)
    pairs = zip(readings, meant, strict=True)
    return " ".join(r.token.text if word is None else index.vocabulary.words[word][0] for r, word in pairs)
