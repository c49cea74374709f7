"""Choices in the reader's words that give back codes.

Streamlit sends option *labels* over the wire, and ours carry counts and change with the language. So a widget's value
is set from the code before every run, its key names the language, and its callback turns the label back into a code.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st


def coded_choice(
    label: str, names: Mapping[str, str], *, chosen: str, key: str, on_choice: Callable[[str], None], **look: Any
) -> None:
    """One of a few: a segmented control over `names` (code → words); `on_choice` gets the new code.

    `look` goes to Streamlit's widget (width, label_visibility).
    """
    hidden = {"label_visibility": "collapsed", **look}
    _one(st.segmented_control, names, label=label, chosen=chosen, key=key, on_choice=on_choice, required=True, **hidden)


def coded_chip(
    label: str, names: Mapping[str, str], *, chosen: str, key: str, on_choice: Callable[[str], None], **look: Any
) -> None:
    """One of a few as pills in a row that wraps on a phone; else as `coded_choice`, with the label in sight."""
    _one(st.pills, names, label=label, chosen=chosen, key=key, on_choice=on_choice, required=True, **look)


def coded_select(
    label: str, names: Mapping[str, str], *, chosen: str, key: str, on_choice: Callable[[str], None], **look: Any
) -> None:
    """One of many: a select box over `names` (code → words); `on_choice` gets the new code. `look` as above."""
    _one(st.selectbox, names, label=label, chosen=chosen, key=key, on_choice=on_choice, placeholder=label, **look)


def coded_choices(
    label: str,
    names: Mapping[str, str],
    *,
    chosen: Sequence[str],
    key: str,
    on_choice: Callable[[tuple[str, ...]], None],
    **look: Any,
) -> None:
    """Any of several: pills over `names` (code → words); `on_choice` gets all chosen codes. `look` as above."""
    st.session_state[key] = [code for code in chosen if code in names]
    st.pills(
        label,
        list(names),
        selection_mode="multi",
        format_func=names.__getitem__,
        key=key,
        on_change=lambda: on_choice(tuple(st.session_state[key])),
        **{"label_visibility": "collapsed", **look},
    )


def _one(
    widget: Callable[..., Any],
    names: Mapping[str, str],
    *,
    label: str,
    chosen: str,
    key: str,
    on_choice: Callable[[str], None],
    **look: Any,
) -> None:
    st.session_state[key] = chosen
    widget(
        label,
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=lambda: on_choice(st.session_state[key]),
        **look,
    )
