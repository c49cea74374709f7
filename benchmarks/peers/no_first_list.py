"""The finder as it is, but Streamlit's page leaves the server empty: what `slow_line.py` is compared with."""

from typing import Final

import streamlit as st

from benchmarks.stage.server import ROOT
from ui.first_list.middleware import FirstList
from ui.http import lifespan, middleware, routes

_WITHOUT: Final = [each for each in middleware() if each.cls is not FirstList]

app = st.App(ROOT / "ui" / "main.py", routes=routes(), middleware=_WITHOUT, lifespan=lifespan)
