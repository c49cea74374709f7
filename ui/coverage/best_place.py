"""Best place: where new offers would reach most people, at once, then proved; and into the scenario with them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Final

import streamlit as st

from geodata.coverage.scenario.parsing import MOST_CHANGES
from geodata.exports.coverage_names import CENSUS_YEAR, group_name
from geodata.i18n import Translator
from ui import address, loaders
from ui.coverage import area_table, cells_map, scenario_state
from ui.coverage.best_place_answer import MOST_PLACES, SECONDS, Answer, Wish, answer_of, scenario_with
from ui.coverage.best_place_text import KIND_NAMES, sentences, table_of
from ui.coverage.view import View
from ui.widgets import coded_choice, coded_select

_KEY: Final = "best-place"
_WISH: Final = "best_place_wish"
_PROOF: Final = "best_place_proof"
_OF_CODE: Final[dict[str, Callable[[str], Any]]] = {
    "kind": str,
    "count": int,
    "share": int,
    "even_possible": lambda code: code == "1",
}
"""What a choice means for each field of a wish."""
_SHARES: Final = (25, 33, 50, 66, 75, 90, 95, 100)


def show(view: View, t: Translator) -> None:
    """What is wished, the answer in sentences and as a table, its proof, and the way into the scenario."""
    with st.expander(t("Best place"), key=_KEY):
        _panel(view, t)


@st.fragment  # a proof takes seconds, a choice here concerns nothing else on the page
def _panel(view: View, t: Translator) -> None:
    if scenario_state.current() != view.scenario or address.current().cover != view.asked:
        st.rerun()  # the whole page: places were taken into the scenario, or a cell was chosen in the table
    wish = _wish(view)
    st.caption(t("People who count: {group}.", group=group_name(view.question.group, t)))
    _controls(wish, t)
    is_proof = st.session_state.get(_PROOF) == (wish, view.name)
    answer = _proved(view, wish, t=t) if is_proof else answer_of(view, wish)
    st.markdown(" ".join(sentences(answer, wish, view=view, t=t, is_proof=is_proof)))
    if answer.places:
        name = (_KEY, wish, is_proof, t.language, view.chosen, view.cell, *view.name)
        table = loaders.kept(name, lambda: area_table.AreaTable(table_of(answer, view, t=t)))
        area_table.show(table, t=t, key=f"{_KEY}-table", on_choice=cells_map.choose)
        _acts(answer, wish, view=view, t=t, is_proof=is_proof)
    _limits(t)


def _wish(view: View) -> Wish:
    """What was chosen; the share is that of the question until another one is."""
    wish: Wish = st.session_state.get(_WISH, Wish(share=0))
    return wish if wish.share else replace(wish, share=round(view.question.wished_share * 100))


def _alter(field: str, code: str) -> None:
    wish = st.session_state.get(_WISH, Wish(share=0))
    st.session_state[_WISH] = replace(wish, **{field: _OF_CODE[field](code)})


def _proved(view: View, wish: Wish, *, t: Translator) -> Answer:
    with st.spinner(t("Looking for better places. This can take {n} seconds.", n=t.number(SECONDS))):
        return answer_of(view, wish, seconds=SECONDS)


def _controls(wish: Wish, t: Translator) -> None:
    counts = {str(n): t.number(n) for n in range(1, MOST_PLACES + 1)} | {"0": t("As few as needed")}
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"{_KEY}-controls"):
        _choice(t("New places"), counts, chosen=str(wish.count), field="count", t=t)
        if not wish.count:
            names = {str(n): t.share(n / 100, digits=0) for n in sorted({*_SHARES, wish.share})}
            _select(t("For this share of the group"), names, chosen=str(wish.share), field="share", t=t)
        kinds: dict[str, str] = {kind: t(words) for kind, words in KIND_NAMES.items()}
        _select(t("Where a place can open"), kinds, chosen=wish.kind, field="kind", t=t)
        bases = {"0": t("surely fits"), "1": t("fits or may fit")}
        label = t("Without an offer are people who reach none that")
        _choice(label, bases, chosen=str(int(wish.even_possible)), field="even_possible", t=t)


def _choice(label: str, names: dict[str, str], *, chosen: str, field: str, t: Translator) -> None:
    key = f"{_KEY}-{field}-{t.language}"
    change = partial(_alter, field)
    coded_choice(label, names, chosen=chosen, key=key, on_choice=change, label_visibility="visible")


def _select(label: str, names: dict[str, str], *, chosen: str, field: str, t: Translator) -> None:
    coded_select(label, names, chosen=chosen, key=f"{_KEY}-{field}-{t.language}", on_choice=partial(_alter, field))


def _acts(answer: Answer, wish: Wish, *, view: View, t: Translator, is_proof: bool) -> None:
    """The proof, as long as there is none, and the way into the scenario."""
    with st.container(horizontal=True):
        if answer.found and not answer.found.is_optimal and not is_proof:
            st.button(t("Prove it"), key=f"{_KEY}-prove", on_click=_prove, args=(wish, view))
        if len(view.scenario.changes) + len(answer.places) <= MOST_CHANGES:
            take = partial(scenario_state.change, scenario_with(view, answer.places))
            st.button(t("Take into the scenario"), key=f"{_KEY}-take", on_click=take)
    if len(view.scenario.changes) + len(answer.places) > MOST_CHANGES:
        st.caption(t("A scenario has {allowed} changes at most.", allowed=t.number(MOST_CHANGES)))


def _prove(wish: Wish, view: View) -> None:
    st.session_state[_PROOF] = (wish, view.name)


def _limits(t: Translator) -> None:
    said = (
        t("This is the answer to a calculation, not advice."),
        t("It does not know of rooms, rents or buses."),
        t("People are those of the {year} census.", year=CENSUS_YEAR),
        t("A new offer counts as one that surely fits your question."),
    )
    st.caption(" ".join(said))
