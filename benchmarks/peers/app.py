"""Serves the peer named in BENCHMARK_PEER in the same frame as the finder: same imports, same frozen garbage collector.

So whatever differs is the page itself. Leaflet and its cluster plugin come from installed packages: no foreign host.
"""

import importlib.util
import os
from pathlib import Path

import streamlit as st
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from ui.http import lifespan, middleware, routes

CLUSTER_PACKAGE = "xstatic.pkg.leaflet_markercluster"


def scripts() -> list[BaseRoute]:
    """What the maps of the peers load besides Leaflet; the cluster plugin only where its package is installed."""
    own = Mount("/vendor/peers", StaticFiles(directory=Path(__file__).parent))
    package = importlib.util.find_spec(CLUSTER_PACKAGE)
    if package is None or package.origin is None:
        return [own]
    return [own, Mount("/vendor/cluster", StaticFiles(directory=Path(package.origin).parent / "data"))]


app = st.App(
    Path(__file__).parent / f"{os.environ['BENCHMARK_PEER']}.py",
    routes=[*scripts(), *routes()],
    middleware=middleware(),
    lifespan=lifespan,
)
