"""A part of the coverage page as a page of its own, with a question and what a session keeps."""

from collections.abc import Callable, Mapping
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.ui.conftest import Shown

COUNSELLING = {"cover": "counselling", "speaks": "ar"}


def visit_panel(panel: Callable[[], None], state: Mapping[str, Any], **params: str) -> Shown:
    """Run `panel` as a script; counselling in Arabic is asked for in English unless `params` ask for something else."""
    at = AppTest.from_function(panel, default_timeout=120)
    for name, value in ({"lang": "en"} | COUNSELLING | params).items():
        at.query_params[name] = value
    for name, value in state.items():
        at.session_state[name] = value
    shown = Shown(at.run())
    assert not at.exception
    return shown
