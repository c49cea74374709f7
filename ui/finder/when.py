"""Open when? A button that says it, a row of chips behind it, and how many offers leave it open."""

from typing import Final

import streamlit as st

from geodata.facilities import Answer
from geodata.hours import Opening
from geodata.i18n import Translator
from ui import address, clock, open_at
from ui.widgets import coded_chip, coded_select

_CHOSEN: Final = "chosen"
_MINUTES: Final = range(6 * 60, 22 * 60 + 1, 30)


def show(choices: address.Choices, t: Translator) -> None:
    """A button that names the time; behind it chips: now, today …, on arrival (where a place is named), another day."""
    words = t("Open: {time}", time=_words(choices.when, t)) if choices.when else t("Open when?")
    with st.popover(words, type="primary" if choices.when else "secondary", key="when-popover"):
        opening = open_at.opening_of(choices.when)
        with st.container(key="when-chips"):
            coded_chip(
                t("Open when?"),
                _chips(t, arriving=bool(choices.near)),
                chosen=_CHOSEN if opening else choices.when,
                key=f"when-{t.language}",
                on_choice=_choose,
            )
        if opening:
            _day_and_time(opening, t)
        st.caption(t("Few offers state their hours. The others stay in the list, after those that are open."))


def _chips(t: Translator, *, arriving: bool) -> dict[str, str]:
    chips = {"": t("any time"), **_named(t), _CHOSEN: t("another day…")}
    return chips if arriving else {code: words for code, words in chips.items() if code != open_at.ARRIVE}


def _named(t: Translator) -> dict[str, str]:
    return {
        open_at.NOW: t("now"),
        open_at.TODAY: t("today"),
        open_at.TOMORROW: t("tomorrow"),
        open_at.ARRIVE: t("when I arrive"),
    }


def caption(answer: Answer, choices: address.Choices, *, t: Translator) -> str:
    """How many of the found offers do not say whether they are open then; "" where all do, or nobody asked."""
    if not choices.when:
        return ""
    unsure = open_at.unsure(
        choices.when, answer.selection.index, now=clock.now(), near=answer.near, spoken=answer.query.codes("spoken")
    )
    n = int((unsure & answer.selection.found).sum())
    return t.plural("{n} does not say whether it is open", "{n} do not say whether they are open", n) if n else ""


def _words(code: str, t: Translator) -> str:
    return _named(t).get(code) or t.opening_hours(code)


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
