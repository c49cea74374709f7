"""The legend under the map, with the choice of what it shows."""

from collections.abc import Iterator
from html import escape
from typing import Final

import streamlit as st

from geodata.exports.coverage_words import spoken
from geodata.i18n import N_, Translator
from ui import address
from ui.coverage.asked import MAPS
from ui.coverage.fills import BAND_COLOURS, BANDS, CHANGE_COLOURS, REACHED
from ui.coverage.view import View
from ui.widgets import coded_choice

BETTER: Final = N_("reaches an offer more surely than before")
WORSE: Final = N_("reaches an offer less surely than before")
AS_BEFORE: Final = N_("as before")


def switch(view: View, t: Translator) -> None:
    """What the map shows."""
    names = {MAPS[0]: t("Who reaches one"), MAPS[1]: t("Minutes"), MAPS[2]: t("Districts")}
    if view.scenario.changes:
        names[MAPS[3]] = t("What changes")
    coded_choice(
        t("The map shows"),
        names,
        chosen=view.drawn,
        key=f"draw-{t.language}",
        on_choice=lambda code: address.ask_coverage(drawn=code),
    )


def show(view: View, t: Translator) -> None:
    """Title, a key for every fill and mark."""
    titles = {
        "reach": t("Where people live (100 m cells)"),
        "minutes": t("Minutes to the nearest offer that surely fits (100 m cells)"),
        "districts": t("Districts: do enough people reach one?"),
        "change": t("What your changes do (100 m cells)"),
    }
    fills = "".join(_fill(style, words) for style, words in kinds(view, t).values())
    marks = "".join(f'<li><img src="app/static/{icon}" alt=""> {escape(words)}</li>' for icon, words in _marks(view, t))
    with st.container(key="legend", border=True):
        st.html(
            f'<div class="f-legend-areas"><h2 class="f-legend-title">{escape(titles[view.drawn])}</h2>'
            f'<ul class="f-patterns c-key" role="list">{fills}{marks}</ul></div>'
        )


def kinds(view: View, t: Translator) -> dict[str, tuple[str, str]]:
    """What each kind of area means: its character on the map → the style of its swatch, words."""
    drawn = {"reach": _reach, "minutes": _minutes, "districts": _districts, "change": _change}[view.drawn]
    return dict(drawn(view, t)) | {
        "w": ("f-withheld", t("not shown: too few people")),
        "n": ("c-nobody", t("nobody of this group lives here")),
    }


def _fill(style: str, words: str) -> str:
    look = f'style="background:{style}"' if style.startswith("#") else ""
    name = "" if look else f" {style}"
    return f'<li><span class="f-swatch{name}" {look}></span> {escape(words)}</li>'


def _reach(view: View, t: Translator) -> Iterator[tuple[str, tuple[str, str]]]:
    yield "0", (REACHED, t("reaches an offer that surely fits"))
    yield "-", ("f-no-data", t("reaches only offers that do not say"))
    yield "g", ("c-gap", t("reaches none: gap"))


def _minutes(view: View, t: Translator) -> Iterator[tuple[str, tuple[str, str]]]:
    lower = 0
    for number, upper in enumerate(BANDS):
        if upper <= view.catchments.limit_min:
            words = t("{lower} to {upper} minutes", lower=t.number(lower), upper=t.number(upper))
            yield str(number), (BAND_COLOURS[number], words)
            lower = upper
    limit = t.number(view.catchments.limit_min)
    yield "-", ("f-no-data", t("only offers that do not say within {n} minutes", n=limit))
    yield "g", ("c-gap", t("none within {n} minutes", n=limit))


def _districts(view: View, t: Translator) -> Iterator[tuple[str, tuple[str, str]]]:
    share = t.share(view.question.wished_share, digits=0)
    yield "0", (REACHED, t("covered: at least {share} surely reach one", share=share))
    yield "-", ("f-no-data", t("unknown: the bounds disagree"))
    yield "g", ("c-gap", t("gap: fewer than {share} reach one in any case", share=share))


def _change(_view: View, t: Translator) -> Iterator[tuple[str, tuple[str, str]]]:
    for kind, (colour, words) in enumerate(zip(CHANGE_COLOURS, (BETTER, WORSE, AS_BEFORE), strict=True)):
        yield str(kind), (colour, t(words))


def _marks(view: View, t: Translator) -> Iterator[tuple[str, str]]:
    if view.question.languages:
        yield "key-stated.svg", t("says {language}", language=spoken(view.question.languages, t))
        yield "key-open.svg", t("does not say")
    else:
        yield "key-stated.svg", t("surely fits")
        yield "key-open.svg", t("leaves something open")
