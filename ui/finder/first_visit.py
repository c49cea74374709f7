"""Help to understand the page: three sentences until they are put away, and a button that reads texts aloud.

Whether they were put away is known to the reader's browser alone; nothing of it is sent.
"""

from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geodata.i18n import Translator
from ui import loaders, static_files
from ui.finder import read_aloud

_SCRIPT: Final = static_files.text("finder/first_visit.js")
_HINT = st.components.v2.component("finder.first_visit", js=f"{read_aloud.SCRIPT}\n{_SCRIPT}", isolate_styles=False)


def hint(place: DeltaGenerator, t: Translator) -> None:
    """The hint in `place`, and with it the button that reads it, or an opened card, aloud."""
    data = {
        "language": t.language,
        "direction": t.direction,
        "sentences": [
            t("Here you find courses, advice and other help in {city}.", city=loaders.city_data().city.name),
            t("Write in the search field what you need, or choose a topic."),
            t("“Not stated” does not mean no: call and ask."),
        ],
        "names": {"hint": t("New here?"), "close": t("Got it"), **read_aloud.words(t)},
    }
    with place:
        _HINT(key="first-visit", data=data)
