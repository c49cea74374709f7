"""The order of the offers: names first, then what answers the whole question, then what answers a part of it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geodata.search.chips import Understood
from geodata.search.folding import collapsed
from geodata.search.index import SearchIndex
from geodata.search.names import Names, bent_key
from geodata.search.postings import Floats
from geodata.search.reading import Reading
from geodata.search.scores import NUMBER, REASONS, Scores

_WORTH: Final = {"name": 2.0, "sound": 1.5, "name_begins": 1.0, "synonym": 1.0}
_MAIN: Final = np.float32(0.5)
_LEAST: Final = 0.35
"""Offers that answer less than this share of what the best one answers are left out."""
_WHOLE: Final = 0.6
"""Offers that answer at least this share of it, and every condition, answer the whole question."""


_EVERY: Final = 0.4
"""Offers that answer each word at least so well are meant, whatever their topic."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Order:
    """Rows of the services, best first, why each is here, and how many of them answer the whole question."""

    rows: NDArray[np.intp]
    reasons: tuple[str, ...]
    fits: int


def ordered(words: Scores, conditions: Sequence[Scores], *, named: Scores, inside: Mask) -> Order:
    """Order the offers that answer the words.

    Args:
        words: how well each answers the words; conditions: place, language and time.
        named: 2 for offers with the name that was asked for, 1 for those whose name begins so, else 0.
        inside: offers of the topics and sections that were asked for (`inside_terms`).
    """
    values = words.values.copy()
    for part in conditions:
        values += part.values * np.float32(part.weight)
    best, most = (float(words.values[mask].max(initial=0.0)) for mask in (inside, np.ones_like(inside)))
    kept = ((words.values >= _LEAST * most) & (words.values > 0)) | (named.values > 0)
    meets = np.logical_and.reduce([part.values > 0 for part in conditions]) if conditions else np.ones_like(kept)
    whole = kept & meets & ((inside & (words.values >= _WHOLE * best)) | (named.values > 0))
    rows = np.flatnonzero(kept | whole)
    score = named.values + values / np.float32(1 + sum(part.weight for part in conditions))
    rows = rows[np.lexsort((rows, -score[rows], ~whole[rows]))]
    numbers = np.where(named.values > 0, named.reasons, words.reasons)
    return Order(rows, tuple(REASONS[number] for number in numbers[rows]), int(whole.sum()))


def inside_terms(understood: Understood, parts: Sequence[Scores], *, index: SearchIndex) -> Mask:
    """Offers of the topics and sections that were asked for; all of them where none was.

    Offers of other topics are among them where a synonym leads to them, or where they answer every word.

    Args:
        parts: how well each offer answers each word.
    """
    terms = [chip for chip in understood.chips if chip.kind in ("topic", "section")]
    if not terms:
        return np.ones(len(index), dtype=bool)
    inside = np.logical_and.reduce([part.values >= _EVERY for part in parts]) & (len(parts) > len(terms))
    for part in parts:
        inside |= np.isin(part.reasons, (NUMBER["synonym"], NUMBER["similar"])) & (part.values > 0)
    for chip in terms:
        inside |= (index.offers.topics if chip.kind == "topic" else index.offers.sections) == chip.code
    return np.asarray(inside)


def named_scores(understood: Understood, readings: Sequence[Reading], *, index: SearchIndex) -> Scores:
    """Offers with the name that was asked for, or one that begins so; also where it was a slip or written by ear.

    Who names an institution, in whatever language, is first shown its main offer.
    """
    values = np.zeros(len(index), dtype=np.float32)
    reasons = np.zeros(len(index), dtype=np.uint8)
    houses: set[int] = set()
    inside = bool(readings) and not readings[-1].is_known
    terms = any(chip.kind in ("topic", "section") for chip in understood.chips)
    rest = () if terms else (understood.words,)
    for text in dict.fromkeys((understood.text, *rest, _as_meant(readings, index))):
        key = index.called.all.key(text)
        bent = bent_key(key) if " " in key else ""
        for reason, rows in _by_name(key, bent, names=index.called.all, inside=inside):
            _mark(rows, reason, values=values, reasons=reasons)
        heard = index.called.by_ear.said(text)
        _mark(heard, "sound", values=values, reasons=reasons)
        houses.update(heard, *(rows for _, rows in _by_name(key, bent, names=index.called.houses, inside=inside)))
    if not terms:
        meant = _by_table(readings, index)
        _mark(meant, "synonym", values=values, reasons=reasons)
        houses.update(meant)
    mains = np.isin(np.arange(len(index)), [*houses]) & index.offers.mains
    return Scores(values + mains.astype(np.float32) * _MAIN, reasons, 0.0)


def _by_name(key: str, bent: str, *, names: Names, inside: bool) -> Iterator[tuple[str, Collection[int]]]:
    """(reason, rows) of the offers that a text names, by its words and by their stems ("" for a single word)."""
    yield "name_begins", {*names.beginning(key, inside=inside), *names.alike(bent)}
    yield "name", names.exact(key)


def _by_table(readings: Sequence[Reading], index: SearchIndex) -> Collection[int]:
    """Rows of the one institution that all words of the question together mean, as the table of everyday words says."""
    telling = [at for at, reading in enumerate(readings) if collapsed(reading.token.text) not in index.silent]
    for hit in index.phrases.within([reading.keys for reading in readings], ("",)) if telling else ():
        if hit.first <= telling[0] and hit.end > telling[-1]:
            rows = index.called.facilities.exact(index.called.facilities.key(hit.phrase.means[0]))
            if len(set(index.offers.facilities[list(rows)])) == 1:
                return rows
    return ()


def _mark(rows: Iterable[int], reason: str, *, values: Floats, reasons: NDArray[np.uint8]) -> None:
    for row in rows:
        if values[row] < _WORTH[reason]:
            values[row], reasons[row] = _WORTH[reason], NUMBER[reason]


def _as_meant(readings: Sequence[Reading], index: SearchIndex) -> str:
    """The question with the words that were meant in place of slips and of spellings by ear."""
    meant = (reading.corrected(index.vocabulary) for reading in readings)
    pairs = zip(readings, meant, strict=True)
    return " ".join(r.token.text if word is None else index.vocabulary.words[word][0] for r, word in pairs)
