"""What if offers were added, moved, closed, or knew more: a scenario put together, taken away and opened again."""

from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from geodata.coverage.scenario.parsing import MOST_CHANGES
from geodata.i18n import N_, Translator
from ui import loaders
from ui.coverage import draft, scenario_file, scenario_state
from ui.coverage.draft import Draft
from ui.coverage.view import View
from ui.coverage.what_if_text import change_sentence, offer_names, place_names
from ui.widgets import coded_choices, coded_select

_KINDS: Final = {
    "add": N_("Add an offer"),
    "move": N_("Move an offer"),
    "close": N_("Close an offer"),
    "speak": N_("Add languages to an offer"),
    "open_at": N_("Set opening hours of an offer"),
}
_MISSING: Final = {
    "at": N_("Choose a place first. It may also be a 100 m cell: choose it on the map."),
    "offer": N_("Choose an offer first."),
    "languages": N_("Choose at least one language first."),
    "hours": N_("Choose at least one day first."),
}
_NOTHING: Final = ""


def show(view: View, t: Translator) -> None:
    """A button that opens the form, the list of changes, and the file."""
    with st.popover(t("What if …"), key="what-if"):
        st.caption(t("Try changes. Table and map show them at once. They stay in this session and change no data."))
        if len(view.scenario.changes) < MOST_CHANGES:
            _form(_filled(draft.current(), view), view, t=t)
        else:
            st.markdown(t("A scenario has {allowed} changes at most.", allowed=t.number(MOST_CHANGES)))
        _changes(view, t)
        scenario_file.show(view, t)


def _filled(chosen: Draft, view: View) -> Draft:
    """With what the page says where the reader has chosen nothing: the topic asked for, the cell on the map."""
    topics = loaders.taxonomy().topics(view.question.section or None)
    rows, known = view.offers.rows, {*view.catchments.facility_ids, view.cell}
    return replace(
        chosen,
        topic=chosen.topic or view.question.topic or topics[0],
        at=chosen.at if chosen.at in known and chosen.at else view.cell,
        offer=chosen.offer if chosen.offer in rows and not view.offers.gone[rows[chosen.offer]] else _NOTHING,
    )


def _form(filled: Draft, view: View, *, t: Translator) -> None:
    """The fields of one change, and a button that makes it; a sentence in its place as long as something is missing."""
    with st.container(key="what-if-form"):
        kinds = {kind: t(words) for kind, words in _KINDS.items()}
        _select(t("Change"), kinds, chosen=filled.kind, field="kind", t=t)
        if filled.kind == "add":
            words = loaders.names(t.language)
            topics = {topic: words[topic] for topic in loaders.taxonomy().topics()}
            _select(t("Topic"), topics, chosen=filled.topic, field="topic", t=t)
        else:
            offers = {_NOTHING: t("Please choose")} | offer_names(view, t)
            chosen = filled.offer if filled.offer in offers else _NOTHING
            filled = replace(filled, offer=chosen)
            _select(t("Offer"), offers, chosen=chosen, field="offer", t=t)
        if filled.kind in ("add", "move"):
            places = {_NOTHING: t("Please choose")} | place_names(view, t)
            _select(t("Place"), places, chosen=filled.at, field="at", t=t)
        if filled.kind in ("add", "speak"):
            _languages(filled, view, t=t)
        if filled.kind in ("add", "open_at"):
            _hours(filled, t)
        if filled.missing:
            st.markdown(t(_MISSING[filled.missing]))
        else:
            st.button(t("Make this change"), key="what-if-make", on_click=draft.make, args=(filled,))


def _select(label: str, names: dict[str, str], *, chosen: str, field: str, t: Translator) -> None:
    key = f"what-if-{field}-{t.language}"
    coded_select(label, names, chosen=chosen, key=key, on_choice=lambda code: draft.alter(**{field: code}))


def _languages(filled: Draft, view: View, *, t: Translator) -> None:
    codes = {*loaders.offer_index().options["spoken"].codes, *loaders.city_data().city.languages}
    codes |= {*view.question.languages, *filled.languages}
    names = dict(sorted(((code, t.language_name(code)) for code in codes), key=lambda item: t.sort_key(item[1])))
    coded_choices(
        t("Languages spoken") if filled.kind == "speak" else t("Languages spoken (nothing chosen: not stated)"),
        names,
        chosen=filled.languages,
        key=f"what-if-languages-{t.language}",
        on_choice=lambda chosen: draft.alter(languages=chosen),
        label_visibility="visible",
    )


def _hours(filled: Draft, t: Translator) -> None:
    """Days, and from when until when on all of them."""
    coded_choices(
        t("Open on") if filled.kind == "open_at" else t("Open on (nothing chosen: not stated)"),
        {str(day): t.weekday(day) for day in range(7)},
        chosen=[str(day) for day in filled.days],
        key=f"what-if-days-{t.language}",
        on_choice=lambda chosen: draft.alter(days=tuple(int(day) for day in chosen)),
        label_visibility="visible",
    )
    if filled.days:
        with st.container(horizontal=True):
            for label, field, hours in (
                (t("From"), "opens", range(draft.FIRST_HOUR, draft.LAST_HOUR)),
                (t("Until"), "closes", range(filled.opens + 1, draft.LAST_HOUR + 1)),
            ):
                coded_select(
                    label,
                    {str(hour): t.clock(hour * 60) for hour in hours},
                    chosen=str(getattr(filled, field)),
                    key=f"what-if-{field}-{t.language}",
                    on_choice=partial(_alter_hour, field),
                )


def _alter_hour(field: str, hour: str) -> None:
    draft.alter(**{field: int(hour)})


def _changes(view: View, t: Translator) -> None:
    """Every change with a button that takes it back."""
    scenario = view.scenario
    if not scenario.changes:
        return
    with st.container(key="what-if-changes"):
        st.markdown(t.plural("**{n} change**", "**{n} changes**", len(scenario.changes)))
        for row, change in enumerate(scenario.changes):
            with st.container(horizontal=True, vertical_alignment="center", key=f"what-if-change-{row}"):
                st.text(change_sentence(change, view, t=t))
                st.button(
                    t("Remove change {n}", n=t.number(row + 1)),
                    key=f"what-if-remove-{row}",
                    on_click=scenario_state.change,
                    args=(scenario.without(row),),
                )
