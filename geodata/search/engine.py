"""`search`: one question, one answer."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from geodata.search.chips import Understood
from geodata.search.correction import suggestion_of, with_far_words
from geodata.search.folding import collapsed
from geodata.search.found import Found
from geodata.search.index import SearchIndex
from geodata.search.questions import condition_parts, word_parts
from geodata.search.ranking import Order, inside_terms, named_scores, ordered
from geodata.search.reading import Reading, read
from geodata.search.scores import Scores, mean, words_scores
from geodata.search.understand import taken_apart

_MARKED: Final = 0.6
"""Words at least so near to the typed ones are marked."""


def search(question: str | Understood, index: SearchIndex, *, limit: int | None = None) -> Found:
    """Answer a question; total: never raises, and never answers nothing while there are offers.

    Args:
        question: a text, or what was understood of it, perhaps without a chip that was taken away.
        limit: offers at most; None = all that answer.
    """
    index = index.for_one_question()
    understood = taken_apart(question, index) if isinstance(question, str) else question
    readings = read(understood.text, index.vocabulary)
    order = _order(understood, readings, index=index)
    return Found(
        rows=order.rows[:limit],
        reasons=order.reasons[:limit],
        fits=min(order.fits, len(order.rows[:limit])),
        suggestion=suggestion_of(understood, readings, index=index),
        distress=_distress(readings, index),
        understood=understood,
        words=frozenset(_marked(readings, index)),
    )


def _order(understood: Understood, readings: Sequence[Reading], *, index: SearchIndex) -> Order:
    asked, conditions = list(word_parts(understood, index)), list(condition_parts(understood, index))
    words = mean(asked, index)
    named = named_scores(understood, readings, index=index)
    if not words.values.any() and not named.values.any() and understood.words:
        words = words_scores(with_far_words(read(understood.words, index.vocabulary), index), index)
    if not asked and conditions:
        words = _all_that_meet(conditions, index)
    if words.values.any() or named.values.any():
        return ordered(words, conditions, named=named, inside=inside_terms(understood, asked, index=index))
    return _way_out(index)


def _all_that_meet(conditions: Sequence[Scores], index: SearchIndex) -> Scores:
    """Without words the conditions are the question."""
    return mean(conditions, index)


def _way_out(index: SearchIndex) -> Order:
    """Offers that help with any question, as the table names them; without such a row the first offers of all."""
    wanted = [service for phrase in index.phrases.of_kind("way_out") for service in phrase.means]
    places = {service: row for row, service in enumerate(index.offers.ids)}
    rows = [places[service] for service in wanted if service in places] or list(range(min(len(index), 3)))
    return Order(np.array(rows, dtype=np.intp), ("way_out",) * len(rows), 0)


def _distress(readings: Sequence[Reading], index: SearchIndex) -> tuple[str, ...]:
    keys = [reading.spelled for reading in readings]
    lines = (line for phrase in index.phrases.anywhere(keys, "distress") for line in phrase.means)
    return tuple(dict.fromkeys(lines))


def _marked(readings: Sequence[Reading], index: SearchIndex) -> Iterator[str]:
    for reading in readings:
        if collapsed(reading.token.text) not in index.silent:
            for meaning in reading.meanings:
                if meaning.quality >= _MARKED:
                    yield collapsed(index.vocabulary.words[meaning.word][0])
