"""What is served beside the pages: tables with ETag and gzip, headers on everything, nothing private."""

import asyncio
import gc
import gzip
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from geodata.adapters.city_data import CityData
from tests.ui.asgi import Answer, request
from ui import http

TABLES = ("places", "districts", "basemap", "cells", "populated-cells")
HIDDEN = "frauenhaus-goettingen"
PAGE = "Streamlit's page, which answers every address it does not know"


Ask = Callable[..., Answer]


def application() -> Starlette:
    """Our routes and headers around a stand-in for Streamlit."""

    async def page(request: Request) -> PlainTextResponse:
        return PlainTextResponse(PAGE)

    return Starlette(routes=[*http.routes(), Route("/{rest:path}", page)], middleware=http.middleware())


@pytest.fixture(scope="module")
def ask() -> Ask:
    app = application()
    return lambda path, *, method="GET", **headers: request(app, path, method, headers)


@pytest.fixture
def base_path() -> Iterator[str]:
    before = st.get_option("server.baseUrlPath")
    st._config.set_option("server.baseUrlPath", "stadt/finder")
    yield "/stadt/finder"
    st._config.set_option("server.baseUrlPath", before)


@pytest.mark.parametrize("table", TABLES)
def test_tables_are_json(ask: Ask, table: str) -> None:
    answer = ask(f"/api/{table}.json")
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json


@pytest.mark.parametrize("table", TABLES)
def test_a_known_table_is_not_sent_again(ask: Ask, table: str) -> None:
    first = ask(f"/api/{table}.json")
    tag = first.headers["etag"]
    assert re.fullmatch(r'"[0-9a-f]{16}"', tag)
    again = ask(f"/api/{table}.json", **{"If-None-Match": tag})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert ask(f"/api/{table}.json", **{"If-None-Match": '"other"'}).body == first.body


def test_tables_have_different_tags(ask: Ask) -> None:
    assert len({ask(f"/api/{table}.json").headers["etag"] for table in TABLES}) == len(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_tables_are_packed_for_those_who_can_unpack(ask: Ask, table: str) -> None:
    plain = ask(f"/api/{table}.json")
    packed = ask(f"/api/{table}.json", **{"Accept-Encoding": "br, gzip"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 2
    for answer in (plain, packed):
        assert answer.headers["vary"] == "Accept-Encoding"
        assert int(answer.headers["content-length"]) == len(answer.body)


@pytest.mark.parametrize(
    "path", ["/api/", "/api/nonsense", "/api/places.jso", "/api/a/b/c", "/api/../../etc/passwd", "/api/places.json/x"]
)
def test_an_unknown_table_is_not_found(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status == 404
    assert answer.json == {"error": "There is no such table."}


def test_health(ask: Ask) -> None:
    assert ask("/healthz").json == {"status": "ok"}


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/stadt/finder/_stcore/metrics"])
def test_what_tells_about_the_machine_is_closed(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert (answer.status, answer.body) == (404, b"")


@pytest.mark.parametrize("path", ["/", "/about", "/api/places.json", "/api/nonsense", "/vendor/leaflet/leaflet.js"])
def test_security_headers_stand_on_everything(ask: Ask, path: str) -> None:
    headers = ask(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "geolocation" not in headers["permissions-policy"]
    assert headers["content-security-policy"] == http.CONTENT_SECURITY_POLICY


def test_the_policy_names_no_foreign_host() -> None:
    rules = dict(rule.split(" ", 1) for rule in http.CONTENT_SECURITY_POLICY.split("; "))
    assert rules["default-src"] == rules["connect-src"] == rules["frame-ancestors"] == "'self'"
    assert rules["object-src"] == "'none'"
    allowed = {"'self'", "'none'", "'unsafe-inline'", "'unsafe-eval'", "data:", "blob:"}
    assert {word for rule in rules.values() for word in rule.split()} <= allowed


def test_the_map_library_comes_from_here_and_stays_a_week(ask: Ask) -> None:
    script = ask("/vendor/leaflet/leaflet.js")
    assert script.status == 200
    assert b"Leaflet 1.9" in script.body[:200]
    assert script.headers["cache-control"] == "public, max-age=604800"
    assert ask("/vendor/leaflet/leaflet.css").status == 200
    assert ask("/vendor/leaflet/../../../secrets").status == 404


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/app/static/map/map.js", "public, max-age=3600"),
        ("/app/static/fonts/noto-sans-arabic.woff2", "public, max-age=604800"),
        ("/about", None),
    ],
)
def test_how_long_answers_are_kept(ask: Ask, path: str, kept: str | None) -> None:
    assert ask(path).headers.get("cache-control") == kept


def test_routes_stand_under_the_base_path(base_path: str) -> None:
    app = application()
    for path in ("/api/places.json", "/healthz", "/vendor/leaflet/leaflet.js"):
        assert request(app, base_path + path, "GET", {}).status == 200
        assert request(app, path, "GET", {}).body == PAGE.encode()
    assert request(app, f"{base_path}/api/nonsense", "GET", {}).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_written(ask: Ask, method: str) -> None:
    assert ask("/api/places.json", method=method).status in (404, 405)


def test_the_head_alone_can_be_asked(ask: Ask) -> None:
    assert ask("/api/places.json", method="HEAD").status == 200


def test_places_are_those_with_a_point(ask: Ask, shipped_city: CityData) -> None:
    facilities = shipped_city.facilities
    located = facilities[facilities["latitude"].notna() & (facilities["address_visibility"] != "hidden")]
    places = ask("/api/places.json").json
    assert places["id"] == located["facility_id"].tolist()
    assert all(len(column) == len(located) for column in places.values())
    box = shipped_city.city.bounding_box
    assert all(box.south <= lat <= box.north for lat in places["lat"])
    assert all(box.west <= lon <= box.east for lon in places["lon"])


def test_the_hidden_place_is_in_no_table(ask: Ask) -> None:
    for table in TABLES:
        body = ask(f"/api/{table}.json").body.decode()
        assert HIDDEN not in body
        assert "Frauenhaus" not in body


def test_districts_are_those_of_the_city(ask: Ask, shipped_city: CityData) -> None:
    features = ask("/api/districts.json").json["features"]
    assert [feature["properties"]["key"] for feature in features] == shipped_city.districts["key"].tolist()


def test_other_connections_pass_untouched() -> None:
    seen: list[str] = []

    async def inner(scope: Any, receive: Any, send: Any) -> None:
        seen.append(scope["type"])

    asyncio.run(http.Headers(inner)({"type": "websocket", "path": "/_stcore/stream"}, None, None))  # type: ignore[arg-type]
    assert seen == ["websocket"]


def test_everything_is_loaded_and_frozen_before_the_first_visitor(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(http.loaders, "warm", lambda: done.append("warm"))
    monkeypatch.setattr(gc, "freeze", lambda: done.append("freeze"))

    async def serve() -> None:
        async with http.lifespan(None):
            done.append("serve")

    asyncio.run(serve())
    assert done == ["warm", "freeze", "serve"]
