"""The parts of a question, each with how well every offer answers it."""

from collections.abc import Iterator, Sequence
from itertools import chain
from math import cos, radians
from typing import Final

import numpy as np

from geodata.geocoding.cells import centre_of
from geodata.hours import is_open
from geodata.search.chips import Chip, Understood
from geodata.search.folding import collapsed
from geodata.search.index import SearchIndex
from geodata.search.postings import Floats
from geodata.search.reading import Reading, read
from geodata.search.scores import NUMBER, Scores, both, mean, text_scores
from geodata.search.synonyms import Found
from geodata.search.times import openings

_IN_TERM: Final = {"topic": 0.8, "section": 0.5}
_TERM_WEIGHT: Final = 0.5
_OUTSIDE: Final = 0.8  # the words of a topic in an offer of another one
_SYNONYM: Final = 0.95
_SIMILAR: Final = 0.9
_ORDER: Final = 0.02  # what stands later in a row of the table counts a little less
_CHIP_WEIGHTS: Final = {"place": 0.5, "near": 0.5, "language": 0.6, "time": 0.3}
_LANGUAGE: Final = (1.0, 0.8, 0.5)  # spoken, interpreted, in print
_NAMED: Final = np.float32(0.6)  # a language in the texts, not among the languages
_SILENT: Final = 0.3  # nothing is said about languages: that is no no
_UNKNOWN_HOURS: Final = 0.4
_NEAR_M: Final = 800.0
"""An offer this far away is worth a third of one next door."""
_FAR: Final = 0.1  # 1.8 km
_DEGREE_M: Final = 111_195.0


def word_parts(understood: Understood, index: SearchIndex) -> Iterator[Scores]:
    """The words that remain, synonyms as groups; then the chips that are also words of the texts."""
    yield from _groups(understood.words, index)
    for chip in understood.chips:
        if chip.kind in ("topic", "section"):
            yield _term(chip, index)


def condition_parts(understood: Understood, index: SearchIndex) -> Iterator[Scores]:
    """What is asked beside the thing itself: place, language, time."""
    spoken = [chip.code for chip in understood.chips if chip.kind == "language"]
    for chip in understood.chips:
        values = _times(chip.code, spoken, index=index) if chip.kind == "time" else _condition(chip, index)
        if values is not None:
            reasons = np.full(len(index), NUMBER[chip.kind], dtype=np.uint8)
            yield Scores(values.astype(np.float32), reasons, _CHIP_WEIGHTS[chip.kind])


def _groups(words: str, index: SearchIndex) -> Iterator[Scores]:
    readings = read(words, index.vocabulary)
    hits = index.phrases.within([reading.keys for reading in readings], ("", "similar"))
    taken: dict[int, list[Found]] = {}
    used: set[int] = set()
    for hit in hits:
        same = taken.get(hit.first)
        if same and same[0].end == hit.end:
            same.append(hit)
        elif used.isdisjoint(range(hit.first, hit.end)):
            taken[hit.first] = [hit]
            used.update(range(hit.first, hit.end))
    for at, reading in enumerate(readings):
        if at in taken:
            yield _phrase(taken[at], readings, index=index)
        elif at not in used:
            yield both(reading, index)


def _phrase(hits: Sequence[Found], readings: Sequence[Reading], *, index: SearchIndex) -> Scores:
    """Words that mean others: the better of the words themselves and of what they mean."""
    own = readings[hits[0].first : hits[0].end]
    telling = [reading for reading in own if collapsed(reading.token.text) not in index.silent] or own
    found = mean([both(reading, index) for reading in telling], index)
    for hit in hits:
        factor, reason = (_SIMILAR, "similar") if hit.phrase.kind else (_SYNONYM, "synonym")
        for number, text in enumerate(hit.phrase.means):
            found = found.better_of(text_scores(text, index).scaled(factor - number * _ORDER, reason))
    return found


def _term(chip: Chip, index: SearchIndex) -> Scores:
    """Offers of a topic, those that also hold its words first; others by what the words mean, or else by the words."""
    codes = index.offers.topics if chip.kind == "topic" else index.offers.sections
    inside, least = codes == chip.code, np.float32(_IN_TERM[chip.kind])
    words = mean(list(_groups(chip.words, index)), index)
    outside = words.values * np.where(words.reasons == NUMBER["synonym"], np.float32(1), np.float32(_OUTSIDE))
    values = np.where(inside, least + (1 - least) * words.values, outside).astype(np.float32)
    reasons = np.where(inside & (words.values < least), np.uint8(NUMBER[chip.kind]), words.reasons)
    return Scores(values, reasons.astype(np.uint8), max(_TERM_WEIGHT, words.weight))


def _condition(chip: Chip, index: SearchIndex) -> Floats | None:
    if chip.kind == "place":
        return np.asarray(index.offers.districts == chip.code, dtype=np.float32)
    if chip.kind == "near" and chip.code:
        return _nearness(chip.code, index)
    if chip.kind == "language":
        named: Floats = text_scores(chip.words, index).values * _NAMED
        return np.maximum(_languages(chip.code, index), named, dtype=np.float32)
    return None


def _nearness(cell: str, index: SearchIndex) -> Floats | None:
    """From 1 at the place itself downwards; 0 where it is not known where an offer is."""
    try:
        latitude, longitude = centre_of(cell)
    except ValueError:
        return None
    north = (index.offers.points[:, 0] - latitude) * _DEGREE_M
    east = (index.offers.points[:, 1] - longitude) * _DEGREE_M * cos(radians(latitude))
    near = np.nan_to_num(np.exp(-np.hypot(north, east) / _NEAR_M)).astype(np.float32)
    return np.where(near < _FAR, np.float32(0), near)


def _languages(code: str, index: SearchIndex) -> Floats:
    silent = np.fromiter((not any(codes) for codes in zip(*index.offers.languages, strict=True)), bool, len(index))
    values = silent.astype(np.float32) * np.float32(_SILENT)
    for stated, worth in zip(index.offers.languages, _LANGUAGE, strict=True):
        inside = np.fromiter((code in codes for codes in stated), dtype=bool, count=len(index))
        values = np.maximum(values, inside * np.float32(worth))
    return values


def _times(code: str, spoken: Sequence[str], *, index: SearchIndex) -> Floats:
    """1 where an offer is open for sure, 0 where it is closed; what is not stated lies between.

    Where languages are asked for as well, what counts is when one of them is spoken there.
    """
    spans, rules = openings(code), index.offers.rules_for(spoken)
    worth: dict[str, float] = {}
    for rule in set(chain.from_iterable(rules)):
        answers = {is_open(rule, span) for span in spans} if rule else {None}
        worth[rule] = 1.0 if True in answers else _UNKNOWN_HOURS if None in answers else 0.0
    return np.array([max(worth[rule] for rule in of_offer) for of_offer in rules], dtype=np.float32)
