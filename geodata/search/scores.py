"""How well each offer answers one part of a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geodata.search.folding import Token, collapsed
from geodata.search.index import SearchIndex
from geodata.search.postings import Floats
from geodata.search.reading import Reading, read
from geodata.search.texts import PARTS

REASONS: Final = (
    "name", "name_begins", "name_word", "topic", "synonym", "compound", "text", "sound", "spelling", "section",
    "similar", "place", "near", "language", "time", "way_out",
)  # fmt: skip
"""Codes of why an offer is in the answer; the first are the surest."""

NUMBER: Final = {reason: number for number, reason in enumerate(REASONS)}
_PART_REASONS: Final = np.array([NUMBER[part.reason] for part in PARTS.values()], dtype=np.uint8)
_HOW_REASONS: Final = {"compound": "compound", "sound": "sound", "spelling": "spelling", "far": "similar"}

Reasons = NDArray[np.uint8]


@dataclass(frozen=True)
class Scores:
    """One entry an offer: how well it answers, in [0, 1], and the number of the reason in `REASONS`.

    Attributes:
        weight: how much this part of the question tells offers apart, in [0, 1].
    """

    values: Floats
    reasons: Reasons
    weight: float

    def better_of(self, other: "Scores") -> "Scores":
        """For each offer the better answer of the two."""
        better = other.values > self.values
        return Scores(
            np.where(better, other.values, self.values),
            np.where(better, other.reasons, self.reasons),
            max(self.weight, other.weight),
        )

    def scaled(self, factor: float, reason: str = "") -> "Scores":
        """The same, worth less; with another reason where one is given."""
        reasons = np.full_like(self.reasons, NUMBER[reason]) if reason else self.reasons
        return Scores((self.values * np.float32(factor)).astype(np.float32), reasons, self.weight)


def nothing(index: SearchIndex, weight: float = 0.0) -> Scores:
    """No offer answers."""
    return Scores(np.zeros(len(index), dtype=np.float32), np.zeros(len(index), dtype=np.uint8), weight)


def word_scores(reading: Reading, index: SearchIndex) -> Scores:
    """Offers in whose texts a word stands, in any way it may be meant."""
    found = nothing(index)
    for meaning in reading.meanings:
        rows, weights, parts = index.postings.of(meaning.word)
        values = weights * np.float32(meaning.quality)
        better = values > found.values[rows]
        found.values[rows[better]] = values[better]
        how = _HOW_REASONS.get(meaning.how)
        found.reasons[rows[better]] = NUMBER[how] if how else _PART_REASONS[parts[better]]
    count = int((found.values > 0).sum()) if len(reading.token.text) > 1 else 0
    return Scores(found.values, found.reasons, _weight(count, len(index)))


def _weight(count: int, total: int) -> float:
    """Rare words tell more; single letters, and words that stand nowhere, tell nothing apart."""
    return log(1 + total / (1 + count)) / log(1 + total) if count else _TELLS_NOTHING


def words_scores(readings: Sequence[Reading], index: SearchIndex) -> Scores:
    """Offers by how much of several words they hold, each word by its weight."""
    parts = [both(reading, index) for reading in readings]
    return mean(parts, index)


def mean(parts: Sequence[Scores], index: SearchIndex) -> Scores:
    """The weighted mean of several parts of a question; the reason is that of the part that counts most."""
    total = sum(part.weight for part in parts)
    if not total:
        return nothing(index)
    values, reasons, most = (np.zeros(len(index), dtype=np.float32) for _ in range(3))
    kept = reasons.astype(np.uint8)
    for part in parts:
        share = part.values * np.float32(part.weight / total)
        values += share
        kept = np.where(share > most, part.reasons, kept)
        most = np.maximum(most, share)
    return Scores(values, kept, total / len(parts))


def both(reading: Reading, index: SearchIndex) -> Scores:
    """A word as it stands, or, where it is a compound, its parts."""
    own = word_scores(reading, index)
    if reading.token.script != "latin":
        return own
    parts, factor = index.vocabulary.parts(reading.token.text), _COMPOUND
    if not parts and not own.values.any() and (part := index.vocabulary.part(reading.token.text)):
        parts, factor = (part,), _PART
    if not parts:
        return own
    readings = [_part(part, index) for part in parts]
    return own.better_of(mean([word_scores(part, index) for part in readings], index).scaled(factor, "compound"))


def _part(part: str, index: SearchIndex) -> Reading:
    token = Token(part, 0, len(part), "latin")
    return Reading(token, index.vocabulary.meanings(token), {}, {})


_COMPOUND: Final = 0.75
_TELLS_NOTHING: Final = 0.1
_PART: Final = 0.45  # of a compound of which only one word is known


def text_scores(text: str, index: SearchIndex) -> Scores:
    """Offers by a text of our own, for instance what a synonym means; words that say nothing are left out."""
    readings = read(text, index.vocabulary)
    telling = [reading for reading in readings if collapsed(reading.token.text) not in index.silent]
    return words_scores(telling or readings, index)
