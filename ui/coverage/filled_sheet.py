"""A call sheet that comes back: read or refused with a sentence for every fault, and shown before anything changes."""

from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape
from typing import Final
from zoneinfo import ZoneInfo

import streamlit as st

from geodata.adapters.answers_file import MOST_BYTES, read_answers_file
from geodata.coverage.gap_table import GapTable
from geodata.coverage.scenario.change import Change
from geodata.coverage.scenario.parsing import MOST_CHANGES
from geodata.coverage.scenario.replay import applied
from geodata.coverage.scenario.scenario import Scenario
from geodata.coverage.worklist.answer_fault import AnswerFault
from geodata.coverage.worklist.answers import Answers
from geodata.errors import DataError
from geodata.exports.answer_fault_words import answer_fault_sentence
from geodata.i18n import Translator
from ui import loaders
from ui.coverage import scenario_state
from ui.coverage.gaps_text import span
from ui.coverage.view import View
from ui.coverage.what_if_text import change_sentence
from ui.file_field import Accepted, file_field

_ACCEPTED: Final = Accepted(".csv", MOST_BYTES)
_FAULTS: Final = "answers_faults"
_ANSWERS: Final = "answers_read"
_MOST_FAULTS: Final = 60
_MOST_SHOWN: Final = 20


def show(view: View, t: Translator) -> None:
    """The field for the file; its faults, or what its answers would change."""
    st.markdown(t("Choose the table when it is filled. Its answers are shown here first and change nothing."))
    faults: list[AnswerFault] = st.session_state.get(_FAULTS, [])
    answers: Answers | None = st.session_state.get(_ANSWERS)
    said = t("The faults stand below.") if faults else t("The answers stand below.") if answers else ""
    label = t("Choose the filled CSV file")
    file_field(label, key="answers-file", accepted=_ACCEPTED, said=said, on_file=take, t=t)
    if faults:
        with st.container(key="answers-faults"):
            st.markdown(
                t.plural("**{n} fault.** Nothing was changed.", "**{n} faults.** Nothing was changed.", len(faults))
            )
            st.html(fault_table(faults, t))
    elif answers:
        with st.container(key="answers-read"):
            _preview(answers, view, t=t)


def take(content: bytes) -> None:
    """Read what was chosen, before the page is made; answers or faults are kept in this session, nothing else."""
    data = loaders.city_data()
    places = dict(zip(data.services["service_id"], data.services["facility_id"], strict=True))
    today = datetime.now(UTC).astimezone(ZoneInfo(data.city.timezone)).date()
    for key in (_FAULTS, _ANSWERS):
        st.session_state.pop(key, None)
    try:
        st.session_state[_ANSWERS] = read_answers_file(content, places=places, city=data.city, today=today)
    except DataError as error:
        st.session_state[_FAULTS] = [fault for fault in error.faults if isinstance(fault, AnswerFault)]


def fault_table(faults: Sequence[AnswerFault], t: Translator) -> str:
    """HTML of the faults: row, column, what was found, what to do."""
    names = [escape(head) for head in (t("Row"), t("Column"), t("Found"), t("What to do"))]
    head = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in names)
    body = "".join(_row(fault, names, t=t) for fault in faults[:_MOST_FAULTS])
    return (
        f'<table class="f-table f-stacked" role="table"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(fault: AnswerFault, names: Sequence[str], *, t: Translator) -> str:
    cells = (t.number(fault.row) if fault.row else "", fault.column, fault.value, answer_fault_sentence(fault, t))
    said = "".join(
        f'<td role="cell" data-label="{name}">{f"<bdi>{escape(cell)}</bdi>" if cell else ""}</td>'
        for name, cell in zip(names, cells, strict=True)
    )
    return f'<tr role="row">{said}</tr>'


def _preview(answers: Answers, view: View, *, t: Translator) -> None:
    """What was answered, the share before and after, and a button that tries it."""
    st.markdown(_counted(answers, t))
    new = [change for change in answers.changes if change not in view.scenario.changes]
    changes = [change for change in new if _is_known(change, view)]
    if not changes:
        st.markdown(t("All of these answers are among your changes. Table and map show them."))
    elif len(view.scenario.changes) + len(changes) > MOST_CHANGES:
        st.markdown(t("A scenario has {allowed} changes at most.", allowed=t.number(MOST_CHANGES)))
    else:
        sentences = "".join(f"<li>{escape(change_sentence(each, view, t=t))}</li>" for each in changes[:_MOST_SHOWN])
        st.html(f'<ul class="c-answers">{sentences}</ul>')
        if len(changes) > _MOST_SHOWN:
            st.caption(t.plural("And {n} more.", "And {n} more.", len(changes) - _MOST_SHOWN))
        st.markdown(_before_and_after(tuple(changes), view, t=t))
        st.button(t("Show them in table and map"), key="answers-try", on_click=_try, args=(tuple(changes),))
    st.caption(t("The tables stay as they are. The office merges the file: `python -m geodata merge-answers FILE`"))


def _is_known(change: Change, view: View) -> bool:
    return change.offer_id in view.offers.rows


def _counted(answers: Answers, t: Translator) -> str:
    given = t.plural("**{n} answer.**", "**{n} answers.**", len(answers.given))
    if not answers.skipped:
        return given
    skipped = t.plural("{n} line has no answer yet.", "{n} lines have no answer yet.", answers.skipped)
    return f"{given} {skipped}"


def _before_and_after(changes: tuple[Change, ...], view: View, *, t: Translator) -> str:
    name = ("answers", changes, *view.name)
    before, after = view.table.city, loaders.kept(name, lambda: _answered(changes, view)).city
    return t(
        "Share of the group that reaches an offer: before {before}, with these answers {after}.",
        before=t.isolated(span(before.share_lower, before.share_upper, t=t)),
        after=t.isolated(span(after.share_lower, after.share_upper, t=t)),
    )


def _answered(changes: tuple[Change, ...], view: View) -> GapTable:
    areas = loaders.facility_areas()
    offers = applied(Scenario("", changes), view.offers, catchments=view.catchments, areas=areas)
    return GapTable.from_question(view.question, offers, catchments=view.catchments)


def _try(changes: tuple[Change, ...]) -> None:
    """Put the answers at the end of the scenario."""
    scenario = scenario_state.current()
    for change in changes:
        scenario = scenario.with_change(change)
    scenario_state.change(scenario)
