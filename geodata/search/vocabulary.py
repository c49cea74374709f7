"""Every word of the texts, and the ways in which a typed word may mean one of them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from geodata.search.compounds import part_of, parts_of
from geodata.search.folding import Token, collapsed, single
from geodata.search.hearing import LONG, heard, is_heard, sounds_alike
from geodata.search.stems import keys_of

HOWS: Final = ("word", "compound", "begins", "sound", "spelling", "far")
"""How a typed word means a word of the texts, best first; also codes of reasons."""

_COMPOUND: Final = 0.8
_BEGINS: Final = 0.7
_SOUND: Final = 0.8
_REPEATED: Final = 0.98
_SLIP: Final = 0.8
_SLIPS: Final = 0.65
_FAR: Final = 0.3
_SHORTEST_BEGINNING: Final = 3
_SHORTEST_PART: Final = 4
_SHORTEST_TYPO: Final = {"latin": 4, "cyrillic": 4, "arabic": 5}
_LONG: Final = 8  # from eight letters on two may be wrong
_MOST_SLIPS: Final = 12
_MOST_BEGINNINGS: Final = 60
_FAR_SHARE: Final = 0.72
"""Share of letters that must agree where nothing better was found."""
_AFTER: Final = "\U0010ffff"
_HEARD_AS: Final = frozenset({("cyrillic", "latin"), ("arabic", "latin"), ("latin", "cyrillic")})
"""Scripts of what is typed and of what may be meant; Arabic written in Latin letters has too few sounds to go by."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word of the texts that a typed one may mean: its number, how well it fits in [0, 1], and how (`HOWS`)."""

    word: int
    quality: float
    how: str


class Vocabulary:
    """Distinct words by every key; built once, then read only.

    Args:
        words: folded words and their scripts, each once; a word is known by its place here.
        small: words that are no part of compounds.
    """

    def __init__(self, words: Sequence[tuple[str, str]], small: Collection[str] = ()) -> None:
        self.words = tuple(words)
        self._small = frozenset(at for at, (word, _) in enumerate(words) if collapsed(word) in small)
        self._own_keys = {word: keys_of(*word) for word in self.words}
        self._keys: defaultdict[str, dict[int, float]] = defaultdict(dict)
        for at, keys in enumerate(self._own_keys.values()):
            for key, quality in keys.items():
                self._keys[key][at] = quality
        self._once: defaultdict[str, list[int]] = defaultdict(list)
        for at, (word, _) in enumerate(self.words):
            self._once[single(word)].append(at)
        self._parts = self._compounds()
        self._heard: defaultdict[str, list[int]] = defaultdict(list)
        for at, (word, _) in enumerate(self.words):
            for key in heard(word) if at not in self._small else ():
                self._heard[key].append(at)
        self._of_script = self._by_script()
        self._other_keys: dict[tuple[str, str], dict[str, float]] = {}
        self._asked: dict[tuple[str, str, bool], tuple[Meaning, ...]] = {}
        self._sorted = sorted((collapsed(word), at) for at, (word, _) in enumerate(self.words))

    def _compounds(self) -> Mapping[str, list[int]]:
        parts: defaultdict[str, list[int]] = defaultdict(list)
        for at, (word, script) in enumerate(self.words):
            if script == "latin":
                for part in self.parts(word) or filter(None, [self.part(word)]):
                    parts[part].append(at)
        return parts

    def keys(self, token: Token) -> dict[str, float]:
        """Keys of a word; those of the texts are known, others are worked out."""
        word = token.text, token.script
        keys = self._own_keys.get(word) or self._other_keys.get(word)
        if keys is None:
            keys = self._other_keys[word] = keys_of(*word)
        return keys

    def parts(self, word: str) -> tuple[str, ...]:
        """Known words of which a German compound is made, as keys; () where it is none."""
        return parts_of(collapsed(word), self._solid)

    def part(self, word: str) -> str:
        """The one known word at the end or beginning of a word that is no known compound; "" for none."""
        return part_of(collapsed(word), self._solid)

    @cached_property
    def _solid(self) -> frozenset[str]:
        known = (key for key, words in self._keys.items() if key.isascii() and not self._small.issuperset(words))
        return frozenset(key for key in known if len(key) >= _SHORTEST_PART)

    def meanings(self, token: Token, *, is_last: bool = False) -> tuple[Meaning, ...]:
        """The words that `token` may mean; slips of the keyboard only where it is no known word.

        Args:
            is_last: whether more letters may follow, so that longer words fit too.
        """
        asked = token.text, token.script, is_last
        if asked not in self._asked:
            self._asked[asked] = self._meanings(token, is_last=is_last)
        return self._asked[asked]

    def for_one_question(self) -> "Vocabulary":
        """The same words, with a memory of its own for the words of one question, which is forgotten with it."""
        own = copy(self)
        vars(own).update(_asked={}, _other_keys={})
        return own

    def _meanings(self, token: Token, *, is_last: bool) -> tuple[Meaning, ...]:
        found = self._exact(token) or [*self._repeated(token)]
        if is_last or not found:
            found = [*found, *self._begun(token)]
        if not found:
            found = [*self._slips(token, reach=1)] or [*self._by_ear(token)] or [*self._slips(token, reach=2)]
        best: dict[int, Meaning] = {}
        for meaning in found:
            if meaning.word not in best or best[meaning.word].quality < meaning.quality:
                best[meaning.word] = meaning
        return tuple(best.values())

    def knows(self, token: Token) -> bool:
        """Whether it is a word of the texts, or a form or part of one."""
        return bool(self._exact(token))

    def has(self, key: str) -> bool:
        """Whether a word has this key."""
        return key in self._keys

    def hears(self, token: Token) -> bool:
        """Whether it is said like a word of another script, in so many consonants that it can hardly be by chance."""
        return is_heard(token.text) and any(meaning.how == "sound" for meaning in self._by_ear(token, shortest=LONG))

    def _exact(self, token: Token) -> list[Meaning]:
        keys = self.keys(token)
        whole = [Meaning(at, mine * own, "word") for key, mine in keys.items() for at, own in self._under(key)]
        inside = [
            Meaning(at, mine * _COMPOUND, "compound") for key, mine in keys.items() for at in self._parts.get(key, ())
        ]
        return [*whole, *inside]

    def _repeated(self, token: Token) -> Iterator[Meaning]:
        """Words that it is when letters that were typed more than once count once: "طبيبب", "садиккк"."""
        once = single(token.text)
        if once == token.text or len(once) < _SHORTEST_BEGINNING:
            return
        for key, quality in {**self.keys(Token(once, token.start, token.end, token.script)), once: 1.0}.items():
            for at in self._once.get(key, ()):
                yield from self._instead(at, _REPEATED * quality, how="spelling")

    def _under(self, key: str) -> Iterable[tuple[int, float]]:
        return self._keys[key].items() if key in self._keys else ()

    def _begun(self, token: Token) -> Iterator[Meaning]:
        key = collapsed(token.text)
        if len(key) < _SHORTEST_BEGINNING:
            return
        start, end = bisect_left(self._sorted, (key, -1)), bisect_left(self._sorted, (key + _AFTER, -1))
        for other, at in self._sorted[start : min(end, start + _MOST_BEGINNINGS)]:
            yield Meaning(at, _BEGINS + (1 - _BEGINS) * 0.9 * len(key) / len(other), "begins")

    def _by_ear(self, token: Token, shortest: int = 1) -> Iterator[Meaning]:
        """Words of another script that are said like it, in at least so many consonants."""
        for key in heard(token.text):
            for at in self._heard.get(key, ()) if len(key) >= shortest else ():
                if (token.script, self.words[at][1]) in _HEARD_AS and sounds_alike(token.text, self.words[at][0]):
                    yield from self._instead(at, _SOUND, how="sound")

    def _slips(self, token: Token, *, reach: int) -> Iterator[Meaning]:
        key = collapsed(token.text)
        if len(key) < (_LONG if reach > 1 else _SHORTEST_TYPO[token.script]):
            return
        names, numbers = self._spellings(token.script)
        hits = process.extract(key, names, scorer=OSA.distance, score_cutoff=reach, limit=_MOST_SLIPS)
        for _, distance, position in hits:
            if distance == hits[0][1]:
                yield from self._instead(numbers[position], _SLIP if distance < 2 else _SLIPS, how="spelling")

    def _instead(self, word: int, quality: float, *, how: str) -> Iterator[Meaning]:
        """A word that was meant, its other forms, and the compounds it is in."""
        text, script = self.words[word]
        yield Meaning(word, quality, how)
        for meaning in self._exact(Token(text, 0, len(text), script)):
            if meaning.word != word:
                yield Meaning(meaning.word, meaning.quality * quality, how)

    def far(self, token: Token) -> Iterator[Meaning]:
        """Words that share most letters with it, where nothing else is left."""
        names, numbers = self._spellings(token.script)
        key = collapsed(token.text)
        hits = process.extract(key, names, scorer=OSA.normalized_similarity, score_cutoff=_FAR_SHARE, limit=_MOST_SLIPS)
        for _, share, position in hits:
            if share == hits[0][1]:
                yield Meaning(numbers[position], _FAR, "far")

    def _spellings(self, script: str) -> tuple[list[str], list[int]]:
        return self._of_script.get(script, ([], []))

    def _by_script(self) -> Mapping[str, tuple[list[str], list[int]]]:
        found: dict[str, tuple[list[str], list[int]]] = {}
        for at, (word, script) in enumerate(self.words):
            names, numbers = found.setdefault(script, ([], []))
            names.append(collapsed(word))
            numbers.append(at)
        return found
