"""The office's own table: read here, shown in this session, and taken away as a part of the city's table."""

from datetime import UTC, date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

import streamlit as st

from geodata.adapters.own_import import read_upload
from geodata.adapters.own_table import MOST_BYTES
from geodata.districts.own_table.fault import TableFault
from geodata.districts.own_table.rows import OFFICE_SOURCE, Statement, offered_definitions
from geodata.errors import DataError
from geodata.exports.tables import to_indicators_part
from geodata.i18n import Translator
from ui import address, loaders
from ui.districts import own_figures
from ui.districts.own_table_text import ANSWERS, fault_table, kept_sentences
from ui.file_field import FIELD, decoded

_KEY: Final = "own-table-file"
_FAULTS: Final = "own_table_faults"


def show(t: Translator) -> None:
    """What is asked for, the field for the file, every fault found, and what is kept for this session."""
    with st.expander(t("Use your own table"), key="own-table"):
        st.markdown(t("The table is read here and stays in this session. Nothing is stored on our server."))
        _questions(t)
        _file(t)
        faults: list[TableFault] = st.session_state.get(_FAULTS, [])
        if faults:
            with st.container(key="own-table-faults"):
                st.markdown(
                    t.plural("**{n} fault.** Nothing was changed.", "**{n} faults.** Nothing was changed.", len(faults))
                )
                st.html(fault_table(faults, t))
        _kept(t)


def _questions(t: Translator) -> None:
    definitions, labels = loaders.city_data().definitions, {name: t(words) for name, words in ANSWERS.items()}
    names = {code: definitions["definition"][code]["name"][t.language] for code in offered_definitions(definitions)}
    with st.container(key="own-table-questions"):
        key = f"own-definition-{t.language}"
        st.session_state.setdefault(key, st.session_state.get("own-definition", next(iter(names))))
        st.session_state["own-definition"] = st.selectbox(
            labels["definition"], list(names), format_func=names.__getitem__, key=key, placeholder=""
        )
        st.text_input(labels["date"], key="own-date", placeholder="2018-12-31", max_chars=10)
        st.text_input(labels["source"], key="own-source", max_chars=200)


def _file(t: Translator) -> None:
    data = {
        "language": t.language,
        "direction": t.direction,
        "accept": ".csv,.xlsx",
        "limit": MOST_BYTES,
        "read": _said(t),
        "names": {
            "choose": t("Choose a CSV or XLSX file"),
            "reading": t("The file is being read."),
            "too_large": t("The file is larger than {limit} MB.", limit=t.number(MOST_BYTES // 1_000_000)),
        },
    }
    FIELD(key=_KEY, data=data, on_file_change=_take)


def _said(t: Translator) -> str:
    """What stands beside the field after a file was read."""
    own = own_figures.own_table()
    if st.session_state.get(_FAULTS):
        return t("The faults stand below.")
    return own.file if own else ""


def _take() -> None:
    """Read what was chosen, before the page is made: it is shown, or its faults are, and nothing else changes."""
    chosen: Any = st.session_state[_KEY].file
    content = decoded(chosen, limit=MOST_BYTES)
    if content is None:
        return
    given = {name: str(st.session_state.get(f"own-{name}", "")).strip() for name in ANSWERS}
    statement = Statement(given["definition"], given["date"], OFFICE_SOURCE if given["source"] else "")
    try:
        upload = read_upload(content, statement, directory=loaders.data_directory(), today=_today())
    except DataError as error:
        st.session_state[_FAULTS] = [fault for fault in error.faults if isinstance(fault, TableFault)]
        return
    st.session_state.pop(_FAULTS, None)
    own_figures.keep(upload.rows, file=str(chosen.get("name", ""))[:200], source=given["source"])
    indicator = offered_definitions(loaders.city_data().definitions)[statement.definition]
    address.ask(indicator=indicator, date=statement.reference_date, level="district")


def _kept(t: Translator) -> None:
    own = own_figures.own_table()
    if own is None:
        return
    with st.container(key="own-table-kept"):
        for sentence in kept_sentences(own, t):
            st.markdown(sentence)
        with st.container(horizontal=True):
            st.download_button(
                t("Download as a part of indicators.csv"),
                data=lambda: to_indicators_part(own.rows),
                file_name="indicators-part.csv",
                mime="text/csv",
                key="own-part",
                on_click="ignore",
            )
            st.button(t("Remove the table"), key="own-forget", on_click=_forget)


def _forget() -> None:
    own_figures.forget()
    address.ask(indicator="", date="")


def _today() -> date:
    return datetime.now(UTC).astimezone(ZoneInfo(loaders.city_data().city.timezone)).date()
