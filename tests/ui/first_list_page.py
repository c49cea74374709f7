"""Streamlit's own page behind our middleware, asked as an ASGI server asks, and read as a parser of HTML reads it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import streamlit as st
from starlette.applications import Starlette
from starlette.responses import FileResponse, HTMLResponse, JSONResponse
from starlette.routing import Route

from tests.ui.asgi import Answer, request
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


class PageAnswer(Answer):
    """An answer that may be a page."""

    @property
    def page(self) -> "Page":
        return Page.from_html(self.text)


def ask(path: str = "/", query: bytes | str = b"", *, method: str = "GET", **headers: str) -> PageAnswer:
    """One request; `accept_language` is the head of that name."""
    heads = {name.replace("_", "-"): value for name, value in headers.items()}
    raw = query.encode() if isinstance(query, str) else query
    return PageAnswer(**vars(request(application(), path, method, heads, query=raw)))


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
