"""A finder in whose search field a test can type."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st

from tests.ui.conftest import Shown, walk
from ui.finder import searching


class Asked:
    """A finder in whose field one can type."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown

    def type(self, text: str) -> "Asked":
        self.shown.at.session_state["typing"] = text
        return self.press("typing-done")

    def press(self, key: str) -> "Asked":
        self.shown.keyed(key).click().run()
        assert not self.shown.at.exception
        return self

    @property
    def chips(self) -> list[str]:
        keys = (str(getattr(block, "key", "") or "") for block in walk(self.shown.at._tree))
        return [key for key in keys if key.startswith("chip-")]

    @property
    def services(self) -> list[str]:
        return [card["service"] for card in self.shown.cards]

    @property
    def lead(self) -> str:
        bodies = (getattr(getattr(each, "proto", None), "body", "") for each in walk(self.shown.keyed("lead")))
        return " ".join(body for body in bodies if "f-lead" in body)


def asking_with(visit: Callable[..., Shown], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Asked]:
    """Open a finder: `asking(lang="de", …)`. The real field sends what a button sends here."""
    real = searching._FIELD

    def stand_in(*, key: str, data: dict[str, Any], on_text_change: Callable[[], None]) -> None:
        real(key=key, data=data)

        def typed_now() -> None:
            monkeypatch.setattr(searching, "_KEY", "typed-now")
            st.session_state["typed-now"] = SimpleNamespace(text=st.session_state["typing"])
            on_text_change()
            monkeypatch.setattr(searching, "_KEY", key)

        st.button("typed", key="typing-done", on_click=typed_now)

    monkeypatch.setattr(searching, "_FIELD", stand_in)
    return lambda **params: Asked(visit(**params))
