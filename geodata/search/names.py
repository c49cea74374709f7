"""Names of facilities and offers as wholes: who types one, means it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

import pandas as pd

from geodata.search.folding import collapsed, tokens
from geodata.search.stems import keys_of

_CUTS: Final = re.compile(r"[(),/„“”\"«»:–—]|\s-\s")
_FORMS: Final = frozenset("e v ev eg gmbh ggmbh mbh g gemeinnutzige kaor nk".split())
"""Forms of law, as words."""
_AFTER: Final = "\U0010ffff"
_SHORTEST_BEGINNING: Final = 4


class Names:
    """Offers by the names of their facilities and their own.

    Args:
        silent: words, folded and collapsed, that say nothing in a name: the city, "the", "of".
    """

    def __init__(self, named: Iterable[tuple[str, int]], silent: Collection[str]) -> None:
        self._silent = frozenset(silent) | _FORMS
        rows: defaultdict[str, set[int]] = defaultdict(set)
        for name, there in rows_by_name(named).items():
            for alias in self._aliases(name):
                rows[alias].update(there)
        bent: defaultdict[str, set[int]] = defaultdict(set)
        for alias in rows:
            if " " in alias:
                bent[bent_key(alias)].update(rows[alias])
        self._bent: Mapping[str, set[int]] = bent
        self._rows: Mapping[str, tuple[int, ...]] = {alias: tuple(sorted(there)) for alias, there in rows.items()}
        self._sorted = sorted(self._rows)

    def key(self, text: str) -> str:
        """The words of a name that say something, as one text; all of them where none does."""
        return self._key([collapsed(token.text) for token in tokens(text)])

    def _key(self, words: Sequence[str]) -> str:
        return " ".join(word for word in words if word not in self._silent) or " ".join(words)

    def _aliases(self, name: str) -> frozenset[str]:
        """The whole name, and what stands between its signs: "Volkshochschule … gGmbH (VHS)" is also "VHS"."""
        pieces = pieces_of(name)
        whole = [word for piece in pieces for word in piece]
        return frozenset(key for words in (whole, *pieces) if (key := self._key(words)))

    def __contains__(self, key: str) -> bool:
        return key in self._rows

    def exact(self, key: str) -> tuple[int, ...]:
        """Rows of the offers with this name."""
        return self._rows.get(key, ())

    def alike(self, bent: str) -> Collection[int]:
        """Rows of the offers with a name of several words that have these stems (`bent_key`), in their order."""
        return self._bent.get(bent, ())

    def beginning(self, key: str, *, inside: bool) -> Iterator[int]:
        """Rows of the offers with a longer name that begins so; with `inside` also where a word is not at its end."""
        if len(key) >= _SHORTEST_BEGINNING:
            begin = key if inside else key + " "
            span = slice(bisect_left(self._sorted, begin), bisect_left(self._sorted, begin + _AFTER))
            for alias in self._sorted[span]:
                if alias != key:
                    yield from self._rows[alias]


def rows_by_name(named: Iterable[tuple[str, int]]) -> Mapping[str, list[int]]:
    """Each name once, with the rows of the offers that bear it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for name, row in named:
        found[name].append(row)
    return found


def pieces_of(name: str) -> list[list[str]]:
    """The words of a name, folded and collapsed, piece by piece as its signs part them."""
    pieces: list[list[str]] = [[]]
    end = 0
    for token in tokens(name):
        if _CUTS.search(name, end, token.start):
            pieces.append([])
        pieces[-1].append(collapsed(token.text))
        end = token.end
    return pieces


def bent_key(key: str) -> str:
    """The shortest stem of each word: what other forms of the words share."""
    return " ".join(min(keys_of(t.text, t.script), key=lambda stem: (len(stem), stem)) for t in tokens(key))


def names_of(services: pd.DataFrame, facilities: pd.DataFrame) -> Iterator[tuple[str, int]]:
    """The name of every offer's facility, with the row of the offer."""
    return _column("name", services, facilities=facilities)


def glosses_of(services: pd.DataFrame, facilities: pd.DataFrame) -> Iterator[tuple[str, int]]:
    """What every offer's facility is called in other languages, with the row of the offer."""
    for column in (str(column) for column in facilities if str(column).startswith("gloss_")):
        if "status" not in column:
            yield from _column(column, services, facilities=facilities)


def other_names_of(services: pd.DataFrame) -> Iterator[tuple[str, int]]:
    """The names of the offers themselves in every language, with the row of the offer."""
    for column in (str(column) for column in services if str(column).startswith("name_")):
        yield from ((name, row) for row, name in enumerate(services[column]) if name)


def _column(column: str, services: pd.DataFrame, *, facilities: pd.DataFrame) -> Iterator[tuple[str, int]]:
    houses = facilities.set_index("facility_id").loc[services["facility_id"], column]
    return ((name, row) for row, name in enumerate(houses) if name)
