"""My list: saved offers without an account, as short codes that stand in the URL, in the order of saving.

A code is the beginning of a hash of the offer's id: it stays the same when the table is sorted or grows, and says
nothing by itself. Five characters are enough for most; where two offers begin alike, their codes are longer.
"""

import base64
import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, pairwise, takewhile
from math import ceil
from typing import Final

import numpy as np

from geodata.facilities.answer import PAGE_SIZE, Answer
from geodata.facilities.index import OfferIndex
from geodata.facilities.nearness import Nearness
from geodata.facilities.query import Query, Selection

MOST_SAVED: Final = 60
"""Offers on a list: three pages, and an address that every messenger still takes (360 characters)."""

_SHORTEST: Final = 5
_SEPARATOR: Final = ","


def codes_of(ids: Iterable[str], all_ids: Sequence[str]) -> tuple[str, ...]:
    """Codes of the first `MOST_SAVED` offers, in order, each once; ids that the table has not are left out.

    Args:
        ids: `service_id` of the saved offers.
        all_ids: those of the whole table, in any order.
    """
    codes = _codes(tuple(all_ids))
    return tuple(islice((codes[each] for each in dict.fromkeys(ids) if each in codes), MOST_SAVED))


def text_of(codes: Iterable[str]) -> str:
    """Codes as the value of a URL parameter."""
    return _SEPARATOR.join(codes)


def ids_of(text: str, all_ids: Sequence[str]) -> tuple[str, ...]:
    """Ids of the offers that a URL parameter names, in order, each once, at most `MOST_SAVED`.

    What is no code is ignored. A code from a time when the table was larger or smaller holds as long as it fits one
    offer only: every beginning of a hash with at least five characters is read.
    """
    digests = _digests(tuple(all_ids))
    ordered = tuple(digests)
    words = (word for word in text.split(_SEPARATOR) if len(word) >= _SHORTEST)
    named = (digests[fit] for word in words if (fit := _only(word, ordered)))
    return tuple(islice(dict.fromkeys(named), MOST_SAVED))


def with_toggled(ids: tuple[str, ...], service: str) -> tuple[str, ...]:
    """The list with an offer at its end, or without it where it was on it; a full list stays as it is."""
    if service in ids:
        return tuple(each for each in ids if each != service)
    return (*ids, service) if len(ids) < MOST_SAVED else ids


def saved_answer(ids: Iterable[str], index: OfferIndex, *, page: int = 1, near: Nearness | None = None) -> Answer:
    """My list as an answer of the finder: the saved offers in the order of saving, and nothing else.

    Args:
        ids: `service_id` of the saved offers; those that the table has not are left out.
        page: the wished page from 1; out of range is put right.
        near: minutes to show on the cards; its limit does not hold here: what was saved is shown.
    """
    row_of = {str(service): row for row, service in enumerate(index.services["service_id"])}
    rows = [row_of[each] for each in dict.fromkeys(ids) if each in row_of]
    found = np.zeros(len(index), dtype=bool)
    found[rows] = True
    nobody = np.zeros_like(found)
    pages = max(1, ceil(len(rows) / PAGE_SIZE))
    selection = Selection(index, found, found, nobody, nobody)
    return Answer(Query(), selection, np.array(rows, dtype=np.intp), min(max(1, page), pages), pages, near)


@lru_cache(maxsize=2)  # one city a process; a second one in tests
def _digests(all_ids: tuple[str, ...]) -> dict[str, str]:
    """Hash → id, sorted by hash."""
    return dict(sorted((_digest(each), each) for each in all_ids))


def _digest(service: str) -> str:
    """The hash as text; the alphabet is a to z and 2 to 7, which are not mistaken for others and no URL changes."""
    hashed = hashlib.sha256(service.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(hashed).decode().rstrip("=").lower()


@lru_cache(maxsize=2)
def _codes(all_ids: tuple[str, ...]) -> dict[str, str]:
    """Id → the shortest beginning of its hash that no other offer has."""
    digests = _digests(all_ids)
    ordered = ["", *digests, ""]
    alike = [_same_start(*pair) for pair in pairwise(ordered)]
    lengths = (max(_SHORTEST, before + 1, after + 1) for before, after in pairwise(alike))
    return {each: digest[:length] for (digest, each), length in zip(digests.items(), lengths, strict=True)}


def _same_start(one: str, other: str) -> int:
    """How many characters two hashes share at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _only(word: str, ordered: Sequence[str]) -> str:
    """The one hash that begins with a word; "" where there is none, or more than one."""
    at = bisect_left(ordered, word)
    fits = [digest for digest in ordered[at : at + 2] if digest.startswith(word)]
    return fits[0] if len(fits) == 1 else ""
