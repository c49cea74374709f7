"""Open when? A button that says it, and how many offers leave it open."""

from typing import Final

import streamlit as st

from geodata.facilities import Answer
from geodata.hours import Opening
from geodata.i18n import Translator
from ui import address, clock, open_at
from ui.widgets import coded_choice, coded_select

_CHOSEN: Final = "chosen"
_MINUTES: Final = range(6 * 60, 22 * 60 + 1, 30)


def show(choices: address.Choices, t: Translator) -> None:
    """A button that names the time; behind it now, on arrival (where a place is named), or a day and a time."""
    words = t("Open: {time}", time=_words(choices.when, t)) if choices.when else t("Open when?")
    with st.popover(words, type="primary" if choices.when else "secondary", key="when-popover"):
        names = {"": t("any time"), open_at.NOW: t("now")}
        if choices.near:
            names[open_at.ARRIVE] = t("when I arrive")
        opening = open_at.opening_of(choices.when)
        coded_choice(
            t("Open when?"),
            names | {_CHOSEN: t("at a time I choose")},
            chosen=_CHOSEN if opening else choices.when,
            key=f"when-{t.language}",
            on_choice=_choose,
            label_visibility="visible",
        )
        if opening:
            _day_and_time(opening, t)
        st.caption(t("Few offers state their hours. The others stay in the list, after those that are open."))


def caption(answer: Answer, choices: address.Choices, *, t: Translator) -> str:
    """How many of the found offers do not say whether they are open then; "" where all do, or nobody asked."""
    if not choices.when:
        return ""
    unsure = open_at.unsure(choices.when, answer.selection.index, now=clock.now(), near=answer.near)
    n = int((unsure & answer.selection.found).sum())
    return t.plural("{n} does not say whether it is open", "{n} do not say whether they are open", n) if n else ""


def _words(code: str, t: Translator) -> str:
    opening = open_at.opening_of(code)
    if opening:
        return t.opening_hours(code)
    return t("now") if code == open_at.NOW else t("when I arrive")


def _choose(code: str) -> None:
    if code == _CHOSEN:
        now = clock.now()
        later = next((minute for minute in _MINUTES if minute >= now.hour * 60 + now.minute), _MINUTES[-1])
        code = Opening(now.weekday(), later).to_text()
    address.change(when=code, page=0, facility="")


def _day_and_time(opening: Opening, t: Translator) -> None:
    coded_select(
        t("Day"),
        {str(day): t.weekday(day) for day in range(7)},
        chosen=str(opening.weekday),
        key=f"when-day-{t.language}",
        on_choice=lambda day: _choose(Opening(int(day), opening.from_min).to_text()),
    )
    coded_select(
        t("Time"),
        {str(minute): t.clock(minute) for minute in sorted({*_MINUTES, opening.from_min})},
        chosen=str(opening.from_min),
        key=f"when-time-{t.language}",
        on_choice=lambda minute: _choose(Opening(opening.weekday, int(minute)).to_text()),
    )
