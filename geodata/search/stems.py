"""The keys under which a word is filed and looked up: its folded form and its stems."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from snowballstemmer import stemmer

from geodata.search.folding import collapsed

_SNOWBALL: Final = {"latin": ("german", "english"), "cyrillic": ("russian",), "arabic": ("arabic",)}
_SHORTEST_STEM: Final = 2
_ARABIC_BEFORE: Final = re.compile("^(?:وال|بال|كال|فال|ال|لل)(?=...)")
_ARABIC_AFTER: Final = re.compile("(?<=...)(?:ها|ان|ات|ون|ين|يه|ته|ه|ي)$")
_ARABIC_ONE: Final = re.compile("^[وبلفك](?=....)")

WHOLE: Final = 1.0
STEM: Final = 0.93
LOOSE_STEM: Final = 0.85


def keys_of(word: str, script: str) -> dict[str, float]:
    """Keys of a folded word and how well each stands for it, in [0, 1].

    Args:
        script: "latin", "cyrillic" or "arabic". Latin words have stems of German and of English, because nobody says
            which of the two is typed.
    """
    found: dict[str, float] = {}
    for key, quality in _keys(word, script):
        if len(key) >= _SHORTEST_STEM or key == word:
            found[key] = max(quality, found.get(key, 0.0))
    return found or {word: WHOLE}  # one letter, typed again and again


def _keys(word: str, script: str) -> Iterator[tuple[str, float]]:
    once = _as_it_is if script == "arabic" else collapsed
    yield once(word), WHOLE
    for language in _SNOWBALL[script]:
        yield once(_stemmer(language).stemWord(word)), STEM
    if script == "arabic":
        yield from _arabic(word)


def _as_it_is(word: str) -> str:
    return word


def _arabic(word: str) -> Iterator[tuple[str, float]]:
    """Without article and with the common endings cut off ("الدورات", "دورة" → "دور"), also behind one-letter words."""
    bare = _ARABIC_BEFORE.sub("", word)
    yield bare, WHOLE
    yield _ARABIC_AFTER.sub("", bare), STEM
    if (shorter := _ARABIC_ONE.sub("", word)) != word:
        yield shorter, LOOSE_STEM
        yield _ARABIC_AFTER.sub("", _ARABIC_BEFORE.sub("", shorter)), LOOSE_STEM


def _stemmer(language: str) -> Any:
    """A stemmer of its own for each word: one keeps the word it works on, and sessions run side by side."""
    return _algorithms(language)()


@lru_cache
def _algorithms(language: str) -> Any:
    return type(stemmer(language))
