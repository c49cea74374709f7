"""The table of everyday words: what is typed, and what it means here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from geodata.search.folding import tokens
from geodata.search.stems import keys_of

CHIP_KINDS: Final = ("topic", "section", "language", "place")
"""Kinds of rows that become a chip."""

Keys = Mapping[str, float]
"""Keys of one word with how well each stands for it."""


@dataclass(frozen=True)
class Phrase:
    """One row: the keys of each of its words, its kind ("" = search these words too), and what it means."""

    words: tuple[frozenset[str], ...]
    kind: str
    means: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Found:
    """A phrase that stands in a question: words `first` to `end` (without the last)."""

    first: int
    end: int
    phrase: Phrase


class Phrases:
    """All rows, found by the keys of their first words."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.all = tuple(phrases)
        self._by_first: defaultdict[str, list[Phrase]] = defaultdict(list)
        for phrase in self.all:
            for key in phrase.words[0]:
                self._by_first[key].append(phrase)

    @classmethod
    def from_table(cls, table: pd.DataFrame, names: Iterable[tuple[str, str, str]] = ()) -> "Phrases":
        """From `synonyms.csv`, and further (kind, word, code), for instance the names of topics."""
        rows = zip(table["word"], table["kind"], table["means"], strict=True)
        listed = [*((word, kind, tuple(means)) for word, kind, means in rows), *((w, k, (c,)) for k, w, c in names)]
        phrases = (Phrase(_keys(word), kind, means, word) for word, kind, means in listed)
        return cls(phrase for phrase in phrases if phrase.words)

    def within(self, words: Sequence[Keys], kinds: Iterable[str]) -> list[Found]:
        """Phrases of some kinds in a question, each word in its place; longer ones first."""
        wanted = frozenset(kinds)
        found = {
            (first, first + len(phrase.words), phrase.kind, phrase.means): Found(
                first, first + len(phrase.words), phrase
            )
            for first, keys in enumerate(words)
            for phrase in self._starting(keys)
            if phrase.kind in wanted and _stands(phrase, words[first:])
        }
        return sorted(
            found.values(), key=lambda hit: (hit.first - hit.end, hit.phrase.kind not in CHIP_KINDS, hit.first)
        )

    def anywhere(self, words: Sequence[Keys], kind: str) -> Iterator[Phrase]:
        """Phrases of one kind whose words all stand somewhere in the question, in any order."""
        for phrase in self.all:
            if phrase.kind == kind and all(any(keys & word.keys() for word in words) for keys in phrase.words):
                yield phrase

    def of_kind(self, kind: str) -> Iterator[Phrase]:
        """All rows of one kind."""
        return (phrase for phrase in self.all if phrase.kind == kind)

    def _starting(self, keys: Keys) -> Iterator[Phrase]:
        seen = {id(phrase): phrase for key in keys for phrase in self._by_first.get(key, ())}
        return iter(seen.values())


def _keys(text: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(keys_of(token.text, token.script)) for token in tokens(text, limit=None))


def _stands(phrase: Phrase, words: Sequence[Keys]) -> bool:
    if len(words) < len(phrase.words):
        return False
    return all(not keys.isdisjoint(word) for keys, word in zip(phrase.words, words, strict=False))
