"""Files that a page offers: each is made when it is asked for, from the very answer that is on the screen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True)
class Download:
    """One file: what the button says, its name, its kind, and how it is made."""

    label: str
    name: str
    mime: str
    make: Callable[[], bytes]


def buttons(downloads: Iterable[Download]) -> None:
    """A button a file, one under the other."""
    for download in downloads:
        st.download_button(
            download.label,
            data=download.make,
            file_name=download.name,
            mime=download.mime,
            key=f"take-{download.name}",
            on_click="ignore",
            width="stretch",
        )
