"""A field for one file, in the reader's words: the file goes to our own server, and nowhere else."""

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from geodata.i18n import Translator
from ui import static_files

FIELD: Final = st.components.v2.component(
    "finder.file",
    js=static_files.text("districts/file_field.js"),
    isolate_styles=False,
)


@dataclass(frozen=True)
class Accepted:
    """Which files the field takes.

    Attributes:
        endings: that are offered, such as ".csv,.xlsx".
        most_bytes: a larger file is not sent.
    """

    endings: str
    most_bytes: int


def file_field(
    label: str, *, key: str, accepted: Accepted, said: str, on_file: Callable[[bytes], None], t: Translator
) -> None:
    """Show the field, with a button that says `label`; several of them may stand on a page.

    Args:
        key: names the field on the page.
        said: what stands beside it, such as what was found in the file; "" = nothing.
        on_file: called with the content before the page is made anew.
    """
    data = {
        "key": key,
        "language": t.language,
        "direction": t.direction,
        "accept": accepted.endings,
        "limit": accepted.most_bytes,
        "read": said,
        "names": _names(label, accepted, t=t),
    }
    FIELD(key=key, data=data, on_file_change=lambda: _take(key, limit=accepted.most_bytes, on_file=on_file))


def _names(label: str, accepted: Accepted, *, t: Translator) -> dict[str, str]:
    limit = t.number(max(1, accepted.most_bytes // 1_000_000))
    return {
        "choose": label,
        "reading": t("The file is being read."),
        "too_large": t("The file is larger than {limit} MB.", limit=limit),
    }


def _take(key: str, *, limit: int, on_file: Callable[[bytes], None]) -> None:
    content = decoded(st.session_state[key].file, limit=limit)
    if content is not None:
        on_file(content)


def decoded(chosen: Any, *, limit: int) -> bytes | None:
    """The bytes that the browser sent; more than the limit is cut, so that it is refused as too large."""
    if not isinstance(chosen, dict) or not isinstance(chosen.get("content"), str):
        return None
    try:
        return base64.b64decode(chosen["content"][: limit * 2], validate=True)
    except binascii.Error:
        return b""
