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

_CLEARLY_BETTER: Final = 0.05

Keys = Mapping[str, float]
"""Keys of one word with how well each stands for it."""


@dataclass(frozen=True)
class Phrase:
    """One row: the keys of each of its words, its kind (see `geodata.schema.synonyms`), and what it means."""

    words: tuple[Keys, ...]
    kind: str
    means: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """A phrase that stands in a question: words `first` to `end` (without the last)."""

    first: int
    end: int
    phrase: Phrase


class Phrases:
    """All rows, found by the keys of their first words."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._by_first: defaultdict[str, list[Phrase]] = defaultdict(list)
        self._of_kind: defaultdict[str, list[Phrase]] = defaultdict(list)
        for phrase in phrases:
            self._of_kind[phrase.kind].append(phrase)
            for key in phrase.words[0] if phrase.words else ():
                self._by_first[key].append(phrase)

    @classmethod
    def from_table(cls, table: pd.DataFrame, names: Iterable[tuple[str, str, str]] = ()) -> "Phrases":
        """From `synonyms.csv`, and further (kind, word, code), for instance the names of topics."""
        rows = zip(table["word"], table["kind"], table["means"], strict=True)
        listed = [*((word, kind, tuple(means)) for word, kind, means in rows), *((w, k, (c,)) for k, w, c in names)]
        return cls(Phrase(_keys(word), kind, means) for word, kind, means in listed)

    def within(self, words: Sequence[Keys], kinds: Iterable[str]) -> list[Found]:
        """Phrases of some kinds in a question, each word in its place; longer ones first, chips before meanings.

        Of phrases in the same place those that stand there as they are leave out those that only share a stem:
        "جامعة" is a university, and no mosque ("جامع").
        """
        wanted = frozenset(kinds)
        found: defaultdict[tuple[int, int], list[tuple[float, Phrase]]] = defaultdict(list)
        for first, keys in enumerate(words):
            for phrase in self._starting(keys):
                if quality := _quality(phrase, words[first:]):
                    found[first, first + len(phrase.words)].append((quality, phrase))
        hits = [
            Found(*span, phrase) for span, there in found.items() for phrase in _best(there) if phrase.kind in wanted
        ]
        return sorted(hits, key=lambda hit: (hit.first - hit.end, hit.phrase.kind not in CHIP_KINDS, hit.first))

    def anywhere(self, words: Sequence[Keys], kind: str) -> Iterator[Phrase]:
        """Phrases of one kind whose words all stand somewhere in the question, in any order."""
        there = frozenset(key for word in words for key in word)
        for phrase in self._of_kind.get(kind, ()):
            if phrase.words and not any(map(there.isdisjoint, phrase.words)):
                yield phrase

    def of_kind(self, kind: str) -> Iterator[Phrase]:
        """All rows of one kind."""
        return iter(self._of_kind.get(kind, ()))

    def _starting(self, keys: Keys) -> Iterator[Phrase]:
        seen = {id(phrase): phrase for key in keys for phrase in self._by_first.get(key, ())}
        return iter(seen.values())


def _keys(text: str) -> tuple[Keys, ...]:
    return tuple(keys_of(token.text, token.script) for token in tokens(text, limit=None))


def _quality(phrase: Phrase, words: Sequence[Keys]) -> float:
    """How well the words stand for a phrase, in [0, 1]: as well as the worst of them; 0 where one is missing."""
    if len(words) < len(phrase.words):
        return 0.0
    pairs = zip(phrase.words, words, strict=False)
    return min(max((own[key] * keys[key] for key in own.keys() & keys.keys()), default=0.0) for own, keys in pairs)


def _best(there: Sequence[tuple[float, Phrase]]) -> list[Phrase]:
    """The phrases that stand best, each meaning once."""
    most = max(quality for quality, _ in there)
    best = (phrase for quality, phrase in there if quality > most - _CLEARLY_BETTER)
    return list({(phrase.kind, phrase.means): phrase for phrase in best}.values())
