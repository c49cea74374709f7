"""Watches everything a browser context does and remembers what must not happen."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page

INSIDE = ("blob", "data", "about")
TOLERATED = tuple(
    re.compile(pattern)
    for pattern in (
        # Streamlit's `allow` and `sandbox` attributes on every component frame name more than this Chromium knows.
        r"Unrecognized feature: '",
        r"An iframe which has both allow-scripts and allow-same-origin for its sandbox attribute",
        # On a deep link Streamlit's page tries `/about` or `/districts` as a base path, too.
        r"Failed to load resource: .* 404 \(Not Found\) \(http://[^/]+(/finder)?/(about|coverage|districts|methods)/_stcore/(health|host-config)\)$",
    )
)


class Guard:
    """Foreign requests, messages of the console, errors of scripts and dialogs of one context."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self._host = urlsplit(address).netloc
        self.faults: list[str] = []
        # Requests of pages, frames and workers, beacons and prefetches; that none gets out is the proxy's part.
        context.on("request", lambda request: self._check("request", request.url))
        context.on("console", self._listen)
        context.on("weberror", lambda error: self.faults.append(f"script error: {error.error}"))
        context.on("page", self._watch)

    def _watch(self, page: Page) -> None:
        page.on("websocket", lambda socket: self._check("websocket", socket.url))
        page.on("dialog", lambda dialog: (self.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def _check(self, kind: str, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in INSIDE and parts.netloc != self._host:
            self.faults.append(f"foreign {kind}: {url}")

    def _listen(self, message: ConsoleMessage) -> None:
        text = f"{message.text} ({message.location.get('url')})"
        if message.type in ("error", "warning") and not any(pattern.match(text) for pattern in TOLERATED):
            self.faults.append(f"console {message.type}: {text}")

    def take(self) -> list[str]:
        """What was remembered since the last time."""
        faults, self.faults = self.faults, []
        return faults
