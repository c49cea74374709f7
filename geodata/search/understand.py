"""From a sentence to chips and words, by rules and tables; nobody outside this program is asked."""

from collections.abc import Collection, Iterator
from typing import Final

from geodata.search.chips import Chip, ChipKind, Understood
from geodata.search.grammar import BY_WORDS, LANGUAGE_WORDS
from geodata.search.index import SearchIndex
from geodata.search.nearby import take_places
from geodata.search.reading import read
from geodata.search.sentence import Sentence
from geodata.search.times import take_time

_LANGUAGE_OF_THE_PLACE: Final = "de"
_TERMS: Final = ("topic", "section")
_MEANINGS: Final = ("", "similar")


def understand(text: str, index: SearchIndex) -> Understood:
    """Take a question apart; total: never raises, for no text.

    Args:
        text: a word, a name or a sentence in any of the languages.
    """
    return taken_apart(text, index.for_one_question())


def taken_apart(text: str, index: SearchIndex) -> Understood:
    """The same with the memory of a question that is being answered."""
    sentence = Sentence(text, read(text, index.vocabulary))
    _keep_names(sentence, index)
    _take_terms(sentence, index)
    take_time(sentence)
    take_places(sentence, index)
    _take_languages(sentence, index)
    chips: dict[tuple[str, str], Chip] = {}
    for at in sorted(sentence.chips):
        chip = sentence.chips[at]
        chips.setdefault((chip.kind, chip.code), chip)
    return Understood(text, " ".join(_rest(sentence, index)), tuple(chips.values()))


def _keep_names(sentence: Sentence, index: SearchIndex) -> None:
    """A name of several words is not taken apart: "Deutsch-Russische Gesellschaft" asks for no language."""
    count = len(sentence.readings)
    for length in range(count, 1, -1):
        for first in range(count - length + 1):
            key = index.called.facilities.key(sentence.words(first, first + length))
            if " " in key and key in index.called.facilities and sentence.is_free(first, first + length):
                sentence.kept.update(range(first, first + length))


def _take_terms(sentence: Sentence, index: SearchIndex) -> None:
    """Topics and sections; several words that mean something together are not taken apart for one of them."""
    keys = [reading.keys for reading in sentence.readings]
    hits = index.phrases.within(keys, (*_TERMS, *_MEANINGS))
    for hit in hits:
        kind, free = hit.phrase.kind, sentence.is_free(hit.first, hit.end)
        if free and kind in _TERMS:
            term: ChipKind = "topic" if kind == "topic" else "section"
            sentence.take(range(hit.first, hit.end), term, code=hit.phrase.means[0])
        elif free and hit.end - hit.first > 1:
            sentence.kept.update(range(hit.first, hit.end))


def _take_languages(sentence: Sentence, index: SearchIndex) -> None:
    keys = [reading.keys for reading in sentence.readings]
    named = {hit.first: hit.phrase.means[0] for hit in index.phrases.within(keys, ("language",))}
    for at, reading in enumerate(sentence.readings):
        code = named.get(at) or index.languages.find(reading.keys)
        if code and sentence.is_free(at, at + 1) and (code != _LANGUAGE_OF_THE_PLACE or _is_spoken(sentence, at)):
            sentence.take(_with_small_words(sentence, at), "language", code=code)


def _is_spoken(sentence: Sentence, at: int) -> bool:
    """Whether a language is spoken ("auf Deutsch", "по-немецки", "بالألمانية") and not learned."""
    return sentence.key(at - 1) in BY_WORDS or sentence.readings[at].token.text.startswith("بال")


def _with_small_words(sentence: Sentence, at: int) -> range:
    first, end = at, at + 1
    while _belongs(sentence, first - 1, to=BY_WORDS | LANGUAGE_WORDS):
        first -= 1
    while _belongs(sentence, end, to=LANGUAGE_WORDS):
        end += 1
    return range(first, end)


def _belongs(sentence: Sentence, at: int, *, to: Collection[str]) -> bool:
    return sentence.key(at) in to and sentence.is_free(at, at + 1)


def _rest(sentence: Sentence, index: SearchIndex) -> Iterator[str]:
    """Words that are in no chip and say something; all of them where there is neither chip nor such a word."""
    free = [at for at in range(len(sentence.readings)) if at not in sentence.taken]
    telling = [at for at in free if at in sentence.kept or sentence.key(at) not in index.silent]
    chosen = telling or ([] if sentence.chips else free)
    return (sentence.words(at, at + 1) for at in chosen)
