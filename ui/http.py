"""What is served beside the pages: the tables for the map, Leaflet from its package, and the headers on everything.

Routes of `st.App` do not get Streamlit's base path by themselves, so it is put in front here.
"""

import contextlib
import gc
import gzip
import hashlib
import importlib
import json
from collections.abc import AsyncIterator, Callable
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geodata.maps.cell_outlines import cell_outlines
from ui import loaders
from ui.first_list.middleware import FirstList
from ui.loaders.populated import populated
from ui.packed_files import PackedFiles

# 'unsafe-inline' and 'unsafe-eval': Streamlit's page and streamlit-folium's frame need them. No rule names a host.
CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
_HEADERS: Final = (
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), payment=()"),
)
_WEEK: Final = b"public, max-age=604800"
_HOUR: Final = b"public, max-age=3600"
_CLOSED: Final = ("/_stcore/metrics",)  # tells strangers about the machine


def routes() -> list[BaseRoute]:
    """Routes of our own under the base path that Streamlit is configured with."""
    base = "/" + str(st.get_option("server.baseUrlPath") or "").strip("/")
    prefix = base.rstrip("/")
    leaflet = StaticFiles(directory=str(files("js_lib_leaflet") / "static" / "js_lib_leaflet"))
    return [
        Route(f"{prefix}/api/places.json", _json(loaders.places)),
        Route(f"{prefix}/api/cells.json", _json(loaders.cells)),
        Route(f"{prefix}/api/populated-cells.json", _json(lambda: cell_outlines(populated()))),
        Route(f"{prefix}/api/districts.json", _file("districts.geojson")),
        Route(f"{prefix}/api/polling.json", _json(_polling_outlines)),
        Route(f"{prefix}/api/basemap.json", _file("pack/basemap.geojson")),
        Route(f"{prefix}/api/{{rest:path}}", _unknown),
        Route(f"{prefix}/healthz", _healthy),
        Mount(f"{prefix}/vendor/leaflet", leaflet),
    ]


def middleware() -> list[Middleware]:
    """Security and cache headers on every answer; scripts and styles packed; the first list in Streamlit's page."""
    return [Middleware(Headers), Middleware(PackedFiles), Middleware(FirstList)]


class Headers:
    """Adds security headers to every answer, cache headers to static files, and closes what is not for visitors."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; only the head of the answer is changed."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["path"].endswith(_CLOSED):
            await Response(status_code=404)(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_HEADERS, *_cache_header(scope["path"])]
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _cache_header(path: str) -> list[tuple[bytes, bytes]]:
    if "/vendor/" in path or "/app/static/fonts/" in path:
        return [(b"cache-control", _WEEK)]
    return [(b"cache-control", _HOUR)] if "/app/static/" in path else []


def _json(content: Callable[[], Any]) -> Callable[[Request], Response]:
    @lru_cache(maxsize=1)
    def body() -> bytes:
        return json.dumps(content(), ensure_ascii=False, separators=(",", ":")).encode()

    return lambda request: _tagged(request, body())


def _file(name: str) -> Callable[[Request], Response]:
    return _json(lambda: json.loads((loaders.data_directory() / name).read_text("utf-8")))


def _polling_outlines() -> Any:
    """A city need not have a second level of geography."""
    path = loaders.data_directory() / "polling_districts.geojson"
    return json.loads(path.read_text("utf-8")) if path.exists() else {"type": "FeatureCollection", "features": []}


@lru_cache(maxsize=8)
def _packed(raw: bytes) -> tuple[bytes, str]:
    return gzip.compress(raw, 6, mtime=0), f'"{hashlib.sha256(raw).hexdigest()[:16]}"'


def _tagged(request: Request, raw: bytes) -> Response:
    packed, tag = _packed(raw)
    headers = {"ETag": tag, "Cache-Control": "public, max-age=300", "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(packed, media_type="application/json", headers={**headers, "Content-Encoding": "gzip"})
    return Response(raw, media_type="application/json", headers=headers)


async def _unknown(request: Request) -> Response:
    return JSONResponse({"error": "There is no such table."}, status_code=404)


async def _healthy(request: Request) -> Response:
    return JSONResponse({"status": "ok"})


# streamlit_folium is not among them: its component registers only inside a script run.
_PRELOADED: Final = ("folium", "branca", "geopandas", "babel.dates", "babel.lists")


@contextlib.asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[dict[str, Any]]:
    """Load everything once, then freeze it: Streamlit collects garbage on every rerun and would walk all of it."""
    for module in _PRELOADED:
        importlib.import_module(module)
    loaders.warm()
    gc.collect()
    gc.freeze()
    yield {}
