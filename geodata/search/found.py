"""The answer to a question."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.search.chips import Understood
from geodata.search.folding import collapsed, tokens

Span = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Found:
    """Offers, best first; never none while there are offers.

    Attributes:
        rows: rows of the services.
        reasons: for each of them why it is here, codes of `geodata.search.REASONS`.
        fits: how many of them, from the first on, answer the whole question; the rest answers a part of it.
        suggestion: "did you mean": the question in words of the directory, "" where it needs none.
        distress: lines to lead with, in this order ("110", "112", "116016" …); () where nobody seems to be in danger.
        understood: what was asked.
        words: words of the texts that were meant, folded and collapsed; see `hits`.
    """

    rows: NDArray[np.intp]
    reasons: tuple[str, ...]
    fits: int
    suggestion: str
    distress: tuple[str, ...]
    understood: Understood
    words: frozenset[str]

    def hits(self, text: str) -> tuple[Span, ...]:
        """Spans (start, end) of the words to be marked in a text that is shown."""
        found = (token for token in tokens(text, limit=None) if collapsed(token.text) in self.words)
        return tuple((token.start, token.end) for token in found)
