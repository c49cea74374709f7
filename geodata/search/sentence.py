"""A question while it is taken apart: its words, and which of them are already understood."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from geodata.search.chips import Chip, ChipKind
from geodata.search.folding import collapsed
from geodata.search.reading import Reading


@dataclass
class Sentence:
    """The words of a question.

    Attributes:
        text: as it was typed; readings: its words.
        kept: numbers of words that are part of a name; taken: of words that chips or their small words have used.
        chips: by the number of the first word of each.
    """

    text: str
    readings: tuple[Reading, ...]
    kept: set[int] = field(default_factory=set)
    taken: set[int] = field(default_factory=set)
    chips: dict[int, Chip] = field(default_factory=dict)

    def is_free(self, first: int, end: int) -> bool:
        """Whether no word from `first` until before `end` belongs to anything yet."""
        span = range(first, end)
        return self.taken.isdisjoint(span) and self.kept.isdisjoint(span)

    def key(self, at: int) -> str:
        """One word, folded and collapsed; "" behind the last one and before the first."""
        return collapsed(self.readings[at].token.text) if 0 <= at < len(self.readings) else ""

    def words(self, first: int, end: int) -> str:
        """Words as they were typed, with what stands between them."""
        return self.text[self.readings[first].token.start : self.readings[end - 1].token.end]

    def take(self, at: Sequence[int], kind: ChipKind, *, code: str) -> None:
        """Make words a chip; words apart from each other stand side by side on it."""
        self.taken.update(at)
        together = list(at) == list(range(at[0], at[-1] + 1))
        words = self.words(at[0], at[-1] + 1) if together else " ".join(self.words(n, n + 1) for n in at)
        self.chips[at[0]] = Chip(kind, code, words)
