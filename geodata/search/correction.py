"""What was meant: a question in the words of the directory, where they were typed in another way."""

from collections.abc import Sequence
from dataclasses import replace

from geodata.search.chips import Understood
from geodata.search.folding import collapsed
from geodata.search.index import SearchIndex
from geodata.search.reading import Reading, read


def suggestion_of(understood: Understood, readings: Sequence[Reading], *, index: SearchIndex) -> str:
    """The question with the words of the directory in place of slips and of spellings by ear; "" where there are none.

    For a question about something that the directory does not have: what is nearest to it, as the table says.

    Args:
        readings: the words of the whole question; places, languages and times need no correction.
    """
    texts = (understood.words, *(chip.words for chip in understood.chips if chip.kind in ("topic", "section")))
    remaining = {reading.token.text for text in texts for reading in read(text, index.vocabulary)}
    meant = ((reading, reading.corrected(index.vocabulary)) for reading in readings if reading.token.text in remaining)
    corrected = [(reading, word) for reading, word in meant if word is not None and _says_something(word, index)]
    if corrected:
        return _replaced(understood.text, corrected, index=index)
    keys = [reading.keys for reading in readings]
    return next((hit.phrase.means[0] for hit in index.phrases.within(keys, ("similar",))), "")


def _says_something(word: int, index: SearchIndex) -> bool:
    return collapsed(index.vocabulary.words[word][0]) not in index.silent


def _replaced(text: str, corrected: Sequence[tuple[Reading, int]], *, index: SearchIndex) -> str:
    for reading, word in reversed(corrected):
        text = text[: reading.token.start] + index.postings.written[word] + text[reading.token.end :]
    return text.strip()


def with_far_words(readings: Sequence[Reading], index: SearchIndex) -> tuple[Reading, ...]:
    """Words that mean nothing here, with the words that look most like them."""
    far = (tuple(index.vocabulary.far(reading.token)) for reading in readings)
    pairs = zip(readings, far, strict=True)
    return tuple(reading if reading.meanings else replace(reading, meanings=like) for reading, like in pairs)
