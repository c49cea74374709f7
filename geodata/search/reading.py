"""A question word by word: what each may mean, and the keys by which phrases are found in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from geodata.search.folding import Token, collapsed, tokens
from geodata.search.hearing import is_heard
from geodata.search.stems import keys_of
from geodata.search.vocabulary import Meaning, Vocabulary

_MOST_JOINED: Final = 3
"""Consonants that must agree when several words are heard as one."""


@dataclass(frozen=True)
class Reading:
    """One word of a question.

    Attributes:
        token: the word, with its place in the text.
        meanings: words of the texts that it may mean.
        keys: keys by which phrases are found, those of words among them that it is a slip of or is said like.
        spelled: the same without words that it is only said like.
    """

    token: Token
    meanings: tuple[Meaning, ...]
    keys: Mapping[str, float]
    spelled: Mapping[str, float]

    @property
    def is_known(self) -> bool:
        """Whether it is a word of the texts as it stands, or a form or part of one."""
        return any(meaning.how in ("word", "compound") for meaning in self.meanings)

    def corrected(self, vocabulary: Vocabulary) -> int | None:
        """The word of the texts that was meant instead, where it is not known as it stands."""
        meant = [meaning for meaning in self.meanings if meaning.how in ("spelling", "sound")]
        if self.is_known or not meant:
            return None
        return min(meant, key=lambda meaning: (-meaning.quality, len(vocabulary.words[meaning.word][0]))).word


def read(text: str, vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """Read a question; words that are one word for the texts ("job center") are joined."""
    found = list(_joined(tokens(text), vocabulary))
    return tuple(_reading(token, vocabulary, is_last=at == len(found) - 1) for at, token in enumerate(found))


def _reading(token: Token, vocabulary: Vocabulary, *, is_last: bool) -> Reading:
    meanings = vocabulary.meanings(token, is_last=is_last)
    own = vocabulary.keys(token)
    if any(meaning.how in ("word", "compound") for meaning in meanings):
        return Reading(token, meanings, own, own)
    spelled = _keys_of(meanings, "spelling", vocabulary=vocabulary) | own
    heard_so = _keys_of(meanings, "sound", vocabulary=vocabulary) if is_heard(token.text) else {}
    return Reading(token, meanings, heard_so | spelled, spelled)


def _keys_of(meanings: Iterable[Meaning], how: str, *, vocabulary: Vocabulary) -> dict[str, float]:
    """Keys of the words that were meant themselves, without the compounds they are in."""
    meant = [meaning for meaning in meanings if meaning.how == how]
    most = max((meaning.quality for meaning in meant), default=0.0)
    words = (vocabulary.words[meaning.word] for meaning in meant if meaning.quality == most)
    return {key: quality * most for word in words for key, quality in keys_of(*word).items()}


def _joined(words: Sequence[Token], vocabulary: Vocabulary) -> Iterator[Token]:
    at = 0
    while at < len(words):
        length = next(
            (n for n in range(_MOST_JOINED, 1, -1) if _are_one(words[at : at + n], n, vocabulary=vocabulary)), 1
        )
        yield _as_one(words[at : at + length])
        at += length


def _are_one(words: Sequence[Token], wanted: int, *, vocabulary: Vocabulary) -> bool:
    """Whether words that are not all known are one word of the texts ("Weststadt zentrum"), or are heard as one."""
    if len(words) < wanted or len({word.script for word in words}) > 1 or all(map(vocabulary.knows, words)):
        return False
    whole = _as_one(words)
    return vocabulary.has(collapsed(whole.text)) or vocabulary.hears(whole)


def _as_one(words: Sequence[Token]) -> Token:
    return Token("".join(word.text for word in words), words[0].start, words[-1].end, words[0].script)
