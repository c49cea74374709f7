"""Puts language, title and the first list into Streamlit's page as it leaves the server.

Streamlit's page is the same for everybody and empty. Ours says the answer to the address that was asked for, so it is
made anew for each request and belongs to its reader alone: no proxy keeps it, and a browser asks before it shows it
again. A part of a page (Range) is not a promise that a server has to keep: the whole is sent.
"""

import gzip
import hashlib
import logging
from typing import Final

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geodata.i18n import Translator
from ui import loaders
from ui.address import Choices
from ui.finder.finding import answered
from ui.first_list.asked import choices_of
from ui.first_list.head import TITLES, head_of
from ui.first_list.markup import Html, tag, together
from ui.first_list.page import STYLE, WITHOUT_SCRIPTS, list_of
from ui.first_list.shell import Shell, shell_of

_LOG: Final = logging.getLogger(__name__)
_NOT_ASKED_ON: Final = (b"accept-encoding", b"range", b"if-range", b"if-none-match", b"if-modified-since")
"""Heads that would make Streamlit send less than its whole page as it is."""
_OURS_NOW: Final = frozenset({"content-length", "content-type", "etag", "last-modified", "accept-ranges", "vary"})
_HEADERS: Final = {"Cache-Control": "private, no-cache", "Vary": "Accept-Encoding, Accept-Language"}


class FirstList:
    """Changes the answers to GET and HEAD for the pages that there are; everything else passes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask Streamlit for its whole page, and send it filled; any other answer goes on as it came."""
        page = page_of(scope)
        if page is None:
            await self._app(scope, receive, send)
            return
        answer = _Answer()
        heads = [(name, value) for name, value in scope["headers"] if name not in _NOT_ASKED_ON]
        # Without extensions, by which a server would be told to read the file itself.
        await self._app({**scope, "method": "GET", "headers": heads, "extensions": {}}, receive, answer.hold)
        shell = shell_of(answer.body) if answer.is_page else None
        html = await run_in_threadpool(_filled, shell, page, scope=scope) if shell else ""
        response = _response(html, answer, asked=Headers(scope=scope)) if html else None
        if scope["method"] == "HEAD":
            send = _without_body(send)
        await (response(scope, receive, send) if response else answer.pass_on(send))


def page_of(scope: Scope) -> str | None:
    """Path of one of the finder's pages, without the base path; None for everything else."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return None
    path = str(scope["path"]).removeprefix(scope.get("root_path", ""))
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    under = path.removeprefix(f"/{base}") if base else path
    page = under.removeprefix("/")
    return page if (under != path or not base) and page in TITLES else None


class _Answer:
    """What the application sends, held back until it is whole."""

    def __init__(self) -> None:
        self.messages: list[Message] = []

    async def hold(self, message: Message) -> None:
        self.messages.append(message)

    async def pass_on(self, send: Send) -> None:
        for message in self.messages:
            await send(message)

    @property
    def headers(self) -> Headers:
        return Headers(raw=self.messages[0]["headers"])

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.messages[1:])

    @property
    def is_page(self) -> bool:
        whole = bool(self.messages) and self.messages[0]["status"] == 200
        return whole and self.headers.get("content-type", "").startswith("text/html")


def _filled(shell: Shell, page: str, *, scope: Scope) -> str:
    """The filled page; "" where that fails: Streamlit's page must come in any case, and the log has the fault."""
    try:
        choices = choices_of(scope["query_string"], Headers(scope=scope).get("accept-language", ""))
        t = loaders.translator(choices.language)
        head = head_of(page, choices, t=t)
        if page:
            body = _without_scripts(choices, t)
        else:
            head = together(head, STYLE, WITHOUT_SCRIPTS)
            body = list_of(answered(choices, t), choices, t=t)
        return shell.filled(language=t.language, direction=t.direction, head=head, body=body)
    except Exception:  # noqa: BLE001 whatever the fault is
        _LOG.exception("The first list could not be made")
        return ""


def _without_scripts(choices: Choices, t: Translator) -> Html:
    """Other pages live by scripts alone; the way to the list is open."""
    words = t("This page needs JavaScript. The list of offers does not need it.")
    link = tag("a", t("Offers"), href=f"./?lang={choices.language}")
    return tag("noscript", tag("p", words), tag("p", link))


def _response(html: str, answer: _Answer, *, asked: Headers) -> Response:
    raw = html.encode()
    known = f'W/"{hashlib.sha256(raw).hexdigest()[:16]}"'  # weak: packed and plain are the same page
    kept = {name: value for name, value in answer.headers.items() if name not in _OURS_NOW | {"cache-control"}}
    headers = {**kept, **_HEADERS, "ETag": known}
    if known in [tag.strip() for tag in asked.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers=headers)
    if "gzip" in asked.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        raw = gzip.compress(raw, 6, mtime=0)
    return Response(raw, media_type="text/html", headers=headers)


def _without_body(send: Send) -> Send:
    async def send_head(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {"type": "http.response.body", "body": b""}
        await send(message)

    return send_head
