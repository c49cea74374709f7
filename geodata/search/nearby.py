"""Places in a question: a district, or the 100 m cell of a station, a quarter or a street."""

from collections.abc import Iterator
from typing import Final

from geodata.geocoding import PlaceIndex, Suggestion
from geodata.geocoding.normalise import loose_key, name_key, street_kind
from geodata.geocoding.sounds import skeletons, stem_sound
from geodata.search.areas import Area
from geodata.search.folding import Token
from geodata.search.grammar import FILLERS, IN_WORDS, NEAR_WORDS
from geodata.search.index import SearchIndex
from geodata.search.reading import read
from geodata.search.sentence import Sentence
from geodata.search.stems import keys_of

_LONGEST_NAME: Final = 3
_LINES_READ: Final = 5
_SHORTEST_SKELETON: Final = 3
_STREET_WORDS: Final = frozenset("улица улице ул площадь шоссе شارع ساحه".split())


def take_places(sentence: Sentence, index: SearchIndex) -> None:
    """Make the places of a sentence chips, those behind "near" first."""
    for at in range(len(sentence.readings)):
        if sentence.key(at) in NEAR_WORDS and sentence.is_free(at, at + 1):
            _take_near(sentence, at, index=index)
    for length in range(_LONGEST_NAME, 0, -1):
        for first in range(len(sentence.readings) - length + 1):
            if sentence.is_free(first, first + length):
                _take_named(sentence, first, length=length, index=index)


def places_named(text: str, index: SearchIndex) -> Iterator[tuple[str, str]]:
    """(code of the cell, name as the map data write it) of the places that a text may name, longer names first."""
    sentence = Sentence(text, read(text, index.vocabulary))
    count = len(sentence.readings)
    for length in range(min(_LONGEST_NAME, count), 0, -1):
        for first in range(count - length + 1):
            place = _cell(sentence, first, length=length, index=index)
            if place and place.kind == "near":
                yield place.code, place.name


def _take_near(sentence: Sentence, at: int, *, index: SearchIndex) -> None:
    first = at + 1
    while sentence.key(first) in FILLERS | IN_WORDS and sentence.key(first):
        first += 1
    before = {n for n in (at - 2, at - 1) if sentence.key(n) in FILLERS | IN_WORDS and sentence.is_free(n, at)}
    for length in range(min(_LONGEST_NAME, len(sentence.readings) - first), 0, -1):
        if sentence.is_free(first, first + length):
            place = _cell(sentence, first, length=length, index=index)
            if place:
                words = sorted({*before, *range(at, first + length)})
                sentence.take(words, "place" if place.kind == "place" else "near", code=place.code)
                return
    sentence.take(sorted({*before, at}), "near", code="")


def _cell(sentence: Sentence, first: int, *, length: int, index: SearchIndex) -> Area | None:
    """The place that some words name, wherever they stand."""
    words = tuple(reading.token for reading in sentence.readings[first : first + length])
    if (area := index.areas.find(words)) and area.kind != "city":
        return area
    if named := _everyday(sentence, first, length=length, index=index):
        return named
    if index.places and (found := suggestion_for(words, index.places)):
        return Area("near", found.cell, found.label)
    return None


def _everyday(sentence: Sentence, first: int, *, length: int, index: SearchIndex) -> Area | None:
    """A place by an everyday word ("station", "вокзал"), as the table of synonyms says."""
    keys = [reading.keys for reading in sentence.readings[first : first + length]]
    for hit in index.phrases.within(keys, ("place",)):
        if hit.end - hit.first == length:
            for name in hit.phrase.means:
                if place := _of_name(name, index):
                    return place
    return None


def _of_name(name: str, index: SearchIndex) -> Area | None:
    words = tuple(Token(word, 0, 0, "latin") for word in name.casefold().split())
    area = index.areas.find(words) if words else None
    if area and area.kind != "city":
        return area
    found = suggestion_for(words, index.places) if index.places and words else None
    return Area("near", found.cell, found.label) if found else None


def _take_named(sentence: Sentence, first: int, *, length: int, index: SearchIndex) -> None:
    """A district or quarter anywhere; a street; an everyday place behind "in" or "at"."""
    words = tuple(reading.token for reading in sentence.readings[first : first + length])
    known = words[0].script != "latin" and all(r.is_known for r in sentence.readings[first : first + length])
    small = [first - 1] if sentence.key(first - 1) in IN_WORDS and sentence.is_free(first - 1, first) else []
    span = [*small, *range(first, first + length)]
    area = None if known else index.areas.find(words)
    if area and area.kind == "city":
        sentence.taken.update(span)
    elif area:
        sentence.take(span, "place" if area.kind == "place" else "near", code=area.code)
    elif (small or length > 1) and (found := _everyday(sentence, first, length=length, index=index)):
        sentence.take(span, "place" if found.kind == "place" else "near", code=found.code)
    elif index.places and _is_street(words) and (street := suggestion_for(words, index.places)):
        sentence.take(span, "near", code=street.cell)


def _is_street(words: tuple[Token, ...]) -> bool:
    if words[0].script == "latin":
        whole = name_key(" ".join(word.text for word in words))
        return bool(street_kind(whole)) and whole != street_kind(whole)
    return len(words) > 1 and words[0].text in _STREET_WORDS


def suggestion_for(words: tuple[Token, ...], places: PlaceIndex) -> Suggestion | None:
    """The place that bears exactly this name, in whatever script it is written; None when the city has none."""
    for text in dict.fromkeys(_spellings(words)):
        for found in places.suggest(text, limit=_LINES_READ):
            if _is_name(text, found.label.split(",")[0], script=words[0].script):
                return found
    return None


def _spellings(words: tuple[Token, ...]) -> Iterator[str]:
    yield " ".join(word.text for word in words)
    if words[0].script == "cyrillic":
        yield " ".join(min(keys_of(word.text, word.script), key=len) for word in words)


def _is_name(text: str, label: str, *, script: str) -> bool:
    if script == "latin":
        return name_key(text) == name_key(label) or loose_key(text) == loose_key(label)
    if script == "cyrillic":
        return stem_sound(text) == stem_sound(label)
    return any(len(key) >= _SHORTEST_SKELETON for key in skeletons(text) & skeletons(label))
