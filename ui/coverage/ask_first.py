"""Ask these first: whom to call so that the span narrows most, the call sheet, and its answers."""

from typing import Final

import streamlit as st

from geodata.adapters.typesetting import call_sheet_to_pdf
from geodata.coverage.worklist import Worklist
from geodata.exports.call_sheet import to_csv
from geodata.exports.worklist_words import promise
from geodata.i18n import Translator
from ui import loaders
from ui.coverage import filled_sheet
from ui.coverage.ask_first_text import MOST_ROWS, call_sheet, list_of_calls, table_of_calls, worklist_of
from ui.coverage.view import View

_FIRST: Final = 3


def show(view: View, t: Translator) -> None:
    """The first three calls, what the first ones settle whatever is said, and all of them as a sheet."""
    found = worklist_of(view)
    with st.container(key="ask-first", border=True):
        st.header(t("Ask these first"), anchor=False)
        if found.calls:
            st.caption(t("One call each. “Yes” and “no” both narrow the span."))
            st.html(list_of_calls(found.calls[:_FIRST], view, t=t))
            st.markdown(promise(found, t))
            st.caption(t("Unknown share: the part of the group of which nobody can say whether it reaches an offer."))
        else:
            st.markdown(t("There is nothing to ask. No answer would change these figures."))
        with st.expander(_label(found, t), key="call-sheet"):
            if found.calls:
                _sheet(view, found, t=t)
            filled_sheet.show(view, t)


def _label(found: Worklist, t: Translator) -> str:
    if not found.calls:
        return t("Read a filled call sheet")
    return t.plural("{n} question as a call sheet", "All {n} questions as a call sheet", found.questions)


def _sheet(view: View, found: Worklist, *, t: Translator) -> None:
    name = ("calls", t.language, *view.name)
    st.html(loaders.kept(name, lambda: table_of_calls(found, view, t=t)))
    st.caption(
        t("People settled: in any case, to if the answer is yes.")
        + " "
        + t("Still unknown: if all say yes, to whatever the answers are.")
    )
    if len(found.calls) > MOST_ROWS:
        more = len(found.calls) - MOST_ROWS
        st.caption(t.plural("{n} more call is in the files.", "{n} more calls are in the files.", more))
    _files(view, found, t=t)


def _files(view: View, found: Worklist, *, t: Translator) -> None:
    with st.container(horizontal=True):
        st.download_button(
            t("Call sheet to print (PDF)"),
            data=lambda: call_sheet_to_pdf(call_sheet(view, found)),
            file_name="call-sheet.pdf",
            mime="application/pdf",
            key="call-sheet-pdf",
            on_click="ignore",
        )
        st.download_button(
            t("Table to fill (CSV)"),
            data=lambda: to_csv(call_sheet(view, found)),
            file_name="call-sheet.csv",
            mime="text/csv",
            key="call-sheet-csv",
            on_click="ignore",
        )
    language = t.language_name(loaders.city_data().city.default_language)
    st.caption(t("Both files are in {language}, for those who call and are called.", language=language))
