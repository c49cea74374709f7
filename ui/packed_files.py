"""Scripts and styles leave the server packed: Streamlit sends its own as they are, half a minute more on a slow line.

Packed once and kept: the names of Streamlit's files hold a digest of their content, and the server knows a few hundred.
"""

import gzip
from functools import lru_cache
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ENDINGS: Final = (".js", ".css")
_LEAST: Final = 1000  # bytes: below that nothing is won
_KEPT: Final = 512


@lru_cache(maxsize=_KEPT)
def packed(raw: bytes) -> bytes:
    """The same bytes always give the same packed ones."""
    return gzip.compress(raw, 9, mtime=0)


class PackedFiles:
    """Packs whole answers to GET requests for scripts and styles, for browsers that can read them packed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; only the answer to a request for a whole script or style is changed."""
        if _can_be_packed(scope):
            send = _Packing(send).send
        await self._app(scope, receive, send)


def _can_be_packed(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].endswith(_ENDINGS):
        return False
    headers = Headers(scope=scope)
    return "gzip" in headers.get("accept-encoding", "") and "range" not in headers


class _Packing:
    """Holds an answer back until it is whole, then sends it packed, or as it is where that is not its business."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_plain(message):
            self._start = message
        elif message["type"] == "http.response.body" and self._start is not None:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_whole(self._start)
        else:
            await self._send(message)

    async def _send_whole(self, start: Message) -> None:
        body = self._body
        headers = MutableHeaders(raw=list(start["headers"]))
        headers.add_vary_header("Accept-Encoding")
        if len(body) >= _LEAST:
            body = packed(body)
            headers["Content-Encoding"] = "gzip"
            headers["Content-Length"] = str(len(body))
            if "etag" in headers and not headers["etag"].startswith("W/"):
                headers["ETag"] = f"W/{headers['etag']}"  # the same script, in other bytes
        await self._send({**start, "headers": headers.raw})
        await self._send({"type": "http.response.body", "body": body})


def _is_plain(start: Message) -> bool:
    return start["status"] == 200 and "content-encoding" not in Headers(raw=start["headers"])
