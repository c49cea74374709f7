"""A question word by word: what each may mean, and the keys by which phrases are found in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from geodata.search.folding import Token, collapsed, tokens
from geodata.search.hearing import heard
from geodata.search.stems import keys_of
from geodata.search.vocabulary import Meaning, Vocabulary

_MOST_JOINED: Final = 3
_JOINED_CLASSES: Final = 5
"""Consonants that must agree when several words are heard as one."""


@dataclass(frozen=True)
class Reading:
    """One word of a question.

    Attributes:
        token: the word, with its place in the text.
        meanings: words of the texts that it may mean.
        keys: keys by which phrases are found, those of the words it was a slip of among them.
    """

    token: Token
    meanings: tuple[Meaning, ...]
    keys: Mapping[str, float]

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
    keys = vocabulary.keys(token)
    if not any(meaning.how in ("word", "compound") for meaning in meanings):
        for meaning in meanings:
            if meaning.how == "spelling":
                keys = {**keys_of(*vocabulary.words[meaning.word]), **keys}
    return Reading(token, meanings, keys)


def _joined(words: Sequence[Token], vocabulary: Vocabulary) -> Iterator[Token]:
    at = 0
    while at < len(words):
        length = next(
            (n for n in range(_MOST_JOINED, 1, -1) if _are_one(words[at : at + n], n, vocabulary=vocabulary)), 1
        )
        first, last = words[at], words[at + length - 1]
        text = "".join(word.text for word in words[at : at + length])
        yield Token(text, first.start, last.end, first.script)
        at += length


def _are_one(words: Sequence[Token], wanted: int, *, vocabulary: Vocabulary) -> bool:
    if len(words) < wanted or len({word.script for word in words}) > 1 or all(map(vocabulary.knows, words)):
        return False
    whole = Token("".join(word.text for word in words), words[0].start, words[-1].end, words[0].script)
    if vocabulary.has(collapsed(whole.text)):
        return True
    return not any(map(vocabulary.knows, words)) and vocabulary.hears(
        heard(whole.text), shortest=_JOINED_CLASSES, script=whole.script
    )
