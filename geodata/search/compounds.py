"""German compounds, taken apart by the words that the data themselves use."""

from collections.abc import Collection
from typing import Final

_SHORTEST: Final = 4
_SHORTEST_ALONE: Final = 5
"""Letters of a part beside which the rest is no known word: "kurs" is also in "Exkurs"."""
_LINKS: Final = ("", "s", "es", "n", "en", "er", "e")
_MOST_PARTS: Final = 3


def parts_of(word: str, known: Collection[str]) -> tuple[str, ...]:
    """Known words that `word` is made of; () where it is none or not all of it is known.

    Args:
        word: folded and collapsed, as `known`.

    Example:
        >>> parts_of("schwangerschaftsberatung", {"schwangerschaft", "beratung"})
        ('schwangerschaft', 'beratung')
    """
    if len(word) < 2 * _SHORTEST or not word.isalpha():
        return ()
    return _split(word, known, left=_MOST_PARTS, whole=True)


def part_of(word: str, known: Collection[str]) -> str:
    """The known word at the end of `word`, or else at its beginning, where the rest is no known word; "" for none."""
    ends = (word[cut:] for cut in range(1, len(word) - _SHORTEST_ALONE + 1))
    begins = (_without_link(word[:cut], known) for cut in range(len(word) - 1, _SHORTEST_ALONE - 1, -1))
    if not word.isalpha():
        return ""
    end = next((part for part in ends if part in known), "")
    return end or next((part for part in begins if len(part) >= _SHORTEST_ALONE), "")


def _split(word: str, known: Collection[str], *, left: int, whole: bool = False) -> tuple[str, ...]:
    if word in known and not whole:
        return (word,)
    if left == 1:
        return ()
    for cut in range(len(word) - _SHORTEST, _SHORTEST - 1, -1):
        head = _without_link(word[:cut], known)
        if head and (rest := _split(word[cut:], known, left=left - 1)):
            return (head, *rest)
    return ()


def _without_link(head: str, known: Collection[str]) -> str:
    stems = (head.removesuffix(link) for link in _LINKS if head.endswith(link))
    return next((stem for stem in stems if len(stem) >= _SHORTEST and stem in known), "")
