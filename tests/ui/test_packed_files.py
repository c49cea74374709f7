"""Scripts and styles are sent packed, and nothing else is touched."""

import gzip

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from tests.ui.asgi import Answer, request
from ui.packed_files import PackedFiles, packed

SCRIPT = "const a = 1;\n" * 500


def script(_: Request) -> Response:
    return PlainTextResponse(SCRIPT, media_type="text/javascript", headers={"ETag": '"abc"'})


def in_parts(_: Request) -> Response:
    return StreamingResponse(iter([SCRIPT[:100], SCRIPT[100:]]), media_type="text/javascript")


def small(_: Request) -> Response:
    return PlainTextResponse("a{}", media_type="text/css")


def gone(_: Request) -> Response:
    return PlainTextResponse(SCRIPT, status_code=404)


def already(_: Request) -> Response:
    return Response(gzip.compress(SCRIPT.encode()), headers={"Content-Encoding": "gzip"})


ROUTES = [
    Route("/static/a.js", script),
    Route("/static/parts.js", in_parts),
    Route("/small.css", small),
    Route("/gone.js", gone),
    Route("/already.js", already),
    Route("/page.html", script),
]


def ask(path: str, method: str = "GET", **headers: str) -> Answer:
    """As a browser asks that can read packed answers, unless told otherwise."""
    app = Starlette(routes=ROUTES, middleware=[Middleware(PackedFiles)])
    return request(app, path, method, {"accept-encoding": "gzip, br"} | headers)


def text(answer: Answer) -> str:
    return (gzip.decompress(answer.body) if "content-encoding" in answer.headers else answer.body).decode()


@pytest.mark.parametrize("path", ["/static/a.js", "/static/parts.js"])
def test_a_script_comes_packed_and_whole(path: str) -> None:
    answer = ask(path)
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < len(SCRIPT) / 10
    assert "Accept-Encoding" in answer.headers["vary"]
    assert text(answer) == SCRIPT


def test_its_tag_is_weak() -> None:
    assert ask("/static/a.js").headers["etag"] == 'W/"abc"'


@pytest.mark.parametrize("path", ["/gone.js", "/page.html", "/small.css"])
def test_everything_else_stays_as_it_is(path: str) -> None:
    answer = ask(path)
    assert "content-encoding" not in answer.headers
    assert int(answer.headers["content-length"]) == len(answer.body)


def test_what_is_packed_is_not_packed_again() -> None:
    assert text(ask("/already.js")) == SCRIPT


@pytest.mark.parametrize("headers", [{"accept-encoding": "identity"}, {"range": "bytes=0-99"}])
def test_who_cannot_read_it_packed_gets_it_plain(headers: dict[str, str]) -> None:
    answer = ask("/static/a.js", **headers)
    assert "content-encoding" not in answer.headers
    assert text(answer) == SCRIPT


def test_a_head_stays_as_it_is() -> None:
    assert "content-encoding" not in ask("/static/a.js", "HEAD").headers


def test_the_same_bytes_always() -> None:
    assert packed(SCRIPT.encode()) == packed(SCRIPT.encode())
    assert gzip.decompress(packed(SCRIPT.encode())) == SCRIPT.encode()
