"""The ASGI app: `streamlit run app.py` and `uvicorn app:app` serve the same thing, also behind a base path."""

from pathlib import Path

import streamlit as st

from ui.http import lifespan, middleware, routes

app = st.App(Path(__file__).parent / "ui" / "main.py", routes=routes(), middleware=middleware(), lifespan=lifespan)
