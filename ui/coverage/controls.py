"""What the coverage page lets a reader choose: topic, language, people, distance, time, and which offers count."""

from functools import partial
from typing import Final

import streamlit as st

from geodata.coverage.catchments import GROUPS
from geodata.coverage.question import MODES, MOST_MIN_OF, Question
from geodata.exports.coverage_names import group_name
from geodata.hours import Opening
from geodata.i18n import N_, Translator
from geodata.network.table import CYCLING, WALKING
from ui import address, loaders
from ui.coverage.asked import ANY
from ui.coverage.view import View
from ui.widgets import coded_choice, coded_choices, coded_select

_MINUTES: Final = (5, 10, 15, 20, 30, 45, 60)
_HOURS: Final = range(6, 22)
_LATE_HOUR: Final = 16
"""After school and many a shift: what is asked first."""
_WISHED: Final = (25, 33, 50, 66, 75, 90, 100)
_ON_FOOT: Final = N_("{n} minutes on foot")
_BY_BICYCLE: Final = N_("{n} minutes by bicycle")
_NO_DAY: Final = ""


def show(view: View, t: Translator) -> None:
    """One row of controls; every choice is written to the address at once."""
    _topic(view.question, t)
    _languages(view.question, t)
    _people(view, t)
    _within(view.question, t)
    _offers(view.question, t)
    _more(view.question, t)


def _topic(question: Question, t: Translator) -> None:
    names = term_names(t)
    with st.container(key="ask-topic", width="content"):
        coded_select(
            t("Topic"),
            names,
            chosen=question.topic or question.section or ANY,
            key=f"cover-{t.language}",
            on_choice=lambda code: address.ask_coverage(term=code or ANY),
        )


def term_names(t: Translator) -> dict[str, str]:
    """Everything, then each section with its topics behind it: code → words."""
    words, taxonomy = loaders.names(t.language), loaders.taxonomy()
    names = {ANY: t("All topics")}
    for section in taxonomy.sections:
        names[section] = t("All of: {section}", section=words[section])
        names |= {topic: words[topic] for topic in taxonomy.topics(section)}
    return names


def _languages(question: Question, t: Translator) -> None:
    codes = {*loaders.offer_index().options["spoken"].codes, *loaders.city_data().city.languages, *question.languages}
    names = dict(sorted(((code, t.language_name(code)) for code in codes), key=lambda item: t.sort_key(item[1])))
    chosen = t.listed(names[code] for code in question.languages) or t("Any language")
    assumed = loaders.city_data().city.assumed_spoken
    with st.container(key="ask-speaks", width="content"), st.container(width="content"):
        st.markdown(t("Language spoken"))
        with st.popover(chosen, key="speaks-popover"):
            coded_choices(
                t("At least one of these languages"),
                names,
                chosen=question.languages,
                key=f"speaks-{t.language}",
                on_choice=lambda codes: address.ask_coverage(speaks=codes or (ANY,)),
                label_visibility="visible",
            )
            if assumed:
                st.caption(
                    t(
                        "Where an offer says nothing about languages, {language} counts as spoken. We assume this.",
                        language=t.language_name(assumed),
                    )
                )


def _people(view: View, t: Translator) -> None:
    names = {code: group_name(code, t) for code in GROUPS if code in view.catchments.people}
    with st.container(key="ask-people", width="content"):
        coded_select(
            t("Residents"),
            names,
            chosen=view.question.group,
            key=f"people-{t.language}",
            on_choice=lambda code: address.ask_coverage(people=code),
        )


def within(question: Question, t: Translator) -> str:
    """The distance in words: "15 minutes on foot"."""
    n = t.number(question.minutes)
    return t(_ON_FOOT, n=n) if question.mode == MODES[0] else t(_BY_BICYCLE, n=n)


def _within(question: Question, t: Translator) -> None:
    most = MOST_MIN_OF[question.mode]
    offered = sorted({*(n for n in _MINUTES if n <= most), question.minutes})
    with st.container(key="ask-within", width="content"), st.container(width="content"):
        st.markdown(t("Within"))
        with st.popover(within(question, t), key="within-popover"):
            coded_choice(
                t("Minutes"),
                {str(n): t.number(n) for n in offered},
                chosen=str(question.minutes),
                key=f"reach-{t.language}",
                on_choice=lambda n: address.ask_coverage(minutes=int(n)),
                label_visibility="visible",
            )
            coded_choice(
                t("How"),
                {MODES[0]: t("on foot"), MODES[1]: t("by bicycle")},
                chosen=question.mode,
                key=f"by-{t.language}",
                on_choice=partial(_move_by, question.minutes),
                label_visibility="visible",
            )
            st.caption(_speeds(t))


def _speeds(t: Translator) -> str:
    return t(
        "On foot {walking} km/h, by bicycle {cycling} km/h, on streets and paths. By bicycle up to {n} minutes.",
        walking=t.number(WALKING.kmh, digits=1),
        cycling=t.number(CYCLING.kmh),
        n=t.number(CYCLING.limit_min),
    )


def _move_by(minutes: int, mode: str) -> None:
    address.ask_coverage(mode=mode, minutes=min(minutes, MOST_MIN_OF[mode]))


def _more(question: Question, t: Translator) -> None:
    """What fewer readers ask: a time, and from which share on a district is covered."""
    opening, share = question.opening, t.share(question.wished_share, digits=0)
    label = t("{opening}, {share}", opening=_time_name(opening, t), share=share)
    with st.container(key="ask-more", width="content"), st.container(width="content"):
        st.markdown(t("Open, covered from"))
        with st.popover(label, key="more-popover"):
            _time(opening, t)
            coded_select(
                t("Covered from this share on"),
                {str(n): t.share(n / 100, digits=0) for n in sorted({*_WISHED, round(question.wished_share * 100)})},
                chosen=str(round(question.wished_share * 100)),
                key=f"wished-{t.language}",
                on_choice=lambda n: address.ask_coverage(wished=int(n)),
            )


def _time_name(opening: Opening | None, t: Translator) -> str:
    return t.opening_hours(opening.to_text()) if opening else t("any time")


def _time(opening: Opening | None, t: Translator) -> None:
    days = {_NO_DAY: t("any time")} | {str(day): t.weekday(day) for day in range(7)}
    hour = opening.from_min // 60 if opening else _LATE_HOUR
    coded_select(
        t("Open on"),
        days,
        chosen=str(opening.weekday) if opening else _NO_DAY,
        key=f"open-day-{t.language}",
        on_choice=lambda day: _open_on(day, hour),
    )
    if opening:
        coded_select(
            t("After"),
            {str(each): t.clock(each * 60) for each in sorted({*_HOURS, hour})},
            chosen=str(hour),
            key=f"open-hour-{t.language}",
            on_choice=lambda each: _open_on(str(opening.weekday), int(each)),
        )
    st.caption(t("Few offers state their hours. Those that do not are counted in the upper bound only."))


def _open_on(day: str, hour: int) -> None:
    address.ask_coverage(opening=Opening(int(day), hour * 60).to_text() if day else "")


def _offers(question: Question, t: Translator) -> None:
    with st.container(key="ask-sure", width="content"):
        coded_choice(
            t("Offers"),
            {"": t("All"), "1": t("Confirmed only")},
            chosen="1" if question.verified else "",
            key=f"sure-{t.language}",
            on_choice=lambda code: address.ask_coverage(sure=code == "1"),
            label_visibility="visible",
        )
