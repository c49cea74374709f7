"""Which offers a word stands in, and in which part of their texts; arrays, for adding up quickly."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geodata.search.folding import Token, tokens
from geodata.search.texts import PARTS, OfferText

Floats = NDArray[np.float32]
Rows = NDArray[np.int32]

_PART_NUMBER: Final = {part: number for number, part in enumerate(PARTS)}
_WEIGHTS: Final = np.array([part.weight for part in PARTS.values()], dtype=np.float32)


@dataclass(frozen=True)
class Postings:
    """For each word of the vocabulary, the offers it stands in.

    Attributes:
        words: folded words with their scripts; a word is known by its place.
        written: how each word is written, as it first occurs.
        starts: (words + 1) where the rows of each word begin in `rows`.
        rows: rows of the services; parts: for each of them the weightiest part, as its place in `PARTS`.
    """

    words: tuple[tuple[str, str], ...]
    written: tuple[str, ...]
    starts: NDArray[np.int64]
    rows: Rows
    parts: NDArray[np.uint8]

    @classmethod
    def from_texts(cls, texts: Iterable[OfferText], more_words: Iterable[str]) -> "Postings":
        """Read all texts; `more_words` are texts whose words are known without standing in an offer."""
        numbers: dict[tuple[str, str], int] = {}
        written: list[str] = []
        found: defaultdict[int, dict[int, int]] = defaultdict(dict)
        known: dict[str, list[int]] = {}
        for row, part, text in texts:
            if text not in known:
                known[text] = [_number(token, text, numbers=numbers, written=written) for token in _all(text)]
            for word in known[text]:
                found[word][row] = min(_PART_NUMBER[part], found[word].get(row, len(PARTS)))
        for text in more_words:
            for token in _all(text):
                _number(token, text, numbers=numbers, written=written)
        of_word = [found[number] for number in range(len(written))]
        starts = np.cumsum([0, *map(len, of_word)], dtype=np.int64)
        rows = np.fromiter((row for there in of_word for row in there), dtype=np.int32, count=int(starts[-1]))
        parts = np.fromiter((p for there in of_word for p in there.values()), dtype=np.uint8, count=int(starts[-1]))
        return cls(tuple(numbers), tuple(written), starts, rows, parts)

    def of(self, word: int) -> tuple[Rows, Floats, NDArray[np.uint8]]:
        """Rows of the offers with the word, how much it counts there, and the part it stands in."""
        span = slice(int(self.starts[word]), int(self.starts[word + 1]))
        return self.rows[span], _WEIGHTS[self.parts[span]], self.parts[span]

    def count(self, word: int) -> int:
        """Number of offers with the word."""
        return int(self.starts[word + 1] - self.starts[word])


def _all(text: str) -> tuple[Token, ...]:
    return tokens(text, limit=None)


def _number(token: Token, text: str, *, numbers: dict[tuple[str, str], int], written: list[str]) -> int:
    word = token.text, token.script
    if word not in numbers:
        numbers[word] = len(written)
        written.append(text[token.start : token.end])
    return numbers[word]
