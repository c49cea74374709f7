"""What a question was understood to ask: chips that can be taken away, and the words that remain."""

from dataclasses import dataclass, replace
from typing import Literal

ChipKind = Literal["topic", "section", "time", "place", "language", "near"]


@dataclass(frozen=True)
class Chip:
    """One thing that was understood.

    Attributes:
        kind: what is asked for.
        code: topic and section: their code; language: ISO 639; place: key of a district; near: code of a 100 m cell,
            "" for "near me"; time: what `geodata.search.times.openings` reads.
        words: the words of the question that said so, as they were typed.
    """

    kind: ChipKind
    code: str
    words: str


@dataclass(frozen=True)
class Understood:
    """A question, taken apart.

    Attributes:
        text: as it was typed.
        words: the words that remain, without those that say nothing.
        chips: in the order of the question.
    """

    text: str
    words: str
    chips: tuple[Chip, ...] = ()

    def without(self, chip: Chip) -> "Understood":
        """The same question without one chip and its words."""
        return replace(self, chips=tuple(other for other in self.chips if other != chip))
