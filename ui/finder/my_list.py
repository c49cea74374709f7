"""My list: what was saved, how to keep and share it, how to take it away. It stands in the address and nowhere else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import streamlit as st

from geodata.facilities.saved import MOST_SAVED, saved_answer, with_toggled
from geodata.i18n import Translator
from ui import loaders
from ui.finder import take_away

OnChange = Callable[[tuple[str, ...]], Any]
"""Gets the new list: ids of offers (`service_id`), in order."""

_ICON: Final = ":material/bookmark:"
_MARKDOWN: Final = str.maketrans({each: f"\\{each}" for each in r"\`*_{}[]()<>#+-.!|~$:"})
"""Names are no markup: a dollar sign in one would begin a formula."""


@dataclass(frozen=True)
class Entry:
    """One saved offer: its id, number in the list, and the words of the offer and of its place."""

    service: str
    number: int
    offer: str
    place: str


def show(saved: tuple[str, ...], t: Translator, *, on_change: OnChange) -> None:
    """A button that opens my list; it says how many offers are in it."""
    words = t("My list: {n}", n=t.number(len(saved))) if saved else t("My list")
    with st.popover(words, icon=_ICON, type="primary" if saved else "secondary", key="my-list-popover"):
        if not saved:
            st.markdown(t("Nothing is saved yet. Save an offer, and it stands here."))
            return
        for entry in entries(saved, t):
            _entry(entry, saved, t=t, on_change=on_change)
        st.caption(t("The list stands in the address of this page. Keep or send the address: the list comes with it."))
        st.caption(t("Whoever sees the address can read the list."))
        take_away.show(saved_answer(saved, loaders.offer_index()), t, saved=True)
        st.button(t("Clear my list"), type="tertiary", key="my-list-clear", on_click=on_change, args=((),))


def toggle(service: str, saved: tuple[str, ...], *, t: Translator, on_change: OnChange) -> None:
    """A button that saves an offer, or takes it off the list again; it says so when the list is full."""
    kept = service in saved
    full = not kept and len(saved) >= MOST_SAVED
    st.button(
        t("Take off my list") if kept else t("Save"),
        icon=_ICON if kept else ":material/bookmark_add:",
        key=f"save-{service}",
        disabled=full,
        on_click=on_change,
        args=(with_toggled(saved, service),),
    )
    if full:
        st.caption(t("Your list is full: {n} offers.", n=t.number(MOST_SAVED)))


def entries(saved: tuple[str, ...], t: Translator) -> Iterator[Entry]:
    """The saved offers that the table knows, in order."""
    index, (offers, places) = loaders.offer_index(), loaders.records()
    for number, row in enumerate(saved_answer(saved, index).order, start=1):
        offer, place = offers[row], places[index.facility_of[row]]
        words = offer[f"name_{t.language}"] or offer["name_de"]
        yield Entry(offer["service_id"], number, t.isolated(words), t.isolated(place["name"]))


def _entry(entry: Entry, saved: tuple[str, ...], *, t: Translator, on_change: OnChange) -> None:
    offer = entry.offer.translate(_MARKDOWN)
    with st.container(key=f"my-list-{entry.service}"):
        st.markdown(f"**{t.number(entry.number)}** {offer}  \n{entry.place.translate(_MARKDOWN)}")
        st.button(
            t("Remove “{filter}”", filter=offer),
            type="tertiary",
            icon=":material/close:",
            key=f"my-list-remove-{entry.service}",
            on_click=partial(on_change, with_toggled(saved, entry.service)),
        )
