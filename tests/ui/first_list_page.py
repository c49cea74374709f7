"""Streamlit's own page behind our middleware, asked as an ASGI server asks, and read as a parser of HTML reads it."""

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.applications import Starlette
from starlette.responses import FileResponse, HTMLResponse, JSONResponse
from starlette.routing import Route

from ui import http

INDEX = Path(st.__file__).parent / "static" / "index.html"
OTHER = "<html><body>a component</body></html>"
EMPTY = {"meta", "link", "br"}


def application() -> Starlette:
    """Our middleware around Streamlit's page, which answers every address but two."""
    return Starlette(
        routes=[
            Route("/component", lambda request: HTMLResponse(OTHER)),
            Route("/table.json", lambda request: JSONResponse({"a": 1})),
            Route("/{rest:path}", lambda request: FileResponse(INDEX, headers={"Cache-Control": "no-cache"})),
        ],
        middleware=http.middleware(),
    )


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        packed = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.body) if packed else self.body).decode()

    @property
    def page(self) -> "Page":
        return Page.from_html(self.text)


def ask(path: str = "/", query: bytes | str = b"", *, method: str = "GET", **headers: str) -> Answer:
    """One request; `accept_language` is the head of that name."""
    sent: list[dict[str, Any]] = []
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "server": ("testserver", 80),
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode() if isinstance(query, str) else query,
        "headers": [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in headers.items()],
    }

    body = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> dict[str, Any]:
        for message in body:
            return message
        await asyncio.Event().wait()  # the client stays until it has its answer
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    # In a thread: where a browser's tests ran before in this process, the main thread has a running loop.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, application()(scope, receive, send)).result()  # type: ignore[arg-type]
    head = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    assert len(head) == len(sent[0]["headers"]), "a header is sent twice"
    return Answer(sent[0]["status"], head, b"".join(message.get("body", b"") for message in sent[1:]))


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    inside: tuple[str, ...]
    texts: list[str] = field(default_factory=list)


class Page(HTMLParser):
    """Every element of a page in order, each with all texts inside it."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []

    @classmethod
    def from_html(cls, html: str) -> "Page":
        page = cls()
        page.feed(html)
        page.close()
        assert not page._open, "an element has no end"
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(
            Element(tag, {name: value or "" for name, value in attrs}, tuple(each.tag for each in self._open))
        )
        if tag not in EMPTY:
            self._open.append(self.elements[-1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag, "elements overlap"

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.texts.append(data)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [each for each in self.elements if each.tag == tag and wanted.items() <= each.attributes.items()]

    def text(self, tag: str, **attributes: str) -> str:
        (element,) = self.all(tag, **attributes)
        return "".join(element.texts)

    def meta(self, name: str) -> str:
        (content,) = [
            each.attributes["content"]
            for each in self.all("meta")
            if name in (each.attributes.get("name"), each.attributes.get("property"))
        ]
        return content

    @property
    def entries(self) -> list[Element]:
        return [each for each in self.all("li") if "data-service" in each.attributes]

    @property
    def services(self) -> list[str]:
        return [each.attributes["data-service"] for each in self.entries]
