"""What the districts page lets a reader choose: figure and date, level, classes, and the areas to compare."""

from typing import Final

import streamlit as st

from geodata.districts.shading.classification import FEWEST_CLASSES, METHODS, MOST_CLASSES
from geodata.i18n import Translator
from ui import address, loaders
from ui.districts import words
from ui.districts.asked import LEVELS, MOST_COMPARED, parse_breaks
from ui.districts.legend import MARKS
from ui.districts.view import View
from ui.widgets import coded_choice, coded_choices, coded_select

_MOST_PILLS: Final = 300
"""More areas than that are chosen on the map and in the table only."""


def show(view: View, t: Translator) -> None:
    """One row of controls; every choice is written to the address at once."""
    _figure(view, t)
    _level(view, t)
    _classes(view, t)
    _compared(view, t)


def _figure(view: View, t: Translator) -> None:
    names = indicator_names(view, t)
    with st.container(key="ask-figure", width="content"):
        coded_select(
            t("Quantity"),
            names,
            chosen=view.edition.indicator,
            key=f"indicator-{t.language}",
            on_choice=lambda code: address.ask(indicator=code, date=""),
        )
    dates = {edition.reference_date: t.date(edition.reference_date) for edition in view.editions}
    if len(dates) > 1:
        with st.container(key="ask-date", width="content"):
            coded_select(
                t("As of"),
                dates,
                chosen=view.edition.reference_date,
                key=f"date-{view.edition.indicator}-{t.language}",
                on_choice=lambda date: address.ask(date=date),
            )


def toggle(key: str) -> None:
    """Take an area into the comparison, or let it go; the oldest gives way where there are too many."""
    compared = address.current().asked.compared
    kept = tuple(other for other in compared if other != key)
    address.ask(compared=kept if key in compared else (*kept, key)[-MOST_COMPARED:])


def indicator_names(view: View, t: Translator) -> dict[str, str]:
    """Short names of every figure that has rows, in groups: code → words."""
    texts = loaders.city_data().definitions["indicator"]
    order = list(words.GROUPS)
    codes = sorted(view.indicators, key=lambda code: order.index(texts[code].get("group", order[0])))
    return {code: texts[code]["short"][t.language] for code in codes}


def _level(view: View, t: Translator) -> None:
    if len(view.levels) == 1:
        return
    names = {code: f"{t.number(len(loaders.areas(code)))} {t(words.LEVELS[code])}" for code in LEVELS}
    with st.container(key="ask-level", width="content"):
        coded_choice(
            t("Level"),
            names,
            chosen=view.level,
            key=f"level-{t.language}",
            on_choice=lambda level: address.ask(level=level, compared=()),
            label_visibility="visible",
        )


def _classes(view: View, t: Translator) -> None:
    label = t.listed((t(words.METHODS[view.shading.method]), t.number(len(view.shading.classes))))
    with st.container(key="ask-classes", width="content"), st.container(width="content"):
        st.markdown(t("Classes"))
        with st.popover(label, key="classes-popover"):
            coded_choice(
                t("How the classes are made"),
                {code: t(words.METHODS[code]) for code in METHODS},
                chosen=view.asked.method,
                key=f"method-{t.language}",
                on_choice=lambda method: address.ask(method=method),
                label_visibility="visible",
            )
            st.caption(t(words.METHOD_NOTES[view.asked.method]))
            if view.asked.method == "own":
                _own_limits(view, t)
            else:
                _number(view, t)


def _number(view: View, t: Translator) -> None:
    coded_choice(
        t("How many classes"),
        {str(n): t.number(n) for n in range(FEWEST_CLASSES, MOST_CLASSES + 1)},
        chosen=str(view.asked.classes),
        key=f"classes-{t.language}",
        on_choice=lambda n: address.ask(classes=int(n)),
        label_visibility="visible",
    )


def _own_limits(view: View, t: Translator) -> None:
    """Upper limits as the reader writes them: percent for shares, plain numbers for all else."""
    factor = 100 if view.unit == "share" else 1
    key = f"breaks-{view.edition.indicator}-{t.language}"
    st.session_state.setdefault(key, "; ".join(f"{limit * factor:g}" for limit in view.asked.breaks))

    def read() -> None:
        limits = parse_breaks(st.session_state[key].replace(",", ".").replace(";", ","))
        if limits is not None:
            address.ask(breaks=tuple(round(limit / factor, 6) for limit in limits))

    label = t("Upper limits in percent") if factor == 100 else t("Upper limits")
    st.text_input(label, key=key, on_change=read, placeholder="10; 15; 20", max_chars=80)
    text = st.session_state[key].replace(",", ".").replace(";", ",")
    if parse_breaks(text) is None:
        st.caption(t("Please write rising numbers with ; between them, at most {n}.", n=t.number(MOST_CLASSES - 1)))


def _compared(view: View, t: Translator) -> None:
    """A chip for every area compared, which lets it go, and a button with all areas; map and table choose them, too."""
    with st.container(key="ask-compare", width="stretch"):
        st.markdown(t("Compare"))
        with st.container(horizontal=True, gap="small"):
            for place, key in enumerate(view.compared):
                st.button(
                    f"{MARKS[min(place, 1)]} {t.isolated(view.names[key])}",
                    icon=":material/close:",
                    icon_position="right",
                    key=f"let-go-{key}",
                    on_click=toggle,
                    args=(key,),
                )
            if len(view.names) <= _MOST_PILLS:
                _areas(view, t)


def _areas(view: View, t: Translator) -> None:
    with st.popover(t("Choose an area"), type="tertiary", key="compare-popover"):
        coded_choices(
            t("Compare"),
            view.names,
            chosen=view.compared,
            key=f"compare-{view.level}-{t.language}",
            on_choice=_choose,
        )


def _choose(keys: tuple[str, ...]) -> None:
    """Keep the order in which areas were chosen: the first one is drawn solid."""
    before = address.current().asked.compared
    kept = [key for key in before if key in keys]
    address.ask(compared=tuple([*kept, *(key for key in keys if key not in before)][-MOST_COMPARED:]))
