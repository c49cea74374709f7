"""What was searched for: it lives in this session only, never in the address, and every part of it can be taken away.

Topic, section, district and time narrow the offers as the search itself understands them: it knows offers of other
topics that are meant as well, and the address then tells nobody what somebody looked for. Language and nearness become
choices of the finder, for there list, map and cards say more about them: three values, and minutes on foot.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import streamlit as st

from geodata.facilities import Narrowing
from geodata.facilities.index import Mask
from geodata.hours import is_open
from geodata.search import Chip, Found, Understood, openings, search, understand
from ui import address, loaders

MOST_LETTERS: Final = 200
_SEARCHED: Final = "searched"
_ANSWERED: Final = "search-answered"
_WRITTEN: Final = "search-written"


@dataclass(frozen=True)
class Searched:
    """A question of this session.

    Attributes:
        understood: what is left of it.
        near, spoken: choices that it has made and takes with it: code of a cell, codes of languages.
    """

    understood: Understood
    near: str = ""
    spoken: tuple[str, ...] = ()


def text() -> str:
    """What was typed; "" where nothing is searched for."""
    asked = _asked()
    return asked.understood.text if asked else ""


def writes() -> int:
    """How often the page itself has written the field: the field follows the page then, and else the reader."""
    return int(st.session_state.get(_WRITTEN, 0))


def found(choices: address.Choices) -> Found | None:
    """The answer to what is left of the question; None where nothing is."""
    asked = _asked()
    if asked is None:
        return None
    chips = tuple(chip for chip in asked.understood.chips if _counts(chip, choices))
    left = replace(asked.understood, chips=chips)
    if not (left.words or left.chips):
        return None
    kept = st.session_state.get(_ANSWERED)
    if kept is None or kept.understood != left:
        kept = st.session_state[_ANSWERED] = search(left, loaders.search_index())
    answered: Found = kept
    return answered


def hits(card: Mapping[str, Any], choices: address.Choices) -> dict[str, Any]:
    """Spans (start, end) of a card's texts that were searched for: `hits`, by the name of the text."""
    answered = found(choices)
    if answered is None:
        return {"hits": {}}
    texts = {"name": card["name"], "what": card["what"]["text"], "summary": card["summary"]["text"]}
    return {"hits": {name: answered.hits(text) for name, text in texts.items()}}


def narrowing(choices: address.Choices) -> Narrowing | None:
    """Offers that answer the whole question, in the order of the search; those next to it where none does.

    Those of which nobody knows whether they are open at the time that was asked for come after all others.
    """
    answered = found(choices)
    if answered is None:
        return None
    rows = answered.rows[: answered.fits or None]
    rows = rows[np.argsort(unsure(answered)[rows], kind="stable")] if answered.fits else rows
    allows = np.zeros(len(loaders.offer_index()), dtype=bool)
    order = np.full(len(allows), len(allows), dtype=np.intp)
    allows[rows] = True
    order[rows] = np.arange(len(rows))
    return Narrowing(allows, order)


def unsure(answered: Found) -> Mask:
    """Offers of which nobody knows whether they are open at the time that was asked for; none where none was."""
    spans = [span for chip in answered.understood.chips if chip.kind == "time" for span in openings(chip.code)]
    languages = [chip.code for chip in answered.understood.chips if chip.kind == "language"]
    rules = loaders.search_index().offers.rules_for(languages)
    known = {rule: {is_open(rule, span) for span in spans} for of_offer in rules for rule in of_offer}
    states = [set().union(*(known[rule] for rule in of_offer)) for of_offer in rules]
    return np.array([None in state and True not in state for state in states], dtype=bool)


def surely_open(choices: address.Choices) -> Mask | None:
    """Offers that are open for sure at the time that was searched for; None where no time was, or nothing fits it."""
    answered = found(choices)
    if answered is None or not answered.fits or all(chip.kind != "time" for chip in answered.understood.chips):
        return None
    return np.asarray(~unsure(answered))


def place_named(choices: address.Choices) -> str:
    """What was searched for as a place, where that place is still chosen: its words; else ""."""
    asked = _asked()
    chips = asked.understood.chips if asked and asked.near == choices.near else ()
    return next((chip.words for chip in chips if chip.kind == "near" and chip.code == choices.near), "")


def end(**changes: Any) -> None:
    """End the search and take choices back at once, from a widget's callback."""
    st.session_state.pop(_SEARCHED, None)
    st.session_state[_WRITTEN] = writes() + 1
    address.change(**changes)


def ask(words: str, choices: address.Choices, *, by_page: bool = False) -> None:
    """Search for something else, from a widget's callback; `by_page`: the words do not come from the field."""
    words = " ".join(words.split())[:MOST_LETTERS]
    free = _let_go(choices)
    if words:
        understood = understand(words, loaders.search_index())
        query, near, within = free.query, free.near, free.within
        asked = Searched(understood, *_chosen_by(understood, free))
        if asked.spoken:
            query = query.with_codes("spoken", (*query.codes("spoken"), *asked.spoken))
        st.session_state[_SEARCHED] = asked
        address.change(query=query, near=asked.near or near, within=within)
    else:
        st.session_state.pop(_SEARCHED, None)
        address.change(query=free.query, near=free.near, within=free.within)
    if by_page:
        st.session_state[_WRITTEN] = writes() + 1


def take_away(chip: Chip, choices: address.Choices) -> None:
    """Take a chip away, and the choice that stands for it."""
    asked = _asked()
    if asked is None:
        return
    st.session_state[_SEARCHED] = replace(asked, understood=asked.understood.without(chip))
    if chip.kind == "near" and choices.near == chip.code:
        address.change(near="", within=0, page=0)
    elif chip.kind == "language":
        kept = tuple(code for code in choices.query.codes("spoken") if code != chip.code)
        address.change_codes("spoken", kept)
    else:
        address.change(page=0, facility="")


def _asked() -> Searched | None:
    asked: Searched | None = st.session_state.get(_SEARCHED)
    return asked


def _counts(chip: Chip, choices: address.Choices) -> bool:
    """Whether a chip still holds: one that has become a choice goes with it, wherever that is taken back."""
    if chip.kind == "near" and loaders.known_cell(chip.code):
        return chip.code == choices.near
    if chip.kind == "language" and chip.code in _languages():
        return chip.code in choices.query.codes("spoken")
    return True


def _chosen_by(understood: Understood, choices: address.Choices) -> tuple[str, tuple[str, ...]]:
    """(near, spoken): choices that a question makes beside those that there are."""
    chips = understood.chips
    cells = [chip.code for chip in chips if chip.kind == "near" and loaders.known_cell(chip.code)]
    spoken = (chip.code for chip in chips if chip.kind == "language" and chip.code in _languages())
    known = choices.query.codes("spoken")
    return "".join(cells[:1]), tuple(code for code in spoken if code not in known)


def _let_go(choices: address.Choices) -> address.Choices:
    """The choices without those that the last question has made."""
    asked = _asked()
    if asked is None:
        return choices
    kept = tuple(code for code in choices.query.codes("spoken") if code not in asked.spoken)
    changes: dict[str, Any] = {"query": choices.query.with_codes("spoken", kept)}
    if asked.near and asked.near == choices.near:
        changes |= {"near": "", "within": 0}
    return replace(choices, **changes)


def _languages() -> tuple[str, ...]:
    return tuple(loaders.offer_index().options["spoken"].codes)
